/** The small words of languages ("the", "der", "het"), by the hashes of words: whose sentence it is. */
import {hashOf} from '../../draft/index.js'
import type {Table} from '../../rules/rule.js'

/**
 * So many of one language, twice as many as of any other, and one word in ten at least: 3,500 of 10,000 sentences have
 * them, and none is in another language (tests of Lingua, ten languages).
 */
const [ENOUGH, TIMES_OTHERS, SHARE] = [6, 2, 0.1]

/** Of a number; further rows are not read. */
const BITS = 31

/** Every word of a text is looked for, and most are none: three slots in four are free, so that one look says so. */
const SLOTS_PER_WORD = 4

export class SmallWords {
  /** ISO 639-1, by bit. */
  readonly languages: readonly string[]
  /** Open addressing: hash of a word, and the languages in which it is a small one as bits; 0 is a free slot. */
  readonly #hashes: Uint32Array
  readonly #bits: Int32Array
  readonly #mask: number

  /** From tables with a row for each language, of which those that were chosen count. */
  constructor(tables: readonly Table[], chosen: readonly string[]) {
    const rows = tables
      .flatMap((table) => table.rows)
      .filter(({cells}) => chosen.includes(cells['language']!))
      .slice(0, BITS)
      .map(({cells}) => ({language: cells['language']!, hashes: cells['words']!.split(/\s+/).map(hashOf)}))
    this.languages = rows.map(({language}) => language)
    const most = rows.reduce((sum, {hashes}) => sum + hashes.length, 1)
    const size = 1 << (32 - Math.clz32(SLOTS_PER_WORD * most))
    this.#mask = size - 1
    this.#hashes = new Uint32Array(size)
    this.#bits = new Int32Array(size)
    for (const [i, {hashes}] of rows.entries()) for (const hash of hashes) this.#learn(hash, 1 << i)
  }

  #learn(hash: number, bit: number): void {
    const slot = this.#find(hash)
    this.#hashes[slot] = hash
    this.#bits[slot]! |= bit
  }

  /** The slot of a word, or the free one where it would be. */
  #find(hash: number): number {
    let slot = hash & this.#mask
    while (this.#bits[slot] !== 0 && this.#hashes[slot] !== hash) slot = (slot + 1) & this.#mask
    return slot
  }

  /** The languages in which a word is a small one, as bits; 0 for most words. */
  bitsOf(hash: number): number {
    return this.#bits[this.#find(hash)]!
  }

  /** The language of running text with so many small words of each; undefined where that does not settle it. */
  settle(small: readonly number[], words: number): string | undefined {
    let best = 0
    let second = 0
    for (let i = 1; i < small.length; i++) {
      if (small[i]! > small[best]!) {
        second = small[best]!
        best = i
      } else if (small[i]! > second) second = small[i]!
    }
    const most = small[best] ?? 0
    return most >= ENOUGH && most >= TIMES_OTHERS * second && most >= SHARE * words ? this.languages[best] : undefined
  }
}
