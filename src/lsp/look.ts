/**
 * One look at a document as an editor holds it: its findings, and the edits that make every safe repair at once.
 *
 * Both come from one pass over the document. Whoever asks for repairs gets those that the findings spoke of, without
 * waiting again. This file is light, because the protocol's thread loads it; what looks is in `looker.ts`.
 */
import type {Edit, Format} from '../draft/index.js'
import type {LintFinding} from '../lint/lint.js'

/** How a document was read, which is also how something can be written into it. */
export type DocumentForm = Format | 'mdx' | 'html'

/** A document of an editor, and what is wanted of it. */
export interface Question {
  /** Undefined for one that was never saved. */
  readonly file: string | undefined
  /** What the editor calls its language. */
  readonly language: string
  readonly text: string
  /** Where the configuration of what was never saved is searched. */
  readonly folder: string
  /** A configuration instead of the one found upward. */
  readonly config: string | undefined
  /** Ask the dictionary, too, what unknown words may have been: about 0.1 s for each word. */
  readonly asksDictionary: boolean
}

export interface Look {
  readonly findings: readonly LintFinding[]
  /** Sorted, none overlapping, in UTF-16 code units of the text: after them another look finds no safe repair. */
  readonly repairs: readonly Edit[]
  readonly form: DocumentForm
  /** What an author should know besides: a configuration or rule that was refused. */
  readonly complaints: readonly string[]
  /** Folders that the answer depends on, besides that of the configuration. */
  readonly rulesFolders: readonly string[]
}

/** A look that saw nothing, and says why. */
export const blindLook = (...complaints: string[]): Look => ({
  findings: [],
  repairs: [],
  form: 'text',
  complaints,
  rulesFolders: [],
})
