/** Blanks that are no plain space. Each has its use: between a number and its unit, in French, in Chinese verse. */
import type {Proposal, Span} from '../../../draft/index.js'
import type {Run} from './run.js'
import {EAST_ASIAN, SHAPED} from './scripts.js'

/** How much of the neighbouring words is looked at (UTF-16 units). */
const WORD_REACH = 24

/**
 * A no-break space is right between a number and its unit, in French, after an initial; it is a scraper's when it
 * stands in a run, beside a plain space, at the edge of a line or between two plain words.
 */
export function* noBreakSpace({text, run, start, end, around}: Run): Iterable<Proposal> {
  const span = {start, end}
  const rule = 'decode/no-break-space'
  if (isEdge(text, span)) yield {...span, rule, expected: [''], confidence: 0.9}
  else if (run.length > 1) yield {...span, rule, expected: [' '], confidence: 0.95}
  else if (
    !around.isFrench &&
    (around.isScraped ? isGap(text, span) || isBeforeNumber(text, span) : isPlainGap(text, span))
  )
    yield {...span, rule, expected: [' '], confidence: 0.85}
}

function isEdge(text: string, {start, end}: Span): boolean {
  const [before, after] = [text[start - 1], text[end]]
  return before === undefined || before === '\n' || after === undefined || after === '\n' || after === '\r'
}

/** An initial or a short preposition may be kept with what follows; Russian typographers keep all short words so. */
function isPlainGap(text: string, {start, end}: Span): boolean {
  const before = /(\p{L}+)[,;]?$/u.exec(text.slice(Math.max(0, start - WORD_REACH), start))?.[1] ?? ''
  const after = /^\p{L}+/u.exec(text.slice(end, end + WORD_REACH))?.[0] ?? ''
  const isCyrillic = /\p{Script=Cyrillic}/u.test(before)
  return (
    before.length >= (isCyrillic ? 4 : 3) && after.length >= (isCyrillic ? 4 : 2) && !EAST_ASIAN.test(before + after)
  )
}

/** Between words of any length and the punctuation beside them; not after a number or an abbreviation. */
function isGap(text: string, {start, end}: Span): boolean {
  const before = text.slice(Math.max(0, start - WORD_REACH), start)
  const after = text.slice(end, end + 2)
  if (!/[\p{L}\p{M},;:!?)\]"”’»]$|\p{L}{4}\.$/u.test(before) || !/^["'“‘«([]?\p{L}/u.test(after)) return false
  return !EAST_ASIAN.test(before.slice(-1) + after)
}

/** After a small word and before a number: "since 1998", not "No. 5" and not "10 km". */
const isBeforeNumber = (text: string, {start, end}: Span): boolean =>
  /\p{Ll}{2,}$/u.test(text.slice(Math.max(0, start - WORD_REACH), start)) && /\d/.test(text[end] ?? '')

/**
 * Em, thin, ideographic and other spaces of a fixed width. They group digits, stand around dashes and between nested
 * quotation marks, indent a line and divide the halves of a Chinese verse; between two plain words they are a plain
 * space that somebody drew with the ruler.
 */
export function* fixedWidthSpace({text, run, start, end, around}: Run): Iterable<Proposal> {
  if (around.line(start).isEastAsian || (run.includes('\u202f') && around.isFrench)) return
  const gap = {start, end}
  // Mongolian and others attach endings with a narrow one.
  if (SHAPED.test((text[start - 1] ?? '') + (text[end] ?? ''))) return
  const isOne = around.isRuled
    ? isGap(text, gap) || isBeforeNumber(text, gap)
    : isSentenceGap(text, gap) || isPlainGap(text, gap)
  if (isOne) yield {...gap, rule: 'decode/fixed-width-space', expected: [' '], confidence: 0.85}
}

const isSentenceGap = (text: string, {start, end}: Span): boolean =>
  /\p{L}{2}[.!?:]$/u.test(text.slice(Math.max(0, start - 3), start)) && /\p{Lu}/u.test(text[end] ?? '')

/**
 * Letters and patterns that print as nothing, typed where a page refuses blanks: the Hangul fillers, Braille without
 * dots. Beside letters of their own script they are what they seem.
 */
export function* fakeBlank({text, run, start, end, around}: Run): Iterable<Proposal> {
  const {isBraille, isHangul, latin} = around.line(start)
  if (isHangul || latin === 0 || (isBraille && run.includes('\u2800'))) return
  const isBesideBlank = isEdge(text, {start, end}) || /\s/.test((text[start - 1] ?? '') + (text[end] ?? ''))
  yield {start, end, rule: 'decode/fake-blank', expected: [isBesideBlank ? '' : ' '], confidence: 0.9}
}
