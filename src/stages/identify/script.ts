/** Which script a letter is of, by tables that are learnt, and how many words the letters of each script make. */

const PATTERNS = [
  ['Latn', /\p{Script=Latin}/u],
  ['Hani', /\p{Script=Han}/u],
  ['Kana', /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['Hang', /\p{Script=Hangul}/u],
  ['Cyrl', /\p{Script=Cyrillic}/u],
  ['Arab', /\p{Script=Arabic}/u],
  ['Hebr', /\p{Script=Hebrew}/u],
  ['Grek', /\p{Script=Greek}/u],
  ['Deva', /\p{Script=Devanagari}/u],
  ['Thai', /\p{Script=Thai}/u],
  ['Armn', /\p{Script=Armenian}/u],
  ['Geor', /\p{Script=Georgian}/u],
  ['Ethi', /\p{Script=Ethiopic}/u],
  ['Beng', /\p{Script=Bengali}/u],
  ['Gujr', /\p{Script=Gujarati}/u],
  ['Guru', /\p{Script=Gurmukhi}/u],
  ['Knda', /\p{Script=Kannada}/u],
  ['Mlym', /\p{Script=Malayalam}/u],
  ['Orya', /\p{Script=Oriya}/u],
  ['Taml', /\p{Script=Tamil}/u],
  ['Telu', /\p{Script=Telugu}/u],
  ['Laoo', /\p{Script=Lao}/u],
] as const

/** ISO 15924; `Kana` is text with kana in it, `Zyyy` text without letters. */
export type Script = (typeof PATTERNS)[number][0] | 'Zyyy'

/** Every script a word can have, by the index that `scriptIndex` gives; the last is for none. */
export const SCRIPTS: readonly Script[] = [...PATTERNS.map(([script]) => script), 'Zyyy']
export const LATIN: number = 0
export const HAN: number = 1
export const KANA: number = 2
export const HANGUL: number = 3
export const NO_SCRIPT: number = PATTERNS.length

/** UTF-16 units that make a word in running text of each script: measured (shared research on Chinese, §2.6). */
const LETTERS_OF_WORD: Readonly<Partial<Record<Script, number>>> = {
  Latn: 4.7,
  Hani: 1 / 0.6,
  Kana: 1 / 0.6,
  Hang: 2.5,
  Arab: 4.5,
  Thai: 4.5,
  Laoo: 4.5,
}
const USUAL_LETTERS = 5

/** What a letter weighs, in words, by index of its script. */
export const WEIGHTS = Float64Array.from(SCRIPTS, (script) => 1 / (LETTERS_OF_WORD[script] ?? USUAL_LETTERS))
WEIGHTS[NO_SCRIPT] = 0

/** Index of the script of each UTF-16 unit met so far, plus one. */
const known = new Uint8Array(65536)

/** The script of a letter, as an index of `SCRIPTS`. */
export function scriptIndex(unit: number): number {
  if (unit < 0x80) return LATIN
  if (known[unit] === 0) {
    const char = String.fromCharCode(unit)
    const found = PATTERNS.findIndex(([, pattern]) => pattern.test(char))
    // Ideographs beyond the basic plane begin with a surrogate.
    known[unit] = 1 + (found >= 0 ? found : unit >= 0xd800 && unit < 0xdc00 ? HAN : NO_SCRIPT)
  }
  return known[unit]! - 1
}
