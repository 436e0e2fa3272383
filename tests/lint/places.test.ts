/** Places in bytes, and frames, in texts of every shape. */
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {bytesIn} from '../../src/lint/bytes-in.js'
import {frameIn} from '../../src/lint/frame.js'

test('the bytes of a stretch are those of UTF-8, also of a long one', () => {
  fc.assert(
    fc.property(
      fc.string({unit: 'grapheme', maxLength: 40}),
      fc.nat({max: 200}),
      fc.nat(),
      fc.nat(),
      (piece, times, one, other) => {
        const text = piece.repeat(times).toWellFormed()
        const [start, end] = [one, other].map((at) => wholeBefore(text, at)).sort((a, b) => a - b) as [number, number]
        expect(bytesIn(text)(start, end)).toBe(Buffer.byteLength(text.slice(start, end)))
      },
    ),
  )
})

/** An offset in a text, between two characters. */
function wholeBefore(text: string, at: number): number {
  const offset = text.length === 0 ? 0 : at % text.length
  return /^[\udc00-\udfff]/.test(text.slice(offset)) ? offset - 1 : offset
}

test('a frame shows the line around a finding, and says where it is cut', () => {
  fc.assert(
    fc.property(
      fc.string({unit: fc.constantFrom('a', 'b', ' ', '\n', '\r'), maxLength: 400}),
      fc.nat(),
      fc.nat({max: 9}),
      (text, at, length) => {
        const start = text.length === 0 ? 0 : at % text.length
        const span = {start, end: Math.min(text.length, start + length)}
        const frame = frameIn(text, span)
        const from = start - frame.start
        expect(text.slice(from, from + frame.text.length)).toBe(frame.text)
        expect(frame.text).not.toMatch(/[\r\n]/)
        expect(frame.isCutBefore).toBe(from > 0 && !/[\r\n]/.test(text[from - 1]!))
      },
    ),
  )
})

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
