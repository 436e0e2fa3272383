/**
 * Modified Kneser–Ney estimates of one corpus (Chen and Goodman 1999): three discounts an order, from the counts of
 * counts; below the highest order a word counts once for each different word before it.
 */

import {type Estimate, type Table, TableBuilder} from './grams.js'
import {END_INDEX} from './vocabulary.js'

interface Counts {
  readonly keys: Float64Array
  readonly counts: Float64Array
}

/** Estimates of unigrams, bigrams and trigrams from the tokens of a corpus. `size` is that of the vocabulary. */
export function kneserNey(tokens: Int32Array, size: number): [Estimate, Estimate, Estimate] {
  const triples = countKeys(tripleKeys(tokens, size))
  const pairs = countKeys(pairKeys(tokens, size))
  const words = countKeys(Float64Array.from(tokens))
  return [
    estimate(continuations(pairs, size), words, size),
    estimate(pairsForBackoff(triples, pairs, size), pairs, size),
    estimate(triples, triples, size),
  ]
}

const pairKeys = (tokens: Int32Array, size: number): Float64Array =>
  Float64Array.from(tokens.subarray(1), (w, i) => tokens[i]! * size + w)

/** Trigrams within sentences: what a sentence ends with says nothing about the next. */
function tripleKeys(tokens: Int32Array, size: number): Float64Array {
  const keys = new Float64Array(tokens.length)
  let count = 0
  for (let i = 2; i < tokens.length; i++) {
    const v = tokens[i - 1]!
    if (v !== END_INDEX) keys[count++] = (tokens[i - 2]! * size + v) * size + tokens[i]!
  }
  return keys.subarray(0, count)
}

/** Sorts keys (in place) and counts the equal ones. */
function countKeys(keys: Float64Array): Counts {
  keys.sort()
  const distinct = new Float64Array(keys.length)
  const counts = new Float64Array(keys.length)
  let count = 0
  for (const key of keys) {
    if (count === 0 || distinct[count - 1] !== key) distinct[count++] = key
    counts[count - 1]!++
  }
  return {keys: distinct.slice(0, count), counts: counts.slice(0, count)}
}

/** In how many different contexts of one more word each shorter n-gram occurs. */
function continuations({keys}: Counts, size: number, shorter = size): Counts {
  return countKeys(keys.map((key) => key % shorter))
}

/** Continuation counts of bigrams; the first word of a sentence has no word before it, and keeps its plain count. */
function pairsForBackoff(triples: Counts, pairs: Counts, size: number): Counts {
  const continued = continuations(triples, size, size * size)
  const counts = pairs.counts.slice()
  let j = 0
  for (let i = 0; i < counts.length; i++) {
    const key = pairs.keys[i]!
    while (j < continued.keys.length && continued.keys[j]! < key) j++
    if (Math.floor(key / size) !== END_INDEX && continued.keys[j] === key) counts[i] = continued.counts[j]!
  }
  return {keys: pairs.keys, counts}
}

/** Discounts for n-grams seen once, twice, and more often. */
function discounts(counts: Float64Array): (count: number) => number {
  const seen = [0, 0, 0, 0, 0]
  for (const count of counts) if (count <= 4) seen[count]!++
  const [, once, twice, thrice, fourTimes] = seen as [number, number, number, number, number]
  const y = once / (once + 2 * twice)
  const usable = once > 0 && twice > 0 && thrice > 0 && fourTimes > 0
  // Too small a corpus for counts of counts: one discount, as in absolute discounting.
  const table = usable
    ? [0, 1 - (2 * y * twice) / once, 2 - (3 * y * thrice) / twice, 3 - (4 * y * fourTimes) / thrice]
    : [0, 0.75, 0.75, 0.75]
  return (count) => Math.max(0, Math.min(table[Math.min(count, 3)]!, count))
}

/** Shares and contexts from the counts to smooth; the occurrences are plain counts of the same n-grams. */
function estimate(smoothed: Counts, plain: Counts, size: number): Estimate {
  const discount = discounts(smoothed.counts)
  const share = smoothed.counts.map((count) => count - discount(count))
  const contexts = new TableBuilder(smoothed.keys.length)
  for (let i = 0; i < smoothed.keys.length; i++) {
    const count = smoothed.counts[i]!
    contexts.add(Math.floor(smoothed.keys[i]! / size), count, discount(count))
  }
  return {grams: aligned(smoothed.keys, share, plain), contexts: contexts.finish()}
}

function aligned(keys: Float64Array, first: Float64Array, plain: Counts): Table {
  const second = new Float64Array(keys.length)
  let j = 0
  for (let i = 0; i < keys.length; i++) {
    while (plain.keys[j]! < keys[i]!) j++
    if (plain.keys[j] === keys[i]) second[i] = plain.counts[j]!
  }
  return {keys, first, second}
}
