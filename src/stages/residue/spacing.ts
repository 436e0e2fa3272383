/** Blanks before punctuation, where a citation was cut out, and list markers that lost their text to the next line. */
import {type Draft, findOverlap, type Proposal} from '../../draft/index.js'

/** After a word, a bracket or a closing quote; not before an ellipsis, a decimal (` .5`), a file name or an emoticon. */
const STRAY = /(?<=[\p{L}\p{N}%’”"')\]}>])[ \t]+(?=([.,;:!?])(?:[\s"”’)\]]|$))/gu

/** French sets a blank before these; only English does not. */
const HIGH = new Set([';', ':', '!', '?'])

/** Blanks that stand before a mark. */
export function* strayBlanks(draft: Draft): Iterable<Proposal> {
  const {text} = draft
  if (!/[ \t][.,;:!?](?:\s|["”’)\]]|$)/.test(text)) return
  for (const match of text.matchAll(STRAY)) {
    const [start, end] = [match.index, match.index + match[0].length]
    const mark = match[1]!
    if (HIGH.has(mark) && !isEnglish(draft, start)) continue
    if (/^[.][ \t]+[.]/.test(text.slice(end, end + 8)) || isCode(text, start, end)) continue
    yield {start, end, rule: 'residue/blank-before-mark', expected: [''], confidence: confidenceFor(text, mark, end)}
  }
}

function isEnglish(draft: Draft, offset: number): boolean {
  const passage = findOverlap(draft.passages, {start: offset, end: offset + 1})
  return passage === undefined || passage.language.tag === 'en'
}

/** Commands end in ` .` (this folder), and tables hold lone marks. */
function isCode(text: string, start: number, end: number): boolean {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const line = text.slice(Math.max(lineStart, start - 120), end + 1)
  return /^\s*(?:[$>|]|npm |git |cd |ls )/.test(line) || /\|\s*$/.test(line.slice(0, -1))
}

/** What follows a full stop begins a sentence; otherwise the dot may mean something. */
function confidenceFor(text: string, mark: string, at: number): number {
  if (mark !== '.') return 0.92
  return /^\.["”’)\]]*(?:\s+["“‘(]?[\p{Lu}\p{N}]|\s*$|\s*\n)/u.test(text.slice(at, at + 12)) ? 0.95 : 0.6
}

const LONE_MARKER = /^([ \t]*)([-*•–▪◦●]|\(?\d{1,2}[.)]|\(?[a-z]\))[ \t]*(\r?\n)([ \t]*\r?\n)?(?=[ \t]*\S)/gmu

/** `-` on its own line, its text on the next: they belong on one. */
export function* loneMarkers(draft: Draft): Iterable<Proposal> {
  const {text, format} = draft
  for (const match of text.matchAll(LONE_MARKER)) {
    const [whole, indent, marker] = match
    const textStart = match.index + whole.length
    const next = text.slice(textStart, textStart + 40).split('\n', 1)[0]!
    if (!/\p{L}/u.test(next) || LONE_NEXT.test(next)) continue
    // In Markdown a line of hyphens under text makes a heading of it.
    if (format === 'markdown' && /[^\s]\r?\n$/.test(text.slice(Math.max(0, match.index - 4), match.index))) continue
    const start = match.index + indent!.length + marker!.length
    yield {
      start,
      end: textStart + /^[ \t]*/.exec(next)![0].length,
      rule: 'residue/lone-list-marker',
      expected: [' '],
      confidence: 0.93,
    }
  }
}

/** The next line is a marker, too: an empty list, or a drawing. */
const LONE_NEXT = /^\s*(?:[-*•–▪◦●]|\(?\d{1,2}[.)])(?:\s|$)/
