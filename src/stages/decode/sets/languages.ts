/**
 * Characters of East Asia as readers of Chinese, Japanese and Korean know them: by rank among the frequent ones, and by
 * level in the national standard, of which the first holds what everybody reads and the second what the learned do.
 */
import {characterSet, type DoubleByte} from './character-sets.js'
import {HANGUL, HIRAGANA, KANJI, KATAKANA, SIMPLIFIED, TRADITIONAL} from './frequent.js'

/** Tenths of a nat. Measured on the halves the lists were counted on: −ln(share of a class / its characters). */
const FREQUENT = 55
const KNOWN = 72
const COMMON = 97
export const LEARNED = 126
const FOREIGN = 165

const STOPS = '，。、'
const MARKS = '“”‘’：；！？（）「」《》『』…—・·〈〉【】～〜　ー'

/** Surprise by UTF-16 unit. */
export type Language = Uint8Array

let known: readonly Language[] | undefined

/** Simplified and traditional Chinese, Japanese, Korean. */
export function languages(): readonly Language[] {
  known ??= [
    language('gb18030', {common: [0xb0, 0xd7], learned: [0xd8, 0xf7]}, [[SIMPLIFIED, [FREQUENT, 100], [KNOWN, 500]]]),
    language('big5', {common: [0xa4, 0xc6], learned: [0xc9, 0xf9]}, [[TRADITIONAL, [FREQUENT, 100], [KNOWN, 500]]]),
    language('euc-jp', {common: [0xb0, 0xcf], learned: [0xd0, 0xf4]}, [
      [KANJI, [60, 60], [78, 300]],
      [KATAKANA, [70, 45], [85, 99]],
      [HIRAGANA, [37, 20], [55, 50], [85, 99]],
    ]),
    language('euc-kr', {common: [0xb0, 0xc8], learned: [0xca, 0xfd]}, [[HANGUL, [50, 100], [70, 400]]]),
  ]
  return known
}

/** A list and how surprising its first so many are. */
type Ranked = readonly [list: string, ...ranks: ReadonlyArray<readonly [surprise: number, below: number]>]

interface Levels {
  /** First and last lead byte of what everybody reads. */
  readonly common: readonly [number, number]
  /** And of what only the learned do. */
  readonly learned: readonly [number, number]
}

function language(standard: DoubleByte, levels: Levels, lists: readonly Ranked[]): Language {
  const table = new Uint8Array(0x10000).fill(FOREIGN)
  fillRows(table, standard, SIGNS[standard] ?? [0xa1, 0xa3], SIGN)
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

/** The rows of signs; those of Korea go on with units and letters in circles. */
const SIGNS: Readonly<Partial<Record<DoubleByte, readonly [number, number]>>> = {'euc-kr': [0xa1, 0xa9]}
const SIGN = 115

function fillRows(
  table: Language,
  standard: DoubleByte,
  [first, last]: readonly [number, number],
  surprise: number,
): void {
  const {charOf} = characterSet(standard)
  for (let pair = first << 8; pair < (last + 1) << 8; pair++) table[charOf[pair]!] = surprise
  table[0] = FOREIGN
}

/** What a character is to somebody who reads all the languages: bits. */
export const IS = {letter: 1, frequent: 2, rare: 4, kana: 8, notJapanese: 16} as const
const MET = 32

/** The bits of every UTF-16 unit, learnt when first met. */
const looks = new Uint8Array(0x10000)

/** The bits of a UTF-16 unit. */
export const familiarity = (unit: number): number => looks[unit]! || learn(unit)

function learn(unit: number): number {
  const [simplified, traditional, japanese, korean] = languages() as [Language, Language, Language, Language]
  const least = Math.min(simplified[unit]!, traditional[unit]!, japanese[unit]!, korean[unit]!)
  looks[unit] = MET | bitsOf(unit, least, japanese[unit] === FOREIGN && simplified[unit]! <= COMMON)
  return looks[unit]!
}

function bitsOf(unit: number, least: number, isNotJapanese: boolean): number {
  if (isMark(unit)) return 0
  let bits: number = IS.letter
  const isHalfWidth = unit >= 0xff61 && unit <= 0xff9f
  if (least <= 78 && !isHalfWidth) bits |= IS.frequent
  if (least >= LEARNED) bits |= IS.rare
  if (unit >= 0x3041 && unit <= 0x30ff) bits |= IS.kana
  if (isNotJapanese) bits |= IS.notJapanese
  return bits
}

/** Punctuation of East Asia. */
export const isMark = (unit: number): boolean =>
  (unit >= 0x3000 && unit <= 0x303f) || unit === 0x30fb || unit === 0x30fc || (unit >= 0xff01 && unit <= 0xff20)
