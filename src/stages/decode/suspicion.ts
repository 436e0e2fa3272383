/** A quick look at a line: whether it may have been read wrongly, and then as what. One pass, one table. */
import {familiarity, IS} from './languages.js'
import {ALPHABET_KINDS, kindsOfUnits, surpriseAfter} from './letter-kinds.js'
import type {ReadAs} from './rereading.js'

/** Less than this share of the letters is frequent. Clean text: 0.6 and more; the bytes of another set: 0.3. */
const FREQUENT_SHARE = 0.45
/** Kana make up half of a Japanese text. */
const KANA_SHARE = 0.2
/** Tenths of a nat: no letters of one Western word are so odd beside each other. */
const ODD = 85

const NOTHING: readonly ReadAs[] = []
const WESTERN: readonly ReadAs[] = ['windows-1252']
const EAST_ASIAN: readonly ReadAs[] = ['gb18030', 'big5', 'shift_jis', 'euc-kr', 'euc-jp']

/** The sets that a line may have been read with by mistake; none for nearly every line. */
export function suspectedSets(line: string): readonly ReadAs[] {
  const eastAsian = isOddEastAsian(line) ? EAST_ASIAN : NOTHING
  return hasOddNeighbours(line) ? [...WESTERN, ...eastAsian] : eastAsian
}

const WESTERN_LETTER = /[\x80-\xff\u0152-\u0192\u2013-\u203a\u20ac\u2122]/g

function hasOddNeighbours(line: string): boolean {
  const kinds = kindsOfUnits()
  for (const {index} of line.matchAll(WESTERN_LETTER)) {
    const kind = kinds[line.charCodeAt(index)]!
    const before = kinds[index === 0 ? 0x0a : line.charCodeAt(index - 1)]!
    const after = kinds[index + 1 === line.length ? 0x0a : line.charCodeAt(index + 1)]!
    if (after < ALPHABET_KINDS && surpriseAfter(kind, after) >= ODD) return true
    if (before < ALPHABET_KINDS && surpriseAfter(before, kind) >= ODD) return true
  }
  return false
}

/** Letters that are seldom, that nobody knows, two in a row, or that are none of the language around them. */
function isOddEastAsian(line: string): boolean {
  const [kinds, bits] = [kindsOfUnits(), familiarity()]
  let letters = 0
  let frequent = 0
  let kana = 0
  let notJapanese = 0
  let lastRare = -2
  for (let i = 0; i < line.length; i++) {
    const unit = line.charCodeAt(i)
    if (unit < 0x2e80 || (unit < 0xe000 && kinds[unit]! < ALPHABET_KINDS)) continue
    const is = bits[unit]!
    if (is & IS.letter) letters++
    if (is & IS.frequent) frequent++
    if (is & IS.kana) kana++
    if (is & IS.notJapanese) notJapanese++
    if (!(is & IS.rare)) continue
    if (lastRare === i - 1) return true
    lastRare = i
  }
  return frequent < FREQUENT_SHARE * letters || (notJapanese > 0 && kana > KANA_SHARE * letters)
}
