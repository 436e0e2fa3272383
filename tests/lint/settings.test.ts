/** Rules of lint itself heed a project's settings like those of the stages. */
import {expect, test} from 'vitest'
import {createLinter} from '../../src/lint/linter.js'
import type {RuleSetting} from '../../src/stage/policy.js'

const rulesIn = (content: string, rules: Record<string, RuleSetting>): string[] =>
  createLinter({options: {stages: ['residue'], rules}, rulesFolders: [], asksDictionary: false})
    .lint({content, facts: {path: 'a.md'}})
    .findings.map(({rule}) => rule)

const UNUSED = 'The mill turns.\n\n<!-- unspun ignore-next residue/unfilled-slot: quoting a template -->\nIt turns.\n'

test.each<[string, Record<string, RuleSetting>, string[]]>([
  [UNUSED, {}, ['lint/unused-ignore']],
  [UNUSED, {'lint/unused-ignore': 'off'}, []],
  [UNUSED, {lint: 'off'}, []],
  [UNUSED, {lint: 'off', 'lint/unused-ignore': 'report'}, ['lint/unused-ignore']],
  // What is off was not looked for, so nobody knows whether it is there.
  [UNUSED, {'residue/unfilled-slot': 'off'}, []],
  [UNUSED, {residue: 'off'}, []],
  ['', {}, ['lint/rejected-document']],
  ['', {'lint/rejected-document': 'off'}, []],
  ['Billions of {dollars} for the mill.\n', {lint: 'off'}, ['residue/unfilled-slot']],
])('%j with %j', (content, rules, expected) => {
  expect(rulesIn(content, rules)).toEqual(expected)
})
