/**
 * All phrases of a stage in one trie over token hashes, walked from each token of the text.
 *
 * Edges lie in one open-addressing table of typed arrays, keyed by state and token hash and verified by a second hash of both,
 * so that 10,000 phrases cost hardly more than 100: a bitmap of first tokens (8 KB, stays in the nearest cache) and one of
 * how phrases begin, by up to three tokens, turn away nearly every token before the table is touched, "of the" included.
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

/** The tokens of a text. */
export interface Tokens extends TokenSequence {
  readonly count: number
}

/** What is only needed while phrases are added. */
interface Growth {
  readonly firstValue: number[]
  readonly nextValue: number[]
  /** Where the only edge to each state would like to lie; the root has none. */
  readonly spreads: number[]
}

/** Bitmaps of first tokens, loose ones and beginnings; edges; first value of each state; next value of each value. */
export type TrieArrays = readonly [Uint8Array, Uint8Array, Uint8Array, Uint32Array, Int32Array, Int32Array]

export class TokenTrie {
  /** Bit `hash & 0xffff` is set when a phrase may begin with such a token. */
  #firsts: Uint8Array = new Uint8Array(8192)
  /** Two bits, by 18 bits of the hash each, for a token that may stand alone, or before one that is not a fixed word: many do. */
  #loose: Uint8Array = new Uint8Array(32768)
  /** A bit for the first two tokens of a phrase, or for the first three if they are fixed words. */
  #beginnings: Uint8Array = new Uint8Array(131072)
  /** Edges of two words, key and target, side by side, so that one look costs one cache line; the slot tells the hash. */
  #table: Uint32Array = new Uint32Array(0)
  #mask = 0
  /** First value of each state, and for each value the next one of the same state; -1 ends a chain. */
  #firstValue: Int32Array
  #nextValue: Int32Array

  /** Values are 0, 1, 2 … in the order of the phrases. Tokens with a hash of `open` stand for whatever the caller takes them for. */
  constructor(phrases: Iterable<TokenSequence>, open: ReadonlySet<number> = new Set()) {
    const growth: Growth = {firstValue: [-1], nextValue: [], spreads: [0]}
    this.#resize(1024, growth)
    for (const phrase of phrases) {
      this.#announce(phrase, open)
      this.#add(phrase, growth)
    }
    this.#firstValue = Int32Array.from(growth.firstValue)
    this.#nextValue = Int32Array.from(growth.nextValue)
  }

  /** The trie as arrays, for `TokenTrie.from`. */
  arrays(): TrieArrays {
    return [this.#firsts, this.#loose, this.#beginnings, this.#table, this.#firstValue, this.#nextValue]
  }

  /** A trie over arrays that `arrays()` gave; they are kept, not copied, and nothing can be added. */
  static from([firsts, loose, beginnings, table, firstValue, nextValue]: TrieArrays): TokenTrie {
    const trie = new TokenTrie([])
    trie.#firsts = firsts
    trie.#loose = loose
    trie.#beginnings = beginnings
    trie.#table = table
    trie.#mask = table.length / EDGE - 1
    trie.#firstValue = firstValue
    trie.#nextValue = nextValue
    return trie
  }

  /**
   * A trie with more phrases than one that `arrays()` gave, which stays as it is; values go on counting. A value of
   * `replaced` is found no more, and the phrase with the same index stands for it.
   *
   * @returns undefined where the table has no room: what its edges were made of is forgotten, so it cannot grow.
   */
  static extended(
    [firsts, loose, beginnings, table, firstValue, nextValue]: TrieArrays,
    phrases: readonly TokenSequence[],
    replaced: readonly (number | undefined)[],
  ): TokenTrie | undefined {
    const states = phrases.reduce((sum, {hashes}) => sum + hashes.length, firstValue.length)
    if (states > (table.length / EDGE) * LOAD_FACTOR) return undefined
    const bitmaps = [firsts.slice(), loose.slice(), beginnings.slice()] as const
    const trie = TokenTrie.from([...bitmaps, table.slice(), firstValue, nextValue])
    const growth: Growth = {
      firstValue: [...firstValue],
      nextValue: [...nextValue],
      spreads: new Array(firstValue.length).fill(0),
    }
    for (const [i, phrase] of phrases.entries()) {
      trie.#announce(phrase, new Set())
      trie.#add(phrase, growth)
      const old = replaced[i]
      if (old !== undefined) unchain(growth.nextValue, growth.nextValue.length - 1, old)
    }
    trie.#firstValue = Int32Array.from(growth.firstValue)
    trie.#nextValue = Int32Array.from(growth.nextValue)
    return trie
  }

  /** How many states there are, the root included. */
  get size(): number {
    return this.#firstValue.length
  }

  /** The state after a token, or 0 when no phrase begins with it and the tokens after it. */
  enter({hashes, checks, count}: Tokens, first: number): number {
    const mayBegin = hasBit(this.#firsts, hashes[first]! & 0xffff) && this.#mayBegin(hashes, first, count)
    return mayBegin ? this.step(0, hashes[first]!, checks[first]!) : 0
  }

  /**
   * The first token from one on with which a phrase may begin, or `count`. Nearly every token is passed over in here, by every
   * stage in the same few lines, so that they are compiled early.
   */
  candidate(hashes: ArrayLike<number>, from: number, count: number): number {
    const firsts = this.#firsts
    for (let i = from; i < count; i++) {
      if (hasBit(firsts, hashes[i]! & 0xffff) && this.#mayBegin(hashes, i, count)) return i
    }
    return count
  }

  /** What the bitmaps say of the first three of a phrase, one of which has said yes to the first. */
  #mayBegin(hashes: ArrayLike<number>, first: number, count: number): boolean {
    const hash = hashes[first]!
    if (hasBit(this.#loose, hash >>> 14) && hasBit(this.#loose, hash & 0x3ffff)) return true
    if (first + 1 >= count) return false
    const beginnings = this.#beginnings
    const two = joined(hash, hashes[first + 1]!)
    if (hasBit(beginnings, bitOfTwo(two))) return true
    return first + 2 < count && hasBit(beginnings, bitOfThree(two, hashes[first + 2]!))
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

  /** Calls `found` for each phrase in a run of tokens: its value, its first token and the one after its last; by first token. */
  scan(tokens: Tokens, longest: number, found: (value: number, first: number, last: number) => void): void {
    const {hashes, checks, count} = tokens
    for (
      let first = this.candidate(hashes, 0, count);
      first < count;
      first = this.candidate(hashes, first + 1, count)
    ) {
      let state = this.step(0, hashes[first]!, checks[first]!)
      for (let last = first + 1; state !== 0; last++) {
        for (let value = this.valueAt(state); value >= 0; value = this.next(value)) found(value, first, last)
        state = last < count && last - first < longest ? this.step(state, hashes[last]!, checks[last]!) : 0
      }
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
    const isFixed = (at: number): boolean => at < hashes.length && !open.has(hashes[at]! >>> 0)
    setBit(this.#firsts, first & 0xffff)
    if (isFixed(1)) {
      const two = joined(first, hashes[1]! >>> 0)
      setBit(this.#beginnings, isFixed(2) ? bitOfThree(two, hashes[2]! >>> 0) : bitOfTwo(two))
    } else {
      setBit(this.#loose, first >>> 14)
      setBit(this.#loose, first & 0x3ffff)
    }
  }

  #add({hashes, checks}: TokenSequence, growth: Growth): void {
    const {firstValue, nextValue} = growth
    const value = nextValue.length
    let state = 0
    for (let i = 0; i < hashes.length; i++) {
      const hash = hashes[i]! >>> 0
      const check = checks[i]! >>> 0
      state = this.step(state, hash, check) || this.#grow(state, hash, check, growth)
    }
    nextValue.push(firstValue[state]!)
    firstValue[state] = value
  }

  #grow(state: number, hash: number, check: number, growth: Growth): number {
    const target = growth.firstValue.push(-1) - 1
    growth.spreads.push(spread(state, hash))
    if (target > (this.#mask + 1) * LOAD_FACTOR) this.#resize((this.#mask + 1) * 2, growth)
    this.#insert(keyOf(state, check), target, growth)
    return target
  }

  #insert(key: number, target: number, {spreads}: Growth): void {
    let slot = spreads[target]! & this.#mask
    while (this.#table[slot * EDGE + 1] !== EMPTY) slot = (slot + 1) & this.#mask
    this.#table[slot * EDGE] = key
    this.#table[slot * EDGE + 1] = target
  }

  #resize(capacity: number, growth: Growth): void {
    const old = this.#table
    this.#table = new Uint32Array(capacity * EDGE)
    this.#mask = capacity - 1
    for (let at = 0; at < old.length; at += EDGE) {
      if (old[at + 1] !== EMPTY) this.#insert(old[at]!, old[at + 1]!, growth)
    }
  }
}

/** Takes a value out of the chain that begins with another. */
function unchain(nextValue: number[], first: number, value: number): void {
  for (let at = first; at >= 0; at = nextValue[at]!) {
    if (nextValue[at] === value) nextValue[at] = nextValue[value]!
  }
}

const hasBit = (bits: Uint8Array, i: number): boolean => (bits[i >> 3]! & (1 << (i & 7))) !== 0
const setBit = (bits: Uint8Array, i: number): void => {
  bits[i >> 3]! |= 1 << (i & 7)
}
/** One hash of two. */
const joined = (first: number, second: number): number => (Math.imul(first ^ (second >>> 7), 0x9e3779b1) ^ second) >>> 0

/** Of the first two tokens of a phrase, joined. */
const bitOfTwo = (two: number): number => two >>> 12
/** In the cache line of the first two. */
const bitOfThree = (two: number, third: number): number => (bitOfTwo(two) & ~511) | (joined(two, third) >>> 23)

const spread = (state: number, hash: number): number => {
  const x = Math.imul(state ^ (hash >>> 15), 0x9e3779b1) ^ hash
  return (x ^ (x >>> 16)) >>> 0
}

/** Tells apart the edges that want one slot: with what the slot says, 45 bits and more of state, hash and check. */
const keyOf = (state: number, check: number): number => (Math.imul(state, 0x85ebca6b) ^ check) >>> 0
