import {describe, expect, test} from 'vitest'
import {createCleaner} from '../../../src/index.js'

const text = createCleaner({stages: ['identify', 'residue']})
const cleaned = (source: string, format: 'text' | 'markdown' = 'text'): string => text(source, {format}).report.text

describe('is taken out', () => {
  test.each([
    [
      'a slot in braces',
      'They spent billions of {dollars} on {hardware} there.',
      'They spent billions of dollars on hardware there.',
    ],
    [
      'a slot in angle brackets',
      'They spent billions of <dollars> on it in the end.',
      'They spent billions of dollars on it in the end.',
    ],
    ['spintax', 'It was a {big|large|huge} house.', 'It was a big house.'],
    ['nested spintax', 'It was a {{very|really} large|huge} house.', 'It was a very large house.'],
    ['a choice of phrases', '{In the end|After all}, they {left|went away}.', 'In the end, they left.'],
    [
      'character references',
      'Fish &amp; chips &#8217;til &#x201C;late&#x201D; at 5&nbsp;o&rsquo;clock',
      'Fish & chips ’til “late” at 5 o’clock',
    ],
    ['references escaped twice', 'Fish &amp;amp; chips', 'Fish & chips'],
    ['shortcodes around a caption', '[caption id="a1" width="300"]The mill.[/caption]', 'The mill.'],
    ['a shortcode on its line', 'One.\n[gallery ids="1,2"]\nTwo.', 'One.\nTwo.'],
    [
      'blanks before a mark',
      'The wheel turned , and stopped . Then it broke .',
      'The wheel turned, and stopped. Then it broke.',
    ],
    ['a blank before a mark after a quotation', 'He said “no” .\n', 'He said “no”.\n'],
    [
      'list markers that lost their text',
      'Three things:\n-\nThe wheel.\n-\nThe river.\n',
      'Three things:\n- The wheel.\n- The river.\n',
    ],
    [
      'the last of them before a paragraph',
      '-\nThe wheel.\n-\nThe river.\nThat is all.\n',
      '- The wheel.\n- The river.\nThat is all.\n',
    ],
    ['numbers that lost their text', '1.\nThe wheel.\n2.\nThe river.\n', '1. The wheel.\n2. The river.\n'],
  ])('%s', (_, source, expected) => {
    expect(cleaned(source)).toBe(expected)
  })
})

describe('is left alone', () => {
  test.each([
    ['code', 'Use `{name}` and `<file>` here, or `{a|b}`.'],
    ['placeholders of documentation', 'Call it with {name} and {id}; then run copy <file> <folder> to end.'],
    ['a text about templates', 'In Handlebars, {dollars} in braces is a placeholder that prints a value.'],
    ['variables of a shell and of TeX', 'The value is $' + '{dollars} and \\textbf{dollars} is bold.'],
    ['sets and objects', 'Let S = {a, b} and T = {"a": 1} be given.'],
    ['real HTML', 'Press <kbd>Enter</kbd><br> to <b>stop</b> it.'],
    ['comparisons', 'If a < b and c > d, then a & b; x<y>z.'],
    ['a text about references', 'In HTML, write &amp; for an ampersand and &lt; for less than.'],
    ['unknown references', 'AT&T; and R&D; stay, and so does &unknownthing;'],
    ['links', 'See [the mill](https://example.org) and [1] and [note].'],
    ['ellipses and decimals', 'It fell to .5 ... and then .NET came . . . and went.'],
    ['emoticons', 'That was nice :) and so was this ;-)'],
    ['French punctuation', 'Il a dit : « oui » ! Vraiment ? Le moulin tourne et nous le voyons.'],
    ['commands', '$ ls .\n$ git add .\n'],
    ['a lone star between scenes', 'He left.\n\n*\n\nShe stayed.\n'],
    ['numbers above stanzas', '1.\nThe wheel goes round\nand round it goes\n\n2.\nThe river runs\nas each one knows\n'],
  ])('%s', (_, source) => {
    expect(cleaned(source)).toBe(source)
    expect(cleaned(source, 'markdown')).toBe(source)
  })

  test('a heading that a hyphen underlines in Markdown', () => {
    expect(cleaned('Title\n-\nText of it.\n', 'markdown')).toBe('Title\n-\nText of it.\n')
  })

  test('references that Markdown needs', () => {
    const source = 'Write &lt;b&gt; for bold and &amp;lt; for the sign.\n'
    expect(cleaned(source, 'markdown')).toBe(source)
  })
})

test('a slot that nobody filled is reported', () => {
  const {report} = text('Dear {{first_name}}, the mill is open again for all of you.')
  expect(report.findings.map(({rule, state}) => [rule, state])).toEqual([['residue/empty-slot', 'reported']])
})
