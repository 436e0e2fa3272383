/** From a tab-separated file to a table: a header, one entry a line, every cell literal; `#` begins a comment line. */
import {ruleErrors} from './frame.js'
import type {Row, RuleError, Table} from './rule.js'

export interface ParsedTable {
  readonly table: Table
  readonly refused: readonly RuleError[]
}

/** A row with too many or too few cells is set aside; missing cells at the end are empty. */
export function parseTable(path: string, text: string, name: string): ParsedTable {
  const errorAt = ruleErrors(path, text)
  const refused: RuleError[] = []
  const rows: Row[] = []
  let columns: string[] | undefined
  let offset = 0
  let number = 0
  for (const line of text.split('\n')) {
    number++
    const written = line.endsWith('\r') ? line.slice(0, -1) : line
    if (written.trim() !== '' && !written.startsWith('#')) {
      const cells = written.split('\t')
      if (!columns) columns = cells.map((cell) => cell.trim())
      else if (cells.length > columns.length) refused.push(errorAt(offset, tooLong(cells.length, columns.length)))
      else rows.push(rowOf(number, columns, cells))
    }
    offset += line.length + 1
  }
  return {table: {name, path, columns: columns ?? [], rows}, refused}
}

function rowOf(line: number, columns: readonly string[], cells: readonly string[]): Row {
  const named: Record<string, string> = {}
  for (let i = 0; i < columns.length; i++) named[columns[i]!] = cells[i]?.trim() ?? ''
  return {line, cells: named}
}

const tooLong = (found: number, expected: number): string =>
  `Unexpected ${found} cells, expected ${expected}: cells are separated by one tab`
