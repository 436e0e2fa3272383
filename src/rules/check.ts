/**
 * A rule's examples are its tests: each `bad` must become its `good`, and no rule of the pack may touch a `leave`
 * or a `good`, which also shows that fixes do not fight and that applying one twice changes nothing more.
 */
import {frameOf} from './frame.js'
import type {Rule, RuleError, RuleSet} from './rule.js'

/** Runs one stage with every proposal applied, and says which rules had a hand in it. */
export type RunStage = (stage: string, text: string) => {readonly text: string; readonly fired: readonly string[]}

/** The rules of a set whose examples fail, with what came out instead. */
export function failedExamples(set: RuleSet, run: RunStage, textOf: (path: string) => string): RuleError[] {
  const failures: RuleError[] = []
  for (const rule of set.rules) {
    const message = failureOf(rule, run)
    if (message === undefined) continue
    const {path, line, column} = rule.origin
    failures.push({path, line, column, message, frame: frameOf(textOf(path), line, column)})
  }
  return failures
}

function failureOf(rule: Rule, run: RunStage): string | undefined {
  const stage = rule.id.slice(0, rule.id.indexOf('/'))
  for (const example of rule.examples) {
    if ('bad' in example) {
      const {text, fired} = run(stage, example.bad)
      if (!fired.includes(rule.id))
        return `Unexpected silence of ${rule.id}, expected it to find something in: ${example.bad}`
      if (text !== example.good) return `Unexpected repair «${text}», expected «${example.good}»`
    }
    const untouched = 'bad' in example ? example.good : example.leave
    const again = run(stage, untouched)
    if (again.text !== untouched)
      return `Unexpected change by ${again.fired.join(', ')}, expected it to leave: ${untouched}`
  }
  return undefined
}
