/** One model from several corpora and, if given, a spoken-language model. */

import {addEstimates, type BackoffModel, modelOf} from './backoff-model.js'
import type {Corpus} from './corpora.js'
import type {Estimate} from './grams.js'
import {kneserNey} from './kneser-ney.js'
import type {SphinxModel} from './pocketsphinx.js'
import {type ClassShares, sphinxEstimates, sphinxTokens} from './sphinx-estimate.js'
import {frequencies, NUMBER_INDEX, PAUSE_INDEX, Vocabulary, YEAR_INDEX} from './vocabulary.js'

/** Estimates for each order: of unigrams, bigrams, trigrams. */
export type Estimates = readonly Estimate[]

export interface Sources {
  readonly vocabulary: Vocabulary
  readonly corpora: readonly {readonly name: string; readonly tokens: number; readonly estimates: Estimates}[]
  /** The spoken model, as if counted in a text of one token. */
  readonly sphinx?: Estimates
}

export interface Weights {
  /** What a token of a corpus counts; 1 for corpora not named. */
  readonly corpora: Readonly<Record<string, number>>
  /** How many tokens the spoken model counts for in unigrams, bigrams and trigrams. */
  readonly sphinx: readonly [number, number, number]
}

/** Estimates of every source. A word must occur `leastCount` times in the corpora, or be in the spoken model. */
export function estimateSources(corpora: readonly Corpus[], leastCount: number, sphinx?: SphinxModel): Sources {
  const vocabulary = vocabularyOf(corpora, leastCount, sphinx)
  const streams = corpora.map(({training}) => vocabulary.indicesOf(training))
  const estimated = corpora.map(({name}, i) => {
    const estimates = kneserNey(streams[i]!, vocabulary.size)
    return {name, tokens: streams[i]!.length, estimates}
  })
  if (!sphinx) return {vocabulary, corpora: estimated}
  const shares = classShares(streams, vocabulary.size)
  return {vocabulary, corpora: estimated, sphinx: sphinxEstimates(sphinx, vocabulary, shares)}
}

/** The weighted sum of the sources as a model. */
export function combine({vocabulary, corpora, sphinx}: Sources, weights: Weights): BackoffModel {
  const weighted = corpora.map(({name, estimates}) => {
    const weight = weights.corpora[name] ?? 1
    return {estimates, weights: [weight, weight, weight] as readonly number[]}
  })
  if (sphinx) weighted.push({estimates: sphinx, weights: weights.sphinx})
  return modelOf(addEstimates(weighted), vocabulary.size)
}

function vocabularyOf(corpora: readonly Corpus[], leastCount: number, sphinx?: SphinxModel): Vocabulary {
  const counts = frequencies(corpora.map(({training}) => training))
  const frequent = [...counts].filter(([, count]) => count >= leastCount).map(([id]) => id)
  const spoken = sphinx ? sphinxTokens(sphinx.words).flatMap((ids) => [...ids]) : []
  return new Vocabulary([...frequent, ...spoken])
}

/** Words seen less often than this take part of their class shares from the average word. */
const CLASS_PRIOR = 20

/** How often pauses and figures follow each word in the corpora. */
function classShares(streams: readonly Int32Array[], size: number): ClassShares {
  const classes = [PAUSE_INDEX, NUMBER_INDEX, YEAR_INDEX]
  const total = new Float64Array(size)
  const counts = classes.map(() => new Float64Array(size))
  for (const tokens of streams) {
    for (let i = 1; i < tokens.length; i++) {
      const v = tokens[i - 1]!
      total[v]!++
      const found = classes.indexOf(tokens[i]!)
      if (found >= 0) counts[found]![v]!++
    }
  }
  const tokens = total.reduce((sum, count) => sum + count, 1)
  const averages = counts.map((column) => column.reduce((sum, count) => sum + count, 0) / tokens)
  const shares = counts.map((column, i) =>
    column.map((count, v) => (count + CLASS_PRIOR * averages[i]!) / (total[v]! + CLASS_PRIOR)),
  )
  return {classes, averages, shares}
}
