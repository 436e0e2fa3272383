import {expect, test} from 'vitest'
import {createCleaner} from '../../../src/index.js'
import {randoms} from '../../randoms.mjs'

const random = randoms(11)
const letters = (count: number): string =>
  Array.from({length: count}, () => String.fromCharCode(97 + Math.floor(random() * 26))).join('')

test('a text of 60,000 words that nobody knows comes to an end', () => {
  const text = Array.from({length: 60_000}, () => letters(9)).join(' ')
  const cleaner = createCleaner({stages: ['spell'], unknownNames: 'report'})
  const {findings} = cleaner(text).report
  expect(findings.length).toBeGreaterThan(1000)
  expect(findings.length).toBeLessThanOrEqual(10_000)
})
