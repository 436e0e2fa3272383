import {describe, expect, test} from 'vitest'
import {Draft, type Policy, type Proposal} from '../../src/draft/index.js'

const open = (source: string, format: 'text' | 'markdown' = 'text'): Draft =>
  new Draft(source, {
    format,
    parse: () => {
      throw new Error('no stage of ours looks at the tree')
    },
  })

const applyAll: Policy = {verdict: ({expected}) => (expected.length === 0 ? 'reported' : 'applied')}
const applySure: Policy = {verdict: ({confidence}) => (confidence >= 0.8 ? 'applied' : 'proposed')}

const propose = (start: number, end: number, insert: string, confidence = 0.9): Proposal => ({
  start,
  end,
  rule: 'residue/unfilled-slot',
  expected: [insert],
  confidence,
})

describe('revise', () => {
  test('applies in one pass what the policy allows and remembers the rest', () => {
    const draft = open('a {cat} and a {dog}')
    draft.revise('residue', [propose(14, 19, 'dog', 0.5), propose(2, 7, 'cat')], applySure)
    expect(draft.text).toBe('a cat and a {dog}')
    expect(draft.findings.map(({state, actual}) => [state, actual])).toEqual([
      ['applied', '{cat}'],
      ['proposed', '{dog}'],
    ])
    expect(draft.revisions).toHaveLength(1)
  })

  test('of two that overlap the surer wins, and the other says why it did not', () => {
    const draft = open('one two three')
    draft.revise('residue', [propose(0, 7, 'X', 0.85), propose(4, 13, 'Y', 0.95)], applyAll)
    expect(draft.text).toBe('one Y')
    expect(draft.findings.map(({state}) => state)).toEqual(['overruled', 'applied'])
    expect(draft.findings[0]!.note).toContain('residue/unfilled-slot')
  })

  test('findings are in the coordinates of the source, however many revisions lie between', () => {
    const draft = open('aaa bbb ccc')
    draft.revise('residue', [propose(0, 4, '')], applyAll)
    draft.revise('unspin', [propose(4, 7, 'CCC')], applyAll)
    expect(draft.text).toBe('bbb CCC')
    const last = draft.findings.at(-1)!
    expect([last.start, last.end, last.actual, last.revision]).toEqual([8, 11, 'ccc', 1])
  })

  test('a proposal that changes nothing is forgotten', () => {
    const draft = open('same')
    draft.revise('residue', [propose(0, 4, 'same')], applyAll)
    expect(draft.findings).toEqual([])
    expect(draft.revisions).toEqual([])
  })

  test('a proposal outside the text is a fault of the stage', () => {
    expect(() => open('short').revise('residue', [propose(2, 9, '')], applyAll)).toThrow(RangeError)
  })

  test('a second look at an open finding does not list it twice', () => {
    const draft = open('a {cat}')
    for (let i = 0; i < 2; i++) draft.revise('residue', [propose(2, 7, 'cat', 0.5)], applySure)
    expect(draft.findings).toHaveLength(1)
    draft.revise('residue', [propose(2, 7, 'cat', 0.9)], applySure)
    expect(draft.findings.map(({state}) => state)).toEqual(['applied'])
  })
})

describe('protected spans', () => {
  const shielded = (source: string, actual: string, format: 'text' | 'markdown' = 'text'): string => {
    const draft = open(source, format)
    const start = source.indexOf(actual)
    draft.revise('residue', [propose(start, start + actual.length, '!')], applyAll)
    return draft.findings[0]!.state
  }

  test.each([
    ['a code span', 'Use `{name}` here', '{name}', 'text'],
    ['a fence', 'Text\n\n```\n{name}\n```\nText', '{name}', 'text'],
    ['an unclosed fence', 'Text\n\n~~~\n{name}', '{name}', 'text'],
    ['indented code', 'Text\n\n    {name}\n\nText', '{name}', 'markdown'],
    ['front matter', '---\ntitle: {name}\n---\nText', '{name}', 'markdown'],
    ['a URL', 'See https://example.org/{id}?q=1 now', '{id}', 'text'],
    ['a URL without scheme', 'See www.example.org/{id} now', '{id}', 'text'],
    ['an e-mail address', 'Write to ann.harper@example.org now', 'harper', 'text'],
    ['an HTML tag', 'A <span class="dollars">word</span>', 'dollars', 'markdown'],
    ['an HTML comment', 'A <!-- {note} --> word', '{note}', 'markdown'],
    ['a link target', '[here](files/{name}.pdf)', '{name}', 'markdown'],
  ] as const)('%s', (_, source, actual, format) => {
    expect(shielded(source, actual, format)).toBe('overruled')
  })

  test.each([
    ['brackets that are no tag', 'billions of <dollars> more', '<dollars>'],
    ['a lone backtick', 'the ` key and {dollars}', '{dollars}'],
    ['backticks of different paragraphs', 'one ` here\n\nand {dollars} ` there', '{dollars}'],
    ['indented lines of plain text', 'Text\n\n    {dollars}', '{dollars}'],
    ['the word after a URL', 'See https://example.org. {dollars}', '{dollars}'],
  ])('not %s', (_, source, actual) => {
    expect(shielded(source, actual)).toBe('applied')
  })

  test.each([
    ['a code span', 'Use `{{name}}` here', 'overruled'],
    ['front matter', '---\ntitle: {{name}}\n---\nText', 'overruled'],
    ['an HTML tag', 'A <span class="{{name}}">word</span>', 'overruled'],
    ['an address', 'See https://example.org/{{name}} now', 'reported'],
    ['the text', 'Dear {{name}}, hello', 'reported'],
  ])('what is only reported, in %s', (_, source, state) => {
    const draft = open(source, 'markdown')
    const start = source.indexOf('{{')
    draft.revise('residue', [{...propose(start, start + 8, ''), expected: []}], applyAll)
    expect(draft.findings[0]!.state).toBe(state)
  })

  test('a line that goes whole may take its URL along, but not its code', () => {
    const source = 'Follow us at https://example.org today'
    const draft = open(source)
    draft.revise('boilerplate', [propose(0, source.length, '')], applyAll)
    expect(draft.text).toBe('')
    const code = open('Run `x` now')
    code.revise('boilerplate', [propose(0, 11, '')], applyAll)
    expect(code.text).toBe('Run `x` now')
  })
})

test('passages move with the text', () => {
  const draft = open('Deutsch hier. English there.')
  draft.passages = [{start: 14, end: 28, language: {tag: 'en', script: 'Latn', confidence: 1}}]
  draft.revise('boilerplate', [propose(0, 14, '')], applyAll)
  const [passage] = draft.passages
  expect(draft.text.slice(passage!.start, passage!.end)).toBe('English there.')
})
