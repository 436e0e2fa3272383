/** Remembers one small answer for each word form, by its two hashes; typed arrays, a few nanoseconds a question. */

const EMPTY = 0

/** The low bits of a check make room for the answer: 56 of the 64 bits are compared. */
const ANSWER = 0xff

export class WordMemo {
  /** By twos, so that a question costs one cache line: the hash, then the check with the answer plus one in its last byte. */
  #entries = new Uint32Array(2048)
  #count = 0
  readonly #most: number

  /** Forgets everything when it holds more than `most` forms, so that its memory is bounded (8 bytes a slot, half of them free). */
  constructor(most: number) {
    this.#most = most
  }

  /** The answer for a form, or -1. */
  get(hash: number, check: number): number {
    const entries = this.#entries
    const last = entries.length - 2
    for (let at = placeOf(hash) & last; ; at = (at + 2) & last) {
      const stored = entries[at + 1]!
      if (stored === EMPTY) return -1
      if (entries[at] === hash && (stored ^ check) >>> 8 === 0) return (stored & ANSWER) - 1
    }
  }

  /** Notes an answer (0–254) for a form that has none. */
  set(hash: number, check: number, answer: number): void {
    if (this.#count >= this.#most) this.#clear()
    if (++this.#count * 4 > this.#entries.length) this.#grow()
    this.#insert(hash, (check & ~ANSWER) | (answer + 1))
  }

  #insert(hash: number, stored: number): void {
    const entries = this.#entries
    const last = entries.length - 2
    let at = placeOf(hash) & last
    while (entries[at + 1] !== EMPTY) at = (at + 2) & last
    entries[at] = hash
    entries[at + 1] = stored
  }

  #grow(): void {
    const old = this.#entries
    this.#entries = new Uint32Array(old.length * 2)
    for (let at = 0; at < old.length; at += 2) if (old[at + 1] !== EMPTY) this.#insert(old[at]!, old[at + 1]!)
  }

  #clear(): void {
    this.#entries.fill(EMPTY)
    this.#count = 0
  }
}

/** Where the entry of a form would like to lie; even under any mask whose last bit is 0. */
const placeOf = (hash: number): number => (hash ^ (hash >>> 15)) << 1
