/**
 * What an article spinner replaced, put back: a noisy channel. A lexicon says what may have stood there, a language model
 * how well it reads, a gate whether the text is spun at all. Clean text passes untouched.
 */
import type {Draft, Proposal} from '../../draft/index.js'
import {defineStage} from '../../stage/define-stage.js'
import {calibrated} from './calibration.js'
import type {Judge} from './judged.js'
import type {Family} from './lexicon.js'
import type {Choice} from './ranker.js'
import {isReadable, type Judgement, type Reading, Restorer} from './restorer.js'
import {Translated} from './translated.js'
import {repairOf} from './wording.js'

export const unspin = defineStage<UnspinOptions>({
  name: 'unspin',
  languages: ['en'],
  faults: [
    {
      id: 'unspin/spun-text',
      message: 'Unexpected signs of article spinning',
      why: 'Many words here are worse in their place than what thesaurus spinners put them for.',
    },
    {
      id: 'unspin/spun-wording',
      message: 'Unexpected spun wording `{actual}`, expected `{expected}`',
      why: 'The text was run through an article spinner, which put a "synonym" here.',
    },
    {
      id: 'unspin/translated-wording',
      message: 'Unexpected wording `{actual}`, translated from Chinese word for word',
      why: 'English readers do not know the Chinese term behind it.',
    },
  ],
  prepare({judge}, rules) {
    // Its models take forty milliseconds, and short texts are never read with them.
    let restorer: Restorer | undefined
    const restorerOnce = (): Restorer => {
      restorer ??= new Restorer(rules(), judge)
      return restorer
    }
    const {tables, compiled} = rules()
    const translated = new Translated(tables, compiled)
    return function* (draft) {
      if (isReadable(draft)) yield* restore(draft, restorerOnce())
      yield* translated.proposals(draft)
    }
  },
})

export interface UnspinOptions {
  /** Who reads the places of a spun text besides the n-gram model. */
  readonly judge?: Judge
}

/** Confidence of a repair where the text may be clean: less than the policy applies. */
const IN_DOUBT = 0.3

function* restore(draft: Draft, restorer: Restorer): Iterable<Proposal> {
  const evidence = restorer.suspicion(draft)
  if (!evidence) return
  const reading = restorer.read(draft)
  const stretches = restorer.spunStretches(restorer.unquoted(draft, reading), evidence)
  if (stretches.length === 0) return
  const choices = restorer.choices(reading, stretches)
  const verdict = restorer.verdictOn(stretches, choices)
  if (verdict === 'clean') return
  for (const stretch of stretches) yield reportOf(reading, restorer, stretch)
  for (const choice of choices) {
    const proposal = proposalFor(draft, restorer, choice)
    yield verdict === 'spun' ? proposal : {...proposal, confidence: Math.min(proposal.confidence, IN_DOUBT)}
  }
}

/** What pairs of each family tell of the spinner. */
const KINDS: Readonly<Record<Family, string>> = {
  thesaurus: 'synonyms of a thesaurus',
  articles: 'wordings known from spun articles',
  science: 'broken terms as in spun papers',
}
/** Marks that a report names. */
const NAMED = 5

/** Where a spun stretch begins, how surely it is one, and by which marks. */
function reportOf(reading: Reading, restorer: Restorer, stretch: Judgement): Proposal {
  const {words, tokens} = reading
  const {from, to, spinning, least, gain, edits} = stretch
  const first = tokens.places[from]!
  const per100 = (value: number): string => ((value * 100) / stretch.tokens).toFixed(1)
  const {marks, family} = restorer.marksOf(reading, from, to)
  const named = marks.slice(0, NAMED).map(({form, original}) => `“${form}” for “${original}”`)
  return {
    start: words.starts[first]!,
    end: words.ends[first]!,
    rule: 'unspin/spun-text',
    expected: [],
    confidence: Number((1 / (1 + Math.exp(least - spinning))).toFixed(2)),
    note: `in 100 words ${per100(edits)} that read better otherwise, by 10 to the power of ${per100(gain)} in all; mostly ${KINDS[family]}: ${named.join(', ')}; ranked by ${restorer.ranker.name}`,
  }
}

function proposalFor(draft: Draft, {lexicon, ranker}: Restorer, {arc, ranked, kept}: Choice): Proposal {
  const words = draft.words()
  const {first, last} = arc
  const originals = ranked.map(({pair}) => lexicon.original(pair))
  const repair = repairOf(words, first, last, originals)
  const percent = (share: number): string => `${Math.round(share * 100)} %`
  const shares = ranked.slice(0, 4).map(({share}, i) => `${originals[i]} ${percent(share)}`)
  return {
    start: words.starts[repair.first]!,
    end: words.ends[repair.last - 1]!,
    rule: 'unspin/spun-wording',
    expected: repair.texts,
    confidence: calibrated(ranked[0]!.share, ranker.calibration),
    note: `${shares.join(', ')}, as it stands ${percent(kept)}; between “${contextOf(draft, first, -3)}” and “${contextOf(draft, last, 3)}”`,
  }
}

/** Some words before or after a token. */
function contextOf(draft: Draft, at: number, count: number): string {
  const {starts, ends, count: all} = draft.words()
  const [from, to] = count < 0 ? [Math.max(0, at + count), at] : [at, Math.min(all, at + count)]
  return from < to ? draft.text.slice(starts[from]!, ends[to - 1]!).replace(/\s+/g, ' ') : ''
}
