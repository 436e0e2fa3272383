import type {Policy, RuleId} from '../draft/index.js'

/**
 * What a project may say of one rule: find nothing, only say where it finds something, only propose, apply whatever its
 * confidence.
 */
export const RULE_SETTINGS = ['off', 'report', 'propose', 'apply'] as const
export type RuleSetting = (typeof RULE_SETTINGS)[number]

export interface PolicyOptions {
  /** Repairs less sure than this are proposed, not made. 0–1. */
  readonly minConfidence?: number
  /** Settings by rule (`residue/unfilled-slot`) or stage (`residue`); the rule's own wins. */
  readonly rules?: Readonly<Record<string, RuleSetting>>
  /** Whether what would only be proposed is made, too. Default: no. */
  readonly makesProposed?: boolean
}

/** A rule that earned `safe` has 0.95, a new one 0.5; what lies between was measured. */
const DEFAULT_CONFIDENCE = 0.8

/**
 * In a text that is known to be spun, a wrong guess replaces a word that was probably wrong anyway, so it may be less
 * sure. Strict scoring calls a fine synonym wrong; from 0.4 to 0.5 F0.5 is highest, at 0.8 a third as much is restored.
 */
const STAGE_CONFIDENCE: Readonly<Record<string, number>> = {unspin: 0.45}

/**
 * Of a web page more than half is none of its article: there what probably is not goes. At 0.8 a quarter of the
 * furniture would stay.
 */
const PAGE_RULE = /^boilerplate\/page-/
const PAGE_CONFIDENCE = 0.5

/** The policy everybody gets who does not bring one. */
export function policyOf(options: PolicyOptions = {}): Policy {
  const {rules: settings} = options
  return {
    verdict({rule, expected, confidence}) {
      const setting = settings && settingOf(settings, rule)
      if (setting === 'off') return 'dropped'
      if (expected.length === 0 || setting === 'report') return 'reported'
      if (setting === 'apply' || options.makesProposed) return 'applied'
      const least = options.minConfidence ?? leastFor(rule)
      return setting !== 'propose' && confidence >= least ? 'applied' : 'proposed'
    },
  }
}

const leastFor = (rule: RuleId): number =>
  PAGE_RULE.test(rule) ? PAGE_CONFIDENCE : (STAGE_CONFIDENCE[stageOf(rule)] ?? DEFAULT_CONFIDENCE)

const stageOf = (rule: RuleId): string => rule.slice(0, rule.indexOf('/'))

/** What is said of a rule, or else of its stage. */
export const settingOf = (settings: Readonly<Record<string, RuleSetting>>, rule: RuleId): RuleSetting | undefined =>
  settings[rule] ?? settings[stageOf(rule)]
