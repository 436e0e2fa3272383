/** Where findings of one long line stand, and how long it takes to say so. */
import {describe, expect, test} from 'vitest'
import type {Finding} from '../../src/draft/index.js'
import {frameIn} from '../../src/lint/frame.js'
import {lintResult} from '../../src/lint/lint.js'

const finding = (start: number, end: number, actual: string): Finding => ({
  start,
  end,
  stage: 'residue',
  rule: 'residue/blank-before-mark',
  actual,
  expected: [],
  confidence: 1,
  state: 'reported',
  origin: 'rule',
  revision: 0,
})

function resultOf(source: string, findings: readonly Finding[]) {
  const report = {path: 'a.md', findings} as unknown as Parameters<typeof lintResult>[0]['report']
  return lintResult({report, source}, new Map())
}

describe('columns in bytes', () => {
  test('of places that overlap, go back and split characters are those counted from the line', () => {
    const source = 'é🎈 汉字 one\r\n🎈🎈 two ü three\nlast 🎈 line'
    const spans: Finding[] = []
    for (let start = 0; start < source.length; start++)
      for (const length of [1, 5, 2]) {
        const end = Math.min(source.length, start + length)
        spans.push(finding(start, end, source.slice(start, end)))
      }
    for (const {start, end} of resultOf(source, spans).findings) {
      for (const place of [start, end]) {
        const line = source.slice(place.offset - place.column + 1, place.offset)
        expect(place.byteColumn).toBe(Buffer.byteLength(line) + 1)
      }
    }
  })

  test('of a line as long as its file take time in proportion', () => {
    const time = (count: number): number => {
      const source = 'a boat of wood , '.repeat(count)
      const spans = Array.from({length: count}, (_, i) => finding(i * 17 + 14, i * 17 + 15, ' '))
      const begin = performance.now()
      expect(resultOf(source, spans).findings).toHaveLength(count)
      return performance.now() - begin
    }
    time(2000)
    // Measured 3; a look back over the whole line at every finding made it 60.
    expect(Math.min(time(40_000), time(40_000)) / Math.min(time(5000), time(5000), time(5000))).toBeLessThan(24)
  })
})

describe('frames', () => {
  test.each([
    ['a\nbcd', 3, false],
    ['\nbcd', 0, false],
    ['x'.repeat(76), 76, false],
    ['x'.repeat(100), 99, true],
    [`\n${'x'.repeat(76)}z`, 77, true],
    [`\n${'x'.repeat(70)}z`, 71, false],
    [`${'x'.repeat(200)} z`, 100, true],
    [`x\n${'y'.repeat(20)}z`, 22, false],
    [`${'x'.repeat(90)}\r${'y'.repeat(10)}z`, 101, false],
  ])('%j at %i is cut before: %s', (text, start, isCutBefore) => {
    expect(frameIn(text, {start, end: start + 1}).isCutBefore).toBe(isCutBefore)
  })
})
