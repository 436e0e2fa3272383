import type {StageName} from './edit.js'
import type {Span} from './span.js'

/** The name of a rule: the stage, a slash, and the fault it finds. */
export type RuleId = `${string}/${string}`

/** What a stage answers. Coordinates: the draft's present text. */
export interface Proposal extends Span {
  readonly rule: RuleId
  /** Best first; `['']` deletes; `[]` only reports. */
  readonly expected: readonly string[]
  /** 0–1; how often such a proposal is right on labelled text. */
  readonly confidence: number
  /** The evidence for this one hit. */
  readonly note?: string
  /** The marks that seem to open or close code here are misread characters, and what they seem to enclose is no code. */
  readonly isNoCode?: boolean
}

/**
 * What became of a proposal: made; left for an editor; only said; displaced by another proposal or by a protected span;
 * turned down by an editor's decision.
 */
export type State = 'applied' | 'proposed' | 'reported' | 'overruled' | 'refused'

/** What everyone but a stage sees. Coordinates: the source. */
export interface Finding extends Span {
  readonly stage: StageName | 'outside'
  readonly rule: RuleId
  readonly actual: string
  readonly expected: readonly string[]
  readonly confidence: number
  readonly state: State
  readonly origin: 'rule' | 'outside' | `editor:${string}`
  /** How many revisions the text had seen when this was found. */
  readonly revision: number
  readonly note?: string
}

/** What decides over a proposal before it becomes an edit. */
export interface Policy {
  /** What should become of a proposal whose text is `actual`; of what is `dropped` nobody hears. */
  verdict(proposal: Proposal, actual: string): 'applied' | 'proposed' | 'reported' | 'dropped'
}

/** What can be known of a finding before it is one, and is the same in every run. Coordinates: the source. */
export type Decidable = Pick<Finding, 'rule' | 'start' | 'end' | 'actual' | 'expected'>

/** What was decided about a finding by whoever may overrule the policy: the author of the text, an editor, a baseline. */
export interface Decision {
  /** Turned down; or left for an editor although the policy would make the edit. */
  readonly state: 'refused' | 'proposed'
  /** Why, for the report. */
  readonly note: string
}

/** Answers with what was decided about a finding; undefined where nobody did. Asked again in every round. */
export type Decide = (finding: Decidable) => Decision | undefined
