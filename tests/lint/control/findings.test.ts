import {describe, expect, test} from 'vitest'
import {createLinter, type LintInput} from '../../../src/lint/linter.js'

const linterFor = (options = {}) => createLinter({options, rulesFolders: [], asksDictionary: false})
const linter = linterFor({stages: ['residue', 'spell']})

const lint = (content: string, path = 'a.md', by = linter) =>
  by.lint({content, facts: {path, format: 'markdown'}} as LintInput).findings
const told = (content: string, path?: string) =>
  lint(content, path).map(({rule, actual, level}) => [rule, actual, level])

describe('what is wrong with directives', () => {
  test('is nothing, where each has a reason and a use', () => {
    expect(told('It was {city} there. <!-- unspun ignore-line residue/unfilled-slot: a template -->\n')).toEqual([])
  })

  test('a reason that is missing, though the directive is heeded', () => {
    const directive = '<!-- unspun ignore-line residue -->'
    expect(told(`It was {city} there. ${directive}\n`)).toEqual([['lint/missing-reason', directive, 'reported']])
  })

  test('a name that no rule has, with the nearest that one has', () => {
    const text = 'It was {city} there. <!-- unspun ignore-line residue/unfiled-slot, residue: a template -->\n'
    const [finding, ...others] = lint(text)
    expect(others).toEqual([])
    expect(finding).toMatchObject({
      rule: 'lint/unknown-rule',
      actual: 'residue/unfiled-slot',
      expected: ['residue/unfilled-slot'],
      level: 'proposed',
      isFixable: true,
      start: {line: 1, column: text.indexOf('residue/unfiled') + 1},
    })
  })

  test('a name far from all of them, a rule of lint itself', () => {
    expect(told('One. <!-- unspun ignore-line grammar: why -->')).toEqual([
      ['lint/unknown-rule', 'grammar', 'reported'],
    ])
    expect(told('One. <!-- unspun ignore-line lint/unused-ignore: why -->')).toEqual([
      ['lint/unknown-rule', 'lint/unused-ignore', 'reported'],
    ])
  })

  test('what cannot be followed, with what is wrong', () => {
    const [finding] = lint('One. <!-- unspun ignore-lines spell: why -->')
    expect(finding).toMatchObject({rule: 'lint/unknown-directive', level: 'reported'})
    expect(finding!.message).toContain('no directive is called `ignore-lines`, they are ignore-next')
  })

  test('each rule of a list that turns nothing down, at its name', () => {
    const text = 'It was {city} there. <!-- unspun ignore-line "{city}" residue/blank-before-mark, residue: why -->\n'
    expect(lint(text)).toMatchObject([
      {rule: 'lint/unused-ignore', actual: 'residue/blank-before-mark', start: {column: text.indexOf('residue/') + 1}},
    ])
  })

  test('a name within a phrase, or a part of another name, is not where the rule is named', () => {
    const text = '<!-- unspun ignore-phrase "a, residue" residue/unfilled-slot, residue: why -->'
    expect(lint(text).map(({start}) => start.offset)).toEqual([
      text.indexOf('residue/unfilled'),
      text.indexOf('residue: why'),
    ])
  })

  test('what would turn down all, where all was looked for', () => {
    const text = 'It was there. <!-- unspun ignore-line: why -->\n'
    expect(told(text)).toEqual([])
    expect(lint(text, 'a.md', linterFor()).map(({rule}) => rule)).toEqual(['lint/unused-ignore'])
  })

  test('not that a stage was not asked', () => {
    expect(told('It was there. <!-- unspun ignore-line terms: why -->\n')).toEqual([])
  })

  test('not that a rule was switched off, nor what is switched off itself', () => {
    const text = 'It was there. <!-- unspun ignore-line residue/unfilled-slot, spell -->\n'
    const by = (rules: object) => lint(text, 'a.md', linterFor({stages: ['residue', 'spell'], rules}))
    expect(by({'residue/unfilled-slot': 'off', spell: 'off'}).map(({rule}) => rule)).toEqual(['lint/missing-reason'])
    expect(by({'lint/missing-reason': 'off', 'lint/unused-ignore': 'off'})).toEqual([])
  })

  test('cannot be turned down', () => {
    const text = [
      '---\nunspun: {ignore: [residue], reason: a template}\n---\n',
      'It was {city} there.\n<!-- unspun ignore-start: all of it -->',
      'One. <!-- unspun ignore-line nothing -->',
      '<!-- unspun ignore-end -->',
    ].join('\n')
    expect(lint(text, 'a.md', linterFor()).map(({rule, start}) => [rule, start.line])).toEqual([
      ['lint/unused-ignore', 6],
      ['lint/missing-reason', 7],
      ['lint/unknown-rule', 7],
    ])
  })

  test('in front matter at its line, at the name of the rule', () => {
    const text = '---\ntitle: A\nunspun:\n  ignore: [residue, spel]\n---\n\nIt was {city} there.\n'
    expect(lint(text).map(({rule, start, actual}) => [rule, start.line, actual])).toEqual([
      ['lint/missing-reason', 3, 'unspun:'],
      ['lint/unknown-rule', 4, 'spel'],
    ])
  })

  test('nothing in a document that is off', () => {
    expect(told('---\nunspun: off\n---\n\nIt was {city}. <!-- unspun ignore-lime -->\n')).toEqual([])
  })

  test('in a page at its place in the HTML', () => {
    const html =
      '<!doctype html>\n<article><p>It was there.</p>\n<!-- unspun ignore-next residue: why -->\n<p>So it was.</p>'
    expect(lint(html, 'a.html')).toMatchObject([
      {rule: 'lint/unused-ignore', start: {line: 3, column: 25}, frame: {text: html.split('\n')[2]}},
    ])
  })

  test('what steers a terminal is written out', () => {
    const [finding] = lint('One. <!-- unspun \u001b[2J: why -->')
    expect(finding!.message).not.toContain('\u001b')
  })
})

test('the catalogue knows the rules of lint', () => {
  const own = [...linter.catalogue.keys()].filter((rule) => rule.startsWith('lint/'))
  expect(own).toEqual([
    'lint/rejected-document',
    'lint/unknown-directive',
    'lint/unknown-rule',
    'lint/missing-reason',
    'lint/unused-ignore',
  ])
})

test('a directive beside a finding does not change what that is known by', () => {
  const line = 'It was {city} there.'
  const beside = `${line.replace('}', '} <!-- unspun ignore-line spell: why -->')}`
  const prints = (text: string) =>
    lint(text)
      .filter(({rule}) => rule.startsWith('residue'))
      .map((f) => f.fingerprint)
  expect(prints(beside)).toEqual(prints(line))
})
