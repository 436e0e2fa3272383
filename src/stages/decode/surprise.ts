/**
 * How surprising a text is to somebody who reads one of the languages here, character by character: the logarithm of
 * how seldom a character stands there, in tenths of a nat. Readings of the same bytes can be compared by it: the least
 * surprising one is the text.
 *
 * Characters of East Asia are judged by rank among the frequent ones and by level in their national standard, the
 * letters of alphabets by what stands before them (`éÀ` surprises, `né` does not).
 */
import {characterSet, type DoubleByte} from './character-sets.js'
import {HANGUL, HIRAGANA, KANJI, KATAKANA, SIMPLIFIED, TRADITIONAL} from './frequent.js'
import {ALPHABET_KINDS, type Kind, kindOf, surpriseAfter} from './letter-kinds.js'

/** Tenths of a nat. Measured on the halves the lists were counted on: −ln(share of a class / its characters). */
const FREQUENT = 55
const KNOWN = 72
const COMMON = 97
const LEARNED = 126
const FOREIGN = 165
const REPEATED = 30

/** What no reader of the language expects less than this is no evidence for it: the mean of a text drawn at random. */
export const INDIFFERENT = 93

const STOPS = '，。、'
const MARKS = '“”‘’：；！？（）「」《》『』…—・·〈〉【】～〜　ー'

type Table = Uint8Array

let tables: readonly Table[] | undefined

/** Simplified and traditional Chinese, Japanese, Korean. */
const languages = (): readonly Table[] => {
  tables ??= [
    language('gb18030', {common: [0xb0, 0xd7], learned: [0xd8, 0xf7]}, [[SIMPLIFIED, [FREQUENT, 100], [KNOWN, 500]]]),
    language('big5', {common: [0xa4, 0xc6], learned: [0xc9, 0xf9]}, [[TRADITIONAL, [FREQUENT, 100], [KNOWN, 500]]]),
    language('euc-jp', {common: [0xb0, 0xcf], learned: [0xd0, 0xf4]}, [
      [KANJI, [60, 60], [78, 300]],
      [KATAKANA, [70, 45], [85, 99]],
      [HIRAGANA, [37, 20], [55, 50], [85, 99]],
    ]),
    language('euc-kr', {common: [0xb0, 0xc8], learned: [0xca, 0xfd]}, [[HANGUL, [50, 100], [70, 400]]]),
  ]
  return tables
}

/** A list and how surprising its first so many are. */
type Ranked = readonly [list: string, ...ranks: ReadonlyArray<readonly [surprise: number, below: number]>]

interface Levels {
  /** First and last lead byte of what everybody reads. */
  readonly common: readonly [number, number]
  /** And of what only the learned do. */
  readonly learned: readonly [number, number]
}

function language(standard: DoubleByte, levels: Levels, lists: readonly Ranked[]): Table {
  const table = new Uint8Array(0x10000).fill(FOREIGN)
  fillRows(table, standard, levels.learned, LEARNED)
  fillRows(table, standard, levels.common, COMMON)
  for (const [list, ...ranks] of lists) {
    for (const [rank, char] of [...list].entries()) {
      const [surprise] = ranks.find(([, below]) => rank < below) ?? [COMMON]
      table[char.charCodeAt(0)] = surprise
    }
  }
  // Half-width katakana, two to the bytes of one hanzi.
  table.fill(60, 0xff61, 0xffa0)
  for (const char of MARKS) table[char.charCodeAt(0)] = 60
  for (const char of STOPS) table[char.charCodeAt(0)] = 40
  return table
}

function fillRows(table: Table, standard: DoubleByte, [first, last]: readonly [number, number], surprise: number): void {
  const {ofPair} = characterSet(standard)
  for (let pair = first << 8; pair < (last + 1) << 8; pair++) if (ofPair[pair]) table[ofPair[pair]!] = surprise
  table[0] = FOREIGN
}

export interface Surprise {
  /** Tenths of a nat, all characters together, to the reader who is surprised least. */
  readonly total: number
  /** How much less East Asian characters surprise than such characters drawn at random would. */
  readonly gain: number
  /** How many characters of East Asia there are, punctuation apart. */
  readonly eastAsian: number
  /** How many of them are learned, or foreign to the language. */
  readonly rare: number
}

/** How surprising a text is that stands behind the character `before`. Linear. */
export function surpriseOf(text: string, before: string): Surprise {
  let best: Surprise | undefined
  for (const table of languages()) {
    const one = surpriseTo(table, text, before)
    if (!best || one.total < best.total) best = one
  }
  return best!
}

function surpriseTo(table: Table, text: string, before: string): Surprise {
  let total = 0
  let gain = 0
  let eastAsian = 0
  let rare = 0
  let last = before.charCodeAt(0) || 0x0a
  let lastKind: Kind = kindOf(last)
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    const kind = kindOf(unit)
    let surprise: number
    if (kind < ALPHABET_KINDS) surprise = surpriseAfter(lastKind, kind)
    else {
      surprise = table[unit]!
      if (!isMark(unit)) {
        eastAsian++
        gain += isHalf(unit) ? -surprise : INDIFFERENT - surprise
        if (surprise >= LEARNED) rare++
      }
    }
    if (unit === last || unit === last + 1) surprise = Math.min(surprise, REPEATED)
    total += surprise
    last = unit
    lastKind = kind
  }
  return {total, gain, eastAsian, rare}
}

/** Half-width katakana, which every second byte of Chinese looks like. */
const isHalf = (unit: number): boolean => unit >= 0xff61 && unit <= 0xff9f

const isMark = (unit: number): boolean => (unit >= 0x3000 && unit <= 0x303f) || (unit >= 0xff01 && unit <= 0xff20)
