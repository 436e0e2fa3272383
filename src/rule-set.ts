/** The rules of a run: the installed ones and those of the user's folders, whose examples are checked first. */
import {readFileSync} from 'node:fs'
import dictionary from 'dictionary-en'
import british from 'dictionary-en-gb'
import type {Processor} from 'unified'
import {VFile} from 'vfile'
import {UsageError} from './batch/inputs.js'
import {LANGUAGE_MODEL} from './clean.js'
import type {Format} from './draft/index.js'
import {pipeline} from './pipeline.js'
import {failedExamples, type RunStage} from './rules/check.js'
import {installedRules, installedRulesFolder, readRules} from './rules/read.js'
import type {RuleError, RuleSet} from './rules/rule.js'
import {policyOf} from './stage/policy.js'
import {carried} from './stage/retext-draft.js'

/** Reads rules; those that are refused are left out of the set and returned beside it. */
export function ruleSetOf(folders: readonly string[]): {set: RuleSet; refused: readonly RuleError[]} {
  if (folders.length === 0) return {set: installedRules(), refused: installedRules().refused}
  let set: RuleSet
  try {
    set = readRules([installedRulesFolder, ...folders])
  } catch (error) {
    throw new UsageError((error as Error).message)
  }
  const failures = failedExamples(set, runnerFor(set), (path) => readFileSync(path, 'utf8'))
  const failed = new Set(failures.map(({path, line}) => `${path}:${line}`))
  const rules = set.rules.filter(({origin}) => !failed.has(`${origin.path}:${origin.line}`))
  return {set: {...set, rules}, refused: [...set.refused, ...failures]}
}

/** Runs one stage alone with every proposal applied, as examples want it. */
export function runnerFor(rules: RuleSet, format: Format = 'text'): RunStage {
  const policy = policyOf({minConfidence: 0})
  const spell = {dictionary, british, model: rules.models.get(LANGUAGE_MODEL)}
  const prepare = (stage: string): Processor => pipeline([stage], {rules, policy, format}, {spell})
  const ready = new Map<string, Processor>()
  return (stage, text) => {
    const processor = ready.get(stage) ?? prepare(stage)
    ready.set(stage, processor)
    const file = new VFile(text)
    const out = String(processor.processSync(file as never))
    return {text: out, fired: carried(file)!.findings.map((finding) => finding.rule)}
  }
}

/** A refused rule as it is printed: place, what is wrong, the lines around. */
export const complaintOf = ({path, line, column, message, frame}: RuleError): string =>
  `${path}:${line}:${column} ${message}\n${frame}`
