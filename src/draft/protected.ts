/**
 * What no stage edits: front matter, code, URLs, e-mail addresses, HTML tags.
 *
 * A scan for the few characters that can open such a span, not a Markdown parse (2 MB/s): it may protect a little
 * too much (a paragraph indented under a list item passes for code), which costs a missed repair and never a false one.
 */
import {codeBlocks} from './code-blocks.js'
import {type Format, isMarkdown} from './format.js'
import {type Lines, linesOf} from './lines.js'
import {mdxSpans} from './mdx.js'
import type {Span} from './span.js'

export interface ProtectedSpan extends Span {
  readonly kind: 'front-matter' | 'code' | 'url' | 'email' | 'html'
}

/** The protected spans of a text: sorted, merged where they overlap. Whoever knows its lines brings them. */
export function protectedSpans(
  text: string,
  format: Format,
  lines: () => Lines = () => linesOf(text),
): readonly ProtectedSpan[] {
  const spans: ProtectedSpan[] = []
  if (isMarkdown(format)) frontMatter(text, spans)
  if (text.includes('```') || text.includes('~~~') || (format === 'markdown' && /\t| {4}/.test(text))) {
    const blocks = codeBlocks(text, lines(), {hasIndented: format === 'markdown', start: spans[0]?.end})
    for (const {start, end} of blocks) spans.push({start, end, kind: 'code'})
  }
  if (format === 'markdown') indentedCode(text, lines, spans)
  if (text.includes('`')) codeSpans(text, spans)
  if (format === 'mdx') mdx(text, spans)
  if (text.includes('://') || text.includes('www.')) urls(text, spans)
  if (text.includes('@')) emails(text, spans)
  if (text.includes('<')) tags(text, spans)
  if (isMarkdown(format) && text.includes('](')) destinations(text, spans)
  return merged(spans)
}

function merged(spans: ProtectedSpan[]): readonly ProtectedSpan[] {
  if (spans.length < 2) return spans
  spans.sort((a, b) => a.start - b.start || b.end - a.end)
  const result: ProtectedSpan[] = []
  for (const span of spans) {
    const last = result.at(-1)
    if (!last || span.start >= last.end) result.push(span)
    else if (span.end > last.end) result[result.length - 1] = {start: last.start, end: span.end, kind: last.kind}
  }
  return result
}

/** Code and front matter are known by now; in them braces open nothing. */
function mdx(text: string, spans: ProtectedSpan[]): void {
  const known = merged([...spans])
  for (const {start, end} of mdxSpans(text, known)) spans.push({start, end, kind: 'html'})
}

const FRONT_MATTER = /^\uFEFF?(---|\+\+\+)[ \t]*\r?\n/

/** What stands between the marks of front matter. */
export interface FrontMatter extends Span {
  /** `---` around YAML, `+++` around TOML. */
  readonly mark: '---' | '+++'
  /** Behind the closing mark. */
  readonly closed: number
}

/** The front matter that a text begins with. */
export function frontMatterIn(text: string): FrontMatter | undefined {
  const opening = FRONT_MATTER.exec(text)
  if (!opening) return undefined
  const mark = opening[1] as FrontMatter['mark']
  const closing = mark === '---' ? /^(?:---|\.\.\.)[ \t]*$/gm : /^\+\+\+[ \t]*$/gm
  closing.lastIndex = opening[0].length
  const end = closing.exec(text)
  return end ? {start: opening[0].length, end: end.index, mark, closed: end.index + end[0].length} : undefined
}

function frontMatter(text: string, spans: ProtectedSpan[]): void {
  const found = frontMatterIn(text)
  if (found) spans.push({start: 0, end: found.closed, kind: 'front-matter'})
}

/** Lines indented by four blanks or a tab after an empty line. */
function indentedCode(text: string, linesIn: () => Lines, spans: ProtectedSpan[]): void {
  if (!text.includes('\n    ') && !text.includes('\n\t')) return
  const lines = linesIn()
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
}

const INDENT = / {4}|\t/y

function isIndented(text: string, {starts}: Lines, i: number): boolean {
  INDENT.lastIndex = starts[i]!
  return INDENT.test(text)
}

/** Most lines tell it by their first character. */
function isBlankLine(text: string, {starts, ends}: Lines, i: number): boolean {
  const first = text.charCodeAt(starts[i]!)
  return !(first > 0x20 && first < 0x7f) && text.slice(starts[i], ends[i]).trim() === ''
}

/** A run of backticks closes at the next run of the same length in the same paragraph. */
function codeSpans(text: string, spans: ProtectedSpan[]): void {
  const runs = backtickRuns(text)
  const closer = nextOfSameLength(runs)
  const paragraphEnds = new Ascending(text, /\n[ \t]*\r?\n/g)
  for (let i = 0; i < runs.length; i++) {
    const close = closer[i]!
    if (close < 0 || runs[close]!.end > paragraphEnds.firstFrom(runs[i]!.end)) continue
    spans.push({start: runs[i]!.start, end: runs[close]!.end, kind: 'code'})
    i = close
  }
}

function backtickRuns(text: string): Span[] {
  const runs: Span[] = []
  for (let start = text.indexOf('`'), end = start; start >= 0; start = text.indexOf('`', end)) {
    for (end = start + 1; text[end] === '`'; ) end++
    runs.push({start, end})
  }
  return runs
}

function nextOfSameLength(runs: readonly Span[]): Int32Array {
  const next = new Int32Array(runs.length).fill(-1)
  const seen = new Map<number, number>()
  for (let i = runs.length - 1; i >= 0; i--) {
    const length = runs[i]!.end - runs[i]!.start
    next[i] = seen.get(length) ?? -1
    seen.set(length, i)
  }
  return next
}

/** Matches of a pattern asked for at ever larger offsets. */
class Ascending {
  readonly #text: string
  readonly #pattern: RegExp
  #at = -1

  constructor(text: string, pattern: RegExp) {
    this.#text = text
    this.#pattern = pattern
  }

  firstFrom(offset: number): number {
    if (this.#at >= offset) return this.#at
    this.#pattern.lastIndex = offset
    this.#at = this.#pattern.exec(this.#text)?.index ?? this.#text.length
    return this.#at
  }
}

/** Not: blanks, angle brackets, quotation marks, full-width punctuation. */
const URL_REST = /[^\s<>"“”‘’`，。；：！？（）【】《》「」]+/y
const LONGEST_SCHEME = 16

/** Found from their `://` or `www.`, so that text without either costs one search for each. */
function urls(text: string, spans: ProtectedSpan[]): void {
  for (let at = text.indexOf('://'), end = 0; at >= 0; at = text.indexOf('://', end)) {
    const scheme = /[a-z][a-z0-9+.-]+$/i.exec(text.slice(Math.max(0, at - LONGEST_SCHEME), at))
    end = scheme ? url(text, at - scheme[0].length, at + 3, spans) : at + 3
  }
  for (let at = text.indexOf('www.'), end = 0; at >= 0; at = text.indexOf('www.', end)) {
    end = at === 0 || !/[\w/.]/.test(text[at - 1]!) ? url(text, at, at + 4, spans) : at + 4
  }
}

/** Where it ends; an address in an address (`https://archive.example/https://…`) is a part of it. */
function url(text: string, start: number, rest: number, spans: ProtectedSpan[]): number {
  URL_REST.lastIndex = rest
  if (!URL_REST.test(text)) return rest
  const end = rest + untrailed(text.slice(rest, URL_REST.lastIndex)).length
  spans.push({start, end, kind: 'url'})
  return end
}

/** Without the punctuation of the sentence around it, and without a closing bracket that it did not open. */
function untrailed(url: string): string {
  const opens = url.includes('(')
  let end = url.length
  while (end > 0) {
    const last = url[end - 1]!
    if (last === ')' && !opens) end--
    else if (".,;:!?'*_~|]}".includes(last)) end--
    else break
  }
  return url.slice(0, end)
}

const LONGEST_LOCAL_PART = 64
const MAIL_HOST = /[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}/y

function emails(text: string, spans: ProtectedSpan[]): void {
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const local = /[A-Za-z0-9._%+-]+$/.exec(text.slice(Math.max(0, at - LONGEST_LOCAL_PART), at))
    MAIL_HOST.lastIndex = at + 1
    const host = local && MAIL_HOST.exec(text)
    if (host) spans.push({start: at - local[0].length, end: MAIL_HOST.lastIndex, kind: 'email'})
  }
}

/** Attributes hold no angle bracket here, so that an unclosed tag ends the search at the next one. */
const TAG = /<\/?([A-Za-z][A-Za-z0-9-]*)(?:[\s/][^<>]*)?>/g

function tags(text: string, spans: ProtectedSpan[]): void {
  TAG.lastIndex = 0
  for (let match = TAG.exec(text); match; match = TAG.exec(text)) {
    const name = match[1]!.toLowerCase()
    if (!name.includes('-') && !HTML_ELEMENTS.has(name)) continue
    spans.push({start: match.index, end: match.index + match[0].length, kind: 'html'})
  }
  for (let at = text.indexOf('<!--'); at >= 0; ) {
    const end = text.indexOf('-->', at + 4)
    if (end < 0) return
    spans.push({start: at, end: end + 3, kind: 'html'})
    at = text.indexOf('<!--', end)
  }
}

const DESTINATION = /[^()\s]*(?:\([^()\s]*\)[^()\s]*)*/y

/** The target of a Markdown link or image. */
function destinations(text: string, spans: ProtectedSpan[]): void {
  for (let at = text.indexOf(']('), end = 0; at >= 0; at = text.indexOf('](', end)) {
    DESTINATION.lastIndex = at + 2
    DESTINATION.test(text)
    end = DESTINATION.lastIndex
    if (end > at + 2) spans.push({start: at + 2, end, kind: 'url'})
  }
}

/** Element names of HTML and the older ones still met; `<dollars>` is none. */
const HTML_ELEMENTS = new Set(
  `a abbr acronym address area article aside audio b base bdi bdo big blockquote body br button canvas caption center
  cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure font
  footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend li
  link main map mark math menu meta meter nav noframes noscript object ol optgroup option output p param picture pre
  progress q rp rt ruby s samp script search section select slot small source span strike strong style sub summary sup
  svg table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr`.split(/\s+/),
)

/** Whether a name between angle brackets is an element of HTML. */
export const isHtmlElement = (name: string): boolean => HTML_ELEMENTS.has(name.toLowerCase())
