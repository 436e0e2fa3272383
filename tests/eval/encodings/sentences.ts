/** Sentences of the benchmark by language, and which of them are damaged already. */
import iconv from 'iconv-lite'
import {benchmark, byLanguage, type Half} from '../benchmark.js'

export const sentences = (half: Half): ReadonlyMap<string, readonly string[]> =>
  byLanguage(benchmark('sentences', half).map(({language, text}) => ({language, text: text.trim()})))

/** C1 controls and lost characters, of which the benchmark has some hundred. */
const DAMAGE = /[\x80-\x9f\ufffd]|ï¿½|ďż˝/

/** Whether a sentence of the benchmark is mojibake itself: bytes of a Western set, the whole or twice a part, are UTF-8. */
export function isDamaged(text: string): boolean {
  if (DAMAGE.test(text)) return true
  const parts = text.match(/[^\0-\x7f]{2,}/g) ?? []
  return ['win1252', 'win1250'].some(
    (set) => isUtf8In(text, set) || parts.filter((part) => isUtf8In(part, set)).length > 1,
  )
}

function isUtf8In(text: string, set: string): boolean {
  const bytes = iconv.encode(text, set)
  if (iconv.decode(bytes, set) !== text || bytes.every((byte) => byte < 0x80)) return false
  try {
    new TextDecoder('utf-8', {fatal: true}).decode(bytes)
    return true
  } catch {
    return false
  }
}
