/**
 * Which tables hold data: as many cells in every row, none with more than one block in it. Those become tables in
 * Markdown, the first row their head. Others lay out a page, and their rows are lines.
 */
import type {Block, Elements} from '../../draft/index.js'

/** Where a block stands in a table of data. */
export interface Cell {
  /** Empty cells right before it, and after it to the row's end; 0 where others follow. */
  readonly emptyBefore: number
  readonly emptyAfter: number
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly isInHead: boolean
  readonly columns: number
}

const FEWEST_ROWS = 2
const FEWEST_COLUMNS = 2

interface Row {
  readonly table: number
  /** The columns that hold a block, in order; undefined once a cell holds two. */
  filled: number[] | undefined
  isHead: boolean
}

export class Tables {
  /** The innermost table, row and cell of each element, itself included; -1 where there is none. */
  readonly #tables: Int32Array
  readonly #rows: Int32Array
  readonly #cells: Int32Array
  /** Of cells, how many stand before them in their row; of rows, how many they have. */
  readonly #columns: Int32Array
  readonly #isLayout: Uint8Array
  readonly #known = new Map<number, Row>()

  constructor({count, names, parents}: Elements, blocks: readonly Block[]) {
    this.#tables = new Int32Array(count).fill(-1)
    this.#rows = new Int32Array(count).fill(-1)
    this.#cells = new Int32Array(count).fill(-1)
    this.#columns = new Int32Array(count)
    this.#isLayout = new Uint8Array(count)
    for (let e = 0; e < count; e++) this.#place(e, names[e]!, parents[e]!)
    for (const {container, text} of blocks) if (container >= 0) this.#fill(container, text)
    this.#judge()
  }

  /** Undefined for a block that stands in no table of data. */
  cellOf(container: number): Cell | undefined {
    const cell = container < 0 ? -1 : this.#cells[container]!
    const row = this.#known.get(cell < 0 ? -1 : this.#rows[cell]!)
    if (!row?.filled || this.#isLayout[row.table]) return undefined
    const column = this.#columns[cell]!
    const columns = this.#columns[this.#rows[cell]!]!
    const at = row.filled.indexOf(column)
    const isLast = at === row.filled.length - 1
    return {
      emptyBefore: column - (at === 0 ? 0 : row.filled[at - 1]! + 1),
      emptyAfter: isLast ? columns - 1 - column : 0,
      isFirst: at === 0,
      isLast,
      isInHead: row.isHead,
      columns,
    }
  }

  #place(e: number, name: string, parent: number): void {
    if (parent >= 0) {
      this.#tables[e] = this.#tables[parent]!
      this.#rows[e] = this.#rows[parent]!
      this.#cells[e] = this.#cells[parent]!
    }
    if (name === 'table') {
      if (this.#tables[e]! >= 0) this.#isLayout[this.#tables[e]!] = 1
      this.#tables[e] = e
      this.#rows[e] = -1
      this.#cells[e] = -1
    } else if (name === 'tr') this.#rows[e] = e
    else if ((name === 'td' || name === 'th') && this.#rows[e]! >= 0) {
      this.#cells[e] = e
      this.#columns[e] = this.#columns[this.#rows[e]!]!++
    } else if (IN_NO_CELL.has(name) && this.#tables[e]! >= 0) this.#isLayout[this.#tables[e]!] = 1
  }

  #fill(container: number, text: string): void {
    const cell = this.#cells[container]!
    const table = this.#tables[container]!
    if (cell < 0) return
    const at = this.#rows[cell]!
    const row = this.#known.get(at) ?? {table, filled: [], isHead: false}
    this.#known.set(at, row)
    const column = this.#columns[cell]!
    if (row.filled?.at(-1) === column || text.length > LONGEST_CELL || row.filled?.length === MOST_COLUMNS)
      row.filled = undefined
    else row.filled?.push(column)
  }

  /** The tables whose rows are alike; the first row of each is its head. */
  #judge(): void {
    const rows = new Map<number, {count: number; columns: number}>()
    for (const [e, row] of this.#known) {
      const columns = this.#columns[e]!
      const table = rows.get(row.table)
      row.isHead = table === undefined
      if (!row.filled || columns < FEWEST_COLUMNS || (table && table.columns !== columns)) this.#isLayout[row.table] = 1
      rows.set(row.table, {count: (table?.count ?? 0) + 1, columns})
    }
    for (const [table, {count}] of rows) if (count < FEWEST_ROWS) this.#isLayout[table] = 1
  }
}

/** What a line of a table cannot hold. */
const IN_NO_CELL = new Set(['ul', 'ol', 'pre', 'blockquote', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'])
/** A cell with more text than this (UTF-16 code units) is a column of a page. */
const LONGEST_CELL = 1000
const MOST_COLUMNS = 100
