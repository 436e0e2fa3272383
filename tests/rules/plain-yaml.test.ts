/** What the fast parser is given, it reads as the other one does; what could mean something else is left to that one. */
import {readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {parseDocument, type YAMLSeq} from 'yaml'
import {placesOf} from '../../src/draft/place.js'
import {parseRules} from '../../src/rules/parse-rules.js'
import {plainYaml} from '../../src/rules/plain-yaml.js'
import {installedRulesFolder} from '../../src/rules/read.js'

const files = ['boilerplate', 'residue'].flatMap((stage) =>
  readdirSync(path.join(installedRulesFolder, stage))
    .filter((name) => name.endsWith('.yml'))
    .map((name) => ({stage, name, text: readFileSync(path.join(installedRulesFolder, stage, name), 'utf8')})),
)

/** What the parser says of a text. */
function parsed(text: string) {
  const document = parseDocument(text, {schema: 'failsafe'})
  expect(document.errors).toEqual([])
  const placeOf = placesOf(text)
  const items = (document.contents as YAMLSeq).items as Array<{range: [number]}>
  return (document.toJS() as unknown[]).map((value, i) => ({value, place: placeOf(items[i]!.range[0])}))
}

/** A tab, even in a comment, leaves all to the parser. */
const throughParser = (text: string) => `${text}\n# \t\n`

const SMALL = `# Rules
- id: residue/stray-stamp
  message: Unexpected stamp
  why: It's ours.
  find: [approved by desk, 'it''s approved', "seen \\"by\\" desk"]

  not_after:
  - never
  # nor
  - 'not yet: '
  examples:
    - {bad: The end. Approved by desk, good: 'The end.'} # a note
    - bad: "The end.\\n\\nApproved by desk"
      good: The end.
    - leave: It was approved.
- id: residue/stray-mark
  message: Unexpected mark
`

test.each(files)('$stage/$name is read as the parser reads it', ({stage, name, text}) => {
  const entries = plainYaml(text)
  expect(entries).toEqual(parsed(text))
  expect(parseRules(name, text, stage)).toEqual(parseRules(name, throughParser(text), stage))
})

describe('a file', () => {
  test.each([
    ['as it may be', SMALL],
    ['with the breaks of Windows', SMALL.replaceAll('\n', '\r\n')],
    ['with a mark at its beginning', `---\n${SMALL}`],
    ['with no break at its end', SMALL.trimEnd()],
    ['with names as values', '- id: constructor\n  find: [toString, 007, 1.10, no, null, ~, a:b, c#d]\n'],
    ['with a key without a value', '- id:\n- id: b\n'],
  ])('%s', (_, text) => {
    expect(plainYaml(text)).toEqual(parsed(text))
  })
})

test('a text changed at random is read as the parser reads it, or left to it', () => {
  const pieces = fc.oneof(
    fc.constantFrom(...`- :#'"\\[]{},&*!|>?%@\`~.=\n\r\t`),
    fc.constantFrom('  ', '\n  ', '\n    ', '- ', ': ', ' #', "''", '\\n', '\\u0041', '---\n', '...\n', '<<: ', '? '),
    fc.constantFrom('key: ', 'constructor: ', '__proto__: ', 'a: b\n', '\u00a0', '\u2028', '\u0085', '\ufeff', '\x02'),
  )
  const changes = fc.array(fc.tuple(fc.nat(SMALL.length), fc.nat(3), fc.oneof(pieces, fc.constant(''))), {
    minLength: 1,
    maxLength: 3,
  })
  fc.assert(
    fc.property(changes, (some) => {
      const text = some.reduce((was, [at, gone, piece]) => was.slice(0, at) + piece + was.slice(at + gone), SMALL)
      const entries = plainYaml(text)
      if (entries) expect(entries).toEqual(parsed(text))
      // Without a break at its end, what is added for the parser would change what stands there.
      const whole = `${text}\n`
      const {rules, refused} = parseRules('x.yml', whole, 'residue')
      const said = parseRules('x.yml', throughParser(whole), 'residue')
      expect(rules).toEqual(said.rules)
      expect(refused.map(({message}) => message)).toEqual(said.refused.map(({message}) => message))
    }),
    {numRuns: Number(process.env['RUNS'] ?? 1000)},
  )
})

describe('left to the parser:', () => {
  test.each([
    ['nothing', ''],
    ['no list', 'id: a\n'],
    ['a tab', '- id: a\t\n'],
    ['a text over two lines', '- id: a\n    b\n'],
    ['a text over two lines in brackets', '- id: [a,\n    b]\n'],
    ['a text over two lines in quotes', "- id: 'a\n    b'\n"],
    ['a block of text', '- id: |\n    a\n'],
    ['an anchor', '- id: &a b\n'],
    ['an alias', '- id: *a\n'],
    ['a tag', '- id: !a b\n'],
    ['a comment that cuts a text off', '- id: a # b\n'],
    ['a comment that cuts a text off in brackets', '- id: [a #b]\n'],
    ['an escape that means a character', '- id: "\\x41"\n'],
    ['a repeated key', '- id: a\n  id: b\n'],
    ['a repeated key in braces', '- id: {a: b, a: c}\n'],
    ['a key in a text', '- id: a: b\n'],
    ['a key after a quoted text', "- 'id': a\n"],
    ['a list in a list', '- id: [[a]]\n'],
    ['a key behind a list, which only the fast parser takes', "- find:\n  - 'a'id: b\n"],
    ['a merge', '- <<: {a: b}\n'],
    ['a line further in', '- id: a\n   b: c\n'],
    ['a line further out', '- id: a\n b: c\n'],
    ['a second document', '- id: a\n---\n- id: b\n'],
  ])('%s', (_, text) => {
    expect(plainYaml(text)).toBeUndefined()
  })
})
