import {expect, test} from 'vitest'
import {hashOf} from '../../src/draft/index.js'
import {installedRules} from '../../src/index.js'
import {packVectors, WordVectors} from '../../src/matching/word-vectors.js'

const words = ['car', 'motor', 'soup']
const hashes = Uint32Array.from(words, hashOf)
const vectors = WordVectors.read(packVectors(hashes, Int8Array.of(127, 0, 100, 60, -20, 127)))

test('a word has its row, and no other word has one', () => {
  expect(words.map((word) => vectors.row(hashOf(word)))).toEqual([0, 1, 2])
  expect(vectors.row(hashOf('table'))).toBe(-1)
  expect([vectors.count, vectors.dimensions]).toEqual([3, 2])
})

test('products are those of the vectors', () => {
  const sum = new Float64Array(2)
  vectors.add(0, 2, sum)
  expect([...sum]).toEqual([1, 0])
  expect(vectors.dot(1, sum)).toBeCloseTo(100 / 254)
  expect(vectors.dot(2, sum)).toBeCloseTo(-20 / 254)
})

test.each([
  ['empty', new ArrayBuffer(0)],
  ['cut', packVectors(hashes, new Int8Array(6)).slice(0, 40)],
  ['of uneven rows', packVectors(hashes, new Int8Array(7))],
])('a file that is %s is refused', (_, buffer) => {
  expect(() => WordVectors.read(buffer)).toThrow(/Unexpected word vectors/)
})

test('the installed ones know subjects', () => {
  const installed = WordVectors.read(installedRules().models.get('unspin/english.vectors')!)
  const likeness = (a: string, b: string): number => {
    const sum = new Float64Array(installed.dimensions)
    installed.add(installed.row(hashOf(a)), 1, sum)
    return installed.dot(installed.row(hashOf(b)), sum)
  }
  expect(likeness('car', 'car')).toBeCloseTo(1, 1)
  expect(likeness('car', 'vehicle')).toBeGreaterThan(likeness('car', 'mannequin') + 0.2)
  expect(likeness('physician', 'hospital')).toBeGreaterThan(likeness('physician', 'railway') + 0.2)
})
