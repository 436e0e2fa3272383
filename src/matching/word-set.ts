/** A set of word hashes in front of which a bitmap (8 KB at most) turns away nearly every word that is not in it. */
export class WordSet {
  readonly #hashes: ReadonlySet<number>
  readonly #bits: Uint8Array

  constructor(hashes: Iterable<number>) {
    this.#hashes = new Set(hashes)
    this.#bits = new Uint8Array(bytesFor(this.#hashes.size))
    const last = this.#bits.length - 1
    for (const hash of this.#hashes) this.#bits[(hash >>> 3) & last]! |= 1 << (hash & 7)
  }

  has(hash: number): boolean {
    const bits = this.#bits
    return (bits[(hash >>> 3) & (bits.length - 1)]! & (1 << (hash & 7))) !== 0 && this.#hashes.has(hash)
  }
}

/** A power of two, so that of a hundred words about one is not turned away; small sets are made for a single document. */
const bytesFor = (words: number): number => Math.min(8192, 16 << (32 - Math.clz32(words)))
