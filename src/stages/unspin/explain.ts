/** Why the stage does what it does: every place where a spun form stands, what was weighed there, and the gate's verdict. */
import {Draft} from '../../draft/index.js'
import {calibrated} from './calibration.js'
import {evidenceOf, LEAST_EVIDENCE} from './gate.js'
import {choicesOf, type Features, type Ranked, type RankWeights, rankedOf} from './ranker.js'
import type {Judgement, Restorer, Verdict} from './restorer.js'

export interface ExplainedCandidate {
  readonly original: string
  /** Share among all candidates of the place and leaving the form as it is, 0–1. */
  readonly share: number
  /** What each feature adds, natural logarithm; with the bias they add up to the score. */
  readonly parts: Readonly<Record<keyof Features, number>>
}

export interface ExplainedPlace {
  /** UTF-16 offsets. */
  readonly start: number
  readonly end: number
  readonly actual: string
  readonly kept: number
  /** How sure the stage would be of the best. */
  readonly confidence: number
  readonly candidates: readonly ExplainedCandidate[]
}

export interface Explanation {
  /** Words of the text; fewer than 40 prove nothing. */
  readonly words: number
  /** log10 of evidence per 100 words from the marks, and what is needed. */
  readonly evidence: number
  readonly leastEvidence: number
  /** The gate's judgement of the whole text. */
  readonly judgement: Judgement
  readonly verdict: Verdict
  readonly places: readonly ExplainedPlace[]
}

/** Explains a text as if the gate had let it through. */
export function explain(text: string, restorer: Restorer): Explanation {
  const draft = new Draft(text, {parse: () => ({type: 'RootNode', children: []})})
  const {lexicon, ranker} = restorer
  const reading = restorer.read(draft)
  const {words} = reading
  const ranked = ranker.places(reading)
  const places = ranked.map((candidates): ExplainedPlace => {
    const {arc, ranked: best, kept} = rankedOf(candidates)
    const [start, end] = [words.starts[arc.first]!, words.ends[arc.last - 1]!]
    const explained = best.map((each) => ({
      original: lexicon.original(each.pair),
      share: each.share,
      parts: partsOf(each, ranker.weights),
    }))
    const confidence = calibrated(best[0]!.share, ranker.calibration)
    return {start, end, actual: text.slice(start, end), kept, confidence, candidates: explained}
  })
  const evidence = evidenceOf(words, lexicon).whole
  const judgement = restorer.judge(restorer.unquoted(draft, reading), 0, reading.tokens.count)
  return {
    words: words.count,
    evidence,
    leastEvidence: LEAST_EVIDENCE,
    judgement,
    verdict: evidence >= LEAST_EVIDENCE ? restorer.verdictOn([judgement], choicesOf(ranked)) : 'clean',
    places,
  }
}

function partsOf({features}: Ranked, weights: RankWeights): ExplainedCandidate['parts'] {
  const names = Object.keys(features) as (keyof Features)[]
  return Object.fromEntries(names.map((name) => [name, features[name] * weights[name]])) as ExplainedCandidate['parts']
}
