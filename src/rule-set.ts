/** The rules of a run: the installed ones and those of the user's folders, whose examples are checked first. */
import {readFileSync} from 'node:fs'
import {LANGUAGE_MODEL} from './clean.js'
import type {Format} from './draft/index.js'
import {dictionaries} from './installed/dictionaries.js'
import {stages} from './pipeline.js'
import {failedExamples, type RunStage} from './rules/check.js'
import {ruleFilesIn} from './rules/files.js'
import {installedRules, installedRulesFolder, readRules, rulesDigest} from './rules/read.js'
import type {RuleError, RuleSet} from './rules/rule.js'
import {untested} from './rules/untested.js'
import {type Revise, reviserOf, type Stage} from './stage/define-stage.js'
import {policyOf} from './stage/policy.js'
import {draftOf} from './stage/retext-draft.js'
import {UsageError} from './usage-error.js'

/**
 * Reads rules; those that are refused are left out of the set and returned beside it. Where it is known which rules fail
 * their examples (`setAside`, as `path:line`), these are not run again.
 */
export function ruleSetOf(
  folders: readonly string[],
  setAside?: readonly string[],
): {set: RuleSet; refused: readonly RuleError[]} {
  if (folders.length === 0) return {set: installedRules(), refused: installedRules().refused}
  const set = readOnce([installedRulesFolder, ...folders])
  const failures = setAside
    ? []
    : failedExamples(doubtful(set, folders), runnerFor(set), (path) => readFileSync(path, 'utf8'))
  const failed = new Set(setAside ?? failures.map(placeOf))
  const rules = set.rules.filter(({origin}) => !failed.has(placeOf(origin)))
  return {set: {...set, rules}, refused: [...set.refused, ...failures]}
}

/** Without rules whose examples need not be run again. A model that a folder brings may be any stage's. */
const doubtful = (set: RuleSet, folders: readonly string[]): RuleSet =>
  folders.flatMap(ruleFilesIn).some((file) => file.isModel) ? set : {...set, rules: untested(set)}

let last: {readonly digest: string; readonly folders: string; readonly set: RuleSet} | undefined

/** A run asks twice, to check the rules and to use them; reading thousands takes a second. */
function readOnce(folders: readonly string[]): RuleSet {
  try {
    const now = {digest: rulesDigest(folders), folders: folders.join('\0')}
    if (last?.digest !== now.digest || last.folders !== now.folders) last = {...now, set: readRules(folders)}
    return last.set
  } catch (error) {
    throw new UsageError((error as Error).message)
  }
}

/** As in `setAside`. */
export const placeOf = ({path, line}: Pick<RuleError, 'path' | 'line'>): string => `${path}:${line}`

/** Runs one stage alone with every proposal applied, as examples want it. */
export function runnerFor(rules: RuleSet, format: Format = 'text'): RunStage {
  const policy = policyOf({minConfidence: 0})
  const prepare = (name: string): Revise => {
    const stage = stages.map((plugin) => plugin.stage as Stage<object>).find((known) => known.name === name)
    // Of a folder that is no stage's nobody hears.
    if (!stage) return () => undefined
    const spell = name === 'spell' && {...dictionaries, model: rules.models.get(LANGUAGE_MODEL)}
    return reviserOf(stage, {rules, policy, ...spell})
  }
  const ready = new Map<string, Revise>()
  return (stage, text) => {
    const revise = ready.get(stage) ?? prepare(stage)
    ready.set(stage, revise)
    const draft = draftOf(text, format)
    revise(draft)
    return {text: draft.text, fired: draft.findings.map((finding) => finding.rule)}
  }
}

/** A refused rule as it is printed: place, what is wrong, the lines around. */
export const complaintOf = ({path, line, column, message, frame}: RuleError): string =>
  `${path}:${line}:${column} ${message}\n${frame}`
