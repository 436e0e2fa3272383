/** Choices of a configuration stand in for flags, and flags have the last word. */
import {describe, expect, test} from 'vitest'
import {withChoices} from '../../../src/cli/lint-choices.js'

describe('what lint does', () => {
  const CHOICES = {failOn: 'safe', format: ['json', 'sarif=unspun.sarif'], maxFindings: 3, baseline: '/known'} as const

  test('follows from the configuration', () => {
    expect(withChoices({}, {...CHOICES, format: [...CHOICES.format]})).toEqual({
      failOn: 'safe',
      format: [{format: 'json'}, {format: 'sarif', file: 'unspun.sarif'}],
      maxFindings: 3,
      baseline: '/known',
    })
    expect(withChoices({}, {format: 'github'}).format).toEqual([{format: 'github'}])
  })

  test('follows from flags first', () => {
    const flags = {failOn: 'proposed', format: [{format: 'stylish'}], maxFindings: 0, baseline: false} as const
    expect(withChoices(flags, {...CHOICES, format: [...CHOICES.format]})).toEqual(flags)
    expect(withChoices({failOn: undefined as never}, CHOICES as never).failOn).toBe('safe')
  })

  test('has its defaults', () => {
    expect(withChoices({})).toEqual({failOn: 'reported'})
  })

  test('names the format that was meant', () => {
    expect(() => withChoices({}, {format: 'jsn'})).toThrow('Unexpected format jsn, expected json')
  })
})
