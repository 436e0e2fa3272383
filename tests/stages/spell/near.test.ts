import {expect, test} from 'vitest'
import {hashOf} from '../../../src/draft/index.js'
import {editDistance} from '../../../src/matching/edit-distance.js'
import {LONGEST, nearWords} from '../../../src/stages/spell/near.js'
import {randoms} from '../../randoms.mjs'

const LETTERS = 'aabcdeeilnorst'
const random = randoms(4)
const word = (length: number): string =>
  Array.from({length}, () => LETTERS[Math.floor(random() * LETTERS.length)]).join('')
const near = (form: string, words: readonly string[]): string[] => {
  const hashes = new Set(words.map(hashOf))
  return nearWords(form, (hash) => hashes.has(hash)).map((found) => found.form)
}

test('finds all words at distance one, each once, and no other', () => {
  const words = [...new Set(Array.from({length: 4000}, () => word(2 + Math.floor(random() * 3))))]
  for (const form of Array.from({length: 60}, () => word(3))) {
    const found = near(form, words)
    const expected = words.filter((other) => editDistance(form, other, 1) === 1)
    expect([...found].sort(), form).toEqual(expected.sort())
  }
})

test('an apostrophe is a letter that may be left out', () => {
  expect(near('dont', ["don't"])).toEqual(["don't"])
})

test('the slips of everyday are likelier than others, and the first letter is seldom wrong', () => {
  const cost = (form: string, meant: string): number => nearWords(form, (hash) => hash === hashOf(meant))[0]!.cost
  expect(cost('ocurred', 'occurred')).toBeGreaterThan(cost('recived', 'received'))
  expect(cost('hgiher', 'higher')).toBeGreaterThan(cost('hiqher', 'higher'))
  expect(cost('seperate', 'separate')).toBeGreaterThan(cost('sexarate', 'separate'))
  expect(cost('eparate', 'separate')).toBeLessThan(cost('searate', 'separate'))
})

test('a form longer than any word has no neighbours', () => {
  let asked = 0
  nearWords('a'.repeat(LONGEST + 1), () => ++asked > 0)
  expect(asked).toBe(0)
})
