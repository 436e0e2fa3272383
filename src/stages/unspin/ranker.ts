/**
 * The second look: which of the candidates at a place stood there, and how surely. A ranker chooses among originals of the
 * lexicon or keeps the form as it stands; it never writes a word of its own.
 */

import type {Words} from '../../draft/index.js'
import type {Calibration} from './calibration.js'
import type {Decoding} from './decoder.js'
import type {Arc, Arcs} from './lattice.js'
import type {ModelTokens} from './model-tokens.js'

/** What speaks for an original against the form as it stands. */
export interface Features {
  /** log10 of the language model, original against form, with two words before and two after. */
  readonly context: number
  /** How much better the original goes with the words of the paragraph than the form; see `Topic`. */
  readonly topic: number
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
  /** log10 of original against form as a judge reads them in the text, −12 to 12; 0 without a judge. */
  readonly judge: number
}

export type RankWeights = Readonly<Record<keyof Features | 'bias', number>>

/** Candidates of one place. */
export type Candidates = readonly Candidate[]

/** A text with its lattice and what the first search made of it. */
export interface Decoded {
  readonly words: Words
  readonly tokens: ModelTokens
  readonly arcs: Arcs
  readonly decoding: Decoding
}

export interface Ranker {
  /** For the report. */
  readonly name: string
  readonly weights: RankWeights
  /** Share that the ranker gives its choices, and how often such choices were right; see `calibrated`. */
  readonly calibration: Calibration
  /** All candidates of each place where forms stand, scored. */
  places(decoded: Decoded): Candidates[]
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
/** The best candidate of each place that is rather changed than kept, in the order of the text; none overlaps another. */
export function choicesOf(places: Iterable<Candidates>): Choice[] {
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

/** The score of a candidate, natural logarithm. Written out, as it is asked for every candidate of a text. */
export function scoreOf(f: Features, w: RankWeights): number {
  return (
    w.bias +
    f.context * w.context +
    f.topic * w.topic +
    f.pair * w.pair +
    f.usual * w.usual +
    f.form * w.form +
    f.title * w.title +
    f.head * w.head +
    f.family * w.family +
    f.document * w.document +
    f.table * w.table +
    f.others * w.others +
    f.again * w.again +
    f.judge * w.judge
  )
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
