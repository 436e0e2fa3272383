/**
 * A ranker that asks a judge: somebody who has read the whole text up to a place, and says how likely each wording is
 * there. The judge never writes; it is asked for the candidates and the form as it stands, for nothing else.
 *
 * Neighbours are put right before the judge reads them, as the first search chose. To read again with the judge's own
 * choices costs as much once more and gains little: F0.5 +0.002.
 */
import type {Words} from '../../draft/index.js'
import {type Calibration, MEASURED_JUDGED} from './calibration.js'
import type {Piece} from './decoder.js'
import type {Lexicon} from './lexicon.js'
import {type Candidate, type Candidates, type Decoded, type Ranker, type RankWeights, scoreOf} from './ranker.js'
import {inCaseOf} from './wording.js'

/** A place of a text and what may stand there. */
export interface Question {
  /** UTF-16 offsets of the text. */
  readonly start: number
  readonly end: number
  readonly wordings: readonly string[]
}

export interface Judge {
  /** For the report. */
  readonly name: string
  /**
   * For each question log10 of the probability of each wording with some of the text after it, given the text before it.
   * Must answer the same for the same text and questions.
   */
  read(text: string, questions: readonly Question[]): readonly (readonly number[])[]
}

/** Natural logarithms; fitted by `npm run eval:fit -- --model FILE` with SmolLM2-135M as the judge. */
export const JUDGED_WEIGHTS: RankWeights = {
  context: 0.33,
  topic: 0,
  pair: 0.79,
  usual: 0.09,
  form: 0.3,
  title: 0.14,
  head: -0.36,
  family: 1.13,
  document: 0.54,
  table: 2.23,
  others: 0,
  again: 0,
  judge: 1.35,
  bias: -3.55,
}

/** Natural logarithm: a place whose best candidate the default ranker finds less likely is not asked about. */
const WORTH_ASKING = -4.5
/** log10 that the judge may say for or against. */
const MOST_ODDS = 12

export class Judged implements Ranker {
  readonly name: string
  readonly weights = JUDGED_WEIGHTS
  readonly calibration: Calibration = MEASURED_JUDGED
  readonly #first: Ranker
  readonly #judge: Judge
  readonly #lexicon: Lexicon

  constructor(first: Ranker, judge: Judge, lexicon: Lexicon) {
    this.name = judge.name
    this.#first = first
    this.#judge = judge
    this.#lexicon = lexicon
  }

  /** The places of the first ranker that are worth asking about, scored with what the judge says. */
  places(decoded: Decoded): Candidates[] {
    const {words, decoding} = decoded
    const places = this.#first.places(decoded)
    const asked = places.filter((candidates) => candidates.some(({score}) => score > WORTH_ASKING))
    return this.#judged(asked, new Repaired(words, this.#lexicon, decoding.pieces))
  }

  #judged(places: readonly Candidates[], {words, text, at}: Repaired): Candidates[] {
    const asked = places.flatMap(byArc)
    const questions = asked.map((candidates): Question => {
      const {first, last} = candidates[0]!.arc
      const [start, end] = [words.starts[first]!, words.ends[last - 1]!]
      const originals = candidates.map(({pair}) => inCaseOf(words, first, last, this.#lexicon.original(pair)))
      return {start: at(start), end: at(end), wordings: [words.text.slice(start, end), ...originals]}
    })
    const answers = this.#judge.read(text, questions)
    const judged = new Map<Candidate, Candidate>()
    for (const [q, candidates] of asked.entries()) {
      const [asItIs, ...others] = answers[q]!
      for (const [i, candidate] of candidates.entries()) {
        const judge = Math.max(-MOST_ODDS, Math.min(MOST_ODDS, others[i]! - asItIs!))
        const features = {...candidate.features, judge}
        judged.set(candidate, {...candidate, features, score: scoreOf(features, this.weights)})
      }
    }
    return places.map((candidates) => candidates.map((candidate) => judged.get(candidate)!))
  }
}

/** The candidates of a place, those of each form apart. */
const byArc = (candidates: Candidates): Candidates[] =>
  [...new Set(candidates.map(({arc}) => arc))].map((arc) => candidates.filter((candidate) => candidate.arc === arc))

/** A text with some forms replaced, and where each offset of the source went. */
class Repaired {
  readonly words: Words
  readonly text: string
  /** Where each replaced form ends, and by how much what follows is shifted. */
  readonly #ends: number[] = []
  readonly #shifts: number[] = []

  constructor(words: Words, lexicon: Lexicon, pieces: readonly Piece[]) {
    this.words = words
    let [text, last] = ['', 0]
    for (const {arc, pair} of pieces) {
      if (!arc) continue
      const [start, end] = [words.starts[arc.first]!, words.ends[arc.last - 1]!]
      text += words.text.slice(last, start) + inCaseOf(words, arc.first, arc.last, lexicon.original(pair))
      last = end
      this.#ends.push(end)
      this.#shifts.push(text.length - end)
    }
    this.text = text + words.text.slice(last)
  }

  /** Where an offset of the source is now; one inside a replaced form is where that form begins or ended. */
  readonly at = (offset: number): number => {
    let [low, high] = [0, this.#ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#ends[middle]! <= offset) low = middle + 1
      else high = middle
    }
    return offset + (low > 0 ? this.#shifts[low - 1]! : 0)
  }
}
