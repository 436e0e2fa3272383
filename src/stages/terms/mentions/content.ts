/** What brackets hold: parts between separators, each perhaps after a label. Whatever is not understood makes the mention one to leave alone. */
import type {Span} from '../../../draft/index.js'
import {dressOf} from './dress.js'
import type {Term} from './glossary.js'
import {type Label, labelFrom, type Part, partFrom, partIn, pastLanguage} from './parts.js'

export interface Content {
  readonly parts: readonly Part[]
  /** Something that is no explanation: `see below`. */
  readonly remark: string
  /** All of it was understood. */
  readonly isClear: boolean
}

const OPENING = '(（[［【〔'
const CLOSING = ')）]］】〕'
/** UTF-16 units in brackets. */
const REACH = 200

/** A bracket and what it holds. */
export interface Bracket extends Span {
  readonly inner: Span
}

/** The bracket that follows an offset, perhaps after a blank; no link, no footnote. */
export function bracketFrom(text: string, at: number): Bracket | undefined {
  const open = /[ \u00a0]/.test(text[at] ?? '') ? at + 1 : at
  if (!text[open] || !OPENING.includes(text[open]!)) return undefined
  const end = closingOf(text, open)
  if (end < 0 || (text[open] === '[' && /[(:[]/.test(text[end + 1] ?? ''))) return undefined
  const inner = {start: open + 1, end}
  return /\p{L}{2}|\p{Script=Han}|\d\p{L}|\d\.\d/u.test(text.slice(open, end))
    ? {start: at, end: end + 1, inner}
    : undefined
}

function closingOf(text: string, open: number): number {
  let depth = 0
  for (let i = open; i < text.length && i - open < REACH && text[i] !== '\n'; i++) {
    if (OPENING.includes(text[i]!)) depth++
    else if (CLOSING.includes(text[i]!) && --depth === 0) return i
  }
  return -1
}

/** The bracket around a span. */
export function bracketAround(text: string, {start, end}: Span): Bracket | undefined {
  for (let i = start - 1; i >= 0 && start - i < REACH && text[i] !== '\n'; i--) {
    if (CLOSING.includes(text[i]!) && !isLinkEnd(text, i, start)) return undefined
    if (!OPENING.includes(text[i]!)) continue
    const close = closingOf(text, i)
    if (text[i] === '[' && /[(:[]/.test(text[close + 1] ?? '')) continue
    return close < end ? undefined : {start: i, end: close + 1, inner: {start: i + 1, end: close}}
  }
  return undefined
}

const isLinkEnd = (text: string, at: number, before: number): boolean =>
  text[at] === ']' || (text[at] === ')' && text.slice(Math.max(0, at - REACH), at).includes('](') && before - at > 1)

const SEPARATORS = /(?:[\s,;:，；：、/／|=–—]|-(?=\s))*/y
const BOUNDARY = /^(?:\s*[,;:，；：、/／|=–—"“‘(（]|\s+-\s|\s*$|,? in (?:Chinese|Mandarin|English|pinyin)\b)/

export function contentOf(text: string, {start, end}: Span, term: Term): Content {
  const parts: Part[] = []
  let remark = ''
  let isClear = true
  for (let at = past(text, start, SEPARATORS); at < end; at = past(text, at, SEPARATORS)) {
    // `Chinese brands` is a gloss, not a label and a gloss.
    const isPlain = knownFrom(text, at, end, term, '') !== undefined
    const labelled = isPlain ? {label: '' as const, end: at, isAny: false} : labelsFrom(text, at)
    const known = knownFrom(text, labelled.end, end, term, labelled.label)
    const stretch = {start: known || !labelled.isAny ? labelled.end : at, end: 0}
    stretch.end = known?.dress.end ?? unknownEnd(text, stretch.start, end, term)
    const part =
      known ?? unknown(text, labelled.isAny ? {...stretch, start: labelled.end} : stretch, term, labelled.label)
    if (part) parts.push(part)
    else if (isRemark(text.slice(stretch.start, stretch.end)) && stretch.end === end)
      remark = text.slice(stretch.start, end)
    else isClear = false
    at = pastLanguage(text, Math.max(stretch.end, at + 1))
  }
  return {parts, remark, isClear: isClear && parts.every(({kind}) => kind !== 'other')}
}

export function past(text: string, at: number, pattern: RegExp): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : at
}

/** `or literally` is two labels; the one that says more counts. */
export function labelsFrom(text: string, at: number): {label: Label; end: number; isAny: boolean} {
  let found: {label: Label; end: number} = {label: '', end: at}
  for (let i = 0; i < 2; i++) {
    const next = labelFrom(text, found.end)
    if (!next) break
    found = {
      label: found.label === '' || found.label === 'means' ? next.label || found.label : found.label,
      end: next.end,
    }
  }
  return {...found, isAny: found.end > at}
}

function knownFrom(text: string, at: number, end: number, term: Term, label: Label): Part | undefined {
  const part = partFrom(text, at, term, label)
  if (!part || part.dress.end > end) return undefined
  const {dress, kind} = part
  if (dress.start !== part.at.start || kind === 'hanzi' || BOUNDARY.test(text.slice(dress.end, end))) return part
  // `nèijuǎn involution` is two parts, `nèijuǎn zi` none.
  const isFollowed = text[dress.end] === ' ' && partFrom(text, dress.end + 1, term) !== undefined
  return kind === 'pinyin' && isFollowed ? part : undefined
}

/** To the next separator that something known follows. */
function unknownEnd(text: string, at: number, end: number, term: Term): number {
  for (const match of text.slice(at, end).matchAll(/\s*[,;，；、|/=]\s*|\s+[–—-]\s+|\s(?=["“‘(])/g)) {
    const next = at + match.index + match[0].length
    const {end: beyond, isAny} = labelsFrom(text, next)
    if (isAny || /[;；]/.test(match[0]) || knownFrom(text, beyond, end, term, '')) return at + match.index
  }
  return end
}

const REMARK =
  /^(?:see|cf\b|as|in|at|by|from|since|and|not|also|but|when|where|who|then|now|pictured|below|above|e\.g|pp?\.)\b|\d/i
const isRemark = (text: string): boolean => REMARK.test(text)

/** Words of an unquoted gloss. */
const LONGEST_GLOSS = 10
/** Of an unquoted and unlabelled one that has no word in common with the house's. */
const LONGEST_BARE = 4

/** Unquoted words that the house does not know: a paraphrase, perhaps, or another gloss. */
function unknown(text: string, {start, end}: Span, term: Term, label: Label): Part | undefined {
  const part = partIn(text, {start, end}, undefined, term, label)
  const said = {...part, dress: dressOf(text, {start, end})}
  if (part.kind !== 'gloss') return said
  const words = part.text.split(/\s+/).length
  if (isRemark(part.text) || words > LONGEST_GLOSS) return undefined
  const isPlain = /^[\p{Ll}' ’-]+$/u.test(part.text)
  return part.standing !== 'contrary' || label !== '' || (isPlain && words <= LONGEST_BARE) ? said : undefined
}
