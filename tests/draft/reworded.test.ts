/** Tokens of an edited text are the same, whether it is read anew or only where it was edited. */
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {applyEdits, type Edit, wordsOf} from '../../src/draft/index.js'
import {rewordedOf} from '../../src/draft/reworded.js'

/** What the ends of tokens hang on. */
const pieces = fc.array(
  fc.constantFrom(
    'a',
    'Mill',
    "'",
    '’',
    's',
    "'s",
    '3',
    '.',
    ',',
    '-',
    '--',
    ' ',
    '  ',
    '\n',
    '\r\n',
    '\r',
    '水',
    '𠀀',
    '😀',
    'é',
  ),
  {maxLength: 40},
)
const texts = pieces.map((all) => all.join(''))

/** Edits of a text: sorted and apart. */
const editsOf = (text: string): fc.Arbitrary<Edit[]> =>
  fc
    .array(fc.tuple(fc.nat(text.length), texts), {minLength: 1, maxLength: 3})
    .map((cuts) => {
      const at = cuts.map(([offset]) => offset).sort((a, b) => a - b)
      return cuts.map(([, insert], i) => ({
        start: at[i]!,
        end: Math.max(at[i]!, (at[i + 1] ?? at[i]! + 3) - 1),
        insert,
      }))
    })
    .map((edits) => edits.map((edit) => ({...edit, end: Math.min(edit.end, text.length)})))

test('reading where a text was edited tells what reading it anew does', () => {
  const edited = texts.chain((text) => fc.tuple(fc.constant(text), editsOf(text)))
  fc.assert(
    fc.property(edited, ([text, edits]) => {
      const after = applyEdits(text, edits)
      expect(rewordedOf(wordsOf(text), edits, after)).toEqual(wordsOf(after))
    }),
    {numRuns: 3000},
  )
})

test.each([
  ['a word that grows', 'The mill stood.', {start: 8, end: 8, insert: 's'}],
  ['a possessive that comes apart', "The mill's wheel.", {start: 9, end: 10, insert: 'x y'}],
  ['a possessive that is made', 'The mill wheel.', {start: 8, end: 8, insert: "'s"}],
  ['a line that goes', 'Old\n\nThe mill.', {start: 0, end: 5, insert: ''}],
  ['all of it', 'The mill.', {start: 0, end: 9, insert: ''}],
])('%s', (_, text, edit) => {
  const after = applyEdits(text, [edit])
  expect(rewordedOf(wordsOf(text), [edit], after)).toEqual(wordsOf(after))
})
