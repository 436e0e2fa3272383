/** Which script a word is in, by its first letter; which a stretch of text is in, by its words. */

export type Script = 'Latn' | 'Hani' | 'Kana' | 'Hang' | 'Cyrl' | 'Arab' | 'Hebr' | 'Grek' | 'Deva' | 'Thai' | 'Zyyy'

const PATTERNS: ReadonlyArray<readonly [Script, RegExp]> = [
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
]

/** Every script a word can have, by the index that `scriptIndex` gives; the last is for none. */
export const SCRIPTS: readonly Script[] = [...PATTERNS.map(([script]) => script), 'Zyyy']
const NONE = PATTERNS.length
export const LATIN = 0
export const HAN = 1
const KANA = 2
const THAI = 9

/**
 * What one token weighs, in words: a Chinese or Japanese character is 0.6 of one, so that three of them do not outweigh
 * a sentence; Thai sets no blanks, so a token there is about five words.
 */
export const WEIGHTS = PATTERNS.map((_, i) => (i === HAN || i === KANA ? 0.6 : i === THAI ? 5 : 1))

/** Index of the script of each UTF-16 unit met so far, plus one. */
const known = new Uint8Array(65536)

/** The script of a letter, as an index of `SCRIPTS`. */
export function scriptIndex(unit: number): number {
  if (unit < 0x80) return LATIN
  if (known[unit] === 0) {
    const char = String.fromCharCode(unit)
    const found = PATTERNS.findIndex(([, pattern]) => pattern.test(char))
    // Ideographs beyond the basic plane begin with a surrogate.
    known[unit] = 1 + (found >= 0 ? found : unit >= 0xd800 && unit < 0xdc00 ? HAN : NONE)
  }
  return known[unit]! - 1
}

/** One kana in ten East Asian characters makes it Japanese; fewer are quoted names. */
const KANA_SHARE = 0.1

/** The script with most weight behind it. */
export function heaviest(weights: Float64Array): Script {
  let best = NONE
  let most = 0
  for (let i = 0; i < NONE; i++) {
    if (weights[i]! > most) {
      most = weights[i]!
      best = i
    }
  }
  if (best !== HAN && best !== KANA) return SCRIPTS[best]!
  return weights[KANA]! > KANA_SHARE * (weights[HAN]! + weights[KANA]!) ? 'Kana' : 'Hani'
}
