/**
 * How much each n-gram of bytes speaks for each language, in typed arrays: what ELD's database says, without its names.
 *
 * Importing ELD's large database costs 0.8 s and 390 MB, for sixty languages of which a user means a few; these arrays are
 * read in milliseconds, and a scorer takes from them what it needs.
 */
import {packSections, unpackSections} from '../../matching/sections.js'

/** "lang", little-endian. */
const MARK = 0x676e616c
/** To be raised with any change of the sections or of what is in them. */
const VERSION = 1

export interface Grams {
  /** ISO 639-1, by number. */
  readonly languages: readonly string[]
  /** Up to four bytes of UTF-8, the first in the highest byte. */
  readonly keys: Uint32Array
  /** `STARTS_WORD` and `ENDS_WORD`. */
  readonly edges: Uint8Array
  /** How many languages know each n-gram. */
  readonly counts: Uint8Array
  /** For one n-gram after the other the languages that know it: number, then score, a byte each. */
  readonly pairs: Uint8Array
}

export const STARTS_WORD = 1
export const ENDS_WORD = 2

/** The bytes of a file. */
export function packGrams({languages, keys, edges, counts, pairs}: Grams): ArrayBuffer {
  return packSections(MARK, VERSION, [new TextEncoder().encode(languages.join(' ')), keys, edges, counts, pairs])
}

/**
 * The n-grams in a buffer, as views of it.
 *
 * @throws Error when it holds none, is cut off, or is of another version.
 */
export function readGrams(buffer: ArrayBuffer): Grams {
  const sections = unpackSections(buffer, MARK, VERSION)
  if (!sections) throw new Error('Unexpected bytes, expected n-grams of languages; run npm run build')
  const [names, keys, edges, counts, pairs] = sections as [Uint8Array, Uint32Array, Uint8Array, Uint8Array, Uint8Array]
  return {languages: new TextDecoder().decode(names).split(' '), keys, edges, counts, pairs}
}
