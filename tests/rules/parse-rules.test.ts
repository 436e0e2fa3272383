/** What editors really type, and what the loader says to it. */
import {describe, expect, test} from 'vitest'
import {wordsOf} from '../../src/draft/index.js'
import {RuleScan} from '../../src/rules/compile.js'
import {parseRules} from '../../src/rules/parse-rules.js'
import {parseTable} from '../../src/rules/parse-table.js'
import {expandPattern} from '../../src/rules/pattern.js'

const GOOD = `- id: residue/stray-stamp
  message: Unexpected stamp
  why: Ours.
  find: [approved by desk]
  cut: match
  examples:
    - {bad: The end. Approved by desk, good: The end.}
    - {leave: It was approved.}
`

const errorOf = (text: string) => parseRules('rules/residue/x.yml', text, 'residue').refused[0]
const withLine = (line: string) => GOOD.replace('  why: Ours.', line)

test('behind an escaped backslash stands no escape', () => {
  const text = withLine('  why: "C:\\\\word"')
  expect(errorOf(text)).toBeUndefined()
  // A tab leaves the file to the parser that keeps every token.
  expect(errorOf(`${text}# \t\n`)).toBeUndefined()
})

describe('the loader refuses', () => {
  test.each([
    [
      'an unknown key, with the one that was meant',
      GOOD.replace('find:', 'finds:'),
      'Unexpected key `finds`, expected `find`',
      4,
    ],
    ['a key that nobody knows', withLine('  why: Ours.\n  colour: red'), 'Unexpected key `colour`', 4],
    ['a rule without a `why`', GOOD.replace('  why: Ours.\n', ''), 'Unexpected rule without `why`', 1],
    ['an id of another stage', GOOD.replace('residue/', 'terms/'), 'expected `residue/…` in this folder', 1],
    ['an id that is none', GOOD.replace('residue/stray-stamp', 'Stray Stamp'), 'stage/adjective-noun', 1],
    ['a full-width colon', withLine('  why：Ours.'), 'Unexpected full-width colon, expected `why: `', 3],
    ['a no-break space before a key', withLine('\u00a0 why: Ours.'), 'Unexpected no-break or wide space', 3],
    ['a text that a comment sign cuts off', withLine('  why: Ours #12'), "expected quotes: 'Ours #12'", 3],
    ['a tag', withLine('  why: !important'), 'Unexpected tag', 3],
    ['an alias of nothing', withLine('  why: *bold*'), 'Unexpected alias, expected quotes', 1],
    [
      'aliases of aliases, a thousand million texts',
      [...'abcdefghi'].reduce(
        (text, name, i) => `${text}  ${name}: &${name} [${i === 0 ? 'x' : Array(10).fill(`*${'abcdefghi'[i - 1]}`)}]\n`,
        GOOD,
      ),
      'Unexpected alias',
      1,
    ],
    ['an escape that YAML would swallow', withLine('  why: "\\bword"'), "expected single quotes: '\\bword'", 3],
    [
      'a rule without a text it must leave alone',
      GOOD.replace(/ {4}- \{leave.*\n/, ''),
      'expected at least one `leave`',
      7,
    ],
    ['a rule without a text it mends', GOOD.replace(/ {4}- \{bad.*\n/, ''), 'expected at least one `bad`', 7],
    [
      'a slot nobody knows',
      GOOD.replace('[approved by desk]', "['approved by {name}']"),
      'Unexpected slot `{name}`, expected {word} or {number}',
      4,
    ],
    [
      'a slot at the beginning',
      GOOD.replace('[approved by desk]', "['{word} desk']"),
      'Unexpected slot at the beginning',
      4,
    ],
    ['a bracket that never closes', GOOD.replace('[approved by desk]', "['(approved by desk']"), 'expected `)`', 4],
    [
      'a pattern of too many phrases',
      GOOD.replace('[approved by desk]', `['${'(a|b|c|d)'.repeat(6)}']`),
      'Unexpected number of alternatives',
      4,
    ],
    ['both find and regex', GOOD.replace('  cut', "  regex: 'x+'\n  cut"), 'expected either `find` or `regex`', 1],
    [
      'a regex without words it needs',
      GOOD.replace('find: [approved by desk]', "regex: 'appr.*'"),
      'expected `must_contain`',
      4,
    ],
    [
      'a regex that looks around',
      GOOD.replace('find: [approved by desk]', "regex: '(?<=a)b'\n  must_contain: [b]"),
      'expected RE2 syntax',
      4,
    ],
    [
      'a regex that calls itself safe',
      GOOD.replace('find: [approved by desk]', "regex: 'a+b'\n  must_contain: [b]\n  safe: true"),
      'expected a measured `confidence`',
      6,
    ],
    ['a safe rule that changes nothing', GOOD.replace('  cut: match', '  safe: true'), 'this rule changes nothing', 5],
    ['a confidence that is none', withLine('  why: Ours.\n  confidence: high'), 'a number from 0 to 1', 4],
    ['what is no list', 'id: residue/x\n', 'expected a list of rules', 1],
    ['what is no YAML', '- id: [\n', 'Unexpected YAML', 2],
  ])('%s', (_, text, message, line) => {
    const error = errorOf(text)
    expect(error?.message).toContain(message)
    expect(error?.line).toBe(line)
    expect(error?.frame).toContain(`> ${line} | `)
    expect(error?.frame).toMatch(/\^$/m)
  })

  test('one bad rule, and keeps the others of the file', () => {
    const {rules, refused} = parseRules(
      'x.yml',
      GOOD + GOOD.replace('find:', 'finds:').replace('stamp', 'mark'),
      'residue',
    )
    expect([rules.length, refused.length]).toEqual([1, 1])
  })
})

test('scalars stay text', () => {
  const {rules} = parseRules('x.yml', GOOD.replace('approved by desk', '007, 1.10, no, null'), 'residue')
  expect(rules[0]!.find).toEqual(['007', '1.10', 'no', 'null'])
})

describe('patterns', () => {
  test.each([
    ['read (more|on)', ['read more', 'read on']],
    ['log ?in', ['log in', 'login']],
    ['colou?r', ['colour', 'color']],
    ['e-?mail', ['e-mail', 'email']],
    ['(very )?big', ['very big', 'big']],
    ['(a|b(c|d))', ['a', 'bc', 'bd']],
    ['what\\?', ['what?']],
  ])('%s', (pattern, phrases) => {
    expect(expandPattern(pattern)).toEqual(phrases)
  })
})

describe('conditions', () => {
  const scan = (fields: string, text: string) => {
    const {rules, refused} = parseRules('x.yml', GOOD.replace('  cut: match', `  cut: match\n${fields}`), 'residue')
    expect(refused).toEqual([])
    return new RuleScan(rules).scan(wordsOf(text)).map(({start, end}) => text.slice(start, end))
  }

  test.each([
    ['  at: line', '“Approved by desk!”', 1],
    ['  at: line', 'It was approved by desk', 0],
    ['  at: line-start', '• Approved by desk on Monday', 1],
    ['  at: line-end', 'It was approved by desk.', 1],
    ['  at: line-end', 'Approved by desk on Monday', 0],
    ['  longest_line: 4', 'Approved by desk.\nand a much longer line follows here', 1],
    ['  longest_line: 4', 'Approved by desk and a much longer line', 0],
    ['  not_after: [never]', 'Never approved by desk', 0],
    ['  not_before: [lamp]', 'Approved by desk lamp', 0],
    ['  not_inside: [was approved by desk twice]', 'It was approved by desk twice', 0],
    ['  case: exact', 'Approved by desk', 0],
    ['  case: exact', 'approved by desk', 1],
    ['', 'approved by\ndesk', 0],
    ['', 'approved by-desk', 0],
    ['', 'unapproved by desk', 0],
  ])('%s in %j', (fields, text, hits) => {
    expect(scan(fields, text)).toHaveLength(hits)
  })

  test('slots are carried over, letter case too', () => {
    const text = GOOD.replace(
      'find: [approved by desk]',
      "find: ['billions of \\{ ?{word} ?\\}']\n  expect: 'billions of {word}'",
    ).replace('  cut: match\n', '')
    const {rules} = parseRules('x.yml', text, 'residue')
    expect(new RuleScan(rules).scan(wordsOf('billions of { dollars }'))[0]!.expected).toBe('billions of dollars')
  })

  test('a regex runs on the line that holds what it must contain', () => {
    const text = GOOD.replace('find: [approved by desk]', "regex: 'Ref\\. [A-Z]{2}\\d+'\n  must_contain: [ref]")
    const {rules} = parseRules('x.yml', text, 'residue')
    const source = 'One Ref. AB12 and Ref. CD34.\nNo reference here.'
    expect(new RuleScan(rules).scan(wordsOf(source)).map(({start, end}) => source.slice(start, end))).toEqual([
      'Ref. AB12',
      'Ref. CD34',
    ])
  })
})

describe('tables', () => {
  test('read every cell as it stands', () => {
    const {table} = parseTable('t.tsv', 'term\tgloss\n# a comment\n1.10\t"quoted", #5\nlone\n', 'terms/t')
    expect(table.rows.map(({line, cells}) => [line, cells])).toEqual([
      [3, {term: '1.10', gloss: '"quoted", #5'}],
      [4, {term: 'lone', gloss: ''}],
    ])
  })

  test('say where a row has too many cells', () => {
    const {refused} = parseTable('t.tsv', 'a\tb\n1\t2\n1\t2\t3\n', 't')
    expect(refused[0]).toMatchObject({line: 3, message: expect.stringContaining('Unexpected 3 cells, expected 2')})
  })
})
