import {expect, test} from 'vitest'
import {wordsOf} from '../../src/draft/index.js'
import {WordMemo} from '../../src/matching/word-memo.js'
import {WordSet} from '../../src/matching/word-set.js'

const {hashes, checks, count} = wordsOf(Array.from({length: 5000}, (_, i) => `word${i}`).join(' '))

test('every answer is remembered, and nothing is said of a form without one', () => {
  const memo = new WordMemo(count)
  for (let i = 0; i < count; i += 2) memo.set(hashes[i]!, checks[i]!, i % 255)
  for (let i = 0; i < count; i++) expect(memo.get(hashes[i]!, checks[i]!)).toBe(i % 2 === 0 ? i % 255 : -1)
})

test('two forms with one hash are two forms', () => {
  const memo = new WordMemo(10)
  memo.set(7, 0x10000, 3)
  memo.set(7, 0x20000, 4)
  expect([memo.get(7, 0x10000), memo.get(7, 0x20000), memo.get(7, 0x30000)]).toEqual([3, 4, -1])
})

test('what is full forgets', () => {
  const memo = new WordMemo(100)
  for (let i = 0; i < 101; i++) memo.set(hashes[i]!, checks[i]!, 1)
  expect([memo.get(hashes[0]!, checks[0]!), memo.get(hashes[100]!, checks[100]!)]).toEqual([-1, 1])
})

test.each([0, 1, 40, 2500])('a set of %i words has these and no others', (size) => {
  const set = new WordSet(hashes.subarray(0, size))
  for (let i = 0; i < count; i++) expect(set.has(hashes[i]!)).toBe(i < size)
})
