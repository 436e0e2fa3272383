/**
 * Pinyin as people write it: with or without tones, tone numbers, blanks, hyphens, capitals, ü as u or v.
 * All spellings of one reading agree in their plain letters, and only those are compared.
 */
import {editDistance} from '../../../matching/edit-distance.js'

const plain = new Map<string, string>()

/** The letter or digit a character stands for; empty for everything else. */
function plainLetter(char: string): string {
  const known = plain.get(char)
  if (known !== undefined) return known
  const letter = char
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .replace('v', 'u')
  plain.set(char, letter)
  return letter
}

/** Letters and digits only: the form in which all spellings of one reading agree. */
export const plainPinyin = (text: string): string =>
  ASCII.test(text)
    ? text
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '')
        .replaceAll('v', 'u')
    : Array.from(text, plainLetter).join('')

const ASCII = /^[\0-\x7f]*$/

const JOINT = /[ \u00a0'’ʼ‘`\-‐·•:]/
const TONE_NUMBER = /[0-5⁰¹²³⁴⁵]/
const LETTER = /[\p{L}\p{M}\p{N}]/u
/** Between two letters of one reading: `nei - juan`. */
const LONGEST_JOINT = 2

/** Where a reading that begins at `at` ends; -1 when another word stands there. `wanted` is plain. */
export const pinyinFrom = (text: string, at: number, wanted: string): number => walk(text, at, 1, wanted)

/** Where a reading that ends at `end` begins; -1 when another word stands there. */
export function pinyinUpTo(text: string, end: number, wanted: string): number {
  return walk(text, end - 1, -1, wanted)
}

/** Over the letters of a reading in either direction: where it ends, or begins; -1 when another word stands there. */
function walk(text: string, at: number, step: 1 | -1, wanted: string): number {
  let matched = 0
  let joints = 0
  let i = at
  for (; i >= 0 && i < text.length && matched < wanted.length; i += step) {
    const char = text[i]!
    const letter = plainLetter(char)
    const expected = wanted[step > 0 ? matched : wanted.length - 1 - matched]!
    if (letter !== '' && letter === expected) {
      matched++
      joints = 0
    } else if (TONE_NUMBER.test(char) || /\p{M}/u.test(char)) {
      if (step > 0 && matched === 0) return -1
    } else if (letter === '' && JOINT.test(char) && matched > 0 && joints < LONGEST_JOINT) joints++
    else return -1
  }
  if (matched < wanted.length) return -1
  const beyond = step > 0 ? pastTone(text, i) : i
  const isInWord = LETTER.test(text[beyond] ?? '') || (step < 0 && /[\p{L}\p{M}]/u.test(text[at + 1] ?? ''))
  if (isInWord) return -1
  return step > 0 ? beyond : beyond + 1
}

function pastTone(text: string, at: number): number {
  let end = at
  while (/\p{M}/u.test(text[end] ?? '')) end++
  return TONE_NUMBER.test(text[end] ?? '') ? end + 1 : end
}

/**
 * Without tone marks; ü stays, for it is a letter and not a tone: GB/T 16159 lets tones be left out, and tells lü from lu.
 */
export const withoutTones = (pinyin: string): string =>
  pinyin
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0304\u030c]/g, '')
    .normalize('NFC')

const TONED = /[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]|[a-zü][1-4]\b/i
const SYLLABLE =
  /(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?(?:i?[aou]ng?|i?ao?|u?ai|[eiuü]n?g?|ei|er|i[ue]|[ou]u|u[aeio]|üe|u?an|u?o)(?:n|ng)?/y
/** Two slips of the pen in a reading of five letters and more are still that reading, misspelt. */
const SLIPS = 2
const SHORTEST_MISSPELT = 5

/** Whether a text is meant as pinyin of a term but is another reading: it has tones, or is the right one but for a slip. */
export function isOtherReading(text: string, wanted: string): boolean {
  const letters = plainPinyin(text.replace(/([a-zü])[1-4]\b/gi, '$1'))
  if (letters === wanted || letters === '' || /[^\p{Script=Latin}\p{M}0-5\s'’-]/u.test(text)) return false
  if (TONED.test(text.normalize('NFC'))) return isSyllables(letters)
  return wanted.length >= SHORTEST_MISSPELT && editDistance(letters, wanted, SLIPS) <= SLIPS
}

function isSyllables(letters: string): boolean {
  for (let at = 0; at < letters.length; at = SYLLABLE.lastIndex) {
    SYLLABLE.lastIndex = at
    if (!SYLLABLE.test(letters) || SYLLABLE.lastIndex === at) return false
  }
  return letters !== ''
}

/** The first letter as a capital. */
export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const SYLLABLES = /[^aeiou\s]*[aeiou]+(?:n(?![aeiou])g?(?![aeiou])|r(?![aeiou]))?/g

/** One reading as it is mostly written: with and without tones, joined by word, in one, or by syllable. */
export function spellingsOf(pinyin: string): Set<string> {
  const [toned, bare] = [pinyin.toLowerCase(), withoutTones(pinyin).toLowerCase()]
  return new Set([
    toned,
    bare,
    toned.replaceAll(' ', ''),
    bare.replaceAll(' ', ''),
    bySyllable(toned, bare),
    bySyllable(bare, bare),
  ])
}

/** `nèijuǎn` as `nèi juǎn`; the letters without tones tell where to cut. */
function bySyllable(written: string, bare: string): string {
  const plainLetters = bare.replaceAll('ü', 'u')
  if (plainLetters.length !== written.length) return written
  const cuts = [...plainLetters.matchAll(SYLLABLES)].map(({index, 0: syllable}) =>
    written.slice(index, index + syllable.length).replace(/['’]/g, ''),
  )
  return cuts.join(' ')
}
