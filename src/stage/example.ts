/**
 * Examples of faults that live in code, in the shape of those of rule files: `bad` becomes `good`, which is the same text
 * where a finding only reports. They stand apart from the faults, so that nothing loads them but what shows or tests them.
 */
import type {RuleId, State} from '../draft/index.js'
import type {Example} from '../rules/rule.js'

export type FaultExample = Readonly<Example> & Circumstances

/** What a text needs around it before the fault can be met; nothing, for most. */
export interface Circumstances {
  /** Options of the cleaner that are not the default. */
  readonly options?: Readonly<Record<string, unknown>>
  /** Lines that stand on all pages of the site. */
  readonly siteLines?: readonly string[]
  readonly within?: Surroundings
}

/** The rest of a document of which an example shows one part. */
export interface Surroundings {
  /** As it ends a sentence that begins with “In”. */
  readonly name: string
  readonly markup?: 'html'
  document(part: string): string
}

/** All that is shown of a fault besides its text. */
export interface Illustration {
  /** What becomes of its findings by default; `varies` where they are not equally sure. */
  readonly outcome: Extract<State, 'applied' | 'proposed' | 'reported'> | 'varies'
  readonly examples: readonly FaultExample[]
}

export type Illustrations = Readonly<Record<RuleId, Illustration>>
