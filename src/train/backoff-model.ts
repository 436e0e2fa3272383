/** A back-off trigram model in tables, from summed estimates; and its pruning. */

import {addTables, type Estimate, emptyTable, rowOf} from './grams.js'

/** n-grams that are listed, by ascending key. */
export interface Listed {
  readonly keys: Float64Array
  readonly probabilities: Float64Array
  /** How probable the whole n-gram is in running text, for weighing errors. */
  readonly mass: Float64Array
}

export interface BackoffModel {
  /** Size of the vocabulary; unigrams are listed in full, their keys are 0, 1, 2 … */
  readonly size: number
  readonly unigrams: Listed
  readonly bigrams: Listed
  readonly trigrams: Listed
  /** What the probability of a shorter context is multiplied with, for each word, and for each listed bigram. */
  readonly wordWeights: Float64Array
  readonly pairWeights: Float64Array
}

/** Adds the estimates of several sources, each multiplied by its weight for each order. */
export function addEstimates(sources: {estimates: readonly Estimate[]; weights: readonly number[]}[]): Estimate[] {
  return [0, 1, 2].map((order) => {
    let grams = emptyTable()
    let contexts = emptyTable()
    for (const {estimates, weights} of sources) {
      grams = addTables(grams, estimates[order]!.grams, 1, weights[order]!)
      contexts = addTables(contexts, estimates[order]!.contexts, 1, weights[order]!)
    }
    return {grams, contexts}
  })
}

/** No context is so sure of what follows that nothing else can. */
const LEAST_FREED = 1e-3
/** What a word has that no source has met. */
const LEAST_PROBABILITY = 1e-9

/** The interpolated model the estimates describe, in back-off form: every n-gram of theirs is listed. */
export function modelOf(estimates: readonly Estimate[], size: number): BackoffModel {
  const [words, pairs, triples] = estimates as [Estimate, Estimate, Estimate]
  const unigrams = unigramsOf(words, size)
  const tokens = words.grams.second.reduce((sum, mass) => sum + mass, 0)
  const wordWeights = new Float64Array(size).fill(1)
  const {keys, first, second} = pairs.contexts
  for (let i = 0; i < keys.length; i++) wordWeights[keys[i]!] = Math.max(second[i]! / first[i]!, LEAST_FREED)
  const bigrams = listed(pairs, size, tokens, (key) => unigrams.probabilities[key % size]!)
  const model = {size, unigrams, bigrams, wordWeights}
  const trigrams = listed(triples, size, tokens, (key) => pairProbability(model, key % (size * size)))
  const pairWeights = new Float64Array(bigrams.keys.length).fill(1)
  const contexts = triples.contexts
  for (let i = 0; i < contexts.keys.length; i++) {
    const row = rowOf(bigrams.keys, contexts.keys[i]!)
    if (row >= 0) pairWeights[row] = Math.max(contexts.second[i]! / contexts.first[i]!, LEAST_FREED)
  }
  return {...model, trigrams, pairWeights}
}

/** Unigrams; what is freed goes to all words alike. */
function unigramsOf({grams, contexts}: Estimate, size: number): Listed {
  const [total, freed] = [contexts.first[0]!, contexts.second[0]!]
  const tokens = grams.second.reduce((sum, mass) => sum + mass, 0)
  const probabilities = new Float64Array(size).fill(freed / total / size)
  const mass = new Float64Array(size)
  for (let i = 0; i < grams.keys.length; i++) {
    probabilities[grams.keys[i]!]! += grams.first[i]! / total
    mass[grams.keys[i]!] = grams.second[i]! / tokens
  }
  for (let w = 0; w < size; w++) probabilities[w] = Math.max(probabilities[w]!, LEAST_PROBABILITY)
  return {keys: Float64Array.from(probabilities, (_, i) => i), probabilities, mass}
}

function listed({grams, contexts}: Estimate, size: number, tokens: number, shorter: (key: number) => number): Listed {
  const probabilities = new Float64Array(grams.keys.length)
  let context = 0
  for (let i = 0; i < grams.keys.length; i++) {
    const key = grams.keys[i]!
    const history = Math.floor(key / size)
    while (contexts.keys[context]! < history) context++
    const lower = shorter(key)
    const probability = (grams.first[i]! + contexts.second[context]! * lower) / contexts.first[context]!
    // The spoken model lists a few n-grams as less likely than its own back-off says.
    probabilities[i] = Math.max(probability, lower * 1e-3)
  }
  return {keys: grams.keys, probabilities, mass: grams.second.map((mass) => mass / tokens)}
}

type LowerOrders = Pick<BackoffModel, 'size' | 'unigrams' | 'bigrams' | 'wordWeights'>

/** P(w | v), listed or backed off. */
export function pairProbability({size, unigrams, bigrams, wordWeights}: LowerOrders, key: number): number {
  const row = rowOf(bigrams.keys, key)
  if (row >= 0) return bigrams.probabilities[row]!
  return wordWeights[Math.floor(key / size)]! * unigrams.probabilities[key % size]!
}
