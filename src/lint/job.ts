/** What is to be looked at and how, and what came of it: plain values, which threads hand to each other. */
import type {LintResult} from './lint.js'
import type {LintInput, LintSettings} from './linter.js'

export interface LintJob {
  readonly input: LintInput
  readonly settings: LintSettings
}

/** Why a document was not looked at. */
export interface LintFailure {
  readonly path: string
  readonly error: string
}

export type LintOutcome = LintResult | LintFailure

/** Looks at documents. */
export interface Engine {
  lint(job: LintJob): Promise<LintOutcome>
  close(): Promise<void>
}

/** How much a document is to whoever holds it: bytes, or UTF-16 code units of a text that was never bytes. */
export const sizeOf = ({input}: LintJob): number => input.content.length
