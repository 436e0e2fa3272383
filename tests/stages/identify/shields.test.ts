/** Walking along protected spans says the same as looking each offset up. */
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {firstEndingAfter, type ProtectedSpan} from '../../../src/draft/index.js'
import {Shields} from '../../../src/stages/identify/shields.js'

const spansOf = (lengths: readonly number[]): ProtectedSpan[] => {
  const spans: ProtectedSpan[] = []
  let at = 0
  for (const [i, length] of lengths.entries()) {
    if (i % 2 === 1) spans.push({start: at, end: at + length, kind: 'code'})
    at += length
  }
  return spans
}

test('an offset is covered where one of the spans holds it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({min: 1, max: 4}), {maxLength: 12}),
      fc.array(fc.integer({min: 0, max: 60}), {minLength: 1, maxLength: 20}),
      (lengths, offsets) => {
        const spans = spansOf(lengths)
        offsets.sort((a, b) => a - b)
        const shields = new Shields(spans, offsets[0])
        for (const offset of offsets) {
          const span = spans[firstEndingAfter(spans, offset)]
          expect(shields.cover(offset)).toBe(span !== undefined && span.start <= offset)
        }
      },
    ),
  )
})
