/** What `unspun rules test` finds in rules: one fault for every test that a pack has. */
import {describe, expect, test} from 'vitest'
import {readPack, withPack} from '../../src/reference/pack.js'
import {testPack} from '../../src/reference/test-pack.js'
import {installedRules} from '../../src/rules/read.js'
import {folderOf, lineRule, wordRule} from './pack.js'

/** A few of the installed rules, which are ready sooner. */
const few = {
  ...installedRules(),
  rules: installedRules().rules.filter(({id}) => id === 'boilerplate/consent-button'),
  tables: installedRules().tables.filter(({name}) => !name.startsWith('unspin/')),
}
const tested = (files: Readonly<Record<string, string>>) => testPack(readPack([folderOf(files)]), few)
const faults = (files: Readonly<Record<string, string>>): string[] => tested(files).faults.map(({message}) => message)
const remarks = (files: Readonly<Record<string, string>>): string[] => tested(files).remarks.map(({message}) => message)

test('the installed rules pass', () => {
  const {faults, rules, rows} = testPack(readPack(['rules']), installedRules())
  expect(faults.map(({path, line, message}) => `${path}:${line} ${message}`)).toEqual([])
  expect(rules).toBe(installedRules().rules.length)
  expect(rows).toBe(installedRules().tables.reduce((sum, table) => sum + table.rows.length, 0))
})

test('rules that do what they say pass, and are counted', () => {
  const files = {
    'boilerplate/site.yml': lineRule('heron-button', 'feed the heron'),
    'residue/words.yml': wordRule('odd-bird', 'hearon', 'heron'),
    'terms/house.tsv': 'term\tpinyin\tgloss\n苍鹭\tcānglù\tgrey heron\n',
  }
  expect(tested(files)).toMatchObject({faults: [], remarks: [], rules: 2, examples: 4, rows: 1})
})

describe('a fault is', () => {
  test('an example that fails, at its rule', () => {
    const text = wordRule('odd-bird', 'hearon', 'heron').replace("good: 'The heron", "good: 'A heron")
    const found = tested({'residue/words.yml': `# Birds.\n\n${text}`}).faults
    expect(found).toMatchObject([{line: 3, column: 3}])
    expect(found[0]!.message).toContain('Unexpected repair «The heron stood still.», expected «A heron stood still.»')
    expect(found[0]!.frame).toContain('> 3 | - id: residue/odd-bird')
  })

  test('two rules that undo each other', () => {
    const there = wordRule('odd-bird', 'hearon', 'heron')
    const back = wordRule('even-bird', 'heron', 'hearon').replace("leave: 'The heron", "leave: 'The crane")
    expect(faults({'residue/words.yml': there + back}).some((one) => one.includes('residue/even-bird'))).toBe(true)
  })

  test('a text of one stage that another changes', () => {
    const leaving = lineRule('heron-button', 'feed the heron').replace(
      "    - {leave: 'He said",
      "    - {leave: 'He paid &pound;5 for it.'}\n    - {leave: 'He said",
    )
    expect(faults({'boilerplate/site.yml': leaving})).toEqual([
      'Unexpected change by residue/character-reference, expected no rule to touch what boilerplate/heron-button leaves: He paid &pound;5 for it.',
    ])
  })

  test('a phrase that replaces itself', () => {
    expect(faults({'residue/words.yml': wordRule('odd-bird', 'Heron|hearon', 'heron')})).toContain(
      'Unexpected replacement of `Heron` by itself in residue/odd-bird',
    )
  })

  test('a second rule of a name', () => {
    const rule = wordRule('odd-bird', 'hearon', 'heron')
    const again = wordRule('odd-bird', 'herron', 'heron')
    expect(faults({'residue/words.yml': rule + again}).filter((one) => one.includes('second rule'))).toHaveLength(2)
  })

  test('a rule that cannot be read, and the others are tested', () => {
    const found = tested({'residue/words.yml': `${wordRule('odd-bird', 'hearon', 'heron')}- id: residue/half-bird\n`})
    expect(found.faults).toMatchObject([{line: 9, message: expect.stringContaining('Unexpected rule without')}])
    expect(found.rules).toBe(1)
  })
})

describe('a remark is', () => {
  test('a phrase that stands twice', () => {
    const text = lineRule('heron-button', 'feed the heron').replace(
      "find: ['feed the heron']",
      "find: ['feed the heron', '(feed|pat) the heron']",
    )
    expect(remarks({'boilerplate/site.yml': text})).toEqual([
      'Idle in boilerplate/heron-button: `feed the heron`; the rule has it twice',
    ])
  })

  test('one that two rules have: of the later', () => {
    const text = lineRule('heron-button', 'feed the heron') + lineRule('heron-link', 'feed the heron')
    expect(remarks({'boilerplate/site.yml': text})).toEqual([
      'Idle in boilerplate/heron-link: `feed the heron`; boilerplate/heron-button has it, too',
    ])
  })

  test('one that an installed rule finds', () => {
    expect(remarks({'boilerplate/site.yml': lineRule('our-button', 'Manage cookie consent')})).toEqual([
      'Idle in boilerplate/our-button: `Manage cookie consent`; boilerplate/consent-button finds it wherever this rule does',
    ])
  })

  test('one of which a wider rule takes a part', () => {
    const wide = lineRule('heron-call', 'feed it')
      .replace('at: line\n', 'at: line-start\n')
      .replace("{leave: 'He said that feed it was all they had.'}", "{leave: 'They feed it daily.'}")
    expect(remarks({'boilerplate/site.yml': wide + lineRule('heron-button', 'feed it now')})).toEqual([
      'Idle in boilerplate/heron-button: `feed it now`; boilerplate/heron-call takes out every line with `feed it`',
    ])
  })

  test('an entry that another table has', () => {
    const house = {'terms/house.tsv': 'term\tpinyin\tgloss\n内卷\tnèijuǎn\tinvolution\n'}
    expect(remarks(house)).toEqual(['Unexpected entry `内卷`, which stands in terms/culture.tsv, too'])
  })

  test.each([
    ['narrower in place but surer', '  safe: true\n', ''],
    ['with an exception of its own only', '', "  not_before: ['.']\n"],
  ])('not one of a rule that is %s', (_, first, second) => {
    const narrow = lineRule('heron-link', 'feed the heron', first)
    const wide = lineRule('heron-button', 'feed the heron', second).replace('at: line\n', 'at: line-start\n')
    expect(remarks({'boilerplate/site.yml': narrow + wide}).filter((one) => one.includes('heron-link:'))).toEqual([])
  })
})

describe('in a table', () => {
  const HEAD = 'slip\tmeant\n'
  test.each([
    [
      'an unknown column',
      'spell/slips.tsv',
      'slip\tment\nhearon\theron\n',
      1,
      6,
      'Unexpected column `ment`, expected `meant`',
    ],
    ['columns of no table', 'spell/slips.tsv', '# Birds\ncreature\nheron\n', 2, 1, 'Unexpected columns `creature`'],
    ['an empty cell', 'spell/slips.tsv', `${HEAD}hearon\t\n`, 2, 8, 'Unexpected empty `meant`, expected it filled'],
    ['too many cells', 'spell/slips.tsv', `${HEAD}hearon\theron\tx\n`, 2, 1, 'Unexpected 3 cells, expected 2'],
    ['an entry for itself', 'spell/slips.tsv', `${HEAD}heron\theron\n`, 2, 7, 'Unexpected meant `heron` for itself'],
    [
      'an entry twice',
      'spell/slips.tsv',
      `${HEAD}hearon\theron\nhearon\thear on\n`,
      3,
      1,
      'which stands in line 2, too',
    ],
    [
      'a weight that is none',
      'unspin/core.tsv',
      'spun\toriginal\tweight\nfowl\tbird\tlow\n',
      2,
      11,
      'Unexpected weight `low`',
    ],
    [
      'a class that is none',
      'unspin/words.tsv',
      'original\tclass\tspun\nbird\tq\tfowl\n',
      2,
      6,
      'Unexpected class `q`',
    ],
    [
      'an original among its forms',
      'unspin/words.tsv',
      'original\tclass\tspun\nbird\tn\tfowl|bird\n',
      2,
      8,
      'for itself',
    ],
    [
      'a term without Chinese',
      'terms/house.tsv',
      'term\tpinyin\tgloss\nheron\tlù\theron\n',
      2,
      1,
      'Unexpected term `heron`',
    ],
  ])('%s', (_, name, content, line, column, message) => {
    const found = tested({[name]: content}).faults
    expect(found).toMatchObject([{line, column, message: expect.stringContaining(message)}])
  })
})

describe('a pack', () => {
  test('stands for the installed files of its names', () => {
    const pack = readPack([folderOf({'boilerplate/sharing.yml': lineRule('heron-button', 'feed the heron')})])
    const {rules} = withPack(installedRules(), pack)
    const gone = installedRules().rules.filter(({origin}) => origin.path.endsWith('boilerplate/sharing.yml'))
    expect(gone.length).toBeGreaterThan(0)
    expect(rules.length).toBe(installedRules().rules.length - gone.length + 1)
  })

  test('may be a single file, whose stage its folder or its first rule tells', () => {
    const folder = folderOf({
      'desk/new.yml': wordRule('odd-bird', 'hearon', 'heron'),
      'spell/slips.tsv': 'slip\tmeant\n',
    })
    expect(readPack([`${folder}/desk/new.yml`]).rules.map(({id}) => id)).toEqual(['residue/odd-bird'])
    expect(readPack([`${folder}/spell/slips.tsv`]).tables.map(({name}) => name)).toEqual(['spell/slips'])
  })

  test.each([
    ['no folder', 'nowhere', /No such file or folder/],
    ['a folder without rules', folderOf({'readme.txt': ''}), /No rules in/],
    ['a table of no stage', `${folderOf({'desk/words.tsv': 'word\n'})}/desk/words.tsv`, /Which stage/],
    ['another kind of file', `${folderOf({'residue/a.txt': ''})}/residue/a.txt`, /expected rules \(\.yml\) or a table/],
  ])('is not %s', (_, place, message) => {
    expect(() => readPack([place])).toThrow(message)
  })
})
