/**
 * Text that grows by small pieces. A string that is added to millions of times is a tree of millions of nodes, forty
 * times its size; pieces that are joined now and then are never more than twice it.
 */
export class GatheredText {
  #pieces: string[] = []
  #chunks: string[] = []
  #length = 0

  /** In UTF-16 code units. */
  get length(): number {
    return this.#length
  }

  add(piece: string): void {
    this.#pieces.push(piece)
    this.#length += piece.length
    if (this.#pieces.length < MOST_PIECES) return
    this.#chunks.push(this.#pieces.join(''))
    this.#pieces = []
  }

  /** All of it; the next begins empty. */
  take(): string {
    if (this.#length === 0) return ''
    const text = this.#chunks.length === 0 ? this.#pieces.join('') : [...this.#chunks, ...this.#pieces].join('')
    this.#pieces = []
    this.#chunks = []
    this.#length = 0
    return text
  }
}

const MOST_PIECES = 4096
