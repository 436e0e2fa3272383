/**
 * Writes an article line by line: each line of the text is a paragraph that finds its own direction.
 *
 * The line break is the last character of its paragraph, so that the page's text is the article's. Lines stand in
 * groups that a browser need not lay out before they come into view, and a very long line goes on in paragraphs that
 * look like one.
 */
import {unchangedText} from './characters.js'

/**
 * HTML in one paragraph, in UTF-16 units, before it goes on in the next. Measured: a megabyte with 20,000 changes in
 * one line takes a browser 11 seconds as one paragraph.
 */
const LONGEST_PARAGRAPH = 30_000

/**
 * HTML in one group, in UTF-16 units, before the next begins. A group is laid out as a whole: a few screens at a time
 * keep scrolling smooth, and a group for each paragraph of a poem would cost more than it saves.
 */
const LONGEST_GROUP = 30_000

/** What a paragraph costs beside its content, as if it were text. */
const PARAGRAPH_COST = 100

/** Where a line may go on in another paragraph: after a blank, or after a mark where there are no blanks. */
const PAUSE = /[ 。！？；，、]/g

/** The class of a line that begins at an offset of the text being written. */
export type ClassAt = (offset: number) => string

export class LineWriter {
  readonly #parts: string[] = ['<div class="g">']
  #isOpen = false
  /** Of the paragraph that is open. */
  #length = 0
  /** Of the group, up to the last paragraph that was closed. */
  #groupLength = 0

  /** Text as it was, with its line breaks. */
  unchanged(text: string, classAt: ClassAt): void {
    let at = 0
    for (const {index, 0: lineBreak} of text.matchAll(/\r\n|\n|\r/g)) {
      if (index === at && !this.#isOpen) this.#open('e')
      this.#stretch(text, at, index, classAt)
      this.#write(lineBreak === '\r' ? unchangedText('\r') : '\n', classAt(index))
      this.#close()
      at = index + lineBreak.length
    }
    this.#stretch(text, at, text.length, classAt)
  }

  /** A piece of a line, as HTML. */
  inline(html: string, lineClass: string): void {
    this.#write(html, lineClass)
  }

  /** What stands between lines, as HTML. */
  block(html: string): void {
    this.#close()
    this.#parts.push(html)
    this.#step(html.length)
  }

  /** All that was written. */
  end(): string {
    this.#close()
    this.#parts.push('</div>')
    return this.#parts.join('')
  }

  /** Text without line breaks; it goes on in another paragraph where the present one is too long. */
  #stretch(text: string, start: number, end: number, classAt: ClassAt): void {
    let at = start
    while (at < end) {
      const until = this.#pauseIn(text, at, end)
      this.#write(unchangedText(text.slice(at, until)), classAt(at))
      if (until < end) {
        this.#close()
        this.#open(`rest ${classAt(until)}`.trim())
      }
      at = until
    }
  }

  #pauseIn(text: string, start: number, end: number): number {
    const from = start + Math.max(0, LONGEST_PARAGRAPH - this.#length)
    if (from >= end) return end
    PAUSE.lastIndex = from
    return Math.min(end, (PAUSE.exec(text)?.index ?? end) + 1)
  }

  #write(html: string, lineClass: string): void {
    if (!this.#isOpen) this.#open(lineClass)
    this.#length += html.length
    this.#parts.push(html)
  }

  #open(lineClass: string): void {
    this.#isOpen = true
    this.#length = 0
    this.#parts.push(lineClass === '' ? '<p dir="auto">' : `<p dir="auto" class="${lineClass}">`)
  }

  #close(): void {
    if (!this.#isOpen) return
    this.#isOpen = false
    this.#parts.push('</p>')
    this.#step(this.#length)
  }

  #step(length: number): void {
    this.#groupLength += length + PARAGRAPH_COST
    if (this.#groupLength < LONGEST_GROUP) return
    this.#groupLength = 0
    this.#parts.push('</div><div class="g">')
  }
}
