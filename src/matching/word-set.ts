/** A set of word hashes in front of which a bitmap (8 KB) turns away nearly every word that is not in it. */
export class WordSet {
  readonly #hashes: ReadonlySet<number>
  readonly #bits = new Uint8Array(8192)

  constructor(hashes: Iterable<number>) {
    this.#hashes = new Set(hashes)
    for (const hash of this.#hashes) this.#bits[(hash & 0xffff) >> 3]! |= 1 << (hash & 7)
  }

  has(hash: number): boolean {
    return (this.#bits[(hash & 0xffff) >> 3]! & (1 << (hash & 7))) !== 0 && this.#hashes.has(hash)
  }
}
