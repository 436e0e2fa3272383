/**
 * What a text is about around each place: a text about cars does not speak of mannequins.
 *
 * The words of a wording as vectors, summed with weights that fall with distance. The language model sees two words on
 * each side; this sees the paragraph, but neither order nor grammar.
 */
import type {WordVectors} from '../../matching/word-vectors.js'

/** By this factor a word counts less with each word further off: e times less at fifteen. */
const FADING = Math.exp(-1 / 15)
/** So many of the most frequent words tell nothing of a subject. */
const COMMONEST = 300

export class Topic {
  readonly #vectors: WordVectors
  readonly #rows: Int32Array
  /** At each token the faded sum of those before it, itself not included. */
  readonly #before: Float32Array
  /** At each token the faded sum of those from it on. */
  readonly #from: Float32Array
  readonly #around: Float64Array

  /** Of a run of ids. */
  constructor(vectors: WordVectors, ids: ArrayLike<number>) {
    const {dimensions} = vectors
    const count = ids.length
    this.#vectors = vectors
    this.#rows = Int32Array.from(ids, (id) => vectors.row(id))
    this.#before = new Float32Array((count + 1) * dimensions)
    this.#from = new Float32Array((count + 1) * dimensions)
    this.#around = new Float64Array(dimensions)
    const sum = new Float64Array(dimensions)
    for (let at = 0; at < count; at++) {
      this.#fade(sum, at)
      this.#before.set(sum, (at + 1) * dimensions)
    }
    sum.fill(0)
    for (let at = count - 1; at >= 0; at--) {
      this.#fade(sum, at)
      this.#from.set(sum, at * dimensions)
    }
  }

  /** Turns to the words around a stretch of tokens. */
  turnTo(from: number, to: number): void {
    const {dimensions} = this.#vectors
    for (let i = 0; i < dimensions; i++) {
      this.#around[i] = this.#before[from * dimensions + i]! + this.#from[to * dimensions + i]!
    }
  }

  /** How well some words go with those around: the mean over those that have vectors; NaN when none has. */
  fit(ids: ArrayLike<number>, count: number): number {
    let [sum, known] = [0, 0]
    for (let i = 0; i < count; i++) {
      const row = this.#vectors.row(ids[i]!)
      if (row < 0) continue
      sum += this.#vectors.dot(row, this.#around)
      known++
    }
    return sum / known
  }

  #fade(sum: Float64Array, at: number): void {
    for (let i = 0; i < sum.length; i++) sum[i]! *= FADING
    const row = this.#rows[at]!
    if (row >= COMMONEST) this.#vectors.add(row, FADING, sum)
  }
}
