/**
 * Reads a trigram model in the binary trie format of CMU Sphinx (sphinxbase `ngram_model_trie`, `lm_trie`,
 * `lm_trie_quant`, `bitarr`; the facts of the format are from there, the code is not).
 *
 *     "Trie Language Model"  order:u8  counts:u32[order]  ignored:u32
 *     quantiser  float32[65536] each: bigram probabilities, bigram back-offs, trigram probabilities
 *     unigrams   (counts[0] + 1) × {probability:f32  back-off:f32  first bigram:u32}
 *     bigrams    (counts[1] + 1) bit records {word  back-off:16  probability:16  first trigram}, 8 bytes of padding
 *     trigrams   (counts[2] + 1) bit records {word  probability:16}, 8 bytes of padding
 *     words      size:u32, then the words, each closed by a zero byte
 *
 * The trie runs backwards: below a word stand the words before it. Logarithms are to the base 1.0001.
 */

const MAGIC = 'Trie Language Model'
const BINS = 65536
const LOG10_OF_BASE = Math.log10(1.0001)

/** n-grams as word indices; the last word of each array is the predicted one. Probabilities are log10. */
export interface SphinxModel {
  readonly words: readonly string[]
  readonly unigrams: {readonly probabilities: Float64Array; readonly backoffs: Float64Array}
  readonly bigrams: {
    readonly first: Uint32Array
    readonly second: Uint32Array
    readonly probabilities: Float64Array
    readonly backoffs: Float64Array
  }
  readonly trigrams: {
    readonly first: Uint32Array
    readonly second: Uint32Array
    readonly third: Uint32Array
    readonly probabilities: Float64Array
  }
}

export function readSphinxModel(bytes: Uint8Array): SphinxModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const magic = new TextDecoder('latin1').decode(bytes.subarray(0, MAGIC.length))
  if (magic !== MAGIC) throw new Error(`Unexpected file, expected a language model that begins with "${MAGIC}"`)
  const order = bytes[MAGIC.length]!
  if (order !== 3) throw new Error(`Unexpected order ${order}, expected a trigram model`)
  const counts = [0, 1, 2].map((i) => view.getUint32(MAGIC.length + 1 + 4 * i, true)) as [number, number, number]
  const quantiserAt = MAGIC.length + 1 + 4 * 3 + 4
  const unigramsAt = quantiserAt + 3 * BINS * 4
  const bigramsAt = unigramsAt + (counts[0] + 1) * 12
  const [wordBits, pointerBits] = [bitsFor(counts[0]), bitsFor(counts[2])]
  const bigramBits = wordBits + 32 + pointerBits
  const trigramBits = wordBits + 16
  const trigramsAt = bigramsAt + bitArrayBytes(counts[1], bigramBits)
  const wordsAt = trigramsAt + bitArrayBytes(counts[2], trigramBits)

  const decoder = (table: number): ((bin: number) => number) => {
    const at = quantiserAt + table * BINS * 4
    return (bin) => view.getFloat32(at + bin * 4, true) * LOG10_OF_BASE
  }
  const records = (at: number, width: number) => (index: number, offset: number, bits: number) =>
    readBits(view, at, index * width + offset, bits)
  const words = wordsIn(bytes, wordsAt, counts[0])
  const unigrams = readUnigrams(view, unigramsAt, counts[0])
  const bigrams = readBigrams(counts[1], unigrams.next, records(bigramsAt, bigramBits), {
    wordBits,
    pointerBits,
    probability: decoder(0),
    backoff: decoder(1),
  })
  const trigrams = readTrigrams(counts[2], bigrams, records(trigramsAt, trigramBits), wordBits, decoder(2))
  return {words, unigrams, bigrams, trigrams}
}

type ReadRecord = (index: number, offset: number, bits: number) => number

function readUnigrams(view: DataView, at: number, count: number) {
  const probabilities = new Float64Array(count)
  const backoffs = new Float64Array(count)
  const next = new Uint32Array(count + 1)
  for (let i = 0; i <= count; i++) {
    next[i] = view.getUint32(at + i * 12 + 8, true)
    if (i === count) break
    probabilities[i] = view.getFloat32(at + i * 12, true) * LOG10_OF_BASE
    backoffs[i] = view.getFloat32(at + i * 12 + 4, true) * LOG10_OF_BASE
  }
  return {probabilities, backoffs, next}
}

interface BigramFields {
  readonly wordBits: number
  readonly pointerBits: number
  readonly probability: (bin: number) => number
  readonly backoff: (bin: number) => number
}

function readBigrams(count: number, starts: Uint32Array, read: ReadRecord, fields: BigramFields) {
  const bigrams = {
    first: new Uint32Array(count),
    second: owners(starts, count),
    probabilities: new Float64Array(count),
    backoffs: new Float64Array(count),
    next: new Uint32Array(count + 1),
  }
  const {wordBits, pointerBits} = fields
  for (let i = 0; i <= count; i++) {
    bigrams.next[i] = read(i, wordBits + 32, pointerBits)
    if (i === count) break
    bigrams.first[i] = read(i, 0, wordBits)
    bigrams.backoffs[i] = fields.backoff(read(i, wordBits, 16))
    bigrams.probabilities[i] = fields.probability(read(i, wordBits + 16, 16))
  }
  return bigrams
}

function readTrigrams(
  count: number,
  bigrams: {first: Uint32Array; second: Uint32Array; next: Uint32Array},
  read: ReadRecord,
  wordBits: number,
  probability: (bin: number) => number,
) {
  const parents = owners(bigrams.next, count)
  const first = new Uint32Array(count)
  const probabilities = new Float64Array(count)
  for (let i = 0; i < count; i++) {
    first[i] = read(i, 0, wordBits)
    probabilities[i] = probability(read(i, wordBits, 16))
  }
  return {
    first,
    second: parents.map((parent) => bigrams.first[parent]!),
    third: parents.map((parent) => bigrams.second[parent]!),
    probabilities,
  }
}

/** For each child the node it hangs on: node i owns the children from starts[i] up to starts[i + 1]. */
function owners(starts: Uint32Array, count: number): Uint32Array {
  const result = new Uint32Array(count)
  for (let node = 0; node + 1 < starts.length; node++) result.fill(node, starts[node]!, starts[node + 1]!)
  return result
}

function wordsIn(bytes: Uint8Array, at: number, count: number): string[] {
  const size = new DataView(bytes.buffer, bytes.byteOffset + at, 4).getUint32(0, true)
  const words = new TextDecoder('latin1').decode(bytes.subarray(at + 4, at + 4 + size)).split('\0')
  words.pop()
  if (words.length !== count) throw new Error(`Unexpected ${words.length} words in the model, expected ${count}`)
  return words
}

const bitsFor = (largest: number): number => Math.ceil(Math.log2(largest + 1))
const bitArrayBytes = (entries: number, bits: number): number => Math.floor(((1 + entries) * bits + 7) / 8) + 8

/** Up to 25 bits from a little-endian bit array. */
function readBits(view: DataView, at: number, offset: number, bits: number): number {
  const word = view.getUint32(at + Math.floor(offset / 8), true)
  return (word >>> (offset % 8)) & ((1 << bits) - 1)
}
