/**
 * How long a line is, in words, whatever its script: a headline of thirty words and one of fifty Chinese characters are
 * alike. Chinese, Japanese, Thai and their neighbours set no blanks between words, so their characters are counted.
 */
import {HAN, kindOf, MARK, type Words, wordAt} from '../../draft/index.js'

/** Characters of a Chinese word, as this is counted in running text; Japanese has a few more. */
const HAN_PER_WORD = 1.7
/** Letters and marks of a Thai word, estimated; Lao, Khmer and Burmese are near. */
const THAI_PER_WORD = 4.5

/** The words and numbers of a line, rounded up. */
export function lengthInWords(words: Words, start: number, end: number): number {
  let count = 0
  let characters = 0
  for (let i = wordAt(words, start); i < words.count && words.starts[i]! < end; i++) {
    const kind = kindOf(words, i)
    if (kind === HAN) characters++
    else if (kind !== MARK) count += hasNoBlanks(words.text.charCodeAt(words.starts[i]!)) ? thaiWords(words, i) : 1
  }
  return count + Math.ceil(characters / HAN_PER_WORD)
}

const thaiWords = (words: Words, i: number): number => Math.ceil((words.ends[i]! - words.starts[i]!) / THAI_PER_WORD)

/** Thai, Lao, Tibetan, Burmese, Khmer. */
const hasNoBlanks = (unit: number): boolean => (unit >= 0x0e00 && unit < 0x10a0) || (unit >= 0x1780 && unit < 0x1800)
