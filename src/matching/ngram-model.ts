/**
 * A trigram language model in one ArrayBuffer: probabilities of words, by the 32-bit hashes of the words.
 *
 * N-grams are the keys of static functions (Bloomier filters, Chazelle et al. 2004, laid out as the binary fuse filters
 * of Graf and Lemire 2022): the value of a key is the exclusive or of three slots, and only values are stored, 1.13
 * slots a key. Part of a slot is a fingerprint, by which a key that was never put in is recognised: of pairs one
 * stranger in 65,536 passes, of trigrams between two listed pairs one in 4,096. Values are indices of small tables.
 *
 * The file: a header of 32-bit words (`HEADER`, then three words a function), the tables (32-bit floats), then of each
 * function the slots and the extra bytes. Little-endian; each part starts at a multiple of four bytes.
 */

import {StaticFunction, slotCount} from './static-function.js'

/** "ngrm" in little-endian order. */
export const MAGIC = 0x6d72676e
/** To be raised with any change of the header, `BITS`, `FUNCTIONS` or the hashes. */
export const VERSION = 1

/** Places of the header's words. Three words for each function follow it. */
export const HEADER = {magic: 0, version: 1, bytes: 2, checksum: 3, unknown: 4, counts: 5, functions: 8} as const
const WORDS_PER_FUNCTION = 3
export const HEADER_WORDS = HEADER.functions + 4 * WORDS_PER_FUNCTION

/**
 * Bits of the indices in the slots. A trigram holds what its probability is above the back-off estimate: that takes
 * fewer bits than the probability, and a stranger that passes for a trigram cannot become likelier than its pair allows.
 */
export const BITS = {
  wordProbability: 7,
  wordWeight: 7,
  pairProbability: 6,
  pairWeight: 2,
  tripleCorrection: 4,
} as const

/**
 * The four functions. A slot has sixteen bits: the value in the lower ones, fingerprint above it; and a byte of
 * fingerprint more where a stranger must not pass. A listed trigram must pass as three keys, so it needs no more.
 */
export const FUNCTIONS = [
  {valueBits: BITS.wordProbability, isLong: true},
  {valueBits: BITS.wordWeight, isLong: false},
  {valueBits: BITS.pairProbability + BITS.pairWeight, isLong: true},
  {valueBits: BITS.tripleCorrection, isLong: false},
] as const

/** A checksum of the whole file but its own word: FNV-1a (Fowler, Noll and Vo) over 32-bit words. */
export function checksumOf(buffer: ArrayBuffer): number {
  const words = new Uint32Array(buffer)
  let sum = 0x811c9dc5
  for (let i = 0; i < words.length; i++) {
    if (i !== HEADER.checksum) sum = Math.imul(sum ^ words[i]!, 16777619) ^ (sum >>> 15)
  }
  return sum >>> 0
}

function refuse(what: string): never {
  throw new Error(`Unexpected language model: ${what}. Build it again with the training program, or restore the file`)
}

function assertSound(buffer: ArrayBuffer): Uint32Array {
  if (buffer.byteLength < HEADER_WORDS * 4 || buffer.byteLength % 4 !== 0)
    refuse('the file is too short for its header')
  const header = new Uint32Array(buffer, 0, HEADER_WORDS)
  if (header[HEADER.magic] !== MAGIC) refuse('it does not begin with the mark of an n-gram file')
  if (header[HEADER.version] !== VERSION) refuse(`version ${header[HEADER.version]}, expected ${VERSION}`)
  if (header[HEADER.bytes] !== buffer.byteLength) {
    refuse(`${buffer.byteLength} bytes, expected ${header[HEADER.bytes]}; it was cut or extended`)
  }
  return header
}

/** Parts of the file start at multiples of four bytes. */
export const padded = (bytes: number): number => Math.ceil(bytes / 4) * 4

/** Lengths of the tables of floats, in the order of the file. The first has one entry, the unknown word's share. */
export const TABLE_LENGTHS: readonly number[] = [1, ...Object.values(BITS).map((bits) => 1 << bits)]

/** The tables and the functions, as views of the buffer. */
function partsOf(buffer: ArrayBuffer, header: Uint32Array) {
  let at = HEADER_WORDS * 4
  const tables = TABLE_LENGTHS.map((length) => {
    const table = new Float32Array(buffer, at, length)
    at += table.byteLength
    return table
  })
  const functions = FUNCTIONS.map(({valueBits, isLong}, i) => {
    const words = header.subarray(HEADER.functions + i * WORDS_PER_FUNCTION)
    const shape = {seed: words[0]!, segmentBits: words[1]!, segments: words[2]!}
    const slots = new Uint16Array(buffer, at, slotCount(shape))
    at += padded(slots.byteLength)
    const extra = new Uint8Array(buffer, at, isLong ? slots.length : 0)
    at += padded(extra.byteLength)
    return new StaticFunction(slots, extra, shape, valueBits)
  })
  return {tables, functions}
}

/** The index of the back-off weight of pairs with which no trigram begins; the weight is one, its logarithm 0. */
export const NO_TRIGRAMS = 0

const PAIR_MASK = (1 << BITS.pairProbability) - 1

export class NgramModel {
  /** The id that stands for every word the model does not know. */
  readonly unknown: number
  /** Of the file it was read from. */
  readonly checksum: number
  readonly counts: {readonly unigrams: number; readonly bigrams: number; readonly trigrams: number}
  readonly #words: StaticFunction
  readonly #wordWeights: StaticFunction
  readonly #pairs: StaticFunction
  readonly #triples: StaticFunction
  readonly #wordLevels: Float32Array
  readonly #wordWeightLevels: Float32Array
  readonly #pairLevels: Float32Array
  readonly #pairWeightLevels: Float32Array
  readonly #tripleLevels: Float32Array
  /** log10 of the share of one unknown word in the probability of the unknown. */
  readonly #unknownShare: number

  private constructor(buffer: ArrayBuffer, header: Uint32Array) {
    const {tables, functions} = partsOf(buffer, header)
    const [unigrams, bigrams, trigrams] = header.subarray(HEADER.counts, HEADER.counts + 3)
    this.counts = {unigrams: unigrams!, bigrams: bigrams!, trigrams: trigrams!}
    this.unknown = header[HEADER.unknown]!
    this.checksum = header[HEADER.checksum]!
    this.#words = functions[0]!
    this.#wordWeights = functions[1]!
    this.#pairs = functions[2]!
    this.#triples = functions[3]!
    this.#unknownShare = tables[0]![0]!
    this.#wordLevels = tables[1]!
    this.#wordWeightLevels = tables[2]!
    this.#pairLevels = tables[3]!
    this.#pairWeightLevels = tables[4]!
    this.#tripleLevels = tables[5]!
  }

  /** A model over the bytes of a file; the buffer is kept, not copied. Refuses what is not a whole model. */
  static read(buffer: ArrayBuffer): NgramModel {
    return new NgramModel(buffer, assertSound(buffer))
  }

  /** The same, refusing also what is damaged: thirty milliseconds, so the build looks and a start does not. */
  static readVerified(buffer: ArrayBuffer): NgramModel {
    const header = assertSound(buffer)
    if (header[HEADER.checksum] !== checksumOf(buffer)) refuse('the checksum is wrong, the file is damaged')
    return new NgramModel(buffer, header)
  }

  /** Whether the model has a probability of its own for a word. */
  knows(w: number): boolean {
    return this.#words.find(w, 0, 0) >= 0 && this.#wordWeights.find(w, 0, 0) >= 0
  }

  /** log10 P(w), without context. */
  unigram(w: number): number {
    const word = this.#words.find(w, 0, 0)
    if (word >= 0) return this.#wordLevels[word]!
    return this.#unknownShare + this.#wordLevels[this.#words.find(this.unknown, 0, 0)]!
  }

  /** log10 P(w | v). */
  bigram(v: number, w: number): number {
    const pair = this.#pairs.find(v, w, 0)
    return pair >= 0 ? this.#pairLevels[pair & PAIR_MASK]! : this.#backedOff(v, w)
  }

  /**
   * log10 P(w | u v): the back-off weight of the context and the bigram, corrected if the model has the trigram.
   * A listed trigram has both its pairs listed, so that a stranger must deceive three fingerprints.
   */
  score(u: number, v: number, w: number): number {
    const context = this.#pairs.find(u, v, 0)
    const weight = context >= 0 ? context >> BITS.pairProbability : NO_TRIGRAMS
    const pair = this.#pairs.find(v, w, 0)
    if (pair < 0) return this.#pairWeightLevels[weight]! + this.#backedOff(v, w)
    const estimate = this.#pairWeightLevels[weight]! + this.#pairLevels[pair & PAIR_MASK]!
    if (weight !== NO_TRIGRAMS) {
      const triple = this.#triples.find(u, v, w)
      if (triple >= 0) return Math.min(0, estimate + this.#tripleLevels[triple]!)
    }
    return estimate
  }

  /** log10 P(w | v) of a pair the model lists, else what the caller knows of it. */
  pairOr(v: number, w: number, otherwise: number): number {
    const pair = this.#pairs.find(v, w, 0)
    return pair >= 0 ? this.#pairLevels[pair & PAIR_MASK]! : otherwise
  }

  /** log10 of the back-off weight of a word: what P(w | v) has less than P(w) where the model does not list the pair. */
  contextWeight(v: number): number {
    const weight = this.#wordWeights.find(v, 0, 0)
    return this.#wordWeightLevels[weight >= 0 ? weight : this.#wordWeights.find(this.unknown, 0, 0)]!
  }

  /** log10 of the first `count` of some ids after two others. The pair of one step is the context of the next. */
  sequence(u: number, v: number, ids: Uint32Array, count = ids.length): number {
    let context = this.#pairs.find(u, v, 0)
    let score = 0
    for (let i = 0; i < count; i++) {
      const w = ids[i]!
      const weight = context >= 0 ? context >> BITS.pairProbability : NO_TRIGRAMS
      const pair = this.#pairs.find(v, w, 0)
      if (pair < 0) score += this.#pairWeightLevels[weight]! + this.#backedOff(v, w)
      else {
        const estimate = this.#pairWeightLevels[weight]! + this.#pairLevels[pair & PAIR_MASK]!
        const triple = weight === NO_TRIGRAMS ? -1 : this.#triples.find(u, v, w)
        score += triple >= 0 ? Math.min(0, estimate + this.#tripleLevels[triple]!) : estimate
      }
      context = pair
      u = v
      v = w
    }
    return score
  }

  /** log10 P(w | v) of a pair the model does not list; words it does not know are looked up as the unknown. */
  #backedOff(v: number, w: number): number {
    const weight = this.#wordWeights.find(v, 0, 0)
    const word = this.#words.find(w, 0, 0)
    if (weight >= 0 && word >= 0) return this.#wordWeightLevels[weight]! + this.#wordLevels[word]!
    const share = word >= 0 ? 0 : this.#unknownShare
    const context = weight >= 0 ? v : this.unknown
    const event = word >= 0 ? w : this.unknown
    const pair = this.#pairs.find(context, event, 0)
    if (pair >= 0) return share + this.#pairLevels[pair & PAIR_MASK]!
    const contextWeight = this.#wordWeightLevels[this.#wordWeights.find(context, 0, 0)]!
    return share + contextWeight + this.#wordLevels[this.#words.find(event, 0, 0)]!
  }
}
