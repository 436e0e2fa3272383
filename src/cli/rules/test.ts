/** `unspun rules test`: what is wrong with rules that somebody is writing, at their places. */
import {readPack} from '../../reference/pack.js'
import {testPack} from '../../reference/test-pack.js'
import {complaintOf} from '../../rule-set.js'
import {installedRules, installedRulesFolder, readRules} from '../../rules/read.js'
import type {RuleError} from '../../rules/rule.js'
import {readConfig} from '../config.js'
import type {RulesFlags} from '../rules.js'
import {coloursFor} from '../terminal.js'
import {visibleLines} from './entries.js'

export interface TestFlags extends RulesFlags {
  readonly strict?: true
}

export async function test(paths: readonly string[], flags: TestFlags): Promise<void> {
  const started = performance.now()
  const {rulesFolders = []} = (await readConfig({file: flags.config})).base
  const ours = rulesFolders.length > 0 ? rulesFolders : [installedRulesFolder]
  const pack = readPack(paths.length > 0 ? paths : ours)
  const beside = rulesFolders.length > 0 ? readRules([installedRulesFolder, ...rulesFolders]) : installedRules()
  const {faults, remarks, rules, examples, rows} = testPack(pack, beside)
  const {red, yellow} = coloursFor(process.stdout)
  print(faults, red('fault'))
  print(remarks, yellow('remark'))
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  const looked = [count(rules, 'rule'), count(examples, 'example'), count(rows, 'entry', 'entries')].join(', ')
  process.stdout.write(
    `${looked} in ${seconds} s: ${count(faults.length, 'fault')}, ${count(remarks.length, 'remark')}\n`,
  )
  if (faults.length > 0 || (flags.strict && remarks.length > 0)) process.exitCode = 1
}

const count = (number: number, one: string, many = `${one}s`): string => `${number} ${number === 1 ? one : many}`

function print(errors: readonly RuleError[], kind: string): void {
  for (const error of errors) process.stdout.write(`${kind} ${visibleLines(complaintOf(error))}\n\n`)
}
