/** Whose examples a run has to look at. */
import {wordsOf} from '../draft/words.js'
import {RuleScan} from './compile.js'
import {isCompiledFrom, type Rule, type RuleSet, rulesOf} from './rule.js'

/**
 * The rules of a set but those that passed their examples when they were built and have them left alone by all that were
 * added since: stages hear of rules by what these find.
 */
export function untested(set: RuleSet): readonly Rule[] {
  const passed = new Set<Rule>()
  for (const [stage, built] of set.compiled ?? []) {
    const {rules, tables} = rulesOf(set, stage)
    if (!isCompiledFrom(built.tables, tables)) continue
    const isBuilt = new Set(built.rules)
    const added = rules.filter((rule) => !isBuilt.has(rule))
    const scan = new RuleScan(added)
    for (const rule of built.rules) if (added.length === 0 || !findsAnything(scan, rule)) passed.add(rule)
  }
  return set.rules.filter((rule) => !passed.has(rule))
}

const findsAnything = (scan: RuleScan, {examples}: Rule): boolean =>
  examples.some((example) => Object.values(example).some((text) => scan.scan(wordsOf(text)).length > 0))
