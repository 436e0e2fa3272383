/**
 * Words as directions: two words that stand among the same words point the same way.
 *
 * Unit vectors in bytes, by the 32-bit hashes of the words, the most frequent word first.
 */
import {packSections, unpackSections} from './sections.js'

/** "wvec" in little-endian order. */
const MARK = 0x63657677
const VERSION = 1
/** A component of 0.5 and more becomes 127; components of unit vectors of a hundred dimensions are a tenth on average. */
export const BYTES_A_UNIT = 254
const EMPTY = 0

export class WordVectors {
  readonly dimensions: number
  readonly count: number
  readonly #bytes: Int8Array
  /** Open addressing: hash and row + 1, side by side. */
  readonly #table: Uint32Array
  readonly #mask: number

  /** Refuses what is not a whole file of vectors. */
  static read(buffer: ArrayBuffer): WordVectors {
    const sections = unpackSections(buffer, MARK, VERSION)
    const [hashes, bytes] = sections ?? []
    if (!(hashes instanceof Uint32Array && bytes instanceof Uint8Array) || bytes.length % hashes.length !== 0) {
      throw new Error(
        'Unexpected word vectors: the file is damaged or of another version. Restore it, or build it again',
      )
    }
    return new WordVectors(hashes, bytes)
  }

  private constructor(hashes: Uint32Array, bytes: Uint8Array) {
    this.count = hashes.length
    this.dimensions = bytes.length / hashes.length
    this.#bytes = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length)
    const capacity = 2 ** Math.ceil(Math.log2(2 * this.count))
    this.#table = new Uint32Array(2 * capacity)
    this.#mask = capacity - 1
    for (const [row, hash] of hashes.entries()) {
      let slot = hash & this.#mask
      while (this.#table[2 * slot + 1] !== EMPTY) slot = (slot + 1) & this.#mask
      this.#table[2 * slot] = hash
      this.#table[2 * slot + 1] = row + 1
    }
  }

  /** The row of a word, which is also its rank by frequency; -1 for a word that has none. */
  row(hash: number): number {
    for (let slot = hash & this.#mask; ; slot = (slot + 1) & this.#mask) {
      const row = this.#table[2 * slot + 1]!
      if (row === EMPTY) return -1
      if (this.#table[2 * slot] === hash) return row - 1
    }
  }

  /** Adds a multiple of a word's vector to a sum. */
  add(row: number, factor: number, sum: Float64Array): void {
    const scale = factor / BYTES_A_UNIT
    const at = row * this.dimensions
    for (let i = 0; i < this.dimensions; i++) sum[i]! += this.#bytes[at + i]! * scale
  }

  /** The product of a word's vector and another. */
  dot(row: number, other: Float64Array): number {
    const at = row * this.dimensions
    let sum = 0
    for (let i = 0; i < this.dimensions; i++) sum += this.#bytes[at + i]! * other[i]!
    return sum / BYTES_A_UNIT
  }
}

/** The bytes of a file: hashes and, one after the other, the vectors of their words. */
export const packVectors = (hashes: Uint32Array, vectors: Int8Array): ArrayBuffer =>
  packSections(MARK, VERSION, [hashes, new Uint8Array(vectors.buffer, vectors.byteOffset, vectors.length)])
