/** Every mention of a document, in order: the first of a term in full, the later ones short, and what contradicts the house. */
import {type Draft, isMarkdown, type Proposal, type Span} from '../../../draft/index.js'
import type {Style} from '../choices.js'
import {editsBetween} from './edits.js'
import type {Glossary, Sighting} from './glossary.js'
import {type Mention, readMention} from './grammar.js'
import {saidNear} from './near.js'
import type {Part} from './parts.js'
import {isEntry, isHeading, isProse} from './places.js'
import {isAccepted, keyOf} from './rendering.js'
import {articleFor, isQuotation, isSentenceStart} from './sentence.js'
import {type House, inFull, short, type Wording} from './style.js'

export interface MentionOptions {
  readonly style: Style
  readonly tones: boolean
  /** Whether the text has Chinese characters. */
  readonly hasHan: boolean
}

/** What a document has said of a term. */
interface Met {
  /** In the script of the first mention. */
  readonly hanzi: string
  /** The gloss that stands for the term in `gloss-first`. */
  readonly gloss: string
  /** Keys of what the first mention said. */
  readonly said: ReadonlySet<string>
}

export function* mentionsIn(
  draft: Draft,
  glossary: Glossary,
  {style, tones, hasHan}: MentionOptions,
): Iterable<Proposal> {
  const {text} = draft
  const sightings = sightingsIn(draft, glossary, hasHan)
  if (sightings.length === 0) return
  const quotes = quotesOf(text)
  const form = style === 'ruby' && !isMarkdown(draft.format) ? 'hanzi-first' : style
  const met = new Map<string, Met>()
  let last = 0
  for (const sighting of sightings) {
    if (sighting.start < last || isHeading(draft, sighting)) continue
    const mention = readMention(text, sighting)
    const known = met.get(mention.term.term)
    if (sighting.kind === 'pinyin' && !(known ? isPlainPinyin(text, mention) : isPinyinWithGloss(text, mention)))
      continue
    last = mention.end
    yield* contradictions(mention)
    if (form === 'none') continue
    const isListed = isEntry(draft, mention)
    if (!known && (!isListed || mention.parts.length > 1)) met.set(mention.term.term, metBy(mention))
    if (isListed || isNamed(mention) || !isReadable(mention)) continue
    const house = {style: form, tones, quote: quotes[isQuotation(text, mention.start) ? 1 : 0]}
    yield* known ? laterMention(text, mention, known, house) : firstMention(text, mention, house)
  }
}

/** Characters and pinyin in the order of the text. */
function sightingsIn(draft: Draft, glossary: Glossary, hasHan: boolean): Sighting[] {
  const words = draft.words()
  const pinyin = glossary.pinyin(words)
  const all = hasHan ? [...glossary.hanzi(words), ...pinyin] : pinyin
  return all.filter((sighting) => isProse(draft, sighting)).sort((a, b) => a.start - b.start)
}

/** `Involution (neijuan)`: with one of the house's glosses beside it pinyin is a mention even where its characters are missing. */
const isPinyinWithGloss = (text: string, mention: Mention): boolean =>
  mention.isClear &&
  !mention.isAside &&
  ofKind(mention, 'hanzi').length === 0 &&
  ofKind(mention, 'gloss').some(({standing}) => isAccepted(standing)) &&
  /[(（“"‘,–—]/.test(text.slice(mention.start, mention.end))

/** Pinyin of a term that the document has explained; with a capital it may be part of a name. */
function isPlainPinyin(text: string, mention: Mention): boolean {
  if (ofKind(mention, 'hanzi').length > 0 || mention.isAside || !mention.isClear) return false
  const {at} = ofKind(mention, 'pinyin')[0]!
  const written = text.slice(at.start, at.end)
  const isName = /^\p{Lu}/u.test(written) && !isSentenceStart(text, mention.start)
  return !isName
}

type Quote = (gloss: string) => string
const CURLY: readonly [Quote, Quote] = [(gloss) => `“${gloss}”`, (gloss) => `‘${gloss}’`]
const STRAIGHT: readonly [Quote, Quote] = [(gloss) => `"${gloss}"`, (gloss) => `'${gloss}'`]

/** Straight marks for an author who uses no others; within a quotation the other kind. */
const quotesOf = (text: string): readonly [Quote, Quote] =>
  text.includes('"') && !text.includes('“') ? STRAIGHT : CURLY

function* contradictions({term, parts}: Mention): Iterable<Proposal> {
  for (const {kind, standing, at} of parts) {
    if (kind === 'other-pinyin')
      yield {...at, rule: 'terms/contradicting-pinyin', expected: [term.pinyin], confidence: 0.5}
    if (standing === 'contrary')
      yield {
        ...at,
        rule: 'terms/contradicting-gloss',
        expected: [],
        confidence: 0.5,
        note: `the house says “${term.gloss}”`,
      }
  }
}

const ofKind = (mention: Mention, kind: Part['kind']): Part[] => mention.parts.filter((part) => part.kind === kind)

/** `Taobao (淘宝)`: whoever gives the name that English has needs no pinyin beside it. */
const isNamed = ({term, parts}: Mention): boolean => term.isName && parts.length > 1

/** Whether everything is known that an author says, so that it can be printed anew. */
function isReadable(mention: Mention): boolean {
  const glosses = ofKind(mention, 'gloss')
  const plain = glosses.filter(({label}) => label !== 'literally')
  return (
    mention.isClear &&
    mention.parts.every(({kind, standing}) => kind !== 'other' && kind !== 'other-pinyin' && standing !== 'contrary') &&
    isOne(ofKind(mention, 'hanzi').map(({text}) => text)) &&
    isOne(plain.map(({text}) => keyOf(text))) &&
    glosses.length - plain.length <= 1
  )
}

const isOne = (texts: readonly string[]): boolean => texts.every((text) => text === texts[0])

function metBy(mention: Mention): Met {
  const glosses = ofKind(mention, 'gloss')
  const own = glosses.find(({label, standing}) => label !== 'literally' && standing !== 'contrary')
  const isHouse = !own || keyOf(own.text) === keyOf(mention.term.gloss)
  const hanzi = ofKind(mention, 'hanzi')[0]?.text ?? mention.term.term
  return {hanzi, gloss: isHouse ? mention.term.short : own.text, said: new Set(glosses.map(({text}) => keyOf(text)))}
}

function* firstMention(text: string, mention: Mention, house: House): Iterable<Proposal> {
  const said = saidNear(text, mention)
  const glosses = distinct(ofKind(mention, 'gloss'))
  const [written] = ofKind(mention, 'pinyin')
  const wording: Wording = {
    hanzi: ofKind(mention, 'hanzi')[0] ?? mention.term.term,
    pinyin: written ?? (said.pinyin || mention.isRuby ? undefined : mention.term.pinyin),
    glosses: glosses.length > 0 || said.gloss ? glosses : [mention.term.gloss],
  }
  const isMissing = typeof wording.pinyin === 'string' || wording.glosses.some((gloss) => typeof gloss === 'string')
  const printed = inFull(text, mention, wording, house)
  yield* proposed(text, mention, printed, isMissing ? 'terms/unexplained-term' : 'terms/irregular-mention', 0.9)
}

const distinct = (glosses: readonly Part[]): Part[] => [
  ...new Map(glosses.map((gloss) => [keyOf(gloss.text), gloss])).values(),
]

/** A later mention that explains once more, with nothing but what has been said or the house says anyway. */
function* laterMention(text: string, mention: Mention, met: Met, house: House): Iterable<Proposal> {
  const isExplained = mention.parts.length > 1
  const isKnown = ({kind, standing, text: written}: Part): boolean =>
    kind !== 'gloss' || standing === 'house' || met.said.has(keyOf(written))
  if (mention.isAside || mention.isRuby || mention.remark !== '' || !mention.parts.every(isKnown)) return
  const part = ofKind(mention, 'hanzi')[0] ?? ofKind(mention, 'pinyin')[0]!
  const at = isExplained ? mention : part.at
  const bare = isExplained ? part : {...part, dress: {...part.dress, open: '', close: ''}}
  const hanzi = part.kind === 'hanzi' ? part.text : met.hanzi
  const printed = short(text, mention, bare, {hanzi, gloss: met.gloss}, house)
  const rule = isExplained ? 'terms/repeated-gloss' : 'terms/irregular-mention'
  yield* proposed(text, {...mention, ...span(at)}, printed, rule, 0.85)
}

const span = ({start, end}: Span): Span => ({start, end})

function* proposed(
  text: string,
  mention: Mention,
  printed: string,
  rule: Proposal['rule'],
  confidence: number,
): Iterable<Proposal> {
  const fitted = inSentence(text, mention, printed)
  for (const {insert, ...at} of editsBetween(text, fitted, fitted.wanted) ?? [])
    yield {...at, rule, expected: [insert], confidence}
}

const WORD_CHAR = /[\p{L}\p{N}]/u

/** With the article before it that its first word asks for, and blanks where it would touch a word. */
function inSentence(text: string, mention: Mention, printed: string): Span & {wanted: string} {
  const {start, end, tail} = mention
  const needsBlank = WORD_CHAR.test(text[end] ?? '') && printed.endsWith(')')
  const isGlued = WORD_CHAR.test(text[start - 1] ?? '') && !WORD_CHAR.test(text[start]!)
  const wanted = `${isGlued ? ' ' : ''}${printed}${text[end] === tail ? '' : tail}${needsBlank && tail === '' ? ' ' : ''}`
  const article = /(?<![\p{L}\p{M}'’])(an?) ["“‘*_]{0,3}$/iu.exec(text.slice(Math.max(0, start - 8), start))
  if (!article || mention.isAside) return {start, end, wanted}
  const [written, now] = [headWord(text.slice(start, end), mention), headWord(printed, mention)]
  const needed = articleFor(now)
  if (article[1]!.toLowerCase() !== articleFor(written) || articleFor(written) === needed) return {start, end, wanted}
  const said = /^A/.test(article[1]!) ? needed.replace('a', 'A') : needed
  return {start: start - article[0].length, end, wanted: said + article[0].slice(article[1]!.length) + wanted}
}

/** The word that a reader hears first; characters are heard as their pinyin. */
function headWord(written: string, {term}: Mention): string {
  const bare = written.replace(/<[^<>]*>/g, '').replace(/^[^\p{L}\p{N}]+/u, '')
  return /^\p{Script=Han}/u.test(bare) ? term.pinyin : bare
}
