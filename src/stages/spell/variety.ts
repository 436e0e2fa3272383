/**
 * British or American, by the document: it tells which dictionary suggestions are asked of and how they are spelt.
 *
 * Whether a word is known does not hang on it. Articles quote, name and translate; a word of either variety is a word.
 */
import {hashOf, type Words} from '../../draft/index.js'
import type {Table} from '../../rules/rule.js'

export class Varieties {
  /** By American word. */
  readonly #british = new Map<string, string>()
  readonly #britishHashes = new Set<number>()
  readonly #americanHashes = new Set<number>()

  /** `tables` with the columns `british word` and `american word`. */
  constructor(tables: readonly Table[]) {
    for (const {cells} of tables.flatMap(({rows}) => rows)) {
      const [british, american] = [cells['british word'], cells['american word']]
      if (!british || !american) continue
      this.#british.set(american, british)
      this.#britishHashes.add(hashOf(british))
      this.#americanHashes.add(hashOf(american))
    }
  }

  /** Whether a text has more words that only the British spell so than words that only Americans do. */
  isBritish(words: Words): boolean {
    let balance = 0
    for (let i = 0; i < words.count; i++) {
      const hash = words.hashes[i]!
      if (this.#britishHashes.has(hash)) balance++
      else if (this.#americanHashes.has(hash)) balance--
    }
    return balance > 0
  }

  /** The British spelling of an American word, if it is listed; else the word. */
  inBritish(form: string): string {
    return this.#british.get(form) ?? form
  }
}
