/**
 * How much each n-gram of bytes speaks for each language, in typed arrays: what ELD's database says, without its names.
 *
 * Importing ELD's large database costs 0.8 s and 390 MB, for sixty languages of which a user means a few. These arrays are
 * the table that is looked into, so that nothing is left to be done but reading them.
 */
import {packSections, unpackSections} from '../../matching/sections.js'

/** "lang", little-endian. */
const MARK = 0x676e616c
/** To be raised with any change of the sections or of what is in them. */
const VERSION = 2

export interface Grams {
  /** ISO 639-1, by number. */
  readonly languages: readonly string[]
  /**
   * Open addressing, two numbers a slot: up to four bytes of UTF-8, the first in the highest byte; then where the pairs
   * begin, with the edges in the two lowest bits, or 0 for a free slot.
   */
  readonly slots: Uint32Array
  /** For one n-gram after the other the languages that know it: number in the high byte, score in the low one, `LAST`. */
  readonly pairs: Uint16Array
}

export const STARTS_WORD = 1
export const ENDS_WORD = 2

/** Bit of a pair that is the last of its n-gram. */
export const LAST = 0x8000

/** An n-gram, and the languages that know it. */
export interface Gram {
  readonly key: number
  readonly edges: number
  readonly pairs: ReadonlyArray<readonly [language: number, score: number]>
}

/** A table with at least one free slot in four. */
export function gramsFrom(languages: readonly string[], grams: readonly Gram[]): Grams {
  const slots = new Uint32Array(4 << (31 - Math.clz32(Math.max(1, Math.ceil((grams.length * 4) / 3)))))
  // No n-gram has its pairs at 0, so that no slot in use is 0.
  const pairs: number[] = [0]
  for (const {key, edges, pairs: known} of grams) {
    const slot = findGram(slots, key, edges)
    slots[slot] = key
    slots[slot + 1] = (pairs.length << 2) | edges
    for (const [language, score] of known) pairs.push((language << 8) | score)
    pairs[pairs.length - 1]! |= LAST
  }
  return {languages, slots, pairs: Uint16Array.from(pairs)}
}

/** Where an n-gram stands in the slots, or the free slot where it would be. */
export function findGram(slots: Uint32Array, key: number, edges: number): number {
  const mask = slots.length - 2
  let at = (spread(key ^ (edges << 6)) << 1) & mask
  while (slots[at + 1] !== 0 && (slots[at] !== key || (slots[at + 1]! & 3) !== edges)) at = (at + 2) & mask
  return at
}

/** The finaliser of MurmurHash3 by Austin Appleby (public domain). */
function spread(x: number): number {
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b)
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35)
  return x ^ (x >>> 16)
}

/** The bytes of a file. */
export function packGrams({languages, slots, pairs}: Grams): ArrayBuffer {
  return packSections(MARK, VERSION, [new TextEncoder().encode(languages.join(' ')), slots, pairs])
}

/**
 * The n-grams in a buffer, as views of it.
 *
 * @throws Error when it holds none, is cut off, or is of another version.
 */
export function readGrams(buffer: ArrayBuffer): Grams {
  const sections = unpackSections(buffer, MARK, VERSION)
  if (!sections) throw new Error('Unexpected bytes, expected n-grams of languages; run npm run build')
  const [names, slots, pairs] = sections as [Uint8Array, Uint32Array, Uint16Array]
  return {languages: new TextDecoder().decode(names).split(' '), slots, pairs}
}
