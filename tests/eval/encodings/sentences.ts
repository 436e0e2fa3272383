/**
 * Sentences of 54 languages (Lingua's, Apache-2.0, as the benchmark of npm `@yutengjing/eld` has them). Those with an
 * odd number were looked at while the stage was written; figures are of the others.
 */
import {readFileSync} from 'node:fs'
import path from 'node:path'
import iconv from 'iconv-lite'

const FOLDER = path.resolve(import.meta.dirname, '../../../node_modules/@yutengjing/eld/benchmarks')

export type Half = 'developing' | 'reporting'

/** Sentences by language. */
export function sentences(half: Half): ReadonlyMap<string, readonly string[]> {
  const numbers = new Map<string, number>()
  const chosen = new Map<string, string[]>()
  for (const line of readFileSync(path.join(FOLDER, 'sentences.txt'), 'utf8').split('\n')) {
    const [language, text] = line.split('\t')
    if (!language || !text?.trim()) continue
    const number = (numbers.get(language) ?? 0) + 1
    numbers.set(language, number)
    if ((number % 2 === 1) !== (half === 'developing')) continue
    if (!chosen.has(language)) chosen.set(language, [])
    chosen.get(language)!.push(text.trim())
  }
  return chosen
}

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
