/**
 * The tests that every pack of rules has without anybody writing them: its examples by themselves and among all rules, its
 * bad texts where no rule may reach, its phrases and its tables.
 */
import {readFileSync} from 'node:fs'
import {createCleaner} from '../clean.js'
import {stages} from '../pipeline.js'
import {runnerFor} from '../rule-set.js'
import {failedExamples} from '../rules/check.js'
import type {Rule, RuleError, RuleSet} from '../rules/rule.js'
import {complaint, type TextOf} from './complaint.js'
import {type Pack, withPack} from './pack.js'
import {idlePhrases, idleReplacements} from './phrases.js'
import {trespasses} from './placed.js'
import {sharedEntries, tableFaults} from './tables.js'

export interface PackTest {
  /** What makes the pack fail. */
  readonly faults: readonly RuleError[]
  /** What is worth a look and harms nothing. */
  readonly remarks: readonly RuleError[]
  readonly rules: number
  readonly examples: number
  readonly rows: number
}

/** Tests a pack beside the installed rules. */
export function testPack(pack: Pack, installed: RuleSet): PackTest {
  const set = withPack(installed, pack)
  const textOf = textsOfFiles()
  const faults = [
    ...pack.refused,
    ...repeatedIds(pack.rules, set.rules, textOf),
    ...failedExamples({...set, rules: pack.rules}, runnerFor(set), textOf),
    ...disturbed(pack.rules, set, textOf),
    ...trespasses(pack.rules, runnerOfText(set), textOf),
    ...idleReplacements(pack.rules, textOf),
    ...pack.tables.flatMap((table) => tableFaults(table, textOf)),
  ]
  return {
    faults: inOrder(faults),
    remarks: inOrder([
      ...idlePhrases(pack.rules, set.rules, textOf),
      ...pack.tables.flatMap((table) => sharedEntries(table, set.tables, textOf)),
    ]),
    rules: pack.rules.length,
    examples: pack.rules.reduce((sum, {examples}) => sum + examples.length, 0),
    rows: pack.tables.reduce((sum, {rows}) => sum + rows.length, 0),
  }
}

/** Reads each file once. */
function textsOfFiles(): TextOf {
  const texts = new Map<string, string>()
  return (path) => {
    const text = texts.get(path) ?? readFileSync(path, 'utf8')
    texts.set(path, text)
    return text
  }
}

function runnerOfText(set: RuleSet): (stage: string, text: string) => string {
  const run = runnerFor(set, 'markdown')
  return (stage, text) => run(stage, text).text
}

function repeatedIds(own: readonly Rule[], all: readonly Rule[], textOf: TextOf): RuleError[] {
  const counts = new Map<string, number>()
  for (const {id} of all) counts.set(id, (counts.get(id) ?? 0) + 1)
  return own
    .filter(({id}) => counts.get(id)! > 1)
    .map(({id, origin}) => complaint(origin, textOf, `Unexpected second rule ${id}, expected one of that name`))
}

/** All but spelling, which repairs nothing unasked and takes a second to read its dictionaries. */
const REPAIRING = stages.map((plugin) => plugin.stage.name).filter((name) => name !== 'spell')

/** Texts that a rule is to leave alone, or makes, and that another rule changes: by itself, as documents are cleaned. */
function disturbed(rules: readonly Rule[], set: RuleSet, textOf: TextOf): RuleError[] {
  const clean = createCleaner({ruleSet: set, stages: REPAIRING})
  const errors: RuleError[] = []
  for (const rule of rules) {
    for (const example of rule.examples) {
      const text = 'bad' in example ? example.good : example.leave
      if (text.trim() === '') continue
      const {report} = clean(text)
      if (report.text === text) continue
      const by = report.findings.filter(({state}) => state === 'applied').map((finding) => finding.rule)
      const message = `Unexpected change by ${[...new Set(by)].join(', ')}, expected no rule to touch what ${rule.id} leaves: ${text}`
      errors.push(complaint(rule.origin, textOf, message))
    }
  }
  return errors
}

const inOrder = (errors: readonly RuleError[]): RuleError[] =>
  [...errors].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.line - b.line || a.column - b.column))
