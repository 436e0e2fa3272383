/** All that is known of one rule, whether it stands in a file or in code: what `unspun rules` and the reference pages say. */
import type {RuleId} from '../draft/index.js'
import {lintCatalogue} from '../lint/faults.js'
import {type Level, levelOf} from '../lint/level.js'
import {confidenceOf, type Origin, type Rule, type RuleSet} from '../rules/rule.js'
import type {FaultExample, Illustrations} from '../stage/example.js'
import {type PolicyOptions, policyOf, settingOf} from '../stage/policy.js'

/** `varies` where the findings of a rule are not equally sure, `off` where a configuration says so. */
export type EntryLevel = Level | 'varies' | 'off'

export interface Entry {
  readonly id: RuleId
  readonly stage: string
  readonly message: string
  readonly why: string
  readonly level: EntryLevel
  readonly examples: readonly FaultExample[]
  /** As its file has it; undefined for a rule in code. */
  readonly rule: Rule | undefined
}

/** Of all rules of a set, of those in code and of lint itself: in the order of their names. */
export function entriesOf(set: RuleSet, shown: Illustrations, options: PolicyOptions = {}): Entry[] {
  const rules = new Map(set.rules.map((rule) => [rule.id, rule]))
  return [...lintCatalogue(set).values()]
    .map(({id, message, why}): Entry => {
      const rule = rules.get(id)
      const {examples = []} = rule ?? shown[id] ?? {}
      const level = rule ? levelOfRule(rule, options) : levelInCode(id, shown, options)
      return {id, stage: stageOf(id), message, why, level, examples, rule}
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

export const stageOf = (id: string): string => id.slice(0, id.indexOf('/'))

/** Where a rule is defined: `rules/residue/wiki.yml:12`. */
export const placeOf = ({path, line}: Origin): string => `${path.replaceAll('\\', '/')}:${line}`

/** Whether a rule says what should stand in place of what it finds. */
export const repairs = ({cut, expect}: Rule): boolean => cut !== undefined || expect !== undefined

function levelOfRule(rule: Rule, options: PolicyOptions): EntryLevel {
  const expected = repairs(rule) ? [''] : []
  const confidence = confidenceOf(rule)
  const state = policyOf(options).verdict({rule: rule.id, start: 0, end: 0, expected, confidence}, '')
  return state === 'dropped' ? 'off' : levelOf(state)!
}

/** What findings come to by default is shown beside the examples; a setting decides over what has a repair. */
function levelInCode(id: RuleId, shown: Illustrations, {rules = {}}: PolicyOptions): EntryLevel {
  const setting = settingOf(rules, id)
  const outcome = shown[id]?.outcome ?? 'reported'
  if (setting === 'off') return 'off'
  if (setting === 'report' || outcome === 'reported') return 'reported'
  if (setting !== undefined) return setting === 'apply' ? 'safe' : 'proposed'
  return outcome === 'varies' ? 'varies' : levelOf(outcome)!
}
