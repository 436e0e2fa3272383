/**
 * One mention of a term: its characters and everything around them that belongs to the explanation, whichever of two dozen
 * forms the author chose. Read outward from the characters: a bracket around them with its head before it, or what stands
 * before and after them. Where the end of an appositive cannot be told, it is not part of the mention.
 */
import type {Span} from '../../../draft/index.js'
import {type Bracket, bracketAround, bracketFrom, type Content, contentOf, labelsFrom, past} from './content.js'
import {dressOf} from './dress.js'
import type {Sighting, Term} from './glossary.js'
import {type Part, partFrom, partUpTo} from './parts.js'
import {isAccepted} from './rendering.js'
import {endsAppositive} from './sentence.js'

export interface Mention extends Sighting {
  /** In the order they are written; the characters are among them. */
  readonly parts: readonly Part[]
  readonly remark: string
  /** `rat race (内卷)`: the characters stand in brackets after words that the grammar does not know. */
  readonly isAside: boolean
  /** Nothing in the span was left unread. */
  readonly isClear: boolean
  /** Its pinyin stands above it already. */
  readonly isRuby: boolean
  /** A mark that was drawn into the mention and belongs after it. */
  readonly tail: string
}

/** What is known of a mention while it is read. */
interface Reading {
  readonly text: string
  readonly term: Term
  parts: Part[]
  start: number
  end: number
  remark: string
  isAside: boolean
  isClear: boolean
  tail: string
  /** The comma or dash with which an appositive began. */
  opening: string
}

export function readMention(text: string, sighting: Sighting): Mention {
  const {term} = sighting
  const ruby = rubyAround(text, sighting)
  const anchor = anchorAt(text, ruby ?? sighting, sighting)
  const {start, end} = anchor.dress
  const reading: Reading = {
    text,
    term,
    parts: [anchor],
    start,
    end,
    remark: '',
    isAside: false,
    isClear: true,
    tail: '',
    opening: '',
  }
  const bracket = bracketAround(text, anchor.dress)
  if (!bracket || !readInside(reading, bracket)) readBefore(reading)
  readAfter(reading)
  if (reading.opening !== '') closeAppositive(reading)
  if (text.slice(reading.start, reading.end).includes('\n')) reading.isClear = false
  const {parts, remark, isAside, isClear, tail} = reading
  return {
    term,
    kind: sighting.kind,
    start: reading.start,
    end: reading.end,
    parts,
    remark,
    isAside,
    isClear,
    isRuby: ruby !== undefined,
    tail,
  }
}

function anchorAt(text: string, worn: Span, at: Sighting): Part {
  return {kind: at.kind, text: text.slice(at.start, at.end), at, dress: dressOf(text, worn), label: '', drawnIn: ''}
}

const RUBY_END = /^(?:<rp>[^<]*<\/rp>)?<rt>[^<]*<\/rt>(?:<rp>[^<]*<\/rp>)?<\/ruby>/
const RUBY_START = '<ruby>'

function rubyAround(text: string, {start, end}: Span): Span | undefined {
  if (!text.startsWith(RUBY_START, start - RUBY_START.length)) return undefined
  const close = RUBY_END.exec(text.slice(end, end + 120))
  return close ? {start: start - RUBY_START.length, end: end + close[0].length} : undefined
}

/** The characters in a bracket; false when it holds a sentence in which they merely occur. */
function readInside(reading: Reading, bracket: Bracket): boolean {
  const {text, term, parts} = reading
  const {inner} = bracket
  const content = contentOf(text, inner, term)
  const isFramed = inner.start === parts[0]!.dress.start || inner.end === parts[0]!.dress.end
  if (!content.isClear || content.remark !== '') {
    if (isFramed) reading.isClear = false
    return isFramed
  }
  const head = partUpTo(text, beforeBlank(text, bracket.start), term)
  reading.parts = [...content.parts]
  reading.end = bracket.end
  reading.start = bracket.start
  if (head && isHead(head)) {
    reading.parts.unshift(head)
    reading.start = head.dress.start
  } else reading.isAside = true
  return true
}

const beforeBlank = (text: string, at: number): number => (/[ \u00a0]/.test(text[at - 1] ?? '') ? at - 1 : at)

/** A quotation of more words than these before a bracket is no gloss. */
const LONGEST_HEAD = 6

const isHead = ({kind, text, dress, standing}: Part): boolean =>
  kind === 'pinyin' ||
  kind === 'other-pinyin' ||
  (kind === 'gloss' && (!dress.isQuoted || isAccepted(standing) || text.split(/\s+/).length <= LONGEST_HEAD))

const LEFT_JOINT = /(?: ?[/／|] ?| [–—-] |, | |, or |, or in Chinese,? | or | in Chinese,? |, i\.e\. )$/

/** What stands before characters that are in no bracket: `neijuan 内卷`, `involution, or 内卷`. */
function readBefore(reading: Reading): void {
  const {text, term, start} = reading
  const joint = LEFT_JOINT.exec(text.slice(Math.max(0, start - 20), start))?.[0]
  const part = joint === undefined ? undefined : partUpTo(text, start - joint.length, term)
  if (!part || joint === undefined) return
  if (part.kind !== 'pinyin' && !(isAccepted(part.standing) && joinsGloss(part, joint))) return
  reading.parts.unshift(part)
  reading.start = part.dress.start
  if (joint.startsWith(',')) reading.opening = ','
}

/** One plain word beside the characters may be a word of the sentence. */
const joinsGloss = (part: Part, joint: string): boolean =>
  /[/／]/.test(joint) || joint.length > 2 ? !/[–—-]|^, $/.test(joint) : joint === ' ' && isUnmistakable(part)

const isUnmistakable = ({dress, text}: Part): boolean => dress.isQuoted || / /.test(text)

const MOST_PARTS = 5

/** Brackets and appositives after the mention as it was read so far. */
function readAfter(reading: Reading): void {
  while (reading.isClear && reading.parts.length < MOST_PARTS && reading.tail === '') {
    const bracket = bracketFrom(reading.text, reading.end)
    if (!(bracket ? readBracket(reading, bracket) : readAppositive(reading))) return
  }
}

function readBracket(reading: Reading, bracket: Bracket): boolean {
  const content: Content = contentOf(reading.text, bracket.inner, reading.term)
  if (content.remark !== '' && content.parts.length === 0) return addReference(reading, bracket, content.remark)
  if (!content.isClear || content.parts.length + reading.parts.length > MOST_PARTS) {
    reading.isClear = false
    return false
  }
  reading.parts.push(...content.parts)
  reading.remark = content.remark
  reading.end = bracket.end
  return content.remark === ''
}

/** `内卷 (see below)` takes the reference into its own bracket; any other remark stands by itself. */
function addReference(reading: Reading, bracket: Bracket, remark: string): boolean {
  if (reading.parts.length === 1 && /^(?:see|cf|pp?)\b/.test(remark)) {
    reading.remark = remark
    reading.end = bracket.end
  }
  return false
}

const JOINT = /[ \u00a0]?[/／|=] ?| ?[–—] ?| - |[:：] ?|[,，] ?| /y

function readAppositive(reading: Reading): boolean {
  const {text, term, end} = reading
  const after = past(text, end, JOINT)
  if (after === end) return false
  const mark = text.slice(end, after).trim()
  const {label, end: at, isAny} = labelsFrom(text, after)
  // `内卷 means “involution”` is a sentence.
  if (/^(?!which).*\b(?:means|translates)\b/.test(text.slice(after, at))) return false
  const part = partFrom(text, at, term, label)
  if (!part || !isAppositive(text, part, mark, isAny)) return false
  reading.parts.push(part)
  reading.end = part.dress.end
  reading.tail = part.drawnIn
  if (/^[,，–—]$/.test(mark)) reading.opening ||= mark
  return true
}

const BOUND = /^(?:[.,;:!?，。；：)）]| ?[–—]|\s*$|\n| - )/

function isAppositive(text: string, part: Part, mark: string, isLabelled: boolean): boolean {
  const isBounded = BOUND.test(text.slice(part.dress.end, part.dress.end + 3)) || part.drawnIn !== ''
  const isDressed = part.dress.isQuoted
  if (part.kind === 'hanzi') return /[/／]/.test(mark)
  if (part.kind === 'pinyin') return mark !== ',' || isBounded || text[part.dress.end + 1] === '('
  if (part.kind !== 'gloss') return false
  if (isDressed && isLabelled) return true
  if (!isAccepted(part.standing)) return isDressed && part.standing === 'related' && isBounded
  if (mark === '' && !isLabelled) return isUnmistakable(part)
  return isDressed || isBounded
}

/** The second comma or dash of a pair goes with the first; a comma that quotation marks drew in is the second. */
function closeAppositive(reading: Reading): void {
  const {text, start, end, tail, opening} = reading
  if (/[–—]/.test(opening)) reading.end = past(text, end, CLOSING_DASH)
  else if (tail === ',' && endsAppositive(text, start, end)) reading.tail = ''
  else if (tail === '' && /[,，]/.test(text[end] ?? '') && endsAppositive(text, start, end + 1)) reading.end++
}

const CLOSING_DASH = / ?[–—]/y
