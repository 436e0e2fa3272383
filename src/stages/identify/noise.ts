/** Words that are in no language: handles, tags, file and host names, options, identifiers; seen by what they are glued to. */
import {GLUED, gapBefore, HAN, kindOf, MARK, NUMBER, type Words} from '../../draft/index.js'

const [AT, BACKSLASH, UNDERSCORE, DOT] = [64, 92, 95, 46]
const [ZERO, NINE, SMALL_A, SMALL_Z] = [48, 57, 97, 122]

/** What opens something that is no text, where nothing is before it: `@mill`, `#mill`, `--mill`, `/mill`, `$mill`, `%mill`. */
const OPENERS = new Set(Array.from('@#-/\\$%&=', (char) => char.charCodeAt(0)))
/** Tokens of such a thing that are looked back over. */
const REACH = 8

/**
 * Whether a word is to be left out when languages are told: `@mill_news`, `#harvest`, `notes.txt`, `4K`, `--one-file`.
 * Between blanks nothing makes it one but a digit.
 */
export function isNoise(words: Words, i: number): boolean {
  const first = words.text.charCodeAt(words.starts[i]!)
  if (first >= ZERO && first <= NINE) return true
  if (i + 1 < words.count && gapBefore(words, i + 1) === GLUED && isContinued(words.text, words.ends[i]!)) return true
  return gapBefore(words, i) === GLUED && isOpened(words, i)
}

/** Glued to a mark that makes it a part of something. */
function isOpened(words: Words, i: number): boolean {
  const start = words.starts[i]!
  const before = words.text.charCodeAt(start - 1)
  if (before === AT || before === UNDERSCORE || before === BACKSLASH) return true
  if (before === DOT && isSmall(words.text.charCodeAt(start)) && isGluedBehindWord(words, i - 1)) return true
  let first = i
  while (first > 0 && i - first < REACH && gapBefore(words, first) === GLUED && kindOf(words, first - 1) !== HAN)
    first--
  return kindOf(words, first) === MARK && OPENERS.has(words.text.charCodeAt(words.starts[first]!))
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
