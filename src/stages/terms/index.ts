/**
 * Chinese terms in English text: the first mention carries pinyin and gloss, the later ones stand alone.
 *
 * It parses what the author already wrote around a term and adds only what is missing; it never rewrites a gloss.
 */
import {type Draft, findOverlap, lineStartAt, type Proposal} from '../../draft/index.js'
import {defineStage} from '../../stage/define-stage.js'
import {Glossary, type Mention} from './glossary.js'
import {neighbourhoodOf} from './neighbourhood.js'
import {type ChineseScript, otherScript} from './script.js'
import {explanation, type Quote, repetition, type Style} from './style.js'
import {TYPOGRAPHY_FAULTS} from './typography/faults.js'
import {typographyOf} from './typography/index.js'
import type {TypographyOptions} from './typography/options.js'

export interface TermsOptions {
  /** Default: `full`. */
  readonly style?: Style
  /** Default: `keep`. */
  readonly chinese?: ChineseScript
  /** Words that keep their characters when others are converted. */
  readonly protect?: readonly string[]
  /** Default: what every house agrees on. */
  readonly typography?: TypographyOptions | 'off'
}

export const normaliseTerms = defineStage<TermsOptions>({
  name: 'terms',
  faults: [
    {
      id: 'terms/unexplained-term',
      message: 'Unexpected term without its explanation, expected `{expected}`',
      why: 'At its first mention a Chinese term carries its pinyin and a gloss.',
    },
    {
      id: 'terms/repeated-gloss',
      message: 'Unexpected second explanation `{actual}`',
      why: 'A term is explained once; later mentions stand alone.',
    },
    {
      id: 'terms/other-script',
      message: 'Unexpected `{actual}`, expected `{expected}`',
      why: 'Another Chinese script was asked for.',
    },
    ...TYPOGRAPHY_FAULTS,
  ],
  prepare({style = 'full', chinese = 'keep', protect = [], typography = {}}, rules) {
    const typographicFaults = typography === 'off' ? undefined : typographyOf(typography)
    const glossary = new Glossary(rules().tables)
    return function* (draft) {
      if (!/\p{Script=Han}/u.test(draft.text)) return
      if (chinese !== 'keep') yield* otherScript(draft, chinese, protect)
      if (typographicFaults) yield* typographicFaults(draft)
      if (style !== 'none') yield* explanations(draft, glossary, style)
    }
  },
})

function* explanations(draft: Draft, glossary: Glossary, style: Style): Iterable<Proposal> {
  const words = draft.words()
  const quote = quotesOf(draft.text)
  const met = new Set<string>()
  for (const mention of glossary.mentions(words)) {
    if (!isInEnglish(draft, mention) || isHeading(draft, words.starts[mention.first]!)) continue
    const around = neighbourhoodOf(words, mention)
    const {term} = mention.term
    const proposal = met.has(term) ? repetition(around) : explanation(mention, around, style, quote)
    met.add(term)
    if (proposal) yield proposal
  }
}

/** How far of a long line is looked at (UTF-16 units). */
const LINE_REACH = 500

/** A stretch in Chinese needs no pinyin; where no language was identified, Latin letters on the line decide. */
function isInEnglish(draft: Draft, {first}: Mention): boolean {
  const offset = draft.words().starts[first]!
  const passage = findOverlap(draft.passages, {start: offset, end: offset + 1})
  if (passage) return passage.language.tag === 'en'
  const before = draft.text.slice(Math.max(lineStartAt(draft.lines(), offset), offset - LINE_REACH), offset)
  const after = draft.text.slice(offset, offset + LINE_REACH).split('\n', 1)[0]!
  return (`${before} ${after}`.match(/[A-Za-z]{2,}/g)?.length ?? 0) >= 3
}

const isHeading = (draft: Draft, offset: number): boolean =>
  draft.format === 'markdown' && draft.text[lineStartAt(draft.lines(), offset)] === '#'

/** Straight marks for an author who uses no others. */
const quotesOf = (text: string): Quote =>
  text.includes('"') && !text.includes('“') ? (gloss) => `"${gloss}"` : (gloss) => `“${gloss}”`
