/**
 * Japanese without kana (headings, names of offices), by the characters that only Japan simplified so: 経済産業省. A Chinese
 * text has one now and then (every twentieth sentence, measured; never more than one character in twenty).
 */
import shinjitai from 'opencc-js/dict/JPShinjitaiCharacters'
import simplifiedToTraditional from 'opencc-js/dict/STCharacters'
import traditionalToSimplified from 'opencc-js/dict/TSCharacters'

/** One may be a slip or a name. */
const FEWEST = 2
/** Of all Chinese characters. */
const SHARE = 0.15

let japaneseOnly: ReadonlySet<string> | undefined

/** Those that China simplified otherwise, and that no table of Chinese mentions: 経 for 經, which is 经 there. */
function japaneseCharacters(): ReadonlySet<string> {
  const chinese = new Set(simplifiedToTraditional + traditionalToSimplified)
  const simplified = new Set(traditionalToSimplified.split('|').map((entry) => entry[0]!))
  const pairs = shinjitai.split('|').map((entry) => entry.split(' ') as [japanese: string, traditional: string])
  return new Set(pairs.flatMap(([char, full]) => (simplified.has(full) && !chinese.has(char) ? [char] : [])))
}

/** Whether a stretch of Chinese characters without kana is Japanese beyond doubt. */
export function isJapanese(text: string, start: number, end: number): boolean {
  japaneseOnly ??= japaneseCharacters()
  let characters = 0
  let japanese = 0
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i)
    if (unit < 0x3400 || unit > 0x9fff) continue
    characters++
    if (japaneseOnly.has(text[i]!)) japanese++
  }
  return japanese >= FEWEST && japanese >= SHARE * characters
}
