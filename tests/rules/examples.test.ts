import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {runnerFor} from '../../src/rule-set.js'
import {failedExamples} from '../../src/rules/check.js'
import {installedRules} from '../../src/rules/read.js'

const rules = installedRules()

test('every rule file can be read', () => {
  expect(rules.refused.map((e) => `${e.path}:${e.line}:${e.column} ${e.message}\n${e.frame}`)).toEqual([])
})

test('every rule does to its examples what it says, and leaves those of all others alone', () => {
  const failures = failedExamples(rules, runnerFor(rules), (path) => readFileSync(path, 'utf8'))
  expect(failures.map((e) => `${e.path}:${e.line} ${e.message}`)).toEqual([])
})
