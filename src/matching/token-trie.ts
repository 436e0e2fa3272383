/**
 * All phrases of a stage in one trie over token hashes, walked from each token of the text.
 *
 * Edges lie in one open-addressing table of typed arrays, keyed by state and token hash and verified by a second hash,
 * so that 10,000 phrases cost hardly more than 100: a bitmap of first tokens (8 KB, stays in the nearest cache)
 * turns away nearly every token before the table is touched. Chinese needs no automaton of its own: each character is a token.
 */

const EMPTY = 0
const LOAD_FACTOR = 0.5

/** One phrase: the hashes of its tokens. */
export interface TokenSequence {
  readonly hashes: ArrayLike<number>
  readonly checks: ArrayLike<number>
}

export class TokenTrie {
  /** Bit `hash & 0xffff` is set when a phrase may begin with such a token. */
  readonly #firsts = new Uint8Array(8192)
  #states = new Uint32Array(0)
  #hashes = new Uint32Array(0)
  #checks = new Uint32Array(0)
  #targets = new Uint32Array(0)
  #mask = 0
  #edges = 0
  /** First value of each state, and for each value the next one of the same state; -1 ends a chain. */
  #firstValue: number[] = [-1]
  #nextValue: number[] = []

  /** Values are 0, 1, 2 … in the order of the phrases. */
  constructor(phrases: Iterable<TokenSequence>) {
    this.#resize(1024)
    for (const phrase of phrases) this.#add(phrase)
  }

  /** How many states there are, the root included. */
  get size(): number {
    return this.#firstValue.length
  }

  /** The state after a first token, or 0. */
  enter(hash: number, check: number): number {
    if ((this.#firsts[(hash & 0xffff) >> 3]! & (1 << (hash & 7))) === 0) return 0
    return this.step(0, hash, check)
  }

  /** The state that a token leads to, or 0 when no phrase goes on so. */
  step(state: number, hash: number, check: number): number {
    let slot = spread(state, hash) & this.#mask
    for (;;) {
      const target = this.#targets[slot]!
      if (target === EMPTY) return 0
      if (this.#hashes[slot] === hash && this.#states[slot] === state && this.#checks[slot] === check) return target
      slot = (slot + 1) & this.#mask
    }
  }

  /** The first phrase that ends in a state, or -1; the others follow by `next`. */
  valueAt(state: number): number {
    return this.#firstValue[state]!
  }

  next(value: number): number {
    return this.#nextValue[value]!
  }

  #add({hashes, checks}: TokenSequence): void {
    const value = this.#nextValue.length
    let state = 0
    for (let i = 0; i < hashes.length; i++) {
      const hash = hashes[i]! >>> 0
      const check = checks[i]! >>> 0
      if (state === 0) this.#firsts[(hash & 0xffff) >> 3]! |= 1 << (hash & 7)
      state = this.step(state, hash, check) || this.#grow(state, hash, check)
    }
    this.#nextValue.push(this.#firstValue[state]!)
    this.#firstValue[state] = value
  }

  #grow(state: number, hash: number, check: number): number {
    if (++this.#edges > this.#targets.length * LOAD_FACTOR) this.#resize(this.#targets.length * 2)
    const target = this.#firstValue.push(-1) - 1
    this.#insert(state, hash, check, target)
    return target
  }

  #insert(state: number, hash: number, check: number, target: number): void {
    let slot = spread(state, hash) & this.#mask
    while (this.#targets[slot] !== EMPTY) slot = (slot + 1) & this.#mask
    this.#states[slot] = state
    this.#hashes[slot] = hash
    this.#checks[slot] = check
    this.#targets[slot] = target
  }

  #resize(capacity: number): void {
    const [states, hashes, checks, targets] = [this.#states, this.#hashes, this.#checks, this.#targets]
    this.#states = new Uint32Array(capacity)
    this.#hashes = new Uint32Array(capacity)
    this.#checks = new Uint32Array(capacity)
    this.#targets = new Uint32Array(capacity)
    this.#mask = capacity - 1
    for (let i = 0; i < targets.length; i++) {
      if (targets[i] !== EMPTY) this.#insert(states[i]!, hashes[i]!, checks[i]!, targets[i]!)
    }
  }
}

const spread = (state: number, hash: number): number => {
  const x = Math.imul(state ^ (hash >>> 15), 0x9e3779b1) ^ hash
  return (x ^ (x >>> 16)) >>> 0
}
