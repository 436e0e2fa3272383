/**
 * What is no prose in MDX: imports and exports, tags of components with their attributes, expressions in braces.
 *
 * A scan of the marks that open and close such a span, not a parse: what is never closed is taken to reach the end of the
 * text, which costs missed repairs and never a false one. What stands between two tags is prose.
 */
import {firstEndingAfter, type Span} from './span.js'

const OPENING = /\\[\s\S]|[{<]|^(?:import|export)\b/gm

/** The spans in the order of the text; marks in `code` (sorted, apart) open nothing. Linear in the text. */
export function mdxSpans(text: string, code: readonly Span[]): Span[] {
  const spans: Span[] = []
  OPENING.lastIndex = 0
  for (let match = OPENING.exec(text); match; match = OPENING.exec(text)) {
    const start = match.index
    const shield = code[firstEndingAfter(code, start)]
    if (shield && shield.start <= start) OPENING.lastIndex = shield.end
    else {
      const end = spanEnd(text, start, spans.at(-1))
      if (end === undefined) continue
      spans.push({start, end})
      OPENING.lastIndex = end
    }
  }
  return spans
}

/** Where the span ends whose first character stands at `start`; undefined where none begins. */
function spanEnd(text: string, start: number, last: Span | undefined): number | undefined {
  const first = text[start]
  if (first === '\\') return undefined
  if (first === '{') return scriptEnd(text, start, (depth) => depth === 0)
  if (first === '<') return /[\p{L}_$/>]/u.test(text[start + 1] ?? '') ? tagEnd(text, start) : undefined
  return isAtBlockStart(text, start, last) ? scriptEnd(text, start, endsBlock(text)) : undefined
}

/** At the beginning, after an empty line, or right behind front matter or another block of script. */
const isAtBlockStart = (text: string, start: number, last: Span | undefined): boolean =>
  /(?:^\uFEFF?|\n[ \t]*\r?\n|(?:^|\n)(?:---|\+\+\+)[ \t]*\r?\n)$/.test(text.slice(Math.max(0, start - 80), start)) ||
  last?.end === start

/** A block of script ends at an empty line outside brackets. */
const endsBlock = (text: string) => (depth: number, at: number) =>
  depth === 0 && /^\n[ \t]*\r?(?:\n|$)/.test(text.slice(at, at + 80))

const TAG_MARK = /["'{>]/g

/** Behind the `>` of a tag; quotation marks and braces of its attributes may hold others. */
function tagEnd(text: string, start: number): number {
  let at = start + 1
  for (;;) {
    TAG_MARK.lastIndex = at
    const mark = TAG_MARK.exec(text)
    if (!mark) return text.length
    if (mark[0] === '>') return mark.index + 1
    if (mark[0] === '{') at = scriptEnd(text, mark.index, (depth) => depth === 0)
    else {
      const close = text.indexOf(mark[0], mark.index + 1)
      if (close < 0) return text.length
      at = close + 1
    }
  }
}

const SCRIPT_MARK =
  /\\[\s\S]|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|"(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*'|\$\{|[`{}()[\]\n]/g
const TEMPLATE_MARK = /\\[\s\S]|`|\$\{/g

/** Behind the first mark of script from `start` on after which `isOver`; brackets in strings and comments do not count. */
function scriptEnd(text: string, start: number, isOver: (depth: number, at: number) => boolean): number {
  const open: string[] = []
  let at = start
  for (;;) {
    const marks = open.at(-1) === '`' ? TEMPLATE_MARK : SCRIPT_MARK
    marks.lastIndex = at
    const mark = marks.exec(text)
    if (!mark) return text.length
    at = mark.index + mark[0].length
    const last = mark[0].at(-1)!
    if (mark[0] === '`' && open.at(-1) === '`') open.pop()
    else if (mark[0] === '`' || (mark[0].length < 3 && '{(['.includes(last))) open.push(last)
    else if (mark[0].length === 1 && '})]'.includes(last)) open.pop()
    else if (mark[0] !== '\n') continue
    if (isOver(open.length, mark.index)) return at
  }
}
