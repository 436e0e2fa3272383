/** What tables must hold, column by column: the stages read what fits and would pass over the rest without a word. */
import {nearest} from '../matching/edit-distance.js'
import {frameOf} from '../rules/frame.js'
import type {Row, RuleError, Table} from '../rules/rule.js'
import type {TextOf} from './complaint.js'

/** One kind of table. */
interface Shape {
  readonly stage: string
  /** Must be there and filled. */
  readonly required: readonly string[]
  readonly optional?: readonly string[]
  /** What no two rows may have in common. */
  readonly key: readonly string[]
  /** Which column stands in place of which: they must differ. */
  readonly change?: readonly [from: string, to: string]
  /** What a cell of a column must look like, and how that is said. */
  readonly cells?: Readonly<Record<string, readonly [RegExp, string]>>
}

const WEIGHT = {weight: [/^-?\d+(?:\.\d+)?$/, 'a number']} as const
const CLASS = {class: [/^[nvarx]$/, 'n, v, a, r or x']} as const

const SHAPES: readonly Shape[] = [
  {
    stage: 'unspin',
    required: ['spun', 'original', 'weight'],
    key: ['spun', 'original'],
    change: ['spun', 'original'],
    cells: WEIGHT,
  },
  {
    stage: 'unspin',
    required: ['tortured', 'original', 'weight'],
    key: ['tortured', 'original'],
    change: ['tortured', 'original'],
    cells: WEIGHT,
  },
  {
    stage: 'unspin',
    required: ['original', 'class', 'spun'],
    key: ['original', 'class'],
    change: ['original', 'spun'],
    cells: CLASS,
  },
  {
    stage: 'unspin',
    required: ['lemma', 'class', 'first'],
    optional: ['second', 'third', 'fourth'],
    key: ['lemma', 'class'],
    cells: CLASS,
  },
  {
    stage: 'unspin',
    required: ['found', 'chinese', 'original'],
    optional: ['note'],
    key: ['found'],
    change: ['found', 'original'],
  },
  {
    stage: 'unspin',
    required: ['form', 'where', 'words', 'weight'],
    key: ['form', 'where', 'words'],
    cells: {
      ...WEIGHT,
      where: [/^(?:no )?(?:next|previous|later)$/, 'next, previous or later, or no before one of them'],
    },
  },
  {stage: 'spell', required: ['word'], key: ['word']},
  {stage: 'spell', required: ['slip', 'meant'], key: ['slip'], change: ['slip', 'meant']},
  {stage: 'spell', required: ['first', 'second'], key: ['first', 'second']},
  {stage: 'spell', required: ['british', 'american'], key: ['british'], change: ['british', 'american']},
  {
    stage: 'spell',
    required: ['british word', 'american word'],
    key: ['british word'],
    change: ['british word', 'american word'],
  },
  {
    stage: 'terms',
    required: ['term', 'pinyin', 'gloss'],
    optional: ['traditional', 'literal', 'short', 'domain', 'alternates', 'note', 'source'],
    key: ['term'],
    cells: {
      term: [/\p{Script=Han}/u, 'a term with Chinese characters'],
      pinyin: [/^[^\p{Script=Han}]+$/u, 'Latin letters'],
    },
  },
  {stage: 'residue', required: ['name'], key: ['name']},
  {stage: 'residue', required: ['word'], optional: ['subject'], key: ['word', 'subject']},
  {stage: 'identify', required: ['language', 'words'], key: ['language']},
]

/** What is wrong with a table by itself: its columns, its cells, entries that stand twice. */
export function tableFaults(table: Table, textOf: TextOf): RuleError[] {
  const shape = shapeOf(table)
  if (!shape) return [headFault(table, textOf(table.path))]
  const known = new Map<string, string>()
  return errorsIn(table, textOf, (row) => {
    const fault = rowFault(shape, row) ?? repetition(shape, row, known)
    known.set(keyOf(shape, row), `line ${row.line}`)
    return fault
  })
}

/** Entries that other tables of the kind have as well: a house may mean it, or not know. */
export function sharedEntries(table: Table, others: readonly Table[], textOf: TextOf): RuleError[] {
  const shape = shapeOf(table)
  if (!shape) return []
  const known = new Map<string, string>()
  for (const other of others) {
    if (other.name === table.name || shapeOf(other) !== shape) continue
    for (const row of other.rows) known.set(keyOf(shape, row), `${other.name}.tsv`)
  }
  return errorsIn(table, textOf, (row) => repetition(shape, row, known))
}

function errorsIn(table: Table, textOf: TextOf, faultOf: (row: Row) => CellFault | undefined): RuleError[] {
  const lines = textOf(table.path).split('\n')
  return table.rows.flatMap((row) => {
    const fault = faultOf(row)
    return fault ? [cellError(table, lines, row, fault)] : []
  })
}

function shapeOf({name, columns}: Table): Shape | undefined {
  return shapesFor(name).find(
    ({required, optional = []}) =>
      required.every((column) => columns.includes(column)) &&
      columns.every((column) => required.includes(column) || optional.includes(column)),
  )
}

const shapesFor = (name: string): readonly Shape[] => SHAPES.filter(({stage}) => name.startsWith(`${stage}/`))

function headFault({name, path, columns}: Table, text: string): RuleError {
  const shapes = shapesFor(name)
  const known = shapes.flatMap(({required, optional = []}) => [...required, ...optional])
  const odd = columns.find((column) => !known.includes(column))
  const near = odd === undefined ? undefined : nearest(odd, known)
  const line =
    Math.max(
      0,
      text.split('\n').findIndex((one) => one.trim() !== '' && !one.startsWith('#')),
    ) + 1
  const expected = shapes.map(({required}) => required.join(', ')).join(' · ')
  const message = near
    ? `Unexpected column \`${odd}\`, expected \`${near}\``
    : `Unexpected columns \`${columns.join(', ')}\`, expected ${expected || 'no table in this folder'}`
  const column = odd === undefined ? 1 : text.split('\n')[line - 1]!.indexOf(odd) + 1
  return {path, line, column, message, frame: frameOf(text, line, column)}
}

interface CellFault {
  readonly column: string
  readonly message: string
}

function rowFault({required, change, cells = {}}: Shape, {cells: row}: Row): CellFault | undefined {
  const empty = required.find((column) => row[column] === '')
  if (empty !== undefined) return {column: empty, message: `Unexpected empty \`${empty}\`, expected it filled`}
  for (const [column, [pattern, expected]] of Object.entries(cells)) {
    if (!pattern.test(row[column]!))
      return {column, message: `Unexpected ${column} \`${row[column]}\`, expected ${expected}`}
  }
  if (!change) return undefined
  const [from, to] = change
  return row[to]!.split('|').includes(row[from]!)
    ? {column: to, message: `Unexpected ${to} \`${row[from]}\` for itself`}
    : undefined
}

function repetition(shape: Shape, row: Row, known: ReadonlyMap<string, string>): CellFault | undefined {
  const earlier = known.get(keyOf(shape, row))
  if (earlier === undefined) return undefined
  const named = shape.key.map((column) => row.cells[column]).filter(Boolean)
  return {column: shape.key[0]!, message: `Unexpected entry \`${named.join(', ')}\`, which stands in ${earlier}, too`}
}

const keyOf = ({key}: Shape, {cells}: Row): string => key.map((column) => cells[column] ?? '').join('\0')

function cellError({path, columns}: Table, lines: readonly string[], {line}: Row, fault: CellFault): RuleError {
  const before = lines[line - 1]!.split('\t').slice(0, columns.indexOf(fault.column))
  const column = before.join('\t').length + (before.length > 0 ? 2 : 1)
  return {path, line, column, message: fault.message, frame: frameOf(lines.join('\n'), line, column)}
}
