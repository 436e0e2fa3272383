/** Spun forms and what may have stood there, packed: a trie over the forms, candidates as ids of the language model. */
import {SPACED, type Words, wordsOf} from '../../draft/index.js'
import type {NgramModel} from '../../matching/ngram-model.js'
import {TokenTrie} from '../../matching/token-trie.js'
import type {Table} from '../../rules/rule.js'
import {modelTokensOf, SENTENCE_END} from './model-tokens.js'

/** One pair of the tables. */
export interface Pair {
  readonly original: string
  /** log10; 0 is believed most. */
  readonly weight: number
  /** Model ids of the original. */
  readonly ids: Uint32Array
}

/** A spun form with everything that may have stood there. */
export interface Form {
  readonly spun: string
  readonly words: Words
  readonly pairs: readonly Pair[]
  /** How much one hit speaks for a spun text, log10 of the ratio of its rates; see `evidenceOf`. */
  readonly evidence: number
}

export class Lexicon {
  readonly forms: readonly Form[]
  readonly trie: TokenTrie

  constructor(tables: readonly Table[], model: NgramModel) {
    const grouped = new Map<string, Pair[]>()
    for (const {cells} of tables.flatMap(({rows}) => rows)) {
      const spun = cells['spun']!.toLowerCase()
      const original = cells['original']!
      const pairs = grouped.get(spun) ?? []
      grouped.set(spun, pairs)
      const weight = Number(cells['weight'] || 0)
      if (!pairs.some((pair) => pair.original === original)) pairs.push({original, weight, ids: idsOf(original)})
    }
    this.forms = [...grouped].map(([spun, pairs]) => ({
      spun,
      words: wordsOf(spun),
      pairs,
      evidence: evidenceOf(spun, pairs, model),
    }))
    this.trie = new TokenTrie(this.forms.map(({words}) => words))
  }
}

/** A phrase as the model counts it, without the sentence end before it. */
export function idsOf(phrase: string): Uint32Array {
  const {ids} = modelTokensOf(wordsOf(phrase))
  return ids.subarray(ids[0] === SENTENCE_END ? 1 : 0)
}

/** log10 of a phrase's probability, on its own. */
function phraseScore(ids: Uint32Array, model: NgramModel): number {
  let score = 0
  for (let i = 0; i < ids.length; i++) {
    if (i === 0) score += model.unigram(ids[0]!)
    else if (i === 1) score += model.bigram(ids[0]!, ids[1]!)
    else score += model.score(ids[i - 2]!, ids[i - 1]!, ids[i]!)
  }
  return score
}

/** How often a spinner puts one particular form for an original, when it meets it: a guess from the spun articles seen. */
const SPIN_RATE = 0.1
/** No single form proves a text spun. */
const MOST_EVIDENCE = 2

/**
 * A form that clean text hardly uses, standing for an original that clean text often uses, speaks for spinning:
 * log10 of its rate in spun text over its rate in clean text, both from the language model.
 */
function evidenceOf(spun: string, pairs: readonly Pair[], model: NgramModel): number {
  const clean = 10 ** phraseScore(idsOf(spun), model)
  let added = 0
  for (const {ids, weight} of pairs) if (ids.length > 0) added += SPIN_RATE * 10 ** (phraseScore(ids, model) + weight)
  return Math.min(MOST_EVIDENCE, Math.log10((clean + added) / clean))
}

/** Whether the gaps inside a run of tokens are those of the form. */
export function hasGapsOf(form: Words, words: Words, first: number): boolean {
  for (let k = 1; k < form.count; k++) {
    const wanted = (form.traits[k]! >> 2) & 3
    const found = (words.traits[first + k]! >> 2) & 3
    if (wanted === SPACED ? found === 0 || found === 3 : found !== wanted) return false
  }
  return true
}
