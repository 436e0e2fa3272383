/**
 * A rule's examples are its tests: each `bad` must become its `good`, and no rule of the pack may touch a `leave`
 * or a `good`, which also shows that fixes do not fight and that applying one twice changes nothing more.
 */
import {framesOfFiles} from './frame.js'
import type {Rule, RuleError, RuleSet} from './rule.js'

/** Runs one stage with every proposal applied, and says which rules had a hand in it. */
export type RunStage = (stage: string, text: string) => {readonly text: string; readonly fired: readonly string[]}

/** The rules of a set whose examples fail, with what came out instead. */
export function failedExamples(set: RuleSet, run: RunStage, textOf: (path: string) => string): RuleError[] {
  const failures: RuleError[] = []
  const changed = changesBy(run)
  const frameOf = framesOfFiles(textOf)
  for (const rule of set.rules) {
    const message = failureOf(rule, run, changed)
    if (message === undefined) continue
    failures.push({...rule.origin, message, frame: frameOf(rule.origin)})
  }
  return failures
}

/** Which rules change a text; undefined where none does. */
type ChangesBy = (stage: string, text: string) => readonly string[] | undefined

/** One example in four leaves a text as another one does: such a text is looked at once. */
function changesBy(run: RunStage): ChangesBy {
  const left = new Set<string>()
  return (stage, text) => {
    const key = `${stage} ${text}`
    if (left.has(key)) return undefined
    const again = run(stage, text)
    if (again.text !== text) return again.fired
    left.add(key)
    return undefined
  }
}

function failureOf(rule: Rule, run: RunStage, changed: ChangesBy): string | undefined {
  const stage = rule.id.slice(0, rule.id.indexOf('/'))
  for (const example of rule.examples) {
    if ('bad' in example) {
      const {text, fired} = run(stage, example.bad)
      if (!fired.includes(rule.id))
        return `Unexpected silence of ${rule.id}, expected it to find something in: ${example.bad}`
      if (text !== example.good) return `Unexpected repair «${text}», expected «${example.good}»`
    }
    const untouched = 'bad' in example ? example.good : example.leave
    const by = changed(stage, untouched)
    if (by) return `Unexpected change by ${by.join(', ')}, expected it to leave: ${untouched}`
  }
  return undefined
}
