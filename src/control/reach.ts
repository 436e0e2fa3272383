/**
 * How far a directive reaches in text and Markdown: a line, or the block that comes next. Read off the lines, without
 * a parser: where a parser would see it otherwise the reach ends too early, and the finding is still there to be seen.
 */
import {type Lines, lineAt, linesOf, type Span} from '../draft/index.js'

/** What stands before the text of a block: marks of quotations, one of a list, a box to tick. */
const MARKS = /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)?(?:\[[ xX]\]\s+)?$/
const ENTRY = /^[\s>]*(?:[-*+]|\d{1,9}[.)])\s/
const HEADING = /^[ >]*#{1,6}\s/
const FENCE = /^[\s>]*(?:```|~~~)/
const EMPTY = /^[\s>]*$/

/** Answers for one text, in which directives are blank. */
export class Reach {
  readonly #text: string
  readonly #lines: Lines
  readonly #beginning: NextLine
  readonly #filled: NextLine

  constructor(text: string) {
    this.#text = text
    this.#lines = linesOf(text)
    this.#beginning = new NextLine(this.#lines.count, (i) => this.#begins(i))
    this.#filled = new NextLine(this.#lines.count, (i) => !EMPTY.test(this.#line(i)))
  }

  /** The lines on which a comment stands, with the last one's break. */
  lineOf({start, end}: Span): Span {
    return {
      start: this.#lines.starts[lineAt(this.#lines, start)]!,
      end: this.#startOf(lineAt(this.#lines, end - 1) + 1),
    }
  }

  /**
   * What follows a comment: the rest of its line where that begins a block with it, else the next block. A heading is one
   * line, an entry of a list ends where the next one begins, all others at an empty line.
   */
  blockAfter({start, end}: Span): Span {
    const own = lineAt(this.#lines, start)
    const last = lineAt(this.#lines, end - 1)
    const before = this.#text.slice(this.#lines.starts[own], start)
    const after = this.#text.slice(end, this.#lines.ends[last])
    if (MARKS.test(before) && !EMPTY.test(after)) return {start: end, end: this.#blockEnd(last)}
    const first = this.#filled.from(MARKS.test(before) ? last + 1 : this.#beginning.from(last + 1))
    return {start: this.#startOf(first), end: first < this.#lines.count ? this.#blockEnd(first) : this.#text.length}
  }

  /** Where the block ends whose first line this is. */
  #blockEnd(first: number): number {
    return this.#startOf(HEADING.test(this.#line(first)) ? first + 1 : this.#beginning.from(first + 1))
  }

  /** Whether a line is none of the block before it. */
  #begins(i: number): boolean {
    const line = this.#line(i)
    return EMPTY.test(line) || ENTRY.test(line) || HEADING.test(line) || FENCE.test(line)
  }

  #line(i: number): string {
    return this.#text.slice(this.#lines.starts[i], this.#lines.ends[i])
  }

  #startOf(i: number): number {
    return this.#lines.starts[i] ?? this.#text.length
  }
}

/** The next line that is of a kind. Asked mostly for ever later ones, it need not look at a line twice. */
class NextLine {
  readonly #count: number
  readonly #isIt: (line: number) => boolean
  #asked = 0
  #found = -1

  constructor(count: number, isIt: (line: number) => boolean) {
    this.#count = count
    this.#isIt = isIt
  }

  /** The number of lines where no other follows. */
  from(line: number): number {
    if (line >= this.#asked && line <= this.#found) return this.#found
    let next = line
    while (next < this.#count && !this.#isIt(next)) next++
    this.#asked = line
    this.#found = next
    return next
  }
}
