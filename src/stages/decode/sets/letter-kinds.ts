/** Kinds of characters outside East Asia, and how surprising each is behind another: what alphabets look like in use. */

/** An index of `KINDS`. */
type Kind = number

/** The first pattern that fits a character names its kind; what none fits is East Asian. */
const KINDS: ReadonlyArray<readonly [name: string, pattern: RegExp]> = [
  ['blank', /[\t-\r \u00a0\u2028]/],
  ['lower', /[a-z]/],
  ['upper', /[A-Z]/],
  ['digit', /[0-9]/],
  ['mark', /[!"#%&'()*+,\-./:;<=>?]/],
  ['sign', /[$@[\\\]^_`{|}~]/],
  ['control', /[\0-\x1f\x7f-\x84\x86-\x90\x95\x98-\x9f]/],
  ['accented', /[\u00df-\u00f6\u00f8-\u00ff\u0153\u0192]/],
  ['capital', /[\u00c0-\u00d6\u00d8-\u00de\u0152\u0160\u017d\u0178]/],
  // With those of windows-1252 that were taken for Latin-1: nothing is wrong with the letters around them.
  ['quote', /[\x85\x91-\x94\x96\x97\u00ab\u00bb\u2018-\u201e\u2013\u2014\u2026\u2039\u203a]/],
  ['symbol', /[\u00a0-\u00bf\u00d7\u00f7\u02c6\u02dc\u2020-\u2022\u2030\u20ac\u2122]/],
  ['beyond', /[\u0100-\u024f\u1e00-\u1eff\u0250-\u02af]|[\u0300-\u036f]/],
  ['frequent', /[оеаинтсрвлкм]/],
  ['seldom', /[цщэфъё\u0450\u0452-\u045f\u0491]/],
  ['cyrillic', /[\u0430-\u045f]/],
  ['Cyrillic', /[\u0400-\u042f\u0490]/],
  ['other', /[\u0370-\u03ff\u0460-\u10ff\u1200-\u1dff\u1f00-\u1fff\ud800-\udfff\ufb1d-\ufdff\ufe70-\ufefc]/],
  ['private', /[\ue000-\uf8ff]/],
  ['lost', /\ufffd/],
]

export const ALPHABET_KINDS = KINDS.length

let kinds: Uint8Array | undefined

/** What kind every UTF-16 unit is; `ALPHABET_KINDS` for East Asian ones and whatever else there is. */
export function kindsOfUnits(): Uint8Array {
  if (kinds) return kinds
  kinds = new Uint8Array(0x10000).fill(ALPHABET_KINDS)
  const units = everyUnit()
  // The first pattern counts, so it is the last to be written.
  for (const [kind, [, {source}]] of [...KINDS.entries()].reverse()) {
    for (const {0: run, index} of units.matchAll(new RegExp(`(?:${source})+`, 'g'))) {
      kinds.fill(kind, index, index + run.length)
    }
  }
  return kinds
}

/** Asked in one string: 65,536 times nineteen questions take 20 ms. */
const everyUnit = (): string =>
  Array.from({length: 0x100}, (_, row) =>
    String.fromCharCode(...Array.from({length: 0x100}, (_, i) => (row << 8) | i)),
  ).join('')

/**
 * Tenths of a nat, by kind (rows) behind kind (columns). Orders of magnitude, not counts: a letter among its like is
 * expected, a capital inside a word or a symbol between letters is not.
 */
// biome-ignore format: a table
const BEHIND: Readonly<Record<string, readonly number[]>> = {
  //            blank lower upper digit mark sign ctrl accent capital quote symbol beyond freq seldom cyr Cyr other private lost asia
  blank:       [30, 18, 25, 25, 22, 50, 50, 18, 25, 25, 30, 18, 12, 40, 22, 25, 18, 80, 50, 50],
  lower:       [35, 28, 32, 70, 45, 70, 90, 28, 35, 45, 90, 28, 84, 112, 94, 90, 60, 80, 90, 60],
  upper:       [50, 85, 45, 75, 50, 70, 90, 85, 50, 50, 90, 60, 84, 112, 94, 90, 60, 80, 90, 65],
  digit:       [50, 70, 70, 25, 50, 60, 90, 80, 80, 70, 60, 80, 64, 92, 74, 70, 50, 80, 90, 60],
  mark:        [60, 55, 65, 50, 40, 50, 90, 60, 70, 50, 70, 60, 49, 77, 59, 65, 50, 80, 90, 60],
  sign:        [75, 90, 90, 85, 70, 60, 90, 95, 95, 90, 95, 90, 84, 112, 94, 90, 80, 80, 95, 85],
  control:     [120, 120, 120, 120, 120, 120, 110, 120, 120, 120, 120, 120, 114, 142, 124, 120, 120, 80, 120, 120],
  accented:    [75, 52, 60, 95, 85, 95, 115, 65, 75, 75, 110, 55, 104, 132, 114, 110, 95, 80, 115, 110],
  capital:     [75, 110, 65, 95, 85, 95, 115, 110, 68, 70, 110, 85, 104, 132, 114, 110, 95, 80, 115, 110],
  quote:       [55, 55, 60, 70, 60, 85, 110, 65, 75, 75, 95, 60, 59, 87, 69, 75, 65, 80, 95, 80],
  symbol:      [75, 95, 95, 60, 80, 90, 115, 100, 105, 90, 95, 95, 89, 117, 99, 95, 80, 80, 115, 100],
  beyond:      [75, 52, 60, 95, 85, 95, 115, 65, 75, 75, 110, 55, 104, 132, 114, 110, 95, 80, 115, 110],
  frequent:    [35, 100, 100, 80, 65, 90, 120, 110, 110, 60, 100, 100, 26, 54, 36, 50, 90, 80, 120, 115],
  seldom:      [35, 100, 100, 80, 65, 90, 120, 110, 110, 60, 100, 100, 26, 54, 36, 50, 90, 80, 120, 115],
  cyrillic:    [35, 100, 100, 80, 65, 90, 120, 110, 110, 60, 100, 100, 26, 54, 36, 50, 90, 80, 120, 115],
  Cyrillic:    [50, 110, 110, 80, 65, 90, 120, 110, 110, 55, 100, 110, 89, 117, 99, 60, 90, 80, 120, 115],
  other:       [45, 90, 90, 70, 65, 90, 120, 110, 110, 65, 100, 100, 89, 117, 99, 95, 38, 80, 120, 115],
  private:     [70, 85, 85, 80, 70, 85, 95, 95, 95, 80, 90, 95, 89, 117, 99, 95, 85, 60, 120, 90],
  lost:        [170, 170, 170, 170, 170, 170, 170, 170, 170, 170, 170, 170, 164, 192, 174, 170, 170, 80, 120, 170],
}

let behind: Uint8Array | undefined

/** How surprising a kind is behind another, in tenths of a nat. */
export function surpriseAfter(last: Kind, kind: Kind): number {
  behind ??= Uint8Array.from(KINDS.flatMap(([name]) => BEHIND[name]!))
  return behind[kind * (ALPHABET_KINDS + 1) + last]!
}
