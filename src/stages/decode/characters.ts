/** Characters that do not belong in the text of an article, one by one or in runs, and what they stood for. */
import type {Proposal, RuleId, Span} from '../../draft/index.js'
import {windows1252} from './windows-1252.js'

const LATIN = /[A-Za-z\u00c0-\u024f]/
const NO_SPACE_SCRIPT = /[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff]/
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/
const EAST_ASIAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

interface Run extends Span {
  readonly text: string
  readonly run: string
  readonly typography: Typography
}

type Judge = (run: Run) => Iterable<Proposal>

/** A judge who always says the same. */
const always =
  (rule: RuleId, confidence: number, expected: (run: Run) => string): Judge =>
  (run) => [{start: run.start, end: run.end, rule, expected: [expected(run)], confidence}]

/** Runs of characters that do not belong, or may not; the first kind that fits judges. */
const KINDS: ReadonlyArray<readonly [RegExp, Judge]> = [
  [/[\ud800-\udbff][\udc00-\udfff]/y, () => []],
  [/[\ud800-\udfff]+/y, always('decode/lone-surrogate', 1, ({run}) => '\ufffd'.repeat(run.length))],
  [/[\0-\x08\x0b\x0c\x0e-\x1f\x7f]+/y, always('decode/control-character', 0.98, controlled)],
  [/[\x80-\x9f]/y, always('decode/windows-1252-character', 0.9, ({run}) => windows1252(run))],
  [/[ \t]*\u00a0[ \t\u00a0]*/y, noBreakSpace],
  [/[\u00ad\u200b\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffb]+/y, invisibles],
  [/[\u200c\u200d]/y, joiners],
  [/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/y, directions],
  [/[\u2028\u2029]/y, always('decode/line-separator', 0.95, () => '\n')],
  [/[\ufb00-\ufb06]/y, always('decode/latin-ligature', 0.97, ({run}) => run.normalize('NFKC'))],
  [/[\ufe10-\ufe19\ufe30\ufe50-\ufe6b]/y, always('decode/presentation-form', 0.95, presented)],
  [/[\uff01-\uff5e]+/y, fullWidth],
  [/\ufffd+/y, ({start, end}) => [{start, end, rule: 'decode/lost-character', expected: [], confidence: 1}]],
]

/** Proposals for single characters; nothing for a text that has none of them. */
export function* characterFaults(text: string): Iterable<Proposal> {
  let typography: Typography | undefined
  let done = 0
  for (let at = nextSuspect(text, 0); at >= 0; at = nextSuspect(text, done)) {
    typography ??= typographyOf(text)
    // Blanks before a no-break space belong to its run.
    if (text[at] === '\u00a0') while (at > done && /[ \t]/.test(text[at - 1]!)) at--
    done = at + 1
    for (const [pattern, judge] of KINDS) {
      pattern.lastIndex = at
      const run = pattern.exec(text)?.[0]
      if (run === undefined) continue
      done = at + run.length
      yield* judge({text, run, start: at, end: done, typography})
      break
    }
  }
}

/** Whether any kind begins with a UTF-16 unit: to search with the expressions takes 9 ms a MB, with the table 2. */
let suspects: Uint8Array | undefined

function suspectUnits(): Uint8Array {
  const units = new Uint8Array(65536)
  for (let unit = 0; unit < units.length; unit++) {
    const char = String.fromCharCode(unit)
    const isBlank = char === ' ' || char === '\t'
    if (!isBlank && KINDS.some(([pattern]) => new RegExp(pattern.source).test(char))) units[unit] = 1
    if (unit >= 0xd800 && unit <= 0xdfff) units[unit] = 1
  }
  return units
}

/** The next character with a word on it, or -1. */
function nextSuspect(text: string, from: number): number {
  suspects ??= suspectUnits()
  for (let i = from; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if ((unit < 0x20 || unit > 0x7e) && suspects[unit] === 1) return i
  }
  return -1
}

interface Typography {
  readonly isRightToLeft: boolean
  /** French sets a no-break space before high punctuation; whoever does that means all of them. */
  readonly isFrench: boolean
  /** No-break spaces between plain words: a scraper left them, so those before a number mean nothing either. */
  readonly isScraped: boolean
}

function typographyOf(text: string): Typography {
  let isFrench = false
  let isScraped = false
  for (let at = text.indexOf('\u00a0'); at >= 0; at = text.indexOf('\u00a0', at + 1)) {
    const around = text.slice(Math.max(0, at - 2), at + 3)
    if (/\p{L}\u00a0[:;!?»]|«\u00a0/u.test(around)) isFrench = true
    else if (/\p{L}{2}\u00a0\p{L}{2}/u.test(around)) isScraped = true
  }
  return {isFrench, isScraped, isRightToLeft: RIGHT_TO_LEFT.test(text)}
}

/** A control character between two words was a blank once; elsewhere it was nothing. */
function controlled({text, run, start, end}: Run): string {
  return /[\v\f]/.test(run) && /\S/.test(text[start - 1] ?? ' ') && /\S/.test(text[end] ?? ' ') ? '\n' : ''
}

/**
 * A no-break space is right between a number and its unit, in French, after an initial; it is a scraper's when it
 * stands in a run, beside a plain space, at the edge of a line or between two plain words.
 */
function* noBreakSpace({text, run, start, end, typography: {isFrench, isScraped}}: Run): Iterable<Proposal> {
  const span = {start, end}
  const rule = 'decode/no-break-space'
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
function* invisibles({text, run, start, end}: Run): Iterable<Proposal> {
  const around = (text[start - 1] ?? '') + (text[end] ?? '')
  if (NO_SPACE_SCRIPT.test(around)) return
  const isMark = run === '\ufeff' && start === 0
  const rule = isMark ? 'decode/byte-order-mark' : 'decode/invisible-character'
  yield {start, end, rule, expected: [''], confidence: 0.97}
}

/** Joiners build emoji and shape Persian and Indic scripts; between Latin letters or at a blank they do nothing. */
function* joiners({text, start, end}: Run): Iterable<Proposal> {
  const [before, after] = [text[start - 1] ?? ' ', text[end] ?? ' ']
  const isIdle = (char: string): boolean => LATIN.test(char) || /[\s\d]/.test(char)
  if (isIdle(before) && isIdle(after)) {
    yield {start, end, rule: 'decode/invisible-character', expected: [''], confidence: 0.95}
  }
}

function* directions({start, end, typography}: Run): Iterable<Proposal> {
  if (!typography.isRightToLeft)
    yield {start, end, rule: 'decode/idle-direction-mark', expected: [''], confidence: 0.95}
}

/** What NFKC gets wrong: `︰` is two dots to Unicode and a colon to whoever types it. */
const FORMS: Readonly<Record<string, string>> = {'︰': ':', '︓': ':', '﹕': ':'}

function presented({text, run: form, start, end}: Run): string {
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

/** How far of a long line is looked at (UTF-16 units). */
const LINE_REACH = 1000

/** Full-width forms belong to lines with East Asian letters and to no other. */
function* fullWidth({text, run, start, end}: Run): Iterable<Proposal> {
  const before = text.slice(Math.max(0, start - LINE_REACH), start)
  const after = text.slice(end, end + LINE_REACH)
  const line = before.slice(before.lastIndexOf('\n') + 1) + run + after.split('\n', 1)[0]
  if (EAST_ASIAN.test(line) || !LATIN.test(line.normalize('NFKC'))) return
  const plain = run.normalize('NFKC')
  const needsBlank = /[,.:;!?]$/.test(plain) && /\p{L}/u.test(text[end] ?? '')
  yield {start, end, rule: 'decode/full-width-letter', expected: [needsBlank ? `${plain} ` : plain], confidence: 0.9}
}
