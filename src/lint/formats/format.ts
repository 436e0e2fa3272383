/** What every form of the findings is: told of each document in turn, then of the end. */
import type {RuleId} from '../../draft/index.js'
import type {Fault} from '../../stage/fault.js'
import type {Level} from '../level.js'
import type {LintResult} from '../lint.js'

/** What is known before the first document. */
export interface FormatFacts {
  readonly version: string
  readonly catalogue: ReadonlyMap<RuleId, Fault>
  readonly failOn: Level
  readonly hasColours: boolean
}

/** What is known after the last. */
export interface Summary {
  readonly documents: number
  /** Those that would be printed without a limit. */
  readonly findings: number
  /** Left out because of `--max-findings`. */
  readonly omitted: number
}

/** Answers with what is to be written after each document and at the end; holds no more of the documents than it must. */
export interface Formatter {
  document(result: LintResult): string
  end(summary: Summary): string
}

export type Format = (facts: FormatFacts) => Formatter
