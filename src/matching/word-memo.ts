/** Remembers one small answer for each word form, by its 64 bits of hash; typed arrays, a few nanoseconds a question. */

const EMPTY = 0

export class WordMemo {
  #hashes = new Uint32Array(1024)
  #checks = new Uint32Array(1024)
  /** The answer plus one; 0 is a free slot. */
  #answers = new Uint8Array(1024)
  #count = 0
  readonly #most: number

  /** Forgets everything when it holds more than `most` forms, so that its memory is bounded (9 bytes a slot, half of them free). */
  constructor(most: number) {
    this.#most = most
  }

  /** The answer for a form, or -1. */
  get(hash: number, check: number): number {
    const mask = this.#answers.length - 1
    let slot = (hash ^ (hash >>> 15)) & mask
    while (this.#answers[slot] !== EMPTY) {
      if (this.#hashes[slot] === hash && this.#checks[slot] === check) return this.#answers[slot]! - 1
      slot = (slot + 1) & mask
    }
    return -1
  }

  /** Notes an answer (0–254) for a form that has none. */
  set(hash: number, check: number, answer: number): void {
    if (this.#count >= this.#most) this.#clear()
    if (++this.#count * 2 > this.#answers.length) this.#grow()
    this.#insert(hash, check, answer + 1)
  }

  #insert(hash: number, check: number, stored: number): void {
    const mask = this.#answers.length - 1
    let slot = (hash ^ (hash >>> 15)) & mask
    while (this.#answers[slot] !== EMPTY) slot = (slot + 1) & mask
    this.#hashes[slot] = hash
    this.#checks[slot] = check
    this.#answers[slot] = stored
  }

  #grow(): void {
    const [hashes, checks, answers] = [this.#hashes, this.#checks, this.#answers]
    this.#hashes = new Uint32Array(answers.length * 2)
    this.#checks = new Uint32Array(answers.length * 2)
    this.#answers = new Uint8Array(answers.length * 2)
    for (let i = 0; i < answers.length; i++) if (answers[i] !== EMPTY) this.#insert(hashes[i]!, checks[i]!, answers[i]!)
  }

  #clear(): void {
    this.#answers.fill(EMPTY)
    this.#count = 0
  }
}
