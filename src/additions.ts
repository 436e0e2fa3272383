/**
 * What a project adds to the rules without writing any: tables of words, terms and spun forms. They are tables like the
 * installed ones, so no stage knows of them.
 */
import {createHash} from 'node:crypto'
import type {Row, RuleSet, Table} from './rules/rule.js'

/**
 * Where a project has the last word: an entry of its own with this cell takes the place of installed rows of the stage
 * whose cell is the same. A word is no slip any more, a term is explained as the house explains it.
 */
const REPLACED: readonly (readonly [stage: string, added: string, installed: string])[] = [
  ['spell', 'word', 'slip'],
  ['terms', 'term', 'term'],
  ['terms', 'traditional', 'traditional'],
]

/** A set with tables added to it, and a digest that tells so. */
export function withAdditions(set: RuleSet, added: readonly Table[]): RuleSet {
  if (added.length === 0) return set
  const digest = createHash('sha256').update(set.digest)
  for (const {name, columns, rows} of added)
    digest.update(JSON.stringify([name, columns, rows.map(({cells}) => cells)]))
  return {...set, tables: [...replaced(set.tables, added), ...added], digest: digest.digest('hex')}
}

function replaced(tables: readonly Table[], added: readonly Table[]): Table[] {
  let rest = [...tables]
  for (const [stage, from, to] of REPLACED) {
    const isOfStage = ({name}: Table): boolean => name.startsWith(`${stage}/`)
    const cells = new Set(added.filter(isOfStage).flatMap(({rows}) => rows.map((row) => row.cells[from])))
    cells.delete('')
    cells.delete(undefined)
    const stays = ({cells: {[to]: cell}}: Row): boolean => cell === undefined || !cells.has(cell)
    if (cells.size > 0)
      rest = rest.map((table) => (isOfStage(table) ? withRows(table, table.rows.filter(stays)) : table))
  }
  return rest
}

const withRows = (table: Table, rows: readonly Row[]): Table =>
  rows.length === table.rows.length ? table : {...table, rows}
