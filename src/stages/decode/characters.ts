/** Characters that do not belong in the text of an article, one by one or in runs, and what they stood for. */
import type {Proposal} from '../../draft/index.js'
import {windows1252} from './windows-1252.js'

/** Every character this file has a word on; a text without any costs one search. */
const SUSPECT =
  /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00a0\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufb00-\ufb06\ufe10-\ufe19\ufe30\ufe50-\ufe6b\ufeff\uff01-\uff5e\ufff9-\ufffb\ufffd\ud800-\udfff]/

const RUNS =
  /([\ud800-\udbff][\udc00-\udfff])|([\ud800-\udfff]+)|([\0-\x08\x0b\x0c\x0e-\x1f\x7f]+)|([\x80-\x9f])|([ \t]*\u00a0[ \t\u00a0]*)|([\u00ad\u200b\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffb]+)|(\u200c|\u200d)|([\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+)|([\u2028\u2029])|([\ufb00-\ufb06])|([\ufe10-\ufe19\ufe30\ufe50-\ufe6b])|([\uff01-\uff5e]+)|(\ufffd+)/g

const CONTROL = 'decode/control-character'
const LATIN = /[A-Za-z\u00c0-\u024f]/
const NO_SPACE_SCRIPT = /[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff]/
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/
const EAST_ASIAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

/** Proposals for single characters; nothing for a text that has none of them. */
export function* characterFaults(text: string): Iterable<Proposal> {
  if (!SUSPECT.test(text)) return
  const typography = typographyOf(text)
  for (const match of text.matchAll(RUNS)) {
    const [
      run,
      pair,
      surrogates,
      controls,
      c1,
      noBreak,
      invisible,
      joiner,
      direction,
      separator,
      ligature,
      form,
      wide,
    ] = match
    const start = match.index
    const span = {start, end: start + run.length}
    if (pair) continue
    if (surrogates)
      yield {...span, rule: 'decode/lone-surrogate', expected: ['\ufffd'.repeat(run.length)], confidence: 1}
    else if (controls) yield {...span, rule: CONTROL, expected: [controlled(text, span)], confidence: 0.98}
    else if (c1) yield {...span, rule: 'decode/windows-1252-character', expected: [windows1252(c1)], confidence: 0.9}
    else if (noBreak) yield* noBreakSpace(text, span, typography)
    else if (invisible) yield* invisibles(text, span)
    else if (joiner) yield* joiners(text, span)
    else if (direction) yield* directions(span, typography)
    else if (separator) yield {...span, rule: 'decode/line-separator', expected: ['\n'], confidence: 0.95}
    else if (ligature)
      yield {...span, rule: 'decode/latin-ligature', expected: [run.normalize('NFKC')], confidence: 0.97}
    else if (form)
      yield {...span, rule: 'decode/presentation-form', expected: [presented(text, span)], confidence: 0.95}
    else if (wide) yield* fullWidth(text, span)
    else yield {...span, rule: 'decode/lost-character', expected: [], confidence: 1}
  }
}

interface Span {
  readonly start: number
  readonly end: number
}

interface Typography {
  readonly isRightToLeft: boolean
  /** French sets a no-break space before high punctuation; whoever does that means all of them. */
  readonly isFrench: boolean
  /** No-break spaces between plain words: a scraper left them, so those before a number mean nothing either. */
  readonly isScraped: boolean
}

const typographyOf = (text: string): Typography => ({
  isRightToLeft: RIGHT_TO_LEFT.test(text),
  isFrench: /\p{L}[\u00a0\u202f][:;!?»]|«[\u00a0\u202f]/u.test(text),
  isScraped: /\p{L}{2}\u00a0\p{L}{2}/u.test(text),
})

/** A control character between two words was a blank once; elsewhere it was nothing. */
function controlled(text: string, {start, end}: Span): string {
  return /[\v\f]/.test(text.slice(start, end)) && /\S/.test(text[start - 1] ?? ' ') && /\S/.test(text[end] ?? ' ')
    ? '\n'
    : ''
}

/**
 * A no-break space is right between a number and its unit, in French, after an initial; it is a scraper's when it
 * stands in a run, beside a plain space, at the edge of a line or between two plain words.
 */
function* noBreakSpace(text: string, span: Span, {isFrench, isScraped}: Typography): Iterable<Proposal> {
  const rule = 'decode/no-break-space'
  const run = text.slice(span.start, span.end)
  const [before, after] = [text[span.start - 1], text[span.end]]
  const isEdge = before === undefined || before === '\n' || after === undefined || after === '\n' || after === '\r'
  if (isEdge) yield {...span, rule, expected: [''], confidence: 0.9}
  else if (run.length > 1) yield {...span, rule, expected: [' '], confidence: 0.95}
  else if (!isFrench && (isPlainGap(text, span, isScraped ? 1 : 2) || (isScraped && isBeforeNumber(text, span))))
    yield {...span, rule, expected: [' '], confidence: 0.85}
}

/** Between two plain words of at least `shortest` letters: an initial or a lone preposition may be kept with what follows. */
function isPlainGap(text: string, {start, end}: Span, shortest: number): boolean {
  const before = /(\p{L}+)[,;]?$/u.exec(text.slice(Math.max(0, start - 24), start))?.[1] ?? ''
  const after = /^\p{L}+/u.exec(text.slice(end, end + 24))?.[0] ?? ''
  return before.length >= shortest && after.length >= shortest && !EAST_ASIAN.test(before + after)
}

/** After a small word and before a number: "since 1998", not "No. 5" and not "10 km". */
const isBeforeNumber = (text: string, {start, end}: Span): boolean =>
  /\p{Ll}{2,}$/u.test(text.slice(Math.max(0, start - 24), start)) && /\d/.test(text[end] ?? '')

/** Thai, Lao, Khmer and Burmese mark words with zero-width spaces. */
function* invisibles(text: string, span: Span): Iterable<Proposal> {
  const around = (text[span.start - 1] ?? '') + (text[span.end] ?? '')
  if (NO_SPACE_SCRIPT.test(around)) return
  const isMark = text.slice(span.start, span.end) === '\ufeff' && span.start === 0
  const rule = isMark ? 'decode/byte-order-mark' : 'decode/invisible-character'
  yield {...span, rule, expected: [''], confidence: 0.97}
}

/** Joiners build emoji and shape Persian and Indic scripts; between Latin letters or at a blank they do nothing. */
function* joiners(text: string, span: Span): Iterable<Proposal> {
  const [before, after] = [text[span.start - 1] ?? ' ', text[span.end] ?? ' ']
  const isIdle = (char: string): boolean => LATIN.test(char) || /[\s\d]/.test(char)
  if (isIdle(before) && isIdle(after)) {
    yield {...span, rule: 'decode/invisible-character', expected: [''], confidence: 0.95}
  }
}

function* directions(span: Span, {isRightToLeft}: Typography): Iterable<Proposal> {
  if (!isRightToLeft) yield {...span, rule: 'decode/idle-direction-mark', expected: [''], confidence: 0.95}
}

/** What NFKC gets wrong: `︰` is two dots to Unicode and a colon to whoever types it. */
const FORMS: Readonly<Record<string, string>> = {'︰': ':', '︓': ':', '﹕': ':'}

function presented(text: string, {start, end}: Span): string {
  const form = text.slice(start, end)
  const plain = FORMS[form] ?? form.normalize('NFKC')
  const isChinese = EAST_ASIAN.test(text[start - 1] ?? '') && EAST_ASIAN.test(text[end] ?? '')
  const ascii = plain
    .normalize('NFKC')
    .replace(/[、，]/g, ',')
    .replace(/。/g, '.')
  if (isChinese) return ascii.length === 1 && ascii > ' ' ? toFullWidth(ascii) : plain
  return /[,:;!?]/.test(ascii) && /\p{L}/u.test(text[end] ?? '') ? `${ascii} ` : ascii
}

const toFullWidth = (ascii: string): string =>
  ascii === '.' ? '。' : String.fromCharCode(ascii.charCodeAt(0) + 0xfee0)

/** Full-width forms belong to lines with East Asian letters and to no other. */
function* fullWidth(text: string, span: Span): Iterable<Proposal> {
  const lineStart = text.lastIndexOf('\n', span.start - 1) + 1
  const found = text.indexOf('\n', span.end)
  const line = text.slice(
    Math.max(lineStart, span.start - 2000),
    Math.min(found < 0 ? text.length : found, span.end + 2000),
  )
  if (EAST_ASIAN.test(line) || !LATIN.test(line.normalize('NFKC'))) return
  const plain = text.slice(span.start, span.end).normalize('NFKC')
  const needsBlank = /[,.:;!?]$/.test(plain) && /\p{L}/u.test(text[span.end] ?? '')
  yield {...span, rule: 'decode/full-width-letter', expected: [needsBlank ? `${plain} ` : plain], confidence: 0.9}
}
