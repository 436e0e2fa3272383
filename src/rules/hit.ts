import type {Rule} from './rule.js'

/** One place where a rule's phrase stands, its conditions met. */
export interface Hit {
  readonly rule: Rule
  readonly start: number
  readonly end: number
  /** What should stand there; undefined when the rule does not say. */
  readonly expected: string | undefined
  /** The first group of an expert's regex. */
  readonly captured?: string
}
