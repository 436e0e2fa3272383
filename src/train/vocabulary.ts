/** The vocabulary: 32-bit word hashes as dense indices, so that an n-gram is one exact double. */

import {hashOf} from '../draft/words.js'
import {HAN_CLASS, NUMBER_CLASS, PAUSE, SENTENCE_END, YEAR_CLASS} from '../stages/unspin/model-tokens.js'

/** The id of every word outside the vocabulary. */
export const UNKNOWN = hashOf('<unk>')

/** Indices of the special tokens. Classes the spoken model lacks are those up to LAST_CLASS. */
export const [UNKNOWN_INDEX, PAUSE_INDEX, NUMBER_INDEX, YEAR_INDEX, HAN_INDEX, END_INDEX] = [0, 1, 2, 3, 4, 5]
const SPECIAL = [UNKNOWN, PAUSE, NUMBER_CLASS, YEAR_CLASS, HAN_CLASS, SENTENCE_END]

export class Vocabulary {
  readonly ids: readonly number[]
  readonly #indices: Map<number, number>

  /** Special tokens first, then the other ids in ascending order, so that the same words give the same indices. */
  constructor(ids: Iterable<number>) {
    const others = [...new Set(ids)].filter((id) => !SPECIAL.includes(id)).sort((a, b) => a - b)
    this.ids = [...SPECIAL, ...others]
    this.#indices = new Map(this.ids.map((id, index) => [id, index]))
  }

  get size(): number {
    return this.ids.length
  }

  indexOf(id: number): number {
    return this.#indices.get(id) ?? UNKNOWN_INDEX
  }

  indicesOf(ids: Uint32Array): Int32Array {
    return Int32Array.from(ids, (id) => this.indexOf(id))
  }
}

/** How often each id occurs. */
export function frequencies(streams: Iterable<Uint32Array>): Map<number, number> {
  const counts = new Map<number, number>()
  for (const stream of streams) {
    for (const id of stream) counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  return counts
}
