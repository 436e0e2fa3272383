import {expect, test} from 'vitest'
import {createLinter} from '../../src/lint/linter.js'

test('of a file with more findings than anybody reads ten thousand are told, and that there are more', () => {
  const linter = createLinter({options: {stages: ['residue']}, rulesFolders: [], asksDictionary: false})
  const lint = (times: number) =>
    linter.lint({content: 'It cost billions of {dollars} then.\n'.repeat(times), facts: {path: 'a.txt'}})
  expect(lint(10_000).findings).toHaveLength(10_000)
  expect(lint(10_000).isMore).toBeUndefined()
  expect(lint(10_001).findings).toHaveLength(10_000)
  expect(lint(10_001).isMore).toBe(true)
})
