/** Prose with a place in a file: a file is a list of such parts, and what lies between them is nobody's to read or edit. */
import type {Edit, Span} from '../../draft/index.js'

/** How a text stands in its file. */
export interface Writing {
  /** Where a span of the text stands in the file; wider, where only something wider can be pointed at. */
  spanOf(span: Span): Span
  /** The span that an edit of the text has in the file, where that is not the one that is pointed at. */
  editSpanOf?(span: Span): Span
  /** What has to be written in the file to say this; undefined where it cannot be said in place. */
  written(text: string): string | undefined
  /** An edit of the file that writes the whole text in another way, which can say everything. */
  anew?(text: string): Edit
}

export interface Part {
  readonly text: string
  readonly writing: Writing
}

/** A file that does not hold what its name promises. */
export class PartsError extends Error {
  readonly offset: number

  constructor(message: string, offset: number) {
    super(message)
    this.offset = offset
  }
}
