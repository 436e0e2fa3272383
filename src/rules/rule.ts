/** What a rule file says, once read; plain values, so that they can be handed to a stage anywhere. */
import * as v from 'valibot'
import type {RuleId} from '../draft/finding.js'

const texts = v.array(v.pipe(v.string(), v.minLength(1)))
/** Every scalar of a rule file is text; these are the two that mean something else. */
const flag = v.pipe(
  v.picklist(['true', 'false']),
  v.transform((word) => word === 'true'),
)
const share = v.pipe(v.string(), v.regex(/^(?:0(?:\.\d+)?|1(?:\.0+)?)$/, 'a number from 0 to 1'), v.transform(Number))

const changing = v.strictObject({bad: v.string(), good: v.string()})
const leaving = v.strictObject({leave: v.string()})

/** One rule as its author writes it. */
export const ruleSchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z]+\/[a-z0-9]+(?:-[a-z0-9]+)*$/, 'stage/adjective-noun in small letters')),
  message: v.string(),
  why: v.string(),
  find: v.optional(texts),
  regex: v.optional(v.string()),
  must_contain: v.optional(texts),
  expect: v.optional(v.string()),
  at: v.optional(v.picklist(['anywhere', 'line', 'line-start', 'line-end'])),
  cut: v.optional(v.picklist(['match', 'line', 'section'])),
  metadata: v.optional(v.picklist(['byline', 'date', 'caption'])),
  longest_line: v.optional(v.pipe(v.string(), v.digits(), v.transform(Number))),
  not_after: v.optional(texts),
  not_before: v.optional(texts),
  not_inside: v.optional(texts),
  case: v.optional(v.picklist(['any', 'exact'])),
  languages: v.optional(texts),
  safe: v.optional(flag),
  confidence: v.optional(share),
  examples: v.array(v.union([changing, leaving], 'either `bad` and `good`, or `leave`')),
})

type Written = v.InferOutput<typeof ruleSchema>
export type Example = Written['examples'][number]

/** Where in its file something stands. */
export interface Origin {
  readonly path: string
  readonly line: number
  readonly column: number
}

export interface Rule extends Omit<Written, 'id'> {
  readonly id: RuleId
  readonly origin: Origin
}

/** Every cell is literal text. */
export interface Table {
  /** `unspin/core` for `rules/unspin/core.tsv`. */
  readonly name: string
  readonly path: string
  /** SHA-256 of the file, in hexadecimal; absent where there is no file. */
  readonly digest?: string
  readonly columns: readonly string[]
  readonly rows: readonly Row[]
}

export interface Row {
  readonly line: number
  readonly cells: Readonly<Record<string, string>>
}

/** Why a rule was set aside: where, what, and how to mend it. */
export interface RuleError extends Origin {
  readonly message: string
  /** The lines around the place, with a mark under it. */
  readonly frame: string
}

/** Everything read from a rules folder. */
export interface RuleSet {
  readonly rules: readonly Rule[]
  readonly tables: readonly Table[]
  readonly models: Models
  readonly refused: readonly RuleError[]
  /** SHA-256 of everything read, in hexadecimal. */
  readonly digest: string
  /** By stage, what the build made of them. */
  readonly compiled?: ReadonlyMap<string, Compiled>
}

/** Binary models by name: `unspin/english.ngrams`, `unspin/spun.lexicon`. A map will do. */
export interface Models {
  get(name: string): ArrayBuffer | undefined
}

/** What the build made of the rules and tables of a stage. Whether a stage was given the same is told by their identity. */
export interface Compiled extends Pick<RuleSet, 'rules' | 'tables'> {
  readonly buffer: ArrayBuffer
}

/** Whether tables are those that something was compiled from, and no others. */
export const isCompiledFrom = (compiled: readonly Table[], tables: readonly Table[]): boolean =>
  compiled.length === tables.length && tables.every((table, i) => table === compiled[i])

/** What a stage gets of a rule set. */
export interface StageRules extends Pick<RuleSet, 'rules' | 'tables' | 'models'> {
  readonly compiled?: Compiled
  readonly timer?: Timer
}

/** Runs something, and notes how long it took under the name of a stage or a rule. */
export type Timer = <T>(name: string, run: () => T) => T

/** The part of a rule set that belongs to one stage. */
export function rulesOf(set: RuleSet, stage: string): StageRules {
  const mine = (name: string): boolean => name.startsWith(`${stage}/`)
  const compiled = set.compiled?.get(stage)
  return {
    rules: set.rules.filter((rule) => mine(rule.id)),
    tables: set.tables.filter((table) => mine(table.name)),
    models: set.models,
    ...(compiled ? {compiled} : {}),
  }
}

/** Confidence of a hit: what the author measured, or that of a rule that earned `safe`, or of one that has not yet. */
export const confidenceOf = (rule: Rule): number => rule.confidence ?? (rule.safe ? SAFE : UNPROVEN)

/** Above the default threshold of the policy, so that a safe rule is applied. */
const SAFE = 0.95
/** Below it, so that a new rule is only proposed. */
const UNPROVEN = 0.5
