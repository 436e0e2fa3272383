/** What is looked for from ever larger offsets: each stretch of a text is searched once, also where there is nothing. */
export class Ascending {
  readonly #find: (from: number) => number
  #at = -1

  /** `find` answers with the first place from an offset on, or -1. */
  constructor(find: (from: number) => number) {
    this.#find = find
  }

  /** The first place from an offset on; infinite where there is none. */
  from(offset: number): number {
    if (this.#at < offset) {
      const found = this.#find(offset)
      this.#at = found < 0 ? Number.POSITIVE_INFINITY : found
    }
    return this.#at
  }
}
