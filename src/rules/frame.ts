import {placesOf} from '../draft/place.js'
import type {RuleError} from './rule.js'

const SHOWN_BEFORE = 2
const SHOWN_AFTER = 1

/** Of a longer line only what is around the column: JSON often stands in one. */
const LONGEST_LINE = 120

/** The lines around a place, numbered, with a mark under the column. */
export function frameOf(text: string, line: number, column: number): string {
  const lines = text.split(/\r\n|\n|\r/)
  const first = Math.max(1, line - SHOWN_BEFORE)
  const last = Math.min(lines.length, line + SHOWN_AFTER)
  const width = String(last).length
  const shown: string[] = []
  for (let n = first; n <= last; n++) {
    const [part, before] = partOf(lines[n - 1]!, column)
    shown.push(`${n === line ? '>' : ' '} ${String(n).padStart(width)} | ${part}`)
    if (n === line) shown.push(`  ${' '.repeat(width)} | ${' '.repeat(Math.max(0, column - 1 - before))}^`)
  }
  return shown.join('\n')
}

/** What is shown of a line, and how many columns are left out before it. */
function partOf(line: string, column: number): [part: string, before: number] {
  if (line.length <= LONGEST_LINE) return [line, 0]
  const from = Math.max(0, Math.min(column - LONGEST_LINE / 2, line.length - LONGEST_LINE))
  const end = from + LONGEST_LINE < line.length ? '…' : ''
  return from === 0
    ? [line.slice(0, LONGEST_LINE) + end, 0]
    : [`…${line.slice(from, from + LONGEST_LINE)}${end}`, from - 1]
}

/** An error at an offset of a rule file. */
export function ruleError(path: string, text: string, offset: number, message: string): RuleError {
  const {line, column} = placesOf(text)(Math.max(0, Math.min(offset, text.length)))
  return {path, line, column, message, frame: frameOf(text, line, column)}
}
