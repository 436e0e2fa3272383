/** Measures a model file on held-out text. */

import type {NgramModel} from '../matching/ngram-model.js'
import {SENTENCE_END} from '../stages/unspin/model-tokens.js'

export interface Perplexity {
  readonly tokens: number
  /** Share of tokens the model does not know. */
  readonly unknown: number
  /** Perplexity of the known tokens. */
  readonly perplexity: number
}

/** Every token but the first is predicted from the two before it. */
export function perplexityOf(model: NgramModel, ids: Uint32Array): Perplexity {
  let sum = 0
  let known = 0
  for (let i = 1; i < ids.length; i++) {
    if (!model.knows(ids[i]!)) continue
    known++
    sum += model.score(i > 1 ? ids[i - 2]! : SENTENCE_END, ids[i - 1]!, ids[i]!)
  }
  const tokens = ids.length - 1
  return {tokens, unknown: 1 - known / tokens, perplexity: 10 ** (-sum / known)}
}
