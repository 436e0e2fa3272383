/**
 * The tokens of a text as the language model counts them: 32-bit ids, each with the token it came from.
 *
 * Used by the training program and the decoder alike, so that both see the same sequence. Words keep their hashes;
 * figures, sentence ends, pauses and Chinese become classes; every other mark is left out.
 */

import {
  caseOf,
  GLUED,
  gapBefore,
  HAN,
  hashOf,
  kindOf,
  LOWER,
  MARK,
  NEW_PARAGRAPH,
  NUMBER,
  WORD,
  type Words,
  wordsOf,
} from '../../draft/words.js'

/** The end of a sentence, and the context of its first word. */
export const SENTENCE_END = hashOf('</s>')
/** A comma, semicolon, colon or dash. */
export const PAUSE = hashOf(',')
export const NUMBER_CLASS = hashOf('<n>')
/** A figure that can be a year, 1000 to 2099. */
export const YEAR_CLASS = hashOf('<y>')
export const HAN_CLASS = hashOf('<han>')
const PERCENT = hashOf('percent')
const AND = hashOf('and')

export interface ModelTokens {
  readonly count: number
  readonly ids: Uint32Array
  /** For each id the index of its token in `Words`; for a sentence end at a paragraph break, of the token after it. */
  readonly places: Uint32Array
}

const [POINT, COMMA, HYPHEN, ELLIPSIS] = [0x2e, 0x2c, 0x2d, 0x2026]

/** What a mark becomes, by its first character; a mark not listed is left out. See `markClass` for the three others. */
const MARKS = new Map<number, number>([
  [0x21, SENTENCE_END],
  [0x3f, SENTENCE_END],
  [0x3002, SENTENCE_END],
  [0xff01, SENTENCE_END],
  [0xff1f, SENTENCE_END],
  [COMMA, PAUSE],
  [0x3b, PAUSE],
  [0x3a, PAUSE],
  [0x2013, PAUSE],
  [0x2014, PAUSE],
  [0x25, PERCENT],
  [0x26, AND],
])

/** A phrase as the model counts it, without the sentence end before it. */
export function idsOf(phrase: string): Uint32Array {
  const {ids} = modelTokensOf(wordsOf(phrase))
  return ids.subarray(ids[0] === SENTENCE_END ? 1 : 0)
}

/** The two ids before a place, none across a sentence end. */
export function contextBefore(ids: ArrayLike<number>, at: number): [u: number, v: number] {
  const v = at > 0 ? ids[at - 1]! : SENTENCE_END
  if (v === SENTENCE_END) return [0, SENTENCE_END]
  return [at > 1 ? ids[at - 2]! : SENTENCE_END, v]
}

/** The model's view of a text. It begins with a sentence end, as the start of a text is a paragraph break. */
export function modelTokensOf(words: Words): ModelTokens {
  // A word can bring a sentence end before it.
  const ids = new Uint32Array(words.count * 2)
  const places = new Uint32Array(words.count * 2)
  let count = 0
  let last = 0
  const push = (id: number, place: number): void => {
    if (repeats(last, id)) return
    ids[count] = id
    places[count++] = place
    last = id
  }
  for (let i = 0; i < words.count; i++) {
    if (gapBefore(words, i) === NEW_PARAGRAPH) push(SENTENCE_END, i)
    const id = idOf(words, i)
    if (id !== 0) push(id, i)
  }
  return {count, ids: ids.subarray(0, count), places: places.subarray(0, count)}
}

/** One sentence end for several, one class for a run of Chinese, and no pause at the start of a sentence. */
function repeats(last: number, id: number): boolean {
  if (id === SENTENCE_END || id === HAN_CLASS) return last === id
  return id === PAUSE && (last === PAUSE || last === SENTENCE_END)
}

function idOf(words: Words, i: number): number {
  switch (kindOf(words, i)) {
    case WORD:
      return words.hashes[i]!
    case NUMBER:
      return isYear(words, i) ? YEAR_CLASS : NUMBER_CLASS
    case HAN:
      return HAN_CLASS
    default:
      return markClass(words, i)
  }
}

/** Four digits from 1000 to 2099. */
function isYear(words: Words, i: number): boolean {
  const start = words.starts[i]!
  if (words.ends[i]! - start !== 4) return false
  for (let at = start; at < start + 4; at++) {
    const unit = words.text.charCodeAt(at)
    if (unit < 0x30 || unit > 0x39) return false
  }
  const [first, second] = [words.text.charCodeAt(start), words.text.charCodeAt(start + 1)]
  return first === 0x31 || (first === 0x32 && second === 0x30)
}

function markClass(words: Words, i: number): number {
  const unit = words.text.charCodeAt(words.starts[i]!)
  if (unit === POINT || unit === ELLIPSIS) return endsSentence(words, i) ? SENTENCE_END : 0
  if (unit === HYPHEN) return isDash(words, i) ? PAUSE : 0
  return MARKS.get(unit) ?? 0
}

/** A hyphen that stands for a dash: two or more, or blanks on both sides. */
function isDash(words: Words, i: number): boolean {
  if (words.ends[i]! - words.starts[i]! > 1) return true
  return gapBefore(words, i) !== GLUED && i + 1 < words.count && gapBefore(words, i + 1) !== GLUED
}

/**
 * Whether a full stop or an ellipsis ends a sentence. Not inside "U.S" or "3.x", not before a comma or a hyphen, not
 * before a word in lower case ("Inc. said"), not after an initial ("J. Smith").
 */
function endsSentence(words: Words, i: number): boolean {
  const next = i + 1
  if (next >= words.count) return true
  const gap = gapBefore(words, next)
  if (gap === NEW_PARAGRAPH) return true
  const kind = kindOf(words, next)
  if (gap === GLUED) return kind === MARK && !continues(words.text.charCodeAt(words.starts[next]!))
  if (kind === WORD && caseOf(words, next) === LOWER) return false
  return !isInitial(words, i)
}

/** Marks that, right after a full stop, show that it belongs to an abbreviation. */
const continues = (unit: number): boolean => unit === COMMA || unit === HYPHEN || unit === 0x3a || unit === 0x3b

/** A single capital right before the full stop. */
function isInitial(words: Words, i: number): boolean {
  if (i === 0 || gapBefore(words, i) !== GLUED || kindOf(words, i - 1) !== WORD) return false
  return words.ends[i - 1]! - words.starts[i - 1]! === 1 && caseOf(words, i - 1) !== LOWER
}
