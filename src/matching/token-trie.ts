/**
 * All phrases of a stage in one trie over token hashes, walked from each token of the text.
 *
 * Edges lie in one open-addressing table of typed arrays, keyed by state and token hash and verified by a second hash of both,
 * so that 10,000 phrases cost hardly more than 100: a bitmap of first tokens (8 KB, stays in the nearest cache) and one of
 * first pairs (64 KB) turn away nearly every token before the table is touched, "of the" included.
 * Chinese needs no automaton of its own: each character is a token.
 */

const EMPTY = 0
/** Words of an edge in the table. */
const EDGE = 2
const LOAD_FACTOR = 0.5

/** One phrase: the hashes of its tokens. */
export interface TokenSequence {
  readonly hashes: ArrayLike<number>
  readonly checks: ArrayLike<number>
}

export class TokenTrie {
  /** Bit `hash & 0xffff` is set when a phrase may begin with such a token. */
  readonly #firsts = new Uint8Array(8192)
  /** The same for tokens that may stand alone, or before one that is not a fixed word. */
  readonly #loose = new Uint8Array(8192)
  /** A bit for each first pair of tokens. */
  readonly #pairs = new Uint8Array(65536)
  /** Edges of two words, key and target, side by side, so that one look costs one cache line; the slot tells the hash. */
  #table = new Uint32Array(0)
  #mask = 0
  #edges = 0
  /** First value of each state, and for each value the next one of the same state; -1 ends a chain. */
  #firstValue: number[] = [-1]
  /** Where the only edge to each state would like to lie; the root has none. */
  readonly #spreads: number[] = [0]
  #nextValue: number[] = []

  /** Values are 0, 1, 2 … in the order of the phrases. Tokens with a hash of `open` stand for whatever the caller takes them for. */
  constructor(phrases: Iterable<TokenSequence>, open: ReadonlySet<number> = new Set()) {
    this.#resize(1024)
    for (const phrase of phrases) {
      this.#announce(phrase, open)
      this.#add(phrase)
    }
  }

  /** How many states there are, the root included. */
  get size(): number {
    return this.#firstValue.length
  }

  /** The state after a first token, or 0 when no phrase begins with it and the token after it (0 for none). */
  enter(hash: number, check: number, next: number): number {
    if (!hasBit(this.#firsts, hash & 0xffff)) return 0
    if (!hasBit(this.#pairs, pairOf(hash, next)) && !hasBit(this.#loose, hash & 0xffff)) return 0
    return this.step(0, hash, check)
  }

  /** The state that a token leads to, or 0 when no phrase goes on so. */
  step(state: number, hash: number, check: number): number {
    const table = this.#table
    const key = keyOf(state, check)
    let slot = spread(state, hash) & this.#mask
    for (;;) {
      const at = slot * EDGE
      const target = table[at + 1]!
      if (target === EMPTY) return 0
      if (table[at] === key) return target
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

  #announce({hashes}: TokenSequence, open: ReadonlySet<number>): void {
    const first = hashes[0]! >>> 0
    const second = hashes[1]
    setBit(this.#firsts, first & 0xffff)
    if (second === undefined || open.has(second >>> 0)) setBit(this.#loose, first & 0xffff)
    else setBit(this.#pairs, pairOf(first, second >>> 0))
  }

  #add({hashes, checks}: TokenSequence): void {
    const value = this.#nextValue.length
    let state = 0
    for (let i = 0; i < hashes.length; i++) {
      const hash = hashes[i]! >>> 0
      const check = checks[i]! >>> 0
      state = this.step(state, hash, check) || this.#grow(state, hash, check)
    }
    this.#nextValue.push(this.#firstValue[state]!)
    this.#firstValue[state] = value
  }

  #grow(state: number, hash: number, check: number): number {
    if (++this.#edges > (this.#mask + 1) * LOAD_FACTOR) this.#resize((this.#mask + 1) * 2)
    const target = this.#firstValue.push(-1) - 1
    this.#spreads.push(spread(state, hash))
    this.#insert(keyOf(state, check), target)
    return target
  }

  #insert(key: number, target: number): void {
    let slot = this.#spreads[target]! & this.#mask
    while (this.#table[slot * EDGE + 1] !== EMPTY) slot = (slot + 1) & this.#mask
    this.#table[slot * EDGE] = key
    this.#table[slot * EDGE + 1] = target
  }

  #resize(capacity: number): void {
    const old = this.#table
    this.#table = new Uint32Array(capacity * EDGE)
    this.#mask = capacity - 1
    for (let at = 0; at < old.length; at += EDGE) {
      if (old[at + 1] !== EMPTY) this.#insert(old[at]!, old[at + 1]!)
    }
  }
}

const hasBit = (bits: Uint8Array, i: number): boolean => (bits[i >> 3]! & (1 << (i & 7))) !== 0
const setBit = (bits: Uint8Array, i: number): void => {
  bits[i >> 3]! |= 1 << (i & 7)
}
/** Nineteen bits of two hashes. */
const pairOf = (first: number, second: number): number =>
  (Math.imul(first ^ (second >>> 7), 0x9e3779b1) ^ second) >>> 13

const spread = (state: number, hash: number): number => {
  const x = Math.imul(state ^ (hash >>> 15), 0x9e3779b1) ^ hash
  return (x ^ (x >>> 16)) >>> 0
}

/** Tells apart the edges that want one slot: with what the slot says, 45 bits and more of state, hash and check. */
const keyOf = (state: number, check: number): number => (Math.imul(state, 0x85ebca6b) ^ check) >>> 0
