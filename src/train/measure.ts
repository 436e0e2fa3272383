/** The figures of the model card: perplexity and substitution test of the shipped model, of others, and by size. */

import {NgramModel} from '../matching/ngram-model.js'
import type {BackoffModel} from './backoff-model.js'
import {combine, estimateSources, type Sources, type Weights} from './combine.js'
import type {Corpus} from './corpora.js'
import {perplexityOf} from './evaluation.js'
import {modelFile, pruneToBytes} from './model-file.js'
import type {SphinxModel} from './pocketsphinx.js'
import {type Entry, testSubstitutions} from './substitutions.js'

export interface Measured {
  readonly corpora: readonly Corpus[]
  readonly sphinx: SphinxModel | undefined
  readonly sources: Sources
  readonly weights: Weights
  readonly leastCount: number
  /** Size of the shipped model. */
  readonly bytes: number
  readonly entries: readonly Entry[]
}

const SIZES = [20e6, 10e6, 8e6, 6e6, 4e6, 2e6]
/** Sources alone are shown at a size that leaves nearly nothing out. */
const LARGE = 20e6
/** So much of the training text of a corpus stands for it when it was left out of the training. */
const LEFT_OUT_TOKENS = 150_000

/** Lines of a table. */
export function* measure({corpora, sphinx, sources, weights, leastCount, bytes, entries}: Measured): Iterable<string> {
  const heldOut = corpora.map(({name, heldOut}) => ({name, ids: heldOut}))
  const line = (label: string, model: NgramModel): string => row(label, model, heldOut, entries)
  yield heading(corpora)
  const written = estimateSources(corpora, leastCount)
  yield line('corpora alone', built(combine(written, weights), written, LARGE))
  if (sphinx) {
    const spoken = {...estimateSources(corpora, Infinity, sphinx), corpora: []}
    yield line('spoken model alone', built(combine(spoken, weights), spoken, LARGE))
  }
  const all = combine(sources, weights)
  for (const size of SIZES) yield line(`all, ${size / 1e6} MB`, built(all, sources, size))
  const shipped = built(all, sources, bytes)
  yield line(`all, ${bytes / 1e6} MB (shipped)`, shipped)
  yield* leftOut(sources, weights, bytes, corpora, entries)
  yield speed(shipped, corpora[0]!.training)
}

interface Sample {
  readonly name: string
  readonly ids: Uint32Array
}

function built(model: BackoffModel, {vocabulary}: Sources, bytes: number): NgramModel {
  return NgramModel.read(modelFile(pruneToBytes(model, bytes), vocabulary))
}

const heading = (samples: readonly {name: string}[]): string =>
  [
    'model',
    ...samples.map(({name}) => `${name}: perplexity, unknown %`),
    'pairs %',
    'restored %',
    'kept %',
    'safe %',
  ].join(' | ')

function row(label: string, model: NgramModel, samples: readonly Sample[], entries: readonly Entry[]): string {
  const cells = samples.map(({ids}) => {
    const {perplexity, unknown} = perplexityOf(model, ids)
    return `${perplexity.toFixed(0)}, ${percent(unknown)}`
  })
  const tests = samples.map(({ids}) => testSubstitutions((u, v, w) => model.score(u, v, w), ids, entries))
  const mean = (column: 'pairs' | 'restored' | 'kept' | 'safe'): string =>
    percent(tests.reduce((sum, test) => sum + test[column], 0) / tests.length)
  return [label, ...cells, mean('pairs'), mean('restored'), mean('kept'), mean('safe')].join(' | ')
}

/** Each corpus measured with a model that has not seen it: what to expect of other text. */
function* leftOut(
  sources: Sources,
  weights: Weights,
  bytes: number,
  corpora: readonly Corpus[],
  entries: readonly Entry[],
): Iterable<string> {
  for (const {name, training} of corpora) {
    const others = {...sources, corpora: sources.corpora.filter((corpus) => corpus.name !== name)}
    const model = built(combine(others, weights), others, bytes)
    yield row(`without ${name}, on it`, model, [{name, ids: training.subarray(0, LEFT_OUT_TOKENS)}], entries)
  }
}

const percent = (share: number): string => (share * 100).toFixed(1)

function speed(model: NgramModel, ids: Uint32Array): string {
  const start = performance.now()
  let lookups = 0
  let sum = 0
  while (performance.now() - start < 2000) {
    for (let i = 2; i < ids.length; i++) sum += model.score(ids[i - 2]!, ids[i - 1]!, ids[i]!)
    lookups += ids.length - 2
  }
  const seconds = (performance.now() - start) / 1000
  return `${(lookups / seconds / 1e6).toFixed(1)} million look-ups a second (sum ${sum.toFixed(0)})`
}
