/**
 * What no stage edits: front matter, code, URLs, e-mail addresses, HTML tags.
 *
 * A scan for the few characters that can open such a span, not a Markdown parse (2 MB/s): it may protect a little
 * too much (a paragraph indented under a list item passes for code), which costs a missed repair and never a false one.
 */
import {destinations, emails, hosts, schemes} from './addresses.js'
import {codeBlocks} from './code-blocks.js'
import {codeSpans} from './code-spans.js'
import {type Format, isMarkdown} from './format.js'
import {frontMatterIn} from './front-matter.js'
import {type Lines, linesOf} from './lines.js'
import {mdxSpans} from './mdx.js'
import type {ProtectedSpan, Span} from './span.js'
import {comments, tags} from './tags.js'

/** The protected spans of a text: sorted, merged where they overlap. Whoever knows its lines brings them. */
export function protectedSpans(
  text: string,
  format: Format,
  lines: () => Lines = () => linesOf(text),
): readonly ProtectedSpan[] {
  const front = isMarkdown(format) ? frontMatter(text) : []
  const blocks = blocksOfCode(text, format, lines, front[0]?.end)
  const indented = format === 'markdown' ? indentedCode(text, lines()) : []
  const known = [front, blocks, indented, codeSpans(text)].reduce(inOrder)
  const components = format === 'mdx' ? mdx(text, merged(known)) : []
  const targets = isMarkdown(format) ? destinations(text) : []
  const others = [schemes(text), hosts(text), emails(text), tags(text), comments(text), targets]
  return merged([known, components, ...others].reduce(inOrder))
}

/** Two sorted lists in one; of spans that begin together the longer comes first. */
function inOrder(a: ProtectedSpan[], b: ProtectedSpan[]): ProtectedSpan[] {
  if (a.length === 0) return b
  if (b.length === 0) return a
  const all: ProtectedSpan[] = []
  let next = 0
  for (const span of a) {
    while (next < b.length && isBefore(b[next]!, span)) all.push(b[next++]!)
    all.push(span)
  }
  while (next < b.length) all.push(b[next++]!)
  return all
}

const isBefore = (a: Span, b: Span): boolean => a.start < b.start || (a.start === b.start && a.end > b.end)

function merged(spans: readonly ProtectedSpan[]): readonly ProtectedSpan[] {
  if (spans.length < 2) return spans
  const result: ProtectedSpan[] = []
  let last: ProtectedSpan | undefined
  for (const span of spans) {
    if (last && span.start < last.end) {
      if (span.end <= last.end) continue
      result.pop()
      last = {start: last.start, end: span.end, kind: last.kind}
    } else last = span
    result.push(last)
  }
  return result
}

/** In fences and indented, also within quotations and lists; where none can be, no line is read. */
function blocksOfCode(text: string, format: Format, lines: () => Lines, start: number | undefined): ProtectedSpan[] {
  const hasIndented = format === 'markdown'
  if (!text.includes('```') && !text.includes('~~~') && !(hasIndented && /\t| {4}/.test(text))) return []
  return codeBlocks(text, lines(), {hasIndented, start}).map((span) => ({
    start: span.start,
    end: span.end,
    kind: 'code',
  }))
}

/** Code and front matter are known by now; in them braces open nothing. */
const mdx = (text: string, known: readonly Span[]): ProtectedSpan[] =>
  mdxSpans(text, known).map(({start, end}) => ({start, end, kind: 'html'}))

/** Lines indented by four blanks or a tab after an empty line. */
function indentedCode(text: string, lines: Lines): ProtectedSpan[] {
  const spans: ProtectedSpan[] = []
  let isAfterBlank = true
  for (let i = 0; i < lines.count; i++) {
    const isBlank = isBlankLine(text, lines, i)
    if (isAfterBlank && !isBlank && isIndented(text, lines, i)) {
      let last = i
      while (last + 1 < lines.count && isIndented(text, lines, last + 1)) last++
      spans.push({start: lines.starts[i]!, end: lines.ends[last]!, kind: 'code'})
      i = last
    }
    isAfterBlank = isBlank
  }
  return spans
}

const INDENT = / {4}|\t/y

function isIndented(text: string, {starts}: Lines, i: number): boolean {
  INDENT.lastIndex = starts[i]!
  return INDENT.test(text)
}

/** Most lines tell it by their first character. */
function isBlankLine(text: string, {starts, ends}: Lines, i: number): boolean {
  const [start, end] = [starts[i]!, ends[i]!]
  if (start === end) return true
  const first = text.charCodeAt(start)
  return !(first > 0x20 && first < 0x7f) && text.slice(start, end).trim() === ''
}

function frontMatter(text: string): ProtectedSpan[] {
  const found = frontMatterIn(text)
  return found ? [{start: 0, end: found.closed, kind: 'front-matter'}] : []
}
