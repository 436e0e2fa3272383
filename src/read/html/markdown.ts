/**
 * The blocks of a page as a text that reads as Markdown: headings, lists, quotations, tables, code. What a block's own
 * characters would say in Markdown is escaped, and nothing else, so that the text stays what a reader saw.
 */
import type {Block, Span, WebPage} from '../../draft/index.js'
import {escaped} from './escape.js'
import {type Cell, Tables} from './tables.js'

/** The whole page as text, and where each block stands in it. */
export interface PageText {
  readonly text: string
  /** By block; marks of headings, lists and quotations are part of theirs. */
  readonly spans: readonly Span[]
}

/** Writes every block, in the page's order. */
export function pageText({blocks, elements}: WebPage): PageText {
  const writer = new Writer(elements.names, elements.parents, new Tables(elements, blocks))
  const parts: string[] = []
  const spans: Span[] = []
  let at = 0
  for (const block of blocks) {
    const {gap, text} = writer.block(block)
    const start = at + gap.length
    spans.push({start, end: start + text.length})
    parts.push(gap, text)
    at = start + text.length
  }
  return {text: blocks.length === 0 ? '' : `${parts.join('')}\n`, spans}
}

/** What a block stands in, as Markdown tells it. */
interface Place {
  readonly heading: number
  /** The nearest list entry, and the list; -1 where there is none. */
  readonly item: number
  readonly list: number
  /** The outermost list; entries further in than those of the lists in it are not indented further. */
  readonly outerList: number
  readonly depth: number
  readonly quotes: number
  readonly row: number
  readonly isCode: boolean
  /** In a table of data; undefined elsewhere, and where a table cannot be one: in lists and quotations. */
  readonly cell: Cell | undefined
}

const HEADING = /^h([1-6])$/

class Writer {
  readonly #names: readonly string[]
  readonly #parents: readonly number[]
  readonly #tables: Tables
  /** How many entries each list has had. */
  readonly #entries = new Map<number, number>()
  #last: Place | undefined

  constructor(names: readonly string[], parents: readonly number[], tables: Tables) {
    this.#names = names
    this.#parents = parents
    this.#tables = tables
  }

  block(block: Block): {gap: string; text: string} {
    const place = this.#placeOf(block.container)
    const last = this.#last
    this.#last = place
    const gap = last === undefined ? '' : this.#gap(block, last, place)
    if (place.isCode) return {gap, text: fenced(block.text)}
    const line = block.text.replace(/\s*\n\s*/g, ' ')
    if (place.cell) return {gap, text: inTable(escaped(line, 'cell'), place.cell)}
    if (gap === CELL) return {gap, text: escaped(line, 'cell')}
    const setting = place.heading > 0 ? 'heading' : place.row >= 0 ? 'first-cell' : 'line'
    return {gap, text: `${'> '.repeat(place.quotes)}${this.#mark(place, last)}${escaped(line, setting)}`}
  }

  /** What stands between two blocks: cells of a row share a line, entries of a list and lines parted by `<br>` follow. */
  #gap(block: Block, last: Place, place: Place): string {
    if (place.cell) return place.cell.isFirst ? (place.cell.isInHead ? '\n\n' : '\n') : ' '
    if (place.row >= 0 && place.row === last.row && !place.isCode && !last.isCode) return CELL
    if (last.cell) return '\n\n'
    const isRow = place.row >= 0 && last.row >= 0 && this.#parents[place.row] === this.#parents[last.row]
    const isEntry = place.item >= 0 && last.item >= 0 && place.item !== last.item && place.quotes === last.quotes
    return isRow || isEntry || (block.followsBreak && !place.isCode && !last.isCode) ? '\n' : '\n\n'
  }

  #mark({heading, item, list, outerList, depth}: Place, last: Place | undefined): string {
    if (heading > 0) return `${'#'.repeat(heading)} `
    if (item < 0) return ''
    const indent = depth > 1 ? this.#indent(outerList) : ''
    if (last?.item === item) return this.#indent(outerList)
    if (this.#names[list] !== 'ol') return `${indent}- `
    const number = (this.#entries.get(list) ?? 0) + 1
    this.#entries.set(list, number)
    return `${indent}${number}. `
  }

  /** As wide as the mark of the list's entries. Never four blanks: those make code of a line after an empty one. */
  #indent(list: number): string {
    return this.#names[list] === 'ol' ? '   ' : '  '
  }

  #placeOf(container: number): Place {
    const place = {
      heading: 0,
      item: -1,
      list: -1,
      outerList: -1,
      depth: 0,
      quotes: 0,
      row: -1,
      isCode: false,
      cell: this.#tables.cellOf(container),
    }
    for (let e = container; e >= 0; e = this.#parents[e]!) {
      const name = this.#names[e]!
      if (name === 'pre') place.isCode = true
      else if (name === 'li' && place.item < 0) place.item = e
      else if (name === 'ul' || name === 'ol') {
        if (place.item >= 0) {
          if (place.list < 0) place.list = e
          place.outerList = e
          place.depth++
        }
      } else if (name === 'blockquote') place.quotes++
      else if (name === 'tr' && place.row < 0) place.row = e
      else if (place.heading === 0) place.heading = Number(HEADING.exec(name)?.[1] ?? 0)
    }
    const cell = place.item < 0 && place.quotes === 0 && !place.isCode ? place.cell : undefined
    if (place.depth === 0) return {...place, cell, item: -1}
    return {...place, cell}
  }
}

const CELL = ' | '

/** A cell with the bars around it; the last of the head brings the line that makes a table of what follows. */
function inTable(text: string, {emptyBefore, emptyAfter, isLast, isInHead, columns}: Cell): string {
  const start = `${'| '.repeat(emptyBefore)}| ${text}`
  if (!isLast) return start
  const row = `${start} |${' |'.repeat(emptyAfter)}`
  return isInHead ? `${row}\n|${' --- |'.repeat(columns)}` : row
}

/** A fence longer than any run of backticks within. */
function fenced(text: string): string {
  let fence = '```'
  for (const [run] of text.matchAll(/`{3,}/g)) if (run.length >= fence.length) fence = `${run}\``
  return `${fence}\n${text.replace(/^\n+/, '').trimEnd()}\n${fence}`
}
