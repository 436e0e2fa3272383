/**
 * The words of the grammar of mentions: what one part is (characters, pinyin, gloss), read from its beginning or from its
 * end, and the labels people put before it ("literally", "short for", "pinyin:").
 */
import type {Span} from '../../../draft/index.js'
import {type Dress, dressedFrom, dressedUpTo, dressOf} from './dress.js'
import type {Term} from './glossary.js'
import {isOtherReading, pinyinFrom, pinyinUpTo} from './pinyin.js'
import {isAccepted, renderingFrom, renderingUpTo, type Standing, standingOf} from './rendering.js'

/** What a label says of the gloss after it; `means` is any label that says no more than that it is one. */
export type Label = '' | 'means' | 'literally' | 'short for'

export interface Part {
  readonly kind: 'hanzi' | 'pinyin' | 'other-pinyin' | 'gloss' | 'other'
  /** What is written, without what it wears and without a full stop or comma that was drawn into quotation marks. */
  readonly text: string
  readonly at: Span
  readonly dress: Dress
  readonly label: Label
  /** Of a gloss. */
  readonly standing?: Standing
  /** The punctuation drawn into the quotation marks. */
  readonly drawnIn: string
}

const LABELS: ReadonlyArray<readonly [Label, string]> = [
  [
    'literally',
    '(?:which |meaning |it )?(?:literally|lit\\.?|literal(?:ly)? (?:translation|meaning))(?: means| mean(?:s|ing)| translated(?: as)?| translation| translates (?:as|to))?',
  ],
  ['short for', '(?:which is |an abbreviation |abbreviation )?(?:short|shorthand|of) for'],
  [
    'means',
    '(?:roughly |loosely )?(?:meaning|translated as)|which (?:roughly |loosely |simply )?(?:means|translates(?: roughly| loosely)? (?:as|to|into))|(?:or|also|better) (?:known|called) (?:in English )?as|(?:also )?known (?:in English )?as|or|i\\. ?e\\.,?|that is,?|a\\.?k\\.?a\\.?|called|dubbed|so-called|(?:in )?English|means|gloss(?:ed as)?|trans\\.',
  ],
  [
    '',
    '(?:or )?(?:in )?(?:simplified |traditional )?(?:Chinese(?: characters?| pinyin)?|Mandarin(?: Chinese)?|(?:Hanyu )?Pinyin)|pronounced|written|spel(?:led|t)',
  ],
]
const LABEL = new RegExp(
  `(?:${LABELS.map(([, source]) => `(${source})`).join('|')})(?:[:：,]? ?(?=["“‘'「«*_])|[:：,]? )`,
  'iuy',
)
/** `neijuan in Chinese` */
const TRAILING = /,? (?:in|being) (?:Mandarin|Chinese|pinyin|English)(?: pinyin)?\b/iy

export function labelFrom(text: string, at: number): {label: Label; end: number} | undefined {
  LABEL.lastIndex = at
  const match = LABEL.exec(text)
  if (!match) return undefined
  return {label: LABELS[match.slice(1).findIndex((group) => group !== undefined)]![0], end: LABEL.lastIndex}
}

/** Past what only says in which language a part is. */
export function pastLanguage(text: string, at: number): number {
  TRAILING.lastIndex = at
  return TRAILING.test(text) ? TRAILING.lastIndex : at
}

/** The part that begins at an offset: one in marks, or characters, pinyin or an accepted gloss without any. */
export function partFrom(text: string, at: number, term: Term, label: Label = ''): Part | undefined {
  const dressed = dressedFrom(text, at)
  if (dressed) return partIn(text, dressed.inner, dressed.dress, term, label)
  const headword = term.headwords.find((one) => text.startsWith(one, at))
  if (headword) return bare(text, 'hanzi', {start: at, end: at + headword.length}, label)
  const pinyin = pinyinFrom(text, at, term.plainPinyin)
  const gloss = renderingFrom(text, at, term.renderings)
  if (pinyin > gloss) return bare(text, 'pinyin', {start: at, end: pinyin}, label)
  return gloss < 0 ? undefined : bare(text, 'gloss', {start: at, end: gloss}, label, term)
}

/** The part that ends at an offset. */
export function partUpTo(text: string, end: number, term: Term): Part | undefined {
  const dressed = dressedUpTo(text, end)
  if (dressed) return partIn(text, dressed.inner, dressed.dress, term, '')
  const pinyin = pinyinUpTo(text, end, term.plainPinyin)
  const gloss = renderingUpTo(text, end, term.renderings)
  if (pinyin >= 0 && (gloss < 0 || gloss >= pinyin)) return bare(text, 'pinyin', {start: pinyin, end}, '')
  return gloss < 0 ? undefined : bare(text, 'gloss', {start: gloss, end}, '', term)
}

function bare(text: string, kind: Part['kind'], at: Span, label: Label, term?: Term): Part {
  const said = text.slice(at.start, at.end)
  const dress: Dress = {...at, open: '', close: '', isQuoted: false, isFixed: false}
  const part = {kind, text: said, at, dress, label, drawnIn: ''}
  return term ? {...part, standing: standingOf(said, term.renderings)} : part
}

/** What marks enclose, or what stands between separators, is judged as a whole. */
export function partIn(text: string, inner: Span, dress: Dress | undefined, term: Term, label: Label): Part {
  const written = text.slice(inner.start, inner.end)
  const drawnIn = dress ? (/[.,;:!?]$/.exec(written)?.[0] ?? '') : ''
  const said = drawnIn ? written.slice(0, -1) : written
  const about = {text: said, at: {start: inner.start, end: inner.start + said.length}, label, drawnIn}
  const worn = dress ?? dressOf(text, inner)
  if (term.headwords.includes(said)) return {...about, kind: 'hanzi', dress: worn}
  if (pinyinFrom(said, 0, term.plainPinyin) === said.length) return {...about, kind: 'pinyin', dress: worn}
  const standing = standingOf(said, term.renderings)
  if (!isAccepted(standing) && isOtherReading(said, term.plainPinyin))
    return {...about, kind: 'other-pinyin', dress: worn}
  const isProse = /\p{L}{2}/u.test(said) && !/[\p{Script=Han}()（）“”"\n]/u.test(said)
  return {...about, kind: isProse || isAccepted(standing) ? 'gloss' : 'other', dress: worn, standing}
}
