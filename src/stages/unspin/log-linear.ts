/**
 * The default ranker: every spun form once more, with all its candidates, between the words that the first search chose.
 *
 * What speaks for a candidate is weighed in a log-linear model; the weights are fitted by `npm run eval:fit`.
 */
import type {NgramModel} from '../../matching/ngram-model.js'
import type {WordVectors} from '../../matching/word-vectors.js'
import {MEASURED} from './calibration.js'
import {consistent} from './consistency.js'
import type {Decoding, Piece} from './decoder.js'
import type {Arc, Arcs} from './lattice.js'
import {type Lexicon, LONGEST_ORIGINAL} from './lexicon.js'
import {contextBefore, type ModelTokens, SENTENCE_END} from './model-tokens.js'
import {type Candidate, type Candidates, type Decoded, type Ranker, type RankWeights, scoreOf} from './ranker.js'
import {Topic} from './topic.js'

/**
 * Natural logarithms. `npm run eval:fit` prints weights near these, with a topic of 1.0 and a bias of -2.9, which gain 0.005
 * of F0.5 in texts of unseen spinners and lose as much precision in real spun texts.
 */
export const RANK_WEIGHTS: RankWeights = {
  context: 1.29,
  topic: 0.5,
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
  judge: 0,
  bias: -3.27,
}

/** Ids after a place that its candidates are judged by. */
const AFTER = 2
/** The most that context may say for or against. */
const MOST_CONTEXT = 8

export class LogLinear implements Ranker {
  readonly name = 'log-linear'
  readonly weights = RANK_WEIGHTS
  readonly calibration = MEASURED
  readonly #model: NgramModel
  readonly #lexicon: Lexicon
  readonly #vectors: WordVectors
  /** Ids of the candidate in hand and of the words after it. */
  readonly #ids = new Uint32Array(LONGEST_ORIGINAL + AFTER)

  constructor(model: NgramModel, lexicon: Lexicon, vectors: WordVectors) {
    this.#model = model
    this.#lexicon = lexicon
    this.#vectors = vectors
  }

  /** All candidates of each place where forms stand that the first search did not take for part of another. */
  places({words, tokens, arcs, decoding}: Decoded): Candidates[] {
    const places = [...this.#places(new Wording(tokens, decoding, this.#lexicon, this.#vectors), arcs, decoding)]
    const rescored = (candidate: Candidate): Candidate => ({
      ...candidate,
      score: scoreOf(candidate.features, RANK_WEIGHTS),
    })
    return consistent(places, words).map((candidates, i) =>
      candidates === places[i] ? candidates : candidates.map(rescored),
    )
  }

  *#places(wording: Wording, arcs: Arcs, decoding: Decoding): Iterable<Candidates> {
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
    const own = wording.copyOwn(arc, this.#ids)
    wording.turnTo(piece, last)
    const plainTopic = wording.topic.fit(this.#ids, own)
    const plain = this.#fit(wording, piece, last, own)
    const formScore = this.#lexicon.formScore(form)
    return arc.pairs.map((pair) => {
      const count = this.#lexicon.copyIds(pair, this.#ids)
      const topic = wording.topic.fit(this.#ids, count) - plainTopic
      const fit = this.#fit(wording, piece, last, count) - plain
      const isObserved = this.#lexicon.family(pair) === 'articles' ? 1 : 0
      const features = {
        context: Math.max(-MOST_CONTEXT, Math.min(MOST_CONTEXT, fit)),
        topic: Number.isNaN(topic) ? 0 : topic * (1 - wording.observedShare),
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
        judge: 0,
      }
      return {arc, pair, features, score: scoreOf(features, RANK_WEIGHTS)}
    })
  }

  /** log10 of the ids in hand between what the first search chose before and after some pieces, two ids each. */
  #fit(wording: Wording, first: number, last: number, count: number): number {
    const [u, v] = wording.before(first)
    return this.#model.sequence(u, v, this.#ids, wording.copyAfter(last, this.#ids, count))
  }
}

/** The wording that the first search chose, as one run of ids. */
class Wording {
  readonly tokens: ModelTokens
  /** Gain per 100 tokens, 0 to 60, as 0 to 3. */
  readonly spinning: number
  /** Of the edits of the first search, those by pairs seen in real spun text. */
  readonly observedShare: number
  readonly topic: Topic
  readonly #pieces: readonly Piece[]
  readonly #ids: number[] = []
  /** Where each piece begins in the run; one more for the end. */
  readonly #starts: number[] = []

  constructor(tokens: ModelTokens, {pieces, gain}: Decoding, lexicon: Lexicon, vectors: WordVectors) {
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
    this.topic = new Topic(vectors, this.#ids)
  }

  /** Turns to what the text is about around some pieces. */
  turnTo(first: number, last: number): void {
    this.topic.turnTo(this.#starts[first]!, this.#starts[last + 1]!)
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
