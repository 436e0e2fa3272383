/** A quick look at a line: whether it may have been read wrongly, and then as what. One pass, one table. */
import {familiarity, IS} from '../sets/languages.js'
import {ALPHABET_KINDS, kindsOfUnits, surpriseAfter} from '../sets/letter-kinds.js'
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
  const eastAsian = EAST_ASIAN_LETTER.test(line) && isOddEastAsian(line) ? EAST_ASIAN : NOTHING
  return WITNESSES.test(line) && hasOddNeighbours(line) ? [...WESTERN, ...eastAsian] : eastAsian
}

/** What has a byte in windows-1252, and the punctuation that may stand behind. */
const BYTE = '[\\x80-\\xff\\u0152-\\u0192\\u02c6\\u02dc\\u2010-\\u203a\\u20ac\\u2122]'

/**
 * Two bytes of UTF-8, or the first bytes of two characters, whose second bytes may be ASCII: less convinces nobody
 * (`misread.ts`).
 */
const WITNESSES = new RegExp(`${BYTE}[@-~]?${BYTE}`)

const WESTERN_LETTER = /[\x80-\xff\u0152-\u0192\u2013-\u203a\u20ac\u2122]/

function hasOddNeighbours(line: string): boolean {
  const first = line.search(WESTERN_LETTER)
  if (first < 0) return false
  const kinds = kindsOfUnits()
  let last = kinds[first === 0 ? 0x0a : line.charCodeAt(first - 1)]!
  let wasWestern = false
  for (let i = first; i < line.length; i++) {
    const unit = line.charCodeAt(i)
    const kind = kinds[unit]!
    const isWestern = unit >= 0x80 && (unit < 0x100 || isBeyondLatin1(unit))
    const isLetter = kind < ALPHABET_KINDS && last < ALPHABET_KINDS
    if (isLetter && (isWestern || wasWestern) && surpriseAfter(last, kind) >= ODD) return true
    last = kind
    wasWestern = isWestern
  }
  return false
}

/** The characters of windows-1252 that Latin-1 does not have. */
const isBeyondLatin1 = (unit: number): boolean =>
  (unit >= 0x152 && unit <= 0x192) || (unit >= 0x2013 && unit <= 0x203a) || unit === 0x20ac || unit === 0x2122

/** Without halves of characters and the selectors that stand behind emoji: no set that is looked for has those. */
const EAST_ASIAN_LETTER = /[\u2e80-\ud7ff\ue000-\ufdff\ufe10-\uffff]/

/** Letters that are seldom, that nobody knows, two in a row, or that are none of the language around them. */
function isOddEastAsian(line: string): boolean {
  const kinds = kindsOfUnits()
  let letters = 0
  let frequent = 0
  let kana = 0
  let notJapanese = 0
  let lastRare = -2
  for (let i = 0; i < line.length; i++) {
    const unit = line.charCodeAt(i)
    if (unit < 0x2e80 || (unit < 0xe000 && kinds[unit]! < ALPHABET_KINDS)) continue
    const is = familiarity(unit)
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
