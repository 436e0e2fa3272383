/**
 * What an article spinner replaced, put back: a noisy channel. A lexicon says what may have stood there, a language model
 * how well it reads, a gate whether the text is spun at all. Clean text passes untouched.
 */
import {type Draft, findOverlap, type Proposal, type Span, type Words} from '../../draft/index.js'
import {NgramModel} from '../../matching/ngram-model.js'
import {defineStage} from '../../stage/define-stage.js'
import {calibrated} from './calibration.js'
import {compileLexicon, sourcesOf} from './compile-lexicon.js'
import {Decoder} from './decoder.js'
import {evidencePer100, FEWEST_WORDS, LEAST_EVIDENCE, leastGain, quotationsOf} from './gate.js'
import {type Arc, type Arcs, arcsOf} from './lattice.js'
import {Lexicon, unpackLexicon} from './lexicon.js'
import {modelTokensOf} from './model-tokens.js'
import {type Choice, RANK_WEIGHTS, Ranker} from './ranker.js'
import {inCaseOf, misfitArticle} from './wording.js'

const MODEL = 'unspin/english.ngrams'
const LEXICON = 'unspin/spun.lexicon'

export const unspin = defineStage({
  name: 'unspin',
  languages: ['en'],
  faults: [
    {
      id: 'unspin/spun-wording',
      message: 'Unexpected spun wording `{actual}`, expected `{expected}`',
      why: 'The text was run through an article spinner, which put a "synonym" here.',
    },
  ],
  prepare(_, rules) {
    const {tables, models} = rules()
    const bytes = models.get(MODEL)
    if (!bytes) throw new Error(`unspin needs its language model, expected ${MODEL} among the rules`)
    const model = NgramModel.read(bytes)
    const compiled = models.get(LEXICON)
    const kept = compiled && unpackLexicon(compiled, sourcesOf(tables, model))
    const lexicon = new Lexicon(kept ?? compileLexicon(tables, model))
    const decoder = new Decoder(model, lexicon)
    const ranker = new Ranker(model, lexicon, RANK_WEIGHTS)
    return (draft) => restore(draft, lexicon, decoder, ranker)
  },
})

function* restore(draft: Draft, lexicon: Lexicon, decoder: Decoder, ranker: Ranker): Iterable<Proposal> {
  const words = draft.words()
  if (words.count < FEWEST_WORDS || evidencePer100(words, lexicon) < LEAST_EVIDENCE) return
  const tokens = modelTokensOf(words)
  const arcs = arcsOf(draft, lexicon, tokens)
  const unquoted = outside(quotationsOf(draft.text), arcs, words)
  const witness = decoder.decode(tokens, unquoted)
  if ((witness.gain * 100) / tokens.count < leastGain(tokens.count)) return
  const decoding = unquoted === arcs ? witness : decoder.decode(tokens, arcs)
  for (const choice of ranker.rank(words, tokens, arcs, decoding)) yield proposalFor(draft, lexicon, choice)
}

/** The arcs that touch none of the spans; the same map when that is all of them. */
function outside(spans: readonly Span[], arcs: Arcs, words: Words): Arcs {
  if (spans.length === 0) return arcs
  const left = new Map<number, readonly Arc[]>()
  let isSame = true
  for (const [at, here] of arcs) {
    const kept = here.filter(
      ({first, last}) => !findOverlap(spans, {start: words.starts[first]!, end: words.ends[last - 1]!}),
    )
    if (kept.length < here.length) isSame = false
    if (kept.length > 0) left.set(at, kept)
  }
  return isSame ? arcs : left
}

function proposalFor(draft: Draft, lexicon: Lexicon, {arc, ranked, posterior}: Choice): Proposal {
  const words = draft.words()
  const {first, last} = arc
  const wordings = ranked.map(({pair}) => inCaseOf(words, first, last, lexicon.original(pair)))
  const article = misfitArticle(words, first, wordings[0]!)
  const start = words.starts[article < 0 ? first : article]!
  return {
    start,
    end: words.ends[last - 1]!,
    rule: 'unspin/spun-wording',
    expected: wordings.map((wording) => withArticle(draft, article, first, wording)),
    confidence: calibrated(posterior),
  }
}

/** The article that fits, the blank that stood there, and the wording. */
function withArticle(draft: Draft, article: number, first: number, wording: string): string {
  if (article < 0) return wording
  const words = draft.words()
  const written = draft.text.slice(words.starts[article]!, words.ends[article]!)
  const other = written.length === 1 ? `${written}n` : written[0]!
  return other + draft.text.slice(words.ends[article]!, words.starts[first]!) + wording
}
