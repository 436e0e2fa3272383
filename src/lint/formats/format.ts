/**
 * What every form of the findings is: told of each document in turn, then of the end. So a run over a whole site can be
 * printed as it goes, and no form decides what another one sees.
 *
 * What each holds until the end, beside one document at a time:
 *
 * | format                                                                          | holds                           |
 * |---------------------------------------------------------------------------------|---------------------------------|
 * | stylish, json, jsonl, checkstyle, junit, gitlab, rdjson, rdjsonl, diff          | nothing                         |
 * | github: ten annotations of a kind are shown, and the gravest are to be among them | at most 29 lines, and counts  |
 * | sarif: more than 25,000 results are refused by GitHub                           | at most 25,000 results, as text |
 */
import type {Level} from '../level.js'
import type {LintFinding, LintResult} from '../lint.js'

/** What is known before the first document. */
export interface FormatFacts {
  readonly version: string
  readonly failOn: Level
  readonly hasColours: boolean
  readonly startedAt: Date
  /** Where in its repository the run takes place, with forward slashes: '' at the root, or where that is unknown. */
  readonly folder: string
}

/** A document and what is to be shown of it. */
export interface ShownResult extends LintResult {
  /** Findings that `--max-findings` leaves out: they count, and no format may call their document clean. */
  readonly omitted: readonly LintFinding[]
}

/** What is known after the last document. */
export interface Summary {
  readonly documents: number
  /** With those that are left out. */
  readonly findings: number
  readonly levels: Readonly<Record<Level, number>>
  /** Left out because of `--max-findings`. */
  readonly omitted: number
  /** Inputs and rules that could not be read. */
  readonly failures: number
}

/** Answers with what is to be written after each document and at the end; holds no more of the documents than it must. */
export interface Formatter {
  document(result: ShownResult): string
  end(summary: Summary): string
}

export type Format = (facts: FormatFacts) => Formatter
