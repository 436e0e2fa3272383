/**
 * The first look at a place where a form stands: which of its originals are worth a closer one.
 *
 * A form has ten candidates, and most stand no chance between the two words around. Those are told by two look-ups each;
 * six candidates of seven go, and with them one choice in two hundred that would have been made.
 */
import type {NgramModel} from '../../matching/ngram-model.js'
import type {Contexts} from './contexts.js'
import type {Arc, Place} from './lattice.js'
import type {Lexicon} from './lexicon.js'
import {RANK_WEIGHTS as WEIGHTS} from './log-linear.js'
import {contextBefore, type ModelTokens, SENTENCE_END} from './model-tokens.js'

/** log10 of a word after the two before it. One that stands so well where it is gives way to no other. */
const WELL = -1.5
/** Candidates of a place. */
const MOST = 6
/** Natural logarithm of the odds that the two neighbours give a candidate; the document may add to them. */
const LEAST = -5
/** What a neighbour adds at most, when the model lists it with the candidate: it adds more to one candidate in a hundred. */
const OF_NEIGHBOUR = 4
/** What a document that is spun by pairs seen elsewhere may add to such a pair. */
const FOR_OBSERVED = 3

export class Shortlist {
  readonly #model: NgramModel
  readonly #lexicon: Lexicon
  readonly #contexts: Contexts
  readonly #tokens: ModelTokens
  readonly #pairs = new Int32Array(MOST)
  readonly #scores = new Float64Array(MOST)

  constructor(model: NgramModel, lexicon: Lexicon, contexts: Contexts, tokens: ModelTokens) {
    this.#model = model
    this.#lexicon = lexicon
    this.#contexts = contexts
    this.#tokens = tokens
  }

  /** The arc of a place, with the pairs that may have stood there, best first; undefined where none may. */
  arcAt(place: Place): Arc | undefined {
    const {form, from, to, isLower} = place
    const model = this.#model
    const lexicon = this.#lexicon
    const {ids, count} = this.#tokens
    const [u, v] = contextBefore(ids, from)
    if (to - from === 1 && model.score(u, v, ids[from]!) > WELL) return undefined
    const next = to < count ? ids[to]! : SENTENCE_END
    const afterV = model.contextWeight(v)
    const ofNext = model.unigram(next)
    const formScore = lexicon.formScore(form)
    const asItIs = this.#fitOf(v, from, to, next)
    const around = this.#contexts.weightAt(place, this.#tokens)
    const rest =
      WEIGHTS.bias + WEIGHTS.pair * around + WEIGHTS.form * (formScore + 5) + (lexicon.isHead(form) ? WEIGHTS.head : 0)
    let size = 0
    for (let pair = lexicon.pairStart(form); pair < lexicon.pairStart(form + 1); pair++) {
      if (isLower && lexicon.isName(pair)) continue
      const own = lexicon.originalScore(pair)
      const inner = lexicon.innerScore(pair)
      const before = afterV + own - inner
      const after = lexicon.contextWeight(pair) + ofNext
      let score = rest + WEIGHTS.pair * lexicon.weight(pair) + WEIGHTS.usual * (own - formScore)
      if (lexicon.family(pair) === 'articles') score += FOR_OBSERVED
      score += WEIGHTS.context * (before + inner + after - asItIs)
      if (score < LEAST - 2 * OF_NEIGHBOUR) continue
      score += WEIGHTS.context * (model.pairOr(v, lexicon.firstId(pair), before) - before)
      if (score < LEAST - OF_NEIGHBOUR) continue
      score += WEIGHTS.context * (model.pairOr(lexicon.lastId(pair), next, after) - after)
      if (score > LEAST) size = this.#insert(pair, score, size)
    }
    return size > 0 ? {...place, around, pairs: Array.from(this.#pairs.subarray(0, size))} : undefined
  }

  /** log10 of some tokens and the one after them, by pairs alone. */
  #fitOf(v: number, from: number, to: number, next: number): number {
    const {ids} = this.#tokens
    let score = this.#model.bigram(ids[to - 1]!, next)
    for (let at = from; at < to; at++) score += this.#model.bigram(at === from ? v : ids[at - 1]!, ids[at]!)
    return score
  }

  /** Puts a pair in its place by score; the last one goes when there are too many. Returns how many there are. */
  #insert(pair: number, score: number, size: number): number {
    let place = Math.min(size, MOST - 1)
    if (size === MOST && score <= this.#scores[place]!) return size
    for (; place > 0 && this.#scores[place - 1]! < score; place--) {
      this.#scores[place] = this.#scores[place - 1]!
      this.#pairs[place] = this.#pairs[place - 1]!
    }
    this.#scores[place] = score
    this.#pairs[place] = pair
    return Math.min(MOST, size + 1)
  }
}
