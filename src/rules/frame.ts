import {placesOf} from '../draft/place.js'
import type {RuleError} from './rule.js'

const SHOWN_BEFORE = 2
const SHOWN_AFTER = 1

/** The lines around a place, numbered, with a mark under the column. */
export function frameOf(text: string, line: number, column: number): string {
  const lines = text.split(/\r\n|\n|\r/)
  const first = Math.max(1, line - SHOWN_BEFORE)
  const last = Math.min(lines.length, line + SHOWN_AFTER)
  const width = String(last).length
  const shown: string[] = []
  for (let n = first; n <= last; n++) {
    shown.push(`${n === line ? '>' : ' '} ${String(n).padStart(width)} | ${lines[n - 1]}`)
    if (n === line) shown.push(`  ${' '.repeat(width)} | ${' '.repeat(Math.max(0, column - 1))}^`)
  }
  return shown.join('\n')
}

/** An error at an offset of a rule file. */
export function ruleError(path: string, text: string, offset: number, message: string): RuleError {
  const {line, column} = placesOf(text)(Math.max(0, Math.min(offset, text.length)))
  return {path, line, column, message, frame: frameOf(text, line, column)}
}
