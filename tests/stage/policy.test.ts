/** What becomes of a proposal, by what a project says of its rule or stage. */
import {describe, expect, test} from 'vitest'
import {createCleaner, policyOf} from '../../src/index.js'
import type {RuleSetting} from '../../src/stage/policy.js'

const verdict = (settings: Record<string, RuleSetting>, confidence: number, expected = ['x']): string =>
  policyOf({rules: settings}).verdict({start: 0, end: 1, rule: 'residue/odd-word', expected, confidence}, 'y')

describe('a rule', () => {
  test.each<[RuleSetting | undefined, number, string[], string]>([
    [undefined, 0.9, ['x'], 'applied'],
    [undefined, 0.5, ['x'], 'proposed'],
    [undefined, 0.9, [], 'reported'],
    ['off', 0.9, ['x'], 'dropped'],
    ['off', 0.9, [], 'dropped'],
    ['report', 0.9, ['x'], 'reported'],
    ['propose', 0.9, ['x'], 'proposed'],
    ['propose', 0.9, [], 'reported'],
    ['apply', 0.1, ['x'], 'applied'],
    ['apply', 0.1, [], 'reported'],
  ])('that is set to %s, %d sure of %j', (setting, confidence, expected, state) => {
    expect(verdict(setting ? {'residue/odd-word': setting} : {}, confidence, expected)).toBe(state)
    expect(verdict(setting ? {residue: setting} : {}, confidence, expected)).toBe(state)
  })

  test('has the say before its stage', () => {
    expect(verdict({residue: 'off', 'residue/odd-word': 'apply'}, 0.1)).toBe('applied')
    expect(verdict({residue: 'apply', 'residue/odd-word': 'off'}, 0.1)).toBe('dropped')
  })
})

describe('in a text', () => {
  const TEXT = 'They spent billions of {dollars} on the mill.\n\nShare this story\n\nIt turns.\n'
  const report = (rules: Record<string, RuleSetting>) => createCleaner({rules})(TEXT).report

  test('off leaves nothing behind: no change, no finding', () => {
    expect(
      report({})
        .findings.map(({rule}) => rule)
        .sort(),
    ).toEqual(['boilerplate/share-button', 'residue/unfilled-slot'])
    const {text, findings} = report({'residue/unfilled-slot': 'off', boilerplate: 'off'})
    expect(text).toBe(TEXT)
    expect(findings).toEqual([])
  })

  test('report says where, and changes nothing', () => {
    const {text, findings} = report({'residue/unfilled-slot': 'report', boilerplate: 'report'})
    expect(text).toBe(TEXT)
    expect(new Set(findings.map(({state}) => state))).toEqual(new Set(['reported']))
    expect(findings).toHaveLength(2)
  })
})
