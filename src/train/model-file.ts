/** Rounds a model to the few bits of its slots and lays out the file that `NgramModel` reads. */

import {
  BITS,
  checksumOf,
  HEADER,
  HEADER_WORDS,
  MAGIC,
  NO_TRIGRAMS,
  padded,
  TABLE_LENGTHS,
  VERSION,
} from '../matching/ngram-model.js'
import type {BackoffModel, Listed} from './backoff-model.js'
import {rowOf} from './grams.js'
import {pruneTo, reweighted} from './pruning.js'
import {type Quantiser, quantiserFor} from './quantiser.js'
import {type Built, buildFunction, functionBytes, type Keys} from './static-function.js'
import {UNKNOWN, type Vocabulary} from './vocabulary.js'

/** How many words share the probability of the unknown. So many that none is likelier than a rare known word. */
const UNKNOWN_WORDS = 1e6

/** The bytes of the model file. */
export function modelFile(model: BackoffModel, vocabulary: Vocabulary): ArrayBuffer {
  const {words, wordWeights, pairs, pairWeights, corrections} = rounding(model)
  const [wordKeys, pairKeys, tripleKeys] = [model.unigrams, model.bigrams, model.trigrams].map((grams, order) =>
    keysOf(grams.keys, order, vocabulary),
  ) as [Keys, Keys, Keys]
  const pairValues = pairs.indices.map((index, row) => index | (pairWeights.indices[row]! << BITS.pairProbability))
  const built = [
    buildFunction(0, wordKeys, words.indices),
    buildFunction(1, wordKeys, wordWeights.indices),
    buildFunction(2, pairKeys, pairValues),
    buildFunction(3, tripleKeys, corrections.indices),
  ]
  const share = Float32Array.of(-Math.log10(UNKNOWN_WORDS))
  const tables = [words, wordWeights, pairs, pairWeights, corrections].map(({levels}) => levels)
  return layOut(
    built,
    [share, ...tables],
    [words, pairs, corrections].map(({indices}) => indices.length),
  )
}

/** The model with as many n-grams, the most useful ones, as a file of so many bytes holds. */
export function pruneToBytes(model: BackoffModel, bytes: number): BackoffModel {
  const tables = TABLE_LENGTHS.reduce((sum, length) => sum + length * 4, 0)
  const words = model.unigrams.keys.length
  const fixed = HEADER_WORDS * 4 + tables + functionBytes(0, words) + functionBytes(1, words)
  return pruneTo(model, bytes - fixed, (bigrams, trigrams) => functionBytes(2, bigrams) + functionBytes(3, trigrams))
}

/** Values as indices of levels. */
interface Indexed {
  readonly levels: Float32Array
  readonly indices: Uint32Array
}

interface Rounded {
  readonly words: Indexed
  readonly wordWeights: Indexed
  readonly pairs: Indexed
  readonly pairWeights: Indexed
  readonly corrections: Indexed
}

/** Probabilities of words and pairs first, then weights that make up for the rounding, then trigrams on top of both. */
function rounding(model: BackoffModel): Rounded {
  const words = roundProbabilities(model.unigrams, BITS.wordProbability)
  const pairs = roundProbabilities(model.bigrams, BITS.pairProbability)
  const sums = reweighted({
    ...model,
    unigrams: rounded(model.unigrams, words),
    bigrams: rounded(model.bigrams, pairs),
  })
  const wordWeights = roundWeights(sums.wordWeights, () => true, model.unigrams.mass, BITS.wordWeight)
  const pairWeights = roundWeights(sums.pairWeights, contextTest(model), model.bigrams.mass, BITS.pairWeight)
  return {words, wordWeights, pairs, pairWeights, corrections: corrections(model, pairs, pairWeights)}
}

/** What the logarithms of trigrams are above the sums of those of the context's weight and of the shorter pair. */
function corrections({size, bigrams, trigrams}: BackoffModel, pairs: Indexed, weights: Indexed): Indexed {
  const values = trigrams.keys.map((key, row) => {
    const context = rowOf(bigrams.keys, Math.floor(key / size))
    const pair = rowOf(bigrams.keys, key % (size * size))
    const estimate = weights.levels[weights.indices[context]!]! + pairs.levels[pairs.indices[pair]!]!
    return Math.log10(trigrams.probabilities[row]!) - estimate
  })
  return indexed(values, quantiserFor(values, errorWeights(trigrams.mass), 1 << BITS.tripleCorrection))
}

/** Whether the bigram of a row begins a listed trigram. */
function contextTest({size, bigrams, trigrams}: BackoffModel): (row: number) => boolean {
  const contexts = new Set(trigrams.keys.map((key) => Math.floor(key / size)))
  return (row) => contexts.has(bigrams.keys[row]!)
}

function roundProbabilities({probabilities, mass}: Listed, bits: number): Indexed {
  const logarithms = probabilities.map(Math.log10)
  return indexed(logarithms, quantiserFor(logarithms, errorWeights(mass), 1 << bits))
}

/** Errors matter by how often the n-gram is met, but rare n-grams are many, hence the root. */
const errorWeights = (mass: Float64Array): Float64Array => mass.map((m) => Math.sqrt(m + 1e-9))

const indexed = (values: Float64Array, quantiser: Quantiser): Indexed => ({
  levels: quantiser.levels,
  indices: Uint32Array.from(values, (value) => quantiser.indexOf(value)),
})

const rounded = (grams: Listed, {levels, indices}: Indexed): Listed => ({
  ...grams,
  probabilities: Float64Array.from(indices, (index) => 10 ** levels[index]!),
})

/** The first level is kept for n-grams that are no context. */
function roundWeights(weights: Float64Array, isContext: (row: number) => boolean, mass: Float64Array, bits: number) {
  const rows = Uint32Array.from(weights, (_, row) => row).filter(isContext)
  const logarithms = Float64Array.from(rows, (row) => Math.log10(weights[row]!))
  const masses = Float64Array.from(rows, (row) => mass[row]!)
  const quantiser = quantiserFor(logarithms, errorWeights(masses), (1 << bits) - 1)
  const levels = new Float32Array(1 << bits)
  levels[NO_TRIGRAMS] = 0
  levels.set(quantiser.levels, 1)
  const indices = new Uint32Array(weights.length).fill(NO_TRIGRAMS)
  for (let i = 0; i < rows.length; i++) indices[rows[i]!] = 1 + quantiser.indexOf(logarithms[i]!)
  return {levels, indices}
}

/** Token ids of the n-grams; the first id of a shorter one comes first. */
function keysOf(keys: Float64Array, order: number, vocabulary: Vocabulary): Keys {
  const {ids, size} = vocabulary
  const column = (index: (key: number) => number): Uint32Array => Uint32Array.from(keys, (key) => ids[index(key)]!)
  const none = new Uint32Array(keys.length)
  const last = column((key) => key % size)
  if (order === 0) return {u: last, v: none, w: none}
  const before = column((key) => Math.floor(key / size) % size)
  if (order === 1) return {u: before, v: last, w: none}
  return {u: column((key) => Math.floor(key / size / size)), v: before, w: last}
}

function layOut(built: readonly Built[], tables: readonly Float32Array[], counts: readonly number[]): ArrayBuffer {
  const parts = [...tables, ...built.flatMap(({slots, extra}) => [slots, extra])]
  const bytes = parts.reduce((sum, part) => sum + padded(part.byteLength), HEADER_WORDS * 4)
  const buffer = new ArrayBuffer(bytes)
  const header = new Uint32Array(buffer, 0, HEADER_WORDS)
  header[HEADER.magic] = MAGIC
  header[HEADER.version] = VERSION
  header[HEADER.bytes] = bytes
  header[HEADER.unknown] = UNKNOWN
  header.set(counts, HEADER.counts)
  const shapes = built.flatMap(({shape}) => [shape.seed, shape.segmentBits, shape.segments])
  header.set(shapes, HEADER.functions)
  let at = HEADER_WORDS * 4
  for (const part of parts) {
    new Uint8Array(buffer).set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at)
    at += padded(part.byteLength)
  }
  header[HEADER.checksum] = checksumOf(buffer)
  return buffer
}
