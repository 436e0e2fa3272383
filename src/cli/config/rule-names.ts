/** The names in `rules`: stages are known at once, rules only when the rule set has been read. */
import {STAGE_NAMES} from '../../draft/edit.js'

/** What the id of a rule may begin with: a stage, or `lint` for what the linter itself says of a file. */
export const RULE_PREFIXES: readonly string[] = [...STAGE_NAMES, 'lint']

/** Whether a name is that of a single rule, and not of a whole stage. */
export const isRuleId = (name: string): boolean => name.includes('/')
