/** What kind a character is to Chinese typography: one look into a table for each UTF-16 unit. */

export const OTHER = 0
export const BREAK = 1
export const BLANK = 2
export const HAN = 3
export const LATIN = 4
export const DIGIT = 5
/** Full-width brackets and titles; curly quotation marks are `QUOTE`, because Latin text has them, too. */
export const OPEN = 6
export const CLOSE = 7
/** Full-width commas, stops and their like. */
export const PAUSE = 8
export const QUOTE = 9
/** What Markdown makes emphasis of. */
export const EMPHASIS = 10
/** Full-width letters and digits. */
export const WIDE = 11
export const BRACKET = 12
/** Kana and hangul. */
export const FOREIGN = 13
/** Code, an address, a tag: nobody looks in. */
export const SHIELD = 14

/** One letter of a Latin alphabet. */
export const LETTERS: CharacterSets = ['A-Z', 'a-z', '\u00c0-\u00d6', '\u00d8-\u00f6', '\u00f8-\u024f', '\u1e00-\u1eff']
export const WIDE_LETTERS: CharacterSets = ['\uff10-\uff19', '\uff21-\uff3a', '\uff41-\uff5a']

const KINDS = tableOf([
  [BREAK, '\n\r\u2028\u2029'],
  [BLANK, ' \u00a0'],
  [HAN, '々〇', '\u3400-\u4dbf', '\u4e00-\u9fff', '\uf900-\ufaff'],
  [LATIN, ...LETTERS],
  [DIGIT, '0-9'],
  [OPEN, '（《〈「『【〔〖'],
  [CLOSE, '）》〉」』】〕〗'],
  [PAUSE, '，。、；：？！'],
  [QUOTE, '"“”‘’'],
  [EMPHASIS, '*_~'],
  [WIDE, ...WIDE_LETTERS],
  [BRACKET, '()'],
  [FOREIGN, '\u3041-\u30fa', '\u30fc-\u30ff', '\u31f0-\u31ff', '\u1100-\u11ff', '\uac00-\ud7af'],
])

/** Characters one by one, or a first and a last one with a hyphen between. */
export type CharacterSets = readonly string[]

function tableOf(kinds: ReadonlyArray<readonly [number, ...CharacterSets]>): Uint8Array {
  const table = new Uint8Array(65536)
  for (const [kind, ...sets] of kinds) {
    for (const [first, last] of rangesOf(sets)) table.fill(kind, first, last + 1)
  }
  return table
}

/** First and last UTF-16 unit of every range. */
export function rangesOf(sets: CharacterSets): ReadonlyArray<readonly [number, number]> {
  return sets.flatMap((set) =>
    set.length === 3 && set[1] === '-'
      ? [[set.charCodeAt(0), set.charCodeAt(2)] as const]
      : [...set].map((char) => [char.charCodeAt(0), char.charCodeAt(0)] as const),
  )
}

/** The kind of the character that the unit at an offset belongs to; outside the text it is a line break. */
export function kindAt(text: string, at: number): number {
  if (at < 0 || at >= text.length) return BREAK
  const unit = text.charCodeAt(at)
  if (unit < 0xd800 || unit > 0xdfff) return KINDS[unit]!
  const high = unit < 0xdc00 ? unit : text.charCodeAt(at - 1)
  // Planes 2 and 3 hold nothing but Han.
  return high >= 0xd840 && high <= 0xd8bf ? HAN : OTHER
}
