/**
 * The most likely wording of a text: Viterbi over the lattice of words and candidate originals, scored by the trigram model.
 *
 * A sentence end forgets what was before it, so sentences are decoded one by one; a sentence without a spun form is skipped.
 * Beam 8 (a beam of 64 changes 1 choice in 1,000); states are the last two ids.
 */
import type {NgramModel} from '../../matching/ngram-model.js'
import type {Arc, Arcs} from './lattice.js'
import type {Pair} from './lexicon.js'
import {type ModelTokens, SENTENCE_END} from './model-tokens.js'

/** A form that the best path replaces, and how its candidates compare in their place. */
export interface Choice {
  readonly arc: Arc
  readonly pair: Pair
  /** Candidates that are likely here, best first, the chosen one first of all. */
  readonly ranked: readonly Pair[]
  /** Share of the chosen one among all candidates and leaving the form as it is, 0–1. */
  readonly posterior: number
}

export interface Decoding {
  readonly choices: readonly Choice[]
  /** log10: how much better the best path is than leaving the text alone. */
  readonly gain: number
}

const BEAM = 8
/** A run of tokens without a sentence end is cut here. */
const LONGEST_SENTENCE = 600

export class Decoder {
  readonly #model: NgramModel
  /** log10 that an edit costs; negative encourages. */
  readonly #editCost: number

  constructor(model: NgramModel, editCost: number) {
    this.#model = model
    this.#editCost = editCost
  }

  decode(tokens: ModelTokens, arcs: Arcs): Decoding {
    const choices: Choice[] = []
    let gain = 0
    let start = 0
    while (start < tokens.count) {
      let end = start + 1
      let hasArc = arcs.has(start)
      while (end < tokens.count && tokens.ids[end - 1] !== SENTENCE_END && end - start < LONGEST_SENTENCE) {
        if (arcs.has(end)) hasArc = true
        end++
      }
      if (hasArc) {
        const sentence = new Sentence(this.#model, tokens, arcs, start, end, this.#editCost)
        gain += sentence.gain
        choices.push(...sentence.choices())
      }
      start = end
    }
    return {choices, gain}
  }
}

/** A way to a place in the sentence. */
interface Entry {
  readonly u: number
  readonly v: number
  readonly score: number
  readonly back: Entry | undefined
  readonly arc: Arc | undefined
  readonly pair: Pair | undefined
}

class Sentence {
  readonly gain: number
  readonly #model: NgramModel
  readonly #tokens: ModelTokens
  readonly #arcs: Arcs
  readonly #end: number
  readonly #editCost: number
  readonly #best: Entry

  constructor(model: NgramModel, tokens: ModelTokens, arcs: Arcs, start: number, end: number, editCost: number) {
    this.#model = model
    this.#tokens = tokens
    this.#arcs = arcs
    this.#end = end
    this.#editCost = editCost
    this.#best = this.#search(start)
    this.gain = this.#best.score - this.#plainScore(start)
  }

  #search(start: number): Entry {
    const {ids} = this.#tokens
    const beams: Entry[][] = Array.from({length: this.#end - start + 1}, () => [])
    beams[0]!.push({u: 0, v: SENTENCE_END, score: 0, back: undefined, arc: undefined, pair: undefined})
    for (let at = start; at < this.#end; at++) {
      const arcs = this.#arcs.get(at) ?? []
      for (const entry of beams[at - start]!) {
        const w = ids[at]!
        const score = entry.score + this.#model.score(entry.u, entry.v, w)
        push(beams[at + 1 - start]!, {u: entry.v, v: w, score, back: entry, arc: undefined, pair: undefined})
        for (const arc of arcs) {
          if (arc.to > this.#end) continue
          for (const pair of arc.form.pairs) push(beams[arc.to - start]!, this.#follow(entry, arc, pair))
        }
      }
    }
    return best(beams[this.#end - start]!)
  }

  #follow(entry: Entry, arc: Arc, pair: Pair): Entry {
    let {u, v} = entry
    let score = entry.score + pair.weight - this.#editCost
    for (let i = 0; i < pair.ids.length; i++) {
      const w = pair.ids[i]!
      score += this.#model.score(u, v, w)
      u = v
      v = w
    }
    return {u, v, score, back: entry, arc, pair}
  }

  #plainScore(start: number): number {
    const {ids} = this.#tokens
    let [u, v, score] = [0, SENTENCE_END, 0]
    for (let at = start; at < this.#end; at++) {
      score += this.#model.score(u, v, ids[at]!)
      u = v
      v = ids[at]!
    }
    return score
  }

  /** The edits of the best path, in the order of the text. */
  choices(): Choice[] {
    const path: Entry[] = []
    for (let entry: Entry | undefined = this.#best; entry; entry = entry.back) path.push(entry)
    path.reverse()
    return path.flatMap((entry, i) => (entry.arc ? [this.#judge(entry, wordsAfter(path, i))] : []))
  }

  /** Compares the candidates of one form with the rest of the best path held fast: two words before it, two after it. */
  #judge(entry: Entry, after: readonly number[]): Choice {
    const {back, arc, pair} = entry as {back: Entry; arc: Arc; pair: Pair}
    const plain = this.#window(back, this.#tokens.ids.subarray(arc.from, arc.to), after)
    const scores = arc.form.pairs.map((candidate) => ({
      candidate,
      score: candidate.weight - this.#editCost + this.#window(back, candidate.ids, after),
    }))
    const chosen = scores.find(({candidate}) => candidate === pair)!
    const most = Math.max(plain, ...scores.map(({score}) => score))
    const total = 10 ** (plain - most) + scores.reduce((sum, {score}) => sum + 10 ** (score - most), 0)
    const ranked = scores
      .filter((s) => s === chosen || s.score > chosen.score - 1)
      .sort((a, b) => (a === chosen ? -1 : b === chosen ? 1 : b.score - a.score))
    return {arc, pair, ranked: ranked.map(({candidate}) => candidate), posterior: 10 ** (chosen.score - most) / total}
  }

  #window(before: Entry, ids: Uint32Array, after: readonly number[]): number {
    let {u, v} = before
    let score = 0
    const read = (w: number): void => {
      score += this.#model.score(u, v, w)
      u = v
      v = w
    }
    for (let i = 0; i < ids.length; i++) read(ids[i]!)
    for (const w of after) read(w)
    return score
  }
}

/** The next two ids of a path. */
function wordsAfter(path: readonly Entry[], i: number): number[] {
  const ids: number[] = []
  for (let k = i + 1; k < path.length && ids.length < 2; k++) {
    const {pair, v} = path[k]!
    ids.push(...(pair ? pair.ids : [v]))
  }
  return ids.slice(0, 2)
}

const best = (beam: readonly Entry[]): Entry => beam.reduce((a, b) => (b.score > a.score ? b : a))

/** Keeps the better of two ways to one state, and no more ways than the beam is wide. */
function push(beam: Entry[], entry: Entry): void {
  let worst = 0
  for (let i = 0; i < beam.length; i++) {
    const other = beam[i]!
    if (other.u === entry.u && other.v === entry.v) {
      if (entry.score > other.score) beam[i] = entry
      return
    }
    if (other.score < beam[worst]!.score) worst = i
  }
  if (beam.length < BEAM) beam.push(entry)
  else if (entry.score > beam[worst]!.score) beam[worst] = entry
}
