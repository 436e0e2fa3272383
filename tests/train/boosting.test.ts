import {expect, test} from 'vitest'
import {logitOf, probabilityOf} from '../../src/matching/tree-ensemble.js'
import {packTrees, readTrees} from '../../src/matching/tree-file.js'
import {type BoostingOptions, boost, type Examples} from '../../src/train/boosting.js'

const OPTIONS: BoostingOptions = {
  trees: 40,
  leaves: 8,
  rate: 0.3,
  leastHessian: 1,
  l2: 1,
  featureShare: 1,
  pageShare: 1,
  seed: 7,
}

/** Rows of three values of which two decide together, neither alone. */
function examples(count: number): Examples {
  const rows = new Float32Array(count * 3)
  const labels = new Float32Array(count)
  for (let i = 0; i < count; i++) {
    const values = [(i * 37) % 101, (i * 53) % 89, (i * 11) % 97]
    rows.set(values, i * 3)
    labels[i] = Number(values[0]! > 50 !== values[1]! > 44)
  }
  const pages = Uint32Array.from({length: count}, (_, i) => Math.floor(i / 10))
  return {rows, width: 3, labels, weights: new Float32Array(count).fill(1), pages}
}

test('what two features decide together is learnt', () => {
  const {rows, labels, ...rest} = examples(2000)
  const trees = boost({rows, labels, ...rest}, OPTIONS)
  let wrong = 0
  for (const [i, label] of labels.entries())
    if (probabilityOf(logitOf(trees, rows, i * 3)) > 0.5 !== (label === 1)) wrong++
  expect(wrong).toBeLessThan(40)
})

test('the same examples give the same bytes, another seed does not where trees see parts', () => {
  const bytes = (options: BoostingOptions): string =>
    Buffer.from(packTrees(boost(examples(500), options), ['a', 'b', 'c'])).toString('base64')
  const parts = {...OPTIONS, pageShare: 0.5, trees: 5}
  expect(bytes(parts)).toBe(bytes(parts))
  expect(bytes({...parts, seed: 8})).not.toBe(bytes(parts))
})

test('a file gives back the trees that were written, and only for the features they were made for', () => {
  const {rows, ...rest} = examples(300)
  const trees = boost({rows, ...rest}, {...OPTIONS, trees: 5})
  const packed = packTrees(trees, ['a', 'b', 'c'])
  const read = readTrees(packed, ['a', 'b', 'c'])
  for (let i = 0; i < 300; i++) expect(logitOf(read, rows, i * 3)).toBeCloseTo(logitOf(trees, rows, i * 3), 4)
  expect(() => readTrees(packed, ['a', 'b', 'd'])).toThrow('other features')
  expect(() => readTrees(packed.slice(0, 40), ['a', 'b', 'c'])).toThrow('expected an ensemble')
})
