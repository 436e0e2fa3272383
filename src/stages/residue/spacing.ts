/** Blanks before punctuation, where a citation was cut out, and list markers that lost their text to the next line. */
import {
  type Draft,
  findOverlap,
  gapBefore,
  isMarkdown,
  kindOf,
  type Lines,
  lineAt,
  lineStartAt,
  MARK,
  nextLine,
  type Proposal,
  SPACED,
  type Words,
} from '../../draft/index.js'

/** What a blank before a mark stands behind: a word, a bracket or a closing quote. */
const BEHIND = /[\p{L}\p{N}%’”"')\]}>]$/u
/** Not an ellipsis, a decimal (` .5`), a file name or an emoticon. */
const PUNCTUATION = /([.,!?])(?:[\s"”’)\]]|$)|([;:])(?:\s|$)/y

/** French sets a blank before these; only English does not. */
const HIGH = new Set([';', ':', '!', '?'])

/** Blanks that stand before a mark. */
export function* strayBlanks(draft: Draft): Iterable<Proposal> {
  const {text} = draft
  const words = draft.words()
  for (let i = nextSpacedMark(words, 0); i < words.count; i = nextSpacedMark(words, i + 1)) {
    const end = words.starts[i]!
    const start = blanksBefore(text, end)
    PUNCTUATION.lastIndex = end
    const match = start < end && PUNCTUATION.exec(text)
    if (!match || !BEHIND.test(text.slice(Math.max(0, start - 2), start))) continue
    const mark = (match[1] ?? match[2])!
    if (HIGH.has(mark) && !isEnglish(draft, start)) continue
    if (/^[.][ \t]+[.]/.test(text.slice(end, end + 8)) || isCode(draft, start, end)) continue
    yield {start, end, rule: 'residue/blank-before-mark', expected: [''], confidence: confidenceFor(text, mark, end)}
  }
}

/** The next mark with a blank before it, from one token on; what is first in its line has its blanks behind nothing. */
function nextSpacedMark(words: Words, from: number): number {
  let i = from
  while (i < words.count && !(isSpacedMark(words, i) && MARKS.has(words.text.charCodeAt(words.starts[i]!)))) i++
  return i
}

const isSpacedMark = (words: Words, i: number): boolean => kindOf(words, i) === MARK && gapBefore(words, i) === SPACED

const MARKS = new Set([...'.,!?;:'].map((mark) => mark.charCodeAt(0)))

/** Where the blanks before an offset begin. */
function blanksBefore(text: string, end: number): number {
  let start = end
  while (start > 0 && (text[start - 1] === ' ' || text[start - 1] === '\t')) start--
  return start
}

function isEnglish(draft: Draft, offset: number): boolean {
  const passage = findOverlap(draft.passages, {start: offset, end: offset + 1})
  return passage === undefined || passage.language.tag === 'en'
}

/** Commands end in ` .` (this folder), and tables hold lone marks. */
function isCode(draft: Draft, start: number, end: number): boolean {
  const line = draft.text.slice(Math.max(lineStartAt(draft.lines(), start), start - 120), end + 1)
  return /^\s*(?:[$>|]|npm |git |cd |ls )/.test(line) || /\|\s*$/.test(line.slice(0, -1))
}

/** What follows a full stop begins a sentence; otherwise the dot may mean something. */
function confidenceFor(text: string, mark: string, at: number): number {
  if (mark !== '.') return 0.92
  return /^\.["”’)\]]*(?:\s+["“‘(]?[\p{Lu}\p{N}]|\s*$|\s*\n)/u.test(text.slice(at, at + 12)) ? 0.95 : 0.6
}

const LONE_MARKER = /^([ \t]*)([-*•–▪◦●]|\(?\d{1,2}[.)]|\(?[a-z]\))[ \t]*\r?\n(?=[ \t]*\S)/muy
/** `(1)` has so many tokens. */
const MOST_TOKENS = 3

/**
 * `-` on its own line, its text on the next: they belong on one. Not across an empty line (a lone `*` parts two scenes),
 * and not where more lines follow the text of a number that opens no list (it stands above a stanza).
 */
export function* loneMarkers(draft: Draft): Iterable<Proposal> {
  const {text, format} = draft
  let afterLast = -1
  for (const match of markersAlone(draft.words())) {
    const lines = draft.lines()
    const next = lineAt(lines, match.index + match[0].length)
    const isBullet = !/[\da-z]/i.test(match[2]!)
    const goesOn = next - 1 === afterLast
    if (!isEntry(lineText(text, lines, next)) || !(isBullet || goesOn || endsEntry(text, lines, next + 1))) continue
    afterLast = next + 1
    // In Markdown a line of hyphens under text makes a heading of it.
    if (isMarkdown(format) && next > 1 && lineText(text, lines, next - 2).trim() !== '') continue
    const start = match.index + match[1]!.length + match[2]!.length
    const indent = /^[ \t]*/.exec(text.slice(lines.starts[next], lines.ends[next]))![0].length
    yield {
      start,
      end: lines.starts[next]! + indent,
      rule: 'residue/lone-list-marker',
      expected: [' '],
      confidence: 0.93,
    }
  }
}

/** Lines that hold a marker and nothing else; a longer line is not looked at. */
export function* markersAlone(words: Words): Iterable<RegExpExecArray> {
  for (let first = 0, next = 0; first < words.count; first = next) {
    next = nextLine(words, first)
    if (next - first > MOST_TOKENS) continue
    LONE_MARKER.lastIndex = blanksBefore(words.text, words.starts[first]!)
    const match = LONE_MARKER.exec(words.text)
    if (match) yield match
  }
}

/** Enough of a line to know its beginning. */
const lineText = (text: string, lines: Lines, i: number): string =>
  i < lines.count ? text.slice(lines.starts[i], Math.min(lines.ends[i]!, lines.starts[i]! + 80)) : ''

const MARKER = /^\s*(?:[-*•–▪◦●]|\(?\d{1,2}[.)]|\(?[a-z]\))(?:\s|$)/

const isEntry = (line: string): boolean => /\p{L}/u.test(line) && !MARKER.test(line)

/** The line after an entry's text is empty, another marker, or not there. */
function endsEntry(text: string, lines: Lines, i: number): boolean {
  const line = lineText(text, lines, i)
  return line.trim() === '' || MARKER.test(line)
}
