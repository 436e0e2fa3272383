/**
 * The most likely wording of a text: Viterbi over the lattice of words and candidate originals, scored by the trigram model.
 *
 * A sentence end forgets what was before it, so sentences are decoded one by one; a sentence without a spun form is skipped.
 * States are the last two ids. Everything lies in typed arrays that are used again for every sentence.
 */
import type {NgramModel} from '../../matching/ngram-model.js'
import type {Arc, Arcs} from './lattice.js'
import {type Lexicon, LONGEST_ORIGINAL} from './lexicon.js'
import {type ModelTokens, SENTENCE_END} from './model-tokens.js'

/** A piece of the best path: one token as it stands, or a form with the original put in its place. */
export interface Piece {
  /** Tokens of the model. */
  readonly from: number
  readonly to: number
  readonly arc: Arc | undefined
  /** The pair whose original was put; -1 for a token as it stands. */
  readonly pair: number
}

export interface Decoding {
  /** Pieces of every sentence that has a spun form, in the order of the text. */
  readonly pieces: readonly Piece[]
  readonly sentences: readonly Sentence[]
  /** log10: how much better the best path is than leaving the text alone. */
  readonly gain: number
}

/** Tokens of the model from one to before another, and the gain there. */
export interface Sentence {
  readonly from: number
  readonly to: number
  readonly gain: number
}

/** log10 that an edit costs in the first search: low, as the ranker looks again. */
const EDIT_COST = 1

const BEAM = 4
/** Candidates of a place that enter the search. */
const SHORTLIST = 4
/** A run of tokens without a sentence end is cut here. */
const LONGEST_SENTENCE = 600
const NONE = -1

export class Decoder {
  readonly #model: NgramModel
  readonly #lexicon: Lexicon
  /** Entry `position * BEAM + slot`: the last two ids, the score, where it came from, and by which option. */
  readonly #u = new Uint32Array((LONGEST_SENTENCE + 1) * BEAM)
  readonly #v = new Uint32Array((LONGEST_SENTENCE + 1) * BEAM)
  readonly #scores = new Float64Array((LONGEST_SENTENCE + 1) * BEAM)
  readonly #back = new Int32Array((LONGEST_SENTENCE + 1) * BEAM)
  readonly #option = new Int32Array((LONGEST_SENTENCE + 1) * BEAM)
  readonly #sizes = new Uint8Array(LONGEST_SENTENCE + 1)
  /** Ids of the option in hand. */
  readonly #ids = new Uint32Array(LONGEST_ORIGINAL)
  /** The options of the sentence in hand: an arc and a pair each. */
  readonly #optionArcs: Arc[] = []
  readonly #optionPairs: number[] = []

  constructor(model: NgramModel, lexicon: Lexicon) {
    this.#model = model
    this.#lexicon = lexicon
  }

  decode(tokens: ModelTokens, arcs: Arcs): Decoding {
    const pieces: Piece[] = []
    const sentences: Sentence[] = []
    let start = 0
    while (start < tokens.count) {
      let end = start + 1
      let hasArc = arcs.has(start)
      while (end < tokens.count && tokens.ids[end - 1] !== SENTENCE_END && end - start < LONGEST_SENTENCE) {
        if (arcs.has(end)) hasArc = true
        end++
      }
      if (hasArc) sentences.push({from: start, to: end, gain: this.#sentence(tokens, arcs, start, end, pieces)})
      start = end
    }
    return {pieces, sentences, gain: sentences.reduce((sum, {gain}) => sum + gain, 0)}
  }

  /** Decodes one sentence, appends its pieces, returns its gain. */
  #sentence({ids}: ModelTokens, arcs: Arcs, start: number, end: number, pieces: Piece[]): number {
    this.#optionArcs.length = 0
    this.#optionPairs.length = 0
    this.#sizes.fill(0, 0, end - start + 1)
    this.#push(0, 0, SENTENCE_END, 0, NONE, NONE)
    let plain = 0
    for (let at = start; at < end; at++) {
      const [u, v] = contextAt(ids, at, start)
      plain += this.#model.score(u, v, ids[at]!)
      const first = this.#optionPairs.length
      for (const arc of arcs.get(at) ?? []) if (arc.to <= end) this.#offer(arc)
      const entries = (at - start) * BEAM
      const last = entries + this.#sizes[at - start]!
      for (let entry = entries; entry < last; entry++) {
        const w = ids[at]!
        const score = this.#scores[entry]! + this.#model.score(this.#u[entry]!, this.#v[entry]!, w)
        this.#push(at + 1 - start, this.#v[entry]!, w, score, entry, NONE)
        for (let option = first; option < this.#optionPairs.length; option++) this.#follow(entry, option, start)
      }
    }
    return this.#backtrack(start, end, pieces) - plain
  }

  /** Makes options of an arc's first candidates. */
  #offer(arc: Arc): void {
    for (const pair of arc.pairs.slice(0, SHORTLIST)) {
      this.#optionArcs.push(arc)
      this.#optionPairs.push(pair)
    }
  }

  #follow(entry: number, option: number, start: number): void {
    const [arc, pair] = [this.#optionArcs[option]!, this.#optionPairs[option]!]
    const count = this.#lexicon.copyIds(pair, this.#ids)
    const [u, v] = [this.#u[entry]!, this.#v[entry]!]
    const score = this.#scores[entry]! + this.#lexicon.weight(pair) + arc.around - EDIT_COST
    const w1 = count > 1 ? this.#ids[count - 2]! : v
    const total = score + this.#model.sequence(u, v, this.#ids, count)
    this.#push(arc.to - start, w1, this.#ids[count - 1]!, total, entry, option)
  }

  /** Keeps the better of two ways to one state, and no more ways than the beam is wide. */
  #push(position: number, u: number, v: number, score: number, back: number, option: number): void {
    const base = position * BEAM
    const size = this.#sizes[position]!
    let place = base + size
    let worst = base
    for (let entry = base; entry < base + size; entry++) {
      if (this.#u[entry] === u && this.#v[entry] === v) {
        if (score <= this.#scores[entry]!) return
        place = entry
        break
      }
      if (this.#scores[entry]! < this.#scores[worst]!) worst = entry
    }
    if (place === base + BEAM) {
      if (score <= this.#scores[worst]!) return
      place = worst
    } else if (place === base + size) this.#sizes[position] = size + 1
    this.#u[place] = u
    this.#v[place] = v
    this.#scores[place] = score
    this.#back[place] = back
    this.#option[place] = option
  }

  /** Appends the pieces of the best path and returns its score. */
  #backtrack(start: number, end: number, pieces: Piece[]): number {
    const base = (end - start) * BEAM
    let best = base
    for (let entry = base; entry < base + this.#sizes[end - start]!; entry++) {
      if (this.#scores[entry]! > this.#scores[best]!) best = entry
    }
    const path: Piece[] = []
    for (let entry = best; this.#back[entry]! !== NONE; entry = this.#back[entry]!) {
      const option = this.#option[entry]!
      const to = start + Math.floor(entry / BEAM)
      const arc = option === NONE ? undefined : this.#optionArcs[option]!
      path.push({from: arc ? arc.from : to - 1, to, arc, pair: option === NONE ? NONE : this.#optionPairs[option]!})
    }
    for (let i = path.length - 1; i >= 0; i--) pieces.push(path[i]!)
    return this.#scores[best]!
  }
}

/** The two ids before a token of a sentence; nothing stands before the sentence's own beginning. */
function contextAt(ids: Uint32Array, at: number, start: number): [u: number, v: number] {
  if (at === start) return [0, SENTENCE_END]
  return [at - start > 1 ? ids[at - 2]! : SENTENCE_END, ids[at - 1]!]
}
