/**
 * The edit that makes a document ignore one finding, for whoever offers that in an editor.
 *
 * A directive at the end of the finding's line is the simple form. Where it would change what the line is (a heading,
 * the definition of a link) it goes on a line of its own before; in a table it stays in its cell. Each place is tried by
 * reading the edited document back: what cannot be read back is not offered.
 */
import {isPhrase, quoted, type Verb} from '../../control/directive.js'
import {directivesIn} from '../../control/directives.js'
import {ordersInPage} from '../../control/orders.js'
import {
  applyEdits,
  type Edit,
  type Format,
  findOverlap,
  overlaps,
  protectedSpans,
  type RuleId,
  type Span,
} from '../../draft/index.js'

export type ControlFormat = Format | 'mdx' | 'html'

/** What is to be ignored, where. */
export interface Ignored extends Span {
  readonly rule: RuleId
  /** Why; without one the directive would itself be a finding. */
  readonly reason: string
}

/**
 * What to insert so that a finding of a rule at a place of the file is turned down.
 *
 * @returns undefined where no place for a directive was found: in front matter, within a tag that spans the lines.
 */
export function ignoreEdit(file: string, format: ControlFormat, ignored: Ignored): Edit | undefined {
  return candidates(file, format, ignored).find((edit) => isHeard(file, format, ignored, edit))
}

function candidates(file: string, format: ControlFormat, ignored: Ignored): Edit[] {
  if (ignored.rule.startsWith('lint/')) return []
  if (format === 'html') return [inserted(ignored.end, comment(file, format, 'ignore-line', ignored))]
  const last = ignored.start + file.slice(ignored.start, ignored.end).trimEnd().length
  const line = lineAt(file, last)
  const shields = protectedSpans(file, format === 'text' ? 'text' : 'markdown')
  if (findOverlap(shields, ignored)?.kind === 'front-matter') return []
  if (isWhole(file, line, format)) return [above(file, format, ignored, firstOf(file, line))]
  return [endOfCell(file, line, last), last]
    .filter((at) => !findOverlap(shields, {start: at, end: at}))
    .map((at) => inserted(at, ` ${comment(file, format, 'ignore-line', ignored)}`))
}

/** On a line of its own before another, in the same quotation. */
function above(file: string, format: ControlFormat, ignored: Ignored, {start, end}: Span): Edit {
  const [marks] = /^[ >]*/.exec(file.slice(start, end))!
  const lineBreak = /\r\n|\n|\r/.exec(file)?.[0] ?? '\n'
  return inserted(start + marks.length, `${comment(file, format, 'ignore-next', ignored)}${lineBreak}${marks}`)
}

const inserted = (at: number, insert: string): Edit => ({start: at, end: at, insert})

function comment(file: string, format: ControlFormat, verb: Verb, {rule, reason, ...span}: Ignored): string {
  const phrase = phraseOf(file, span, format)
  const order = `unspun ${verb}${phrase === undefined ? '' : ` ${quoted(phrase)}`} ${rule}: ${plain(reason)}`
  return format === 'mdx' ? `{/* ${order} */}` : `<!-- ${order} -->`
}

/** The words of a finding as a phrase; undefined for what would end the comment or the cell, or reads otherwise in a page. */
function phraseOf(file: string, {start, end}: Span, format: ControlFormat): string | undefined {
  const [before] = /[\p{L}\p{M}\p{N}]*$/u.exec(file.slice(Math.max(0, start - LONGEST_WORD), start))!
  const [after] = /^[\p{L}\p{M}\p{N}]*/u.exec(file.slice(end, end + LONGEST_WORD))!
  const phrase = start === end ? '' : file.slice(start - before.length, end + after.length)
  const isSafe = format === 'html' ? HTML_SAFE.test(phrase) : !/[\r\n|<>`]|--|\*\//.test(phrase)
  return isSafe && isPhrase(phrase) && phrase.trim() === phrase ? phrase : undefined
}

/** UTF-16 code units. */
const LONGEST_WORD = 50
/** What stands in the text of a page as it stands in its HTML. */
const HTML_SAFE = /^[\p{L}\p{M}\p{N} ,;?'’“”"{}%€$£]+$/u

/** A reason on one line, without what would end the comment or the cell of a table. */
const plain = (reason: string): string => reason.replace(/(?:[\s|<>`]|-{2,}|\*\/)+/g, ' ').trim()

function lineAt(file: string, offset: number): Span {
  const start = Math.max(file.lastIndexOf('\n', offset - 1), file.lastIndexOf('\r', offset - 1)) + 1
  const [rest = ''] = /^[^\r\n]*/.exec(file.slice(offset)) ?? []
  return {start: offset === 0 ? 0 : start, end: offset + rest.length}
}

/** The first line of the paragraph that a line ends: a heading that is underlined may have several. */
function firstOf(file: string, line: Span): Span {
  if (!isUnderlined(file, line)) return line
  let first = line
  while (first.start > 0) {
    const before = lineAt(file, first.start - (file.startsWith('\r\n', first.start - 2) ? 2 : 1))
    if (/^[\s>]*(?:#{1,6}\s.*)?$/.test(file.slice(before.start, before.end))) break
    first = before
  }
  return first
}

/** Whether a line is a thing of its own, of which a comment would become a part. */
function isWhole(file: string, line: Span, format: ControlFormat): boolean {
  if (format === 'text') return false
  return isUnderlined(file, line) || /^[ >]*(?:#{1,6}\s|\[(?!\^)[^\]]+\]:)/.test(file.slice(line.start, line.end))
}

const isUnderlined = (file: string, {end}: Span): boolean =>
  /^(?:\r\n|\n|\r)[ >]*(?:=+|-+)[ \t]*(?:[\r\n]|$)/.test(file.slice(end, end + 200))

/** The line that makes a table of those above and below it. */
const DELIMITERS = /^[\s>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*){0,500}\|?[ \t]*$/

/** Whether the lines before a line, up to an empty one, or the one after it make it a row of a table. */
function isRow(file: string, line: Span): boolean {
  const below = /^(?:\r\n|\n|\r)([^\r\n]*)/.exec(file.slice(line.end))?.[1] ?? ''
  const above = file
    .slice(0, line.start)
    .split(/\r\n|\n|\r/)
    .slice(0, -1)
  const block = above.slice(above.findLastIndex((text) => /^[\s>]*$/.test(text)) + 1)
  return [below, ...block].some((text) => text.includes('|') && DELIMITERS.test(text))
}

/** Before the bar that ends the cell, and before blanks or a backslash that break the line. */
function endOfCell(file: string, line: Span, from: number): number {
  const rest = file.slice(from, line.end)
  const bar = rest.includes('|') && isRow(file, line) ? /(?<!\\)\|/.exec(rest) : undefined
  const cell = (bar ? rest.slice(0, bar.index) : rest).trimEnd()
  return from + (cell.endsWith('\\') ? cell.slice(0, -1).trimEnd() : cell).length
}

/** Whether the edited document turns the finding down, and nothing is wrong with it that was not before. */
function isHeard(file: string, format: ControlFormat, ignored: Ignored, edit: Edit): boolean {
  const edited = applyEdits(file, [edit])
  const {length} = edit.insert
  const start = ignored.start + (edit.start <= ignored.start ? length : 0)
  const place = {start, end: ignored.end + (edit.start < ignored.end || start > ignored.start ? length : 0)}
  if (format === 'html') {
    const directives = ordersInPage(edited)?.directives ?? []
    return directives.some(({start, reach}) => start === edit.start && reach && overlaps(reach, place))
  }
  const readAs = format === 'text' ? 'text' : 'markdown'
  const directives = directivesIn(edited, readAs)
  const finding = {...place, rule: ignored.rule, actual: edited.slice(place.start, place.end), expected: []}
  const isNew = directives?.mistakes.length === (directivesIn(file, readAs)?.mistakes.length ?? 0)
  return isNew && directives?.decide(finding)?.state === 'refused'
}
