/** Whether words that are read in order are protected: in URLs, code and front matter no language is looked for. */
import {firstEndingAfter, type ProtectedSpan} from '../../draft/index.js'

/** Beyond every text. */
const NOWHERE = 2 ** 30

export class Shields {
  readonly #spans: readonly ProtectedSpan[]
  #next: number
  /** Of the span that ends behind the offset last asked for: most words are between two. */
  #start = 0
  #end = 0

  constructor(spans: readonly ProtectedSpan[], from = 0) {
    this.#spans = spans
    this.#next = from === 0 ? 0 : firstEndingAfter(spans, from)
  }

  /** Offsets come in order, from the first on. */
  cover(offset: number): boolean {
    while (this.#end <= offset) this.#step()
    return this.#start <= offset
  }

  #step(): void {
    const span = this.#spans[this.#next++]
    this.#start = span ? span.start : NOWHERE
    this.#end = span ? span.end : NOWHERE
  }
}
