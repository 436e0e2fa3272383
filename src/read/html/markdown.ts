/**
 * The blocks of a page as a text that reads as Markdown: headings, lists, quotations, tables, code. What a block's own
 * characters would say in Markdown is escaped, and nothing else, so that the text stays what a reader saw.
 */
import type {Block, Span, WebPage} from '../../draft/index.js'

/** The whole page as text, and where each block stands in it. */
export interface PageText {
  readonly text: string
  /** By block; marks of headings, lists and quotations are part of theirs. */
  readonly spans: readonly Span[]
}

/** Writes every block, in the page's order. */
export function pageText({blocks, elements}: WebPage): PageText {
  const writer = new Writer(elements.names, elements.parents)
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
  readonly depth: number
  readonly quotes: number
  readonly row: number
  readonly isCode: boolean
}

const HEADING = /^h([1-6])$/

class Writer {
  readonly #names: readonly string[]
  readonly #parents: readonly number[]
  /** How many entries each list has had. */
  readonly #entries = new Map<number, number>()
  #last: Place | undefined

  constructor(names: readonly string[], parents: readonly number[]) {
    this.#names = names
    this.#parents = parents
  }

  block(block: Block): {gap: string; text: string} {
    const place = this.#placeOf(block.container)
    const last = this.#last
    this.#last = place
    const gap = last === undefined ? '' : this.#gap(block, last, place)
    if (place.isCode) return {gap, text: fenced(block.text)}
    const isCell = gap === CELL
    const text = escaped(block.text.replace(/\s*\n\s*/g, ' '), !isCell, place.row >= 0)
    return {gap, text: isCell ? text : `${'> '.repeat(place.quotes)}${this.#mark(place, last)}${text}`}
  }

  /** What stands between two blocks: cells of a row share a line, entries of a list and lines parted by `<br>` follow. */
  #gap(block: Block, last: Place, place: Place): string {
    if (place.row >= 0 && place.row === last.row && !place.isCode && !last.isCode) return CELL
    const isRow = place.row >= 0 && last.row >= 0 && this.#parents[place.row] === this.#parents[last.row]
    const isEntry = place.item >= 0 && last.item >= 0 && place.item !== last.item && place.quotes === last.quotes
    return isRow || isEntry || (block.followsBreak && !place.isCode && !last.isCode) ? '\n' : '\n\n'
  }

  #mark({heading, item, list, depth}: Place, last: Place | undefined): string {
    if (heading > 0) return `${'#'.repeat(heading)} `
    if (item < 0) return ''
    const indent = '  '.repeat(depth - 1)
    if (last?.item === item) return `${indent}  `
    if (this.#names[list] !== 'ol') return `${indent}- `
    const number = (this.#entries.get(list) ?? 0) + 1
    this.#entries.set(list, number)
    return `${indent}${number}. `
  }

  #placeOf(container: number): Place {
    const place = {heading: 0, item: -1, list: -1, depth: 0, quotes: 0, row: -1, isCode: false}
    for (let e = container; e >= 0; e = this.#parents[e]!) {
      const name = this.#names[e]!
      if (name === 'pre') place.isCode = true
      else if (name === 'li' && place.item < 0) place.item = e
      else if (name === 'ul' || name === 'ol') {
        if (place.item >= 0) {
          if (place.list < 0) place.list = e
          place.depth++
        }
      } else if (name === 'blockquote') place.quotes++
      else if (name === 'tr' && place.row < 0) place.row = e
      else if (place.heading === 0) place.heading = Number(HEADING.exec(name)?.[1] ?? 0)
    }
    return place.depth === 0 ? {...place, item: -1} : {...place, depth: Math.min(place.depth, DEEPEST_LIST)}
  }
}

const CELL = ' | '
/** Lists are not indented further: four blanks make code of a line that follows an empty one. */
const DEEPEST_LIST = 2

/** A fence longer than any run of backticks within. */
function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`{3,}/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}\n${text.replace(/^\n+|\s+$/g, '')}\n${fence}`
}

/** Marks that begin something only at the start of a line. */
const OPENS_BLOCK = /^(?:#{1,6}(?=\s|$)|>|[-+*](?=\s|$)|={1,}\s*$|-{2,}\s*$|`{3,}|~{3,}|\||\[[^\]]*\]:)/
const NUMBERED = /^(\d{1,9})([.)])(?=\s|$)/
/** What may be markup anywhere in a line; a lone star or an underscore within a word is none. */
const INLINE =
  /\\(?=[!-/:-@[-`{-~])|`|\*(?=\S)|(?<=\S)\*|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|<(?=[a-zA-Z/!?])|&(?=#?\w+;)|~(?=~)|\](?=[([])/gu
const SUSPECT = /[\\`*_<&~\]]/

function escaped(text: string, isLineStart: boolean, isCell: boolean): string {
  let safe = SUSPECT.test(text) ? text.replace(INLINE, (mark) => `\\${mark}`) : text
  if (isCell) safe = safe.replaceAll('|', '\\|')
  if (!isLineStart) return safe
  return safe.replace(NUMBERED, '$1\\$2').replace(OPENS_BLOCK, (mark) => (mark.startsWith('\\') ? mark : `\\${mark}`))
}
