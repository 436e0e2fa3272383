/**
 * How surprising a text is to somebody who reads one of the languages here, character by character: the logarithm of
 * how seldom a character stands there, in tenths of a nat. Readings of the same bytes can be compared by it: the least
 * surprising one is the text.
 *
 * Characters of East Asia are judged by rank among the frequent ones and by level in their national standard, the
 * letters of alphabets by what stands before them (`éÀ` surprises, `né` does not).
 */
import {isMark, type Language, languages} from './languages.js'
import {ALPHABET_KINDS, kindsOfUnits, surpriseAfter} from './letter-kinds.js'

const REPEATED = 30

/** What no reader of the language expects less than this is no evidence for it: the mean of a text drawn at random. */
const INDIFFERENT = 93

/** What a character set is used for; all of it where the text may be anything. */
const WRITTEN_IN: Readonly<Record<string, readonly number[]>> = {
  gb18030: [0, 1],
  big5: [1],
  shift_jis: [2],
  'euc-jp': [2],
  'euc-kr': [3],
}
const ANY = [0, 1, 2, 3]

export interface Surprise {
  /** Tenths of a nat, all characters together, to the reader who is surprised least. */
  readonly total: number
  /** How much less East Asian characters surprise than such characters drawn at random would. */
  readonly gain: number
  /** How many characters of East Asia there are, punctuation apart. */
  readonly eastAsian: number
}

/** How surprising a text is that stands behind the character `before`, when it was written in a character set. Linear. */
export function surpriseOf(text: string, before: string, set?: string): Surprise {
  let best: Surprise | undefined
  for (const index of WRITTEN_IN[set ?? ''] ?? ANY) {
    const one = surpriseTo(languages()[index]!, text, before)
    if (!best || one.total < best.total) best = one
  }
  return best!
}

function surpriseTo(table: Language, text: string, before: string): Surprise {
  let total = 0
  let gain = 0
  let eastAsian = 0
  const kinds = kindsOfUnits()
  let last = before.charCodeAt(0) || 0x0a
  let lastKind = kinds[last]!
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    const kind = kinds[unit]!
    let surprise: number
    if (kind < ALPHABET_KINDS) surprise = surpriseAfter(lastKind, kind)
    else {
      surprise = table[unit]!
      if (!isMark(unit)) {
        eastAsian++
        gain += isHalf(unit) ? -surprise : INDIFFERENT - surprise
      }
    }
    if ((unit === last || unit === last + 1) && unit < 0xe000) surprise = Math.min(surprise, REPEATED)
    total += surprise
    last = unit
    lastKind = kind
  }
  return {total, gain, eastAsian}
}

/** Half-width katakana, which every second byte of Chinese looks like. */
const isHalf = (unit: number): boolean => unit >= 0xff61 && unit <= 0xff9f
