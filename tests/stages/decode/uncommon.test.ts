/** A search that jumps finds what looking at each character would. */
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {
  BEYOND_TYPOGRAPHY,
  CURLY_QUOTES,
  inventory,
  NEIGHBOURS,
  OTHER_QUOTES,
} from '../../../src/stages/decode/hygiene/inventory.js'
import {nextUncommon} from '../../../src/stages/decode/hygiene/uncommon.js'

const PIECES = [
  'a',
  'a plain line of text, ',
  '\n',
  '\t',
  '\r\n',
  '\0',
  '\x1f',
  '\x7f',
  '\x80',
  '’',
  '中文',
  '\ud83d',
  '~',
  ' ',
]

/** All of them, one after the other. */
function uncommonIn(text: string): number[] {
  const found: number[] = []
  for (let at = nextUncommon(text, 0); at >= 0; at = nextUncommon(text, at + 1)) found.push(at)
  return found
}

test('every character that is no printable ASCII and no line break, near and far', () => {
  const texts = fc.array(fc.constantFrom(...PIECES), {maxLength: 30}).map((pieces) => pieces.join(''))
  fc.assert(
    fc.property(texts, (text) => {
      const expected = [...text.split('').keys()].filter((i) => /[^\t\n\r\x20-\x7e]/.test(text[i]!))
      expect(uncommonIn(text)).toEqual(expected)
    }),
    {numRuns: 500},
  )
})

test('quotation marks and dashes apart from each other are typography, and nothing else is', () => {
  const beyond = BEYOND_TYPOGRAPHY | NEIGHBOURS
  expect(inventory('“She’d – well … left.”') & beyond).toBe(0)
  expect(inventory('“She left’”') & beyond).toBe(NEIGHBOURS)
  expect(inventory('a café') & beyond).toBe(BEYOND_TYPOGRAPHY)
  expect(inventory('“so”') & (CURLY_QUOTES | OTHER_QUOTES)).toBe(CURLY_QUOTES)
  expect(inventory('„so“ «là»') & OTHER_QUOTES).toBe(OTHER_QUOTES)
})
