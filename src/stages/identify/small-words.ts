/** The small words of languages ("the", "der", "het"), by the hashes of words: whose sentence it is. */
import {hashOf} from '../../draft/index.js'
import {WordSet} from '../../matching/word-set.js'
import type {Table} from '../../rules/rule.js'

/**
 * So many of one language, twice as many as of any other, and one word in ten at least: 3,500 of 10,000 sentences have
 * them, and none is in another language (tests of Lingua, ten languages).
 */
const [ENOUGH, TIMES_OTHERS, SHARE] = [6, 2, 0.1]

/** Of a number; further rows are not read. */
const BITS = 31

export class SmallWords {
  /** ISO 639-1, by bit. */
  readonly languages: readonly string[]
  readonly #bits: ReadonlyMap<number, number>
  readonly #known: WordSet

  /** From tables with a row for each language, of which those that were chosen count. */
  constructor(tables: readonly Table[], chosen: readonly string[]) {
    const rows = tables
      .flatMap((table) => table.rows)
      .filter(({cells}) => chosen.includes(cells['language']!))
      .slice(0, BITS)
    const bits = new Map<number, number>()
    for (const [i, {cells}] of rows.entries()) {
      for (const hash of cells['words']!.split(/\s+/).map(hashOf)) bits.set(hash, (bits.get(hash) ?? 0) | (1 << i))
    }
    this.languages = rows.map(({cells}) => cells['language']!)
    this.#bits = bits
    this.#known = new WordSet(bits.keys())
  }

  /** The languages in which a word is a small one, as bits; 0 for most words. */
  bitsOf(hash: number): number {
    return this.#known.has(hash) ? this.#bits.get(hash)! : 0
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
