/** A fingerprint names a fault wherever its sentence goes, and no other. */
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {fingerprintOf} from '../../src/fingerprint.js'

const SLOT = '{slot}'

/** The fingerprint of what stands at the first slot of a text. */
function fingerprint(source: string, actual = SLOT, rule: `${string}/${string}` = 'residue/unfilled-slot'): string {
  const start = source.indexOf(actual)
  if (start < 0) throw new Error(`no ${actual} in ${source}`)
  return fingerprintOf(source, {rule, start, end: start + actual.length, actual})
}

const SENTENCE = 'The old mill cost {slot} of money to build.'

describe('stays the same', () => {
  const same: Readonly<Record<string, [string, string]>> = {
    'when a paragraph moves': [
      `First one here.\n\n${SENTENCE}\n\nLast.\n`,
      `${SENTENCE}\n\nFirst one here.\n\nLast.\n`,
    ],
    'when a line of its own moves': [`First one here.\n${SENTENCE}\nLast.\n`, `Last.\n${SENTENCE}\n`],
    'at the edge of a paragraph that moves': ['One two.\n\n{slot} three four', 'Five six\n\n{slot} three four'],
    'at the end of a paragraph that moves': ['One two {slot}\n\nthree', 'One two {slot}\n\nfour'],
    'when the paragraph is wrapped anew': [SENTENCE, 'The old\nmill cost\n{slot} of\nmoney to build.'],
    'with other line ends': ['The old\nmill {slot} of\nmoney', 'The old\r\nmill {slot} of\r\nmoney'],
    'in a quotation wrapped anew': ['> The mill {slot} of money', '> The\n> mill {slot} of\n> money'],
    'under another list marker': ['- The {slot} of money', '12. The {slot} of money'],
    'when the item before it changes': ['- one\n- {slot} of money', '- two\n- {slot} of money'],
    'when the item after it changes': ['1. of {slot}\n2. one', '1. of {slot}\n2. two'],
    'when a task is done': ['- [ ] {slot} of', '- [x] {slot} of'],
    'under another heading': ['# One\nThe {slot} of', '# Two\nThe {slot} of'],
    'in a heading, whatever follows': ['## The {slot}\nOne two', '## The {slot}\nThree four'],
    'when another row of the table changes': ['| one | two |\n| a {slot} | b |', '| six | ten |\n| a {slot} | b |'],
    'when the sentence before changes': ['One two. The {slot} of', 'Three four! The {slot} of'],
    'when the sentence after changes': ['The {slot} of. One', 'The {slot} of. Two'],
    'in emphasis': ['The mill **cost** {slot} of money', 'The mill _cost_ {slot} of money'],
    'beside another kind of quotation mark': ['The “mill” {slot} of money', 'The "mill" {slot} of money'],
    'beside a link to somewhere else': [
      'The [mill](https://a.example/x) {slot} of money',
      'The [mill](https://b.example/y) {slot} of money',
    ],
    'beside a tag': ['The mill<br> {slot} of money', 'The mill<span class="new"> {slot} of money'],
    'beside a comment': ['The mill {slot} of money', 'The mill <!-- unspun ignore: why not --> {slot} of money'],
    'under a comment': ['{slot} of money', '<!-- unspun ignore-next: why not -->\n{slot} of money'],
    'with characters composed otherwise': ['The café {slot} of', 'The cafe\u0301 {slot} of'],
    'in Chinese wrapped anew': ['这座老磨坊{slot}花了很多钱。', '这座老磨\n坊{slot}花\n了很多钱。'],
    'in Chinese after another sentence': ['第一句。老磨坊{slot}花了钱', '另一句！老磨坊{slot}花了钱'],
    'in a paragraph above a rule': ['The {slot} of\n---\none', 'The {slot} of\n***\ntwo'],
    'with a fence below it': ['The {slot} of\n```js\none\n```', 'The {slot} of\n```py\ntwo\n```'],
  }
  for (const [name, [a, b]] of Object.entries(same)) test(name, () => expect(fingerprint(a)).toBe(fingerprint(b)))

  test('when the fault itself is wrapped', () => {
    expect(fingerprint('A mill of\nmoney today', 'of\nmoney')).toBe(fingerprint('A mill of money today', 'of money'))
    expect(fingerprint('> a of\n> money', 'of\n> money')).toBe(fingerprint('> a of money', 'of money'))
    expect(fingerprint('老磨\n坊', '磨\n坊')).toBe(fingerprint('老磨坊', '磨坊'))
  })

  test('when a paragraph to be removed has other blank lines around it, or none', () => {
    const alone = fingerprint('Read more: a mill', 'Read more: a mill')
    expect(fingerprint('One two.\n\nRead more: a mill\n\nThree.', '\n\nRead more: a mill')).toBe(alone)
    expect(fingerprint('One two.\n\nRead more: a mill\n\nThree.', 'Read more: a mill\n\n')).toBe(alone)
  })
})

/** Baselines in use name findings so: none of these may ever change. */
test.each([
  ['The old mill cost {slot} of money to build.', 'cb29568976c0985f44cf'],
  ['> - One [mill](https://a.example/x).  The <b>old</b> <!-- x -->{slot}\n> of money! Two', '8071d800a253c231c2fe'],
  ['第一句。老磨\n坊{slot}花了很多钱。', 'e99a201fa3b627d7e6fe'],
  ['né e\u0301 {slot} \u0301a b', '25d494fefda6974b5ca0'],
  ['{slot}', '159986573a4f42a1d16e'],
])('of %j is the same for ever', (source, known) => {
  expect(fingerprint(source)).toBe(known)
})

describe('differs', () => {
  test('by rule', () => {
    expect(fingerprint(SENTENCE)).not.toBe(fingerprint(SENTENCE, SLOT, 'residue/odd-slot'))
  })
  const other: Readonly<Record<string, [string, string]>> = {
    'by the word before': ['The old mill {slot} of money', 'The old bridge {slot} of money'],
    'by the word before that': ['The old mill {slot} of money', 'The new mill {slot} of money'],
    'by the word after': ['The {slot} of money', 'The {slot} for money'],
    'by the word after that': ['The {slot} of money', 'The {slot} of time'],
    'by the Chinese character beside it': ['老磨坊{slot}花了', '老磨房{slot}花了'],
    'by the word on the line before': ['The old\n{slot} of', 'The new\n{slot} of'],
    'by the year on the line before': ['In 1999\n{slot} of', 'In 2001\n{slot} of'],
  }
  for (const [name, [a, b]] of Object.entries(other)) test(name, () => expect(fingerprint(a)).not.toBe(fingerprint(b)))

  test('by its text', () => {
    expect(fingerprint('A {slot} b', '{slot}')).not.toBe(fingerprint('A {slots} b', '{slots}'))
  })

  test('at a full stop beside it, which belongs to it', () => {
    expect(fingerprint('The mill.  It', '  ')).not.toBe(fingerprint('The bridge.  It', '  '))
  })
})

test('paragraphs in any order, wrapped anyhow, have the same fingerprints', () => {
  const word = fc.constantFrom('mill', 'of', 'The', 'costs', 'né', '磨坊', '12', 'money,', '“so”')
  const words = fc.array(word, {maxLength: 12})
  const paragraph = fc.tuple(words, words).map(([a, b]) => [...a, SLOT, ...b])
  const wraps = fc.infiniteStream(fc.constantFrom(' ', ' ', '\n'))
  fc.assert(
    fc.property(fc.array(paragraph, {minLength: 1, maxLength: 5}), wraps, fc.nat(), (paragraphs, blanks, turn) => {
      const moved = paragraphs.map((_, i) => paragraphs[(i + turn) % paragraphs.length]!)
      const wrapped = moved.map((parts) => parts.reduce((text, part) => text + blanks.next().value! + part))
      expect(slotsOf(wrapped.join('\n\n'))).toEqual(slotsOf(paragraphs.map((parts) => parts.join(' ')).join('\n\n')))
    }),
    {numRuns: 500},
  )
})

/** The fingerprints of all slots of a text, sorted. */
function slotsOf(source: string): string[] {
  const rule = 'residue/unfilled-slot'
  return Array.from(source.matchAll(/\{slot\}/g), ({index}) =>
    fingerprintOf(source, {rule, start: index, end: index + SLOT.length, actual: SLOT}),
  ).sort()
}

test('reads no further than it must, whatever stands there', () => {
  const hostile = `${'<a'.repeat(50_000)}{slot}${'](('.repeat(50_000)}`
  expect(fingerprint(hostile)).toHaveLength(20)
  expect(fingerprintOf('', {rule: 'lint/rejected-document', start: 0, end: 0, actual: 'empty'})).toHaveLength(20)
})
