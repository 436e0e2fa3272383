/**
 * Where the characters of a value stand in its file: runs that stand there as they are, and escapes, which are one piece.
 */
import type {Span} from '../../draft/index.js'

export class Runs {
  /** Where each run begins, in the text and in the file; the last entry is the end of both. */
  readonly #texts: number[]
  readonly #files: number[]

  constructor(start: number) {
    this.#texts = [0]
    this.#files = [start]
  }

  /** The next run: characters that stand for as many others, or, where the lengths differ, an escape. */
  add(textLength: number, fileLength: number): void {
    this.#texts.push(this.#texts.at(-1)! + textLength)
    this.#files.push(this.#files.at(-1)! + fileLength)
  }

  /** A start belongs to the character after it, an end to the character before it; a piece is pointed at whole. */
  spanOf({start, end}: Span): Span {
    const from = this.#fileOffset(start, 'start')
    return {start: from, end: end === start ? from : this.#fileOffset(end, 'end')}
  }

  #fileOffset(offset: number, side: 'start' | 'end'): number {
    const run = this.#runOf(side === 'start' ? offset : offset - 1)
    if (run === this.#texts.length - 1) return this.#files[run]!
    const [text, file, nextText, nextFile] = [
      this.#texts[run]!,
      this.#files[run]!,
      this.#texts[run + 1]!,
      this.#files[run + 1]!,
    ]
    if (nextText - text === nextFile - file) return file + offset - text
    return side === 'start' ? file : nextFile
  }

  /** The last run that begins at a character or before it. */
  #runOf(character: number): number {
    let low = 0
    let high = this.#texts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#texts[middle]! <= character) low = middle + 1
      else high = middle
    }
    return low - 1
  }
}
