/** The small words of languages ("the", "der", "и"), by the hashes of words: whose sentence it is. */
import {hashOf} from '../../draft/index.js'
import {WordSet} from '../../matching/word-set.js'
import type {Table} from '../../rules/rule.js'

export class SmallWords {
  /** ISO 639-1, by bit. */
  readonly languages: readonly string[]
  readonly #bits: ReadonlyMap<number, number>
  readonly #known: WordSet

  /** From tables with a row for each language, of which those that were chosen count. */
  constructor(tables: readonly Table[], chosen: readonly string[]) {
    const rows = tables.flatMap((table) => table.rows).filter(({cells}) => chosen.includes(cells['language']!))
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
}
