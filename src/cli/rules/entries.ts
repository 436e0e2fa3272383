/** The rules as a configuration has them. */
import {type Entry, entriesOf} from '../../reference/entry.js'
import {illustrations} from '../../reference/illustrations.js'
import {complaintOf, ruleSetOf} from '../../rule-set.js'
import {visible} from '../../stage/visible.js'
import {readConfig} from '../config.js'
import type {RulesFlags} from '../rules.js'

/** All rules of a run with these flags, as files without overrides meet them; rules that are refused are said and make the exit code 2. */
export async function readEntries(flags: RulesFlags): Promise<readonly Entry[]> {
  const {base} = await readConfig({file: flags.config})
  const {set, refused} = ruleSetOf([...(base.rulesFolders ?? []), ...(flags.rules ?? [])])
  for (const error of refused) process.stderr.write(`${visibleLines(complaintOf(error))}\n`)
  if (refused.length > 0) process.exitCode = 2
  const {minConfidence, rules} = base
  return entriesOf(set, await illustrations(), {
    ...(minConfidence === undefined ? {} : {minConfidence}),
    ...(rules === undefined ? {} : {rules}),
  })
}

/** Rule files are others' text, too. */
export const visibleLines = (text: string): string => text.split('\n').map(visible).join('\n')
