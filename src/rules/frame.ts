import {placesOf} from '../draft/place.js'
import type {Origin, RuleError} from './rule.js'

const SHOWN_BEFORE = 2
const SHOWN_AFTER = 1

/** Of a longer line only what is around the column: JSON often stands in one. */
const LONGEST_LINE = 120

/** The lines around a place, numbered, with a mark under the column. */
export const frameOf = (text: string, line: number, column: number): string => framesOf(text)(line, column)

/** Frames of many places of a text, which is cut into lines once. */
function framesOf(text: string): (line: number, column: number) => string {
  let lines: readonly string[] | undefined
  return (line, column) => {
    lines ??= text.split(/\r\n|\n|\r/)
    return framed(lines, line, column)
  }
}

/** Frames of places in several files, each of which is read once. */
export function framesOfFiles(textOf: (path: string) => string): (place: Origin) => string {
  const frames = new Map<string, ReturnType<typeof framesOf>>()
  return ({path, line, column}) => {
    const frame = frames.get(path) ?? framesOf(textOf(path))
    frames.set(path, frame)
    return frame(line, column)
  }
}

function framed(lines: readonly string[], line: number, column: number): string {
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
export const ruleError = (path: string, text: string, offset: number, message: string): RuleError =>
  ruleErrors(path, text)(offset, message)

/** Errors of one rule file, which may have as many as it has rules. */
export function ruleErrors(path: string, text: string): (offset: number, message: string) => RuleError {
  const placeOf = placesOf(text)
  const frameAt = framesOf(text)
  return (offset, message) => {
    const {line, column} = placeOf(Math.max(0, Math.min(offset, text.length)))
    return {path, line, column, message, frame: frameAt(line, column)}
  }
}
