/** Words that are in no language: handles, tags, file names, host names, identifiers; seen by what they are glued to. */
import {GLUED, gapBefore, kindOf, NUMBER, type Words} from '../../draft/index.js'

const [HASH, AT, SLASH, BACKSLASH, UNDERSCORE, DOT] = [35, 64, 47, 92, 95, 46]
const [ZERO, NINE, SMALL_A, SMALL_Z] = [48, 57, 97, 122]

/** Whether a word is to be left out when languages are told: `@mill_news`, `#harvest`, `notes.txt`, `4K`, `/usr`. */
export function isNoise(words: Words, i: number): boolean {
  const {text, starts, ends} = words
  const first = text.charCodeAt(starts[i]!)
  if (first >= ZERO && first <= NINE) return true
  return isOpened(words, i) || isContinued(text, ends[i]!)
}

/** Glued to a mark that makes it a part of something. */
function isOpened(words: Words, i: number): boolean {
  if (i === 0 || gapBefore(words, i) !== GLUED) return false
  const start = words.starts[i]!
  const before = words.text.charCodeAt(start - 1)
  if (before === AT || before === HASH || before === UNDERSCORE || before === BACKSLASH) return true
  const opensPath = before === SLASH && (i === 1 || gapBefore(words, i - 1) !== GLUED)
  return opensPath || (before === DOT && isSmall(words.text.charCodeAt(start)) && isGluedBehindWord(words, i - 1))
}

const isGluedBehindWord = (words: Words, i: number): boolean =>
  i > 0 && gapBefore(words, i) === GLUED && kindOf(words, i - 1) <= NUMBER

/** `snake_case`, `name@host`, `notes.txt`; a sentence after a full stop begins with a capital. */
function isContinued(text: string, end: number): boolean {
  const next = text.charCodeAt(end)
  if (next === UNDERSCORE || next === AT || next === BACKSLASH) return true
  return next === DOT && isSmall(text.charCodeAt(end + 1))
}

const isSmall = (unit: number): boolean => unit >= SMALL_A && unit <= SMALL_Z
