/** Findings as a person reads them in a terminal: a frame, then what, why and what to do. */
import type {LintFinding, LintResult} from './lint.js'

export interface Paint {
  readonly place: (text: string) => string
  readonly mark: (text: string) => string
  readonly rule: (text: string) => string
}

/** Width of the part of a line that is shown, UTF-16 units. */
const FRAME_WIDTH = 76

/** All findings of a document; empty for a clean one. `visible` makes control characters harmless. */
export function stylish(result: LintResult, paint: Paint, visible: (text: string) => string): string {
  const path = visible(result.path)
  if (result.rejected !== undefined) return `${paint.place(path)}  rejected: ${visible(result.rejected)}\n\n`
  const lines = result.source.split(/\r\n|\n|\r/)
  return result.findings.map((finding) => entry(path, lines, finding, paint, visible)).join('')
}

function entry(
  path: string,
  lines: readonly string[],
  finding: LintFinding,
  paint: Paint,
  visible: (text: string) => string,
): string {
  const {start, rule, message, why, advice, inText = finding} = finding
  const shown = [
    `${paint.place(`${path}:${start.line}:${start.column}`)}  ${paint.rule(rule)}`,
    ...frame(lines[inText.start.line - 1] ?? '', inText, paint, visible),
    `  ${visible(message)}`,
    ...(why === undefined ? [] : [`  Why: ${visible(why)}`]),
    `  Do:  ${visible(advice)}`,
  ]
  return `${shown.join('\n')}\n\n`
}

/** The stretch of the line around the finding, with a line of marks under it. */
function frame(
  line: string,
  {start, end}: Pick<LintFinding, 'start' | 'end'>,
  paint: Paint,
  visible: (text: string) => string,
): string[] {
  const from = Math.max(0, Math.min(start.column - 1 - 20, line.length - FRAME_WIDTH))
  const last = end.line === start.line ? end.column - 1 : line.length
  const to = Math.min(line.length, from + FRAME_WIDTH)
  const [before, actual, after] = [
    visible(line.slice(from, start.column - 1)),
    visible(line.slice(start.column - 1, Math.min(last, to))),
    visible(line.slice(Math.min(last, to), to)),
  ]
  const lead = from > 0 ? '…' : ''
  const marks = '^'.repeat(Math.max(1, [...actual].length))
  return [
    `  ${lead}${before}${actual}${after}${to < line.length ? '…' : ''}`,
    `  ${' '.repeat([...lead, ...before].length)}${paint.mark(marks)}`,
  ]
}
