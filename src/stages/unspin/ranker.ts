/**
 * The second look: every spun form once more, with all its candidates, between the words that the first search chose.
 *
 * What speaks for a candidate is weighed in a log-linear model; the weights are chosen by `src/train/ranker.ts`.
 */

import type {Words} from '../../draft/index.js'
import type {NgramModel} from '../../matching/ngram-model.js'
import {consistent} from './consistency.js'
import type {Decoding, Piece} from './decoder.js'
import type {Arc, Arcs} from './lattice.js'
import {type Lexicon, LONGEST_ORIGINAL} from './lexicon.js'
import {contextBefore, type ModelTokens, SENTENCE_END} from './model-tokens.js'

/** What speaks for an original against the form as it stands. */
export interface Features {
  /** log10 of the language model, original against form, with two words before and two after. */
  readonly context: number
  /** The pair's own weight, and what words around say of its form. */
  readonly pair: number
  /** log10 of original against form without context: spinners put rarer words for usual ones. */
  readonly usual: number
  /** log10 of the form without context, above 10⁻⁵. */
  readonly form: number
  /** 1 when the form is written with a capital. */
  readonly title: number
  /** 1 when the form is itself a word that spinners replace. */
  readonly head: number
  /** 1 for a pair seen in real spun text, less the share of such pairs in this document: spinners keep to their table. */
  readonly family: number
  /** How spun the document is: gain per 100 tokens, 0 to 60, as 0 to 3. */
  readonly document: number
  /** For a pair seen in real spun text, how spun the document is by such pairs: the product of the two above. */
  readonly table: number
  /** Mean score of the same pair where else the form stands in the document, above a middling one; 0 where it does not. */
  readonly others: number
  /** 1 when the form stands in the document more than once. */
  readonly again: number
}

export type RankWeights = Readonly<Record<keyof Features | 'bias', number>>

/** Natural logarithms. */
export const RANK_WEIGHTS: RankWeights = {
  context: 1.29,
  pair: 0.83,
  usual: 0.38,
  form: 0.25,
  title: 0.3,
  head: -0.78,
  family: 1.34,
  document: 0.64,
  table: 2.85,
  others: 0.19,
  again: -0.64,
  bias: -3.22,
}

export interface Candidate {
  readonly arc: Arc
  readonly pair: number
  readonly features: Features
  /** Natural logarithm of how much likelier the original is than the form as it stands. */
  readonly score: number
}

/** A candidate with its share among all of its place and leaving the form as it is, 0–1. */
export interface Ranked extends Candidate {
  readonly share: number
}

/** A form that is replaced, and how its candidates compare in their place. */
export interface Choice {
  readonly arc: Arc
  /** Candidates that are likely here, best first. */
  readonly ranked: readonly Ranked[]
  /** Share of leaving the form as it is. */
  readonly kept: number
}

/** Candidates this much (natural logarithm) behind the best are not named. */
const FAR_BEHIND = 2.3
/** Ids after a place that its candidates are judged by. */
const AFTER = 2
/** The most that context may say for or against. */
const MOST_CONTEXT = 8

export class Ranker {
  readonly #model: NgramModel
  readonly #lexicon: Lexicon
  /** Ids of the candidate in hand and of the words after it. */
  readonly #ids = new Uint32Array(LONGEST_ORIGINAL + AFTER)

  constructor(model: NgramModel, lexicon: Lexicon) {
    this.#model = model
    this.#lexicon = lexicon
  }

  /** The best candidate of each place that is rather changed than kept, in the order of the text; none overlaps another. */
  choices(places: Iterable<readonly Candidate[]>): Choice[] {
    const choices: Choice[] = []
    let taken = 0
    for (const candidates of places) {
      if (candidates[0]!.arc.from < taken) continue
      const choice = chosen(candidates)
      if (!choice) continue
      choices.push(choice)
      taken = choice.arc.to
    }
    return choices
  }

  /** All candidates of each place where forms stand that the first search did not take for part of another. */
  places(words: Words, tokens: ModelTokens, arcs: Arcs, decoding: Decoding): (readonly Candidate[])[] {
    const places = [...this.#places(new Wording(tokens, decoding, this.#lexicon), arcs, decoding)]
    return consistent(places, words, (candidate, features) => ({...candidate, features, score: scoreOf(features)}))
  }

  *#places(wording: Wording, arcs: Arcs, decoding: Decoding): Iterable<readonly Candidate[]> {
    for (const [i, {from}] of decoding.pieces.entries()) {
      const candidates = (arcs.get(from) ?? []).flatMap((arc) => this.#candidates(wording, arc, i))
      if (candidates.length > 0) yield candidates
    }
  }

  /** All originals of a form, scored where the first search left it alone or replaced this very form. */
  #candidates(wording: Wording, arc: Arc, piece: number): Candidate[] {
    const last = wording.lastPiece(piece, arc)
    if (last < 0) return []
    const {form} = arc
    const plain = this.#fit(wording, piece, last, wording.copyOwn(arc, this.#ids))
    const formScore = this.#lexicon.formScore(form)
    return arc.pairs.map((pair) => {
      const fit = this.#fit(wording, piece, last, this.#lexicon.copyIds(pair, this.#ids)) - plain
      const isObserved = this.#lexicon.family(pair) === 'articles' ? 1 : 0
      const features = {
        context: Math.max(-MOST_CONTEXT, Math.min(MOST_CONTEXT, fit)),
        pair: this.#lexicon.weight(pair) + arc.around,
        usual: this.#lexicon.originalScore(pair) - formScore,
        form: formScore + 5,
        title: arc.isLower ? 0 : 1,
        head: this.#lexicon.isHead(form) ? 1 : 0,
        family: isObserved - wording.observedShare,
        document: wording.spinning,
        table: isObserved * wording.observedShare * wording.spinning,
        others: 0,
        again: 0,
      }
      return {arc, pair, features, score: scoreOf(features)}
    })
  }

  /** log10 of the ids in hand between what the first search chose before and after some pieces, two ids each. */
  #fit(wording: Wording, first: number, last: number, count: number): number {
    const [u, v] = wording.before(first)
    return this.#model.sequence(u, v, this.#ids, wording.copyAfter(last, this.#ids, count))
  }
}

function scoreOf(features: Features): number {
  let score = RANK_WEIGHTS.bias
  for (const name in features) score += features[name as keyof Features] * RANK_WEIGHTS[name as keyof Features]
  return score
}

/** The best candidates of a place; undefined where the form is likelier than all candidates together. */
function chosen(candidates: readonly Candidate[]): Choice | undefined {
  const choice = rankedOf(candidates)
  return choice.kept > 0.5 ? undefined : choice
}

/** The candidates of a place by their share, those of the best form alone. */
export function rankedOf(candidates: readonly Candidate[]): Choice {
  const best = candidates.reduce((a, b) => (b.score > a.score ? b : a))
  const keptOdds = Math.exp(-best.score)
  const total = candidates.reduce((sum, {score}) => sum + Math.exp(score - best.score), keptOdds)
  const ranked = candidates
    .filter(({arc, score}) => arc === best.arc && score > best.score - FAR_BEHIND)
    .sort((a, b) => b.score - a.score)
    .map((candidate) => ({...candidate, share: Math.exp(candidate.score - best.score) / total}))
  return {arc: best.arc, ranked, kept: keptOdds / total}
}

/** The wording that the first search chose, as one run of ids. */
class Wording {
  readonly tokens: ModelTokens
  /** Gain per 100 tokens, 0 to 60, as 0 to 3. */
  readonly spinning: number
  /** Of the edits of the first search, those by pairs seen in real spun text. */
  readonly observedShare: number
  readonly #pieces: readonly Piece[]
  readonly #ids: number[] = []
  /** Where each piece begins in the run; one more for the end. */
  readonly #starts: number[] = []

  constructor(tokens: ModelTokens, {pieces, gain}: Decoding, lexicon: Lexicon) {
    this.tokens = tokens
    this.spinning = Math.max(0, Math.min(60, (gain * 100) / tokens.count)) / 20
    const edits = pieces.filter(({pair}) => pair >= 0)
    this.observedShare =
      edits.filter(({pair}) => lexicon.family(pair) === 'articles').length / Math.max(1, edits.length)
    this.#pieces = pieces
    const ids = new Uint32Array(LONGEST_ORIGINAL)
    for (const {from, to, pair} of pieces) {
      this.#starts.push(this.#ids.length)
      if (pair >= 0) for (let i = 0, count = lexicon.copyIds(pair, ids); i < count; i++) this.#ids.push(ids[i]!)
      else for (let at = from; at < to; at++) this.#ids.push(tokens.ids[at]!)
    }
    this.#starts.push(this.#ids.length)
  }

  /** The last piece that an arc covers from a piece on; -1 when the search put something else there. */
  lastPiece(first: number, arc: Arc): number {
    if (this.#pieces[first]!.arc === arc) return first
    for (let piece = first; piece < this.#pieces.length; piece++) {
      const {to, arc: other} = this.#pieces[piece]!
      if (other || to > arc.to) return -1
      if (to === arc.to) return piece
    }
    return -1
  }

  before(piece: number): [u: number, v: number] {
    return contextBefore(this.#ids, this.#starts[piece]!)
  }

  /** Puts the ids of an arc's form at the start of `into`, and tells how many they are. */
  copyOwn({from, to}: Arc, into: Uint32Array): number {
    for (let at = from; at < to; at++) into[at - from] = this.tokens.ids[at]!
    return to - from
  }

  /** Puts the two ids after a piece, or one where a sentence ends, behind the first `count` of `into`; tells how many it has now. */
  copyAfter(piece: number, into: Uint32Array, count: number): number {
    const start = this.#starts[piece + 1]!
    const end = Math.min(this.#ids.length, start + AFTER)
    for (let at = start; at < end; at++) {
      into[count++] = this.#ids[at]!
      if (at === start && this.#ids[at] === SENTENCE_END) break
    }
    return count
  }
}
