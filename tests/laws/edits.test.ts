import fc from 'fast-check'
import {expect, test} from 'vitest'
import {applyEdits, compose, type Edit, OffsetMap, type Revision, RevisionMap, replay} from '../../src/draft/index.js'

const texts = fc.string({unit: 'grapheme', maxLength: 60})

/** Sorted edits of a text that do not overlap. */
const editsOf = (text: string): fc.Arbitrary<Edit[]> =>
  fc
    .array(fc.tuple(fc.nat({max: text.length}), fc.nat({max: 6}), fc.string({maxLength: 5})), {maxLength: 8})
    .map((tries) => {
      const edits: Edit[] = []
      for (const [start, length, insert] of tries.sort((a, b) => a[0] - b[0])) {
        const last = edits.at(-1)
        const isApart = !last || start > last.end || (start === last.end && last.end > last.start)
        const end = Math.min(text.length, start + length)
        if (isApart && (end > start || insert !== '')) edits.push({start, end, insert})
      }
      return edits
    })

/** A text with one to four rounds of edits, each in the coordinates of the text after the one before. */
const histories: fc.Arbitrary<{source: string; revisions: Revision[]}> = texts.chain((source) =>
  fc.integer({min: 1, max: 4}).chain((rounds) => {
    const grow = (text: string, left: number, revisions: Revision[]): fc.Arbitrary<Revision[]> =>
      left === 0
        ? fc.constant(revisions)
        : editsOf(text).chain((edits) =>
            grow(applyEdits(text, edits), left - 1, [...revisions, {stage: 'residue', edits}]),
          )
    return grow(source, rounds, []).map((revisions) => ({source, revisions}))
  }),
)

test('a text without edits is returned as the same string', () => {
  fc.assert(fc.property(texts, (text) => applyEdits(text, []) === text))
})

test('the composed edits make of the source what the revisions make of it', () => {
  fc.assert(
    fc.property(histories, ({source, revisions}) => {
      expect(applyEdits(source, compose(source, revisions))).toBe(replay(source, revisions))
    }),
    {numRuns: 1000},
  )
})

test('composed edits are sorted and apart', () => {
  fc.assert(
    fc.property(histories, ({source, revisions}) => {
      let at = -1
      for (const {start, end} of compose(source, revisions)) {
        expect(start).toBeGreaterThan(at)
        at = end
      }
    }),
  )
})

test('every surviving character maps back to itself', () => {
  fc.assert(
    fc.property(histories, ({source, revisions}) => {
      const map = new RevisionMap()
      for (const {edits} of revisions) map.push(edits)
      const text = replay(source, revisions)
      for (const [start, end] of survivors(source, revisions)) {
        const now = map.fromSource({start, end})
        expect(text.slice(now.start, now.end)).toBe(source.slice(start, end))
        expect(map.toSource(now)).toEqual({start, end})
      }
    }),
    {numRuns: 1000},
  )
})

test("a span's start belongs to the character after it, its end to the character before it", () => {
  fc.assert(
    fc.property(
      texts.chain((text) => fc.tuple(fc.constant(text), editsOf(text))),
      ([text, edits]) => {
        const map = new OffsetMap(edits)
        for (const edit of edits) {
          if (edit.end < text.length && !edits.some((e) => e.start === edit.end)) {
            expect(map.back(map.forth(edit.end, 'start'), 'start')).toBe(edit.end)
          }
          if (edit.start > 0 && !edits.some((e) => e.end === edit.start && e !== edit)) {
            expect(map.back(map.forth(edit.start, 'end'), 'end')).toBe(edit.start)
          }
        }
      },
    ),
    {numRuns: 1000},
  )
})

test('a span that follows a deletion does not swallow the deleted text', () => {
  const map = new OffsetMap([{start: 4, end: 8, insert: ''}])
  expect(map.back(4, 'start')).toBe(8)
  expect(map.back(4, 'end')).toBe(4)
})

/** Single characters of the source that no revision touched. */
function survivors(source: string, revisions: readonly Revision[]): Array<[number, number]> {
  const edits = compose(source, revisions)
  const alive: Array<[number, number]> = []
  for (let i = 0; i < source.length; i++) {
    if (!edits.some(({start, end}) => start <= i && i < end)) alive.push([i, i + 1])
  }
  return alive
}
