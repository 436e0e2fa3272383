/** Lines, and pieces of lines that are too long to be looked at as a whole. */
import {type Lines, lineAt, type Span} from '../../../draft/index.js'

/** UTF-16 units. Even, for most sets have two bytes a character. */
const LONGEST = 10_000

/** The lines of a text; a long one is cut behind an ASCII character, so that no pair of bytes is torn. */
export class Pieces {
  readonly #lines: Lines
  readonly #text: string
  #last: Span = {start: 0, end: 0}

  constructor(lines: Lines, text: string) {
    this.#lines = lines
    this.#text = text
  }

  /** The piece that holds an offset, which is none of a line break; asked in the order of the text. */
  around(offset: number): Span {
    const line = lineAt(this.#lines, offset)
    const last = this.#lines.ends[line]!
    let {start, end} = this.#last
    while (end <= offset) {
      start = Math.max(end, this.#lines.starts[line]!)
      end = last - start <= LONGEST ? last : cut(this.#text, start)
    }
    this.#last = {start, end}
    return this.#last
  }
}

function cut(text: string, start: number): number {
  for (let at = start + LONGEST; at > start; at--) {
    const isAscii = text.charCodeAt(at - 1) < 0x40
    // The ASCII character is far: pairs are counted from it.
    if (isAscii) return at > start + LONGEST / 2 ? at : start + LONGEST - ((start + LONGEST - at) % 2)
  }
  return start + LONGEST
}
