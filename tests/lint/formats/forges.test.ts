/** What GitHub and GitLab are told of a finding: where it is in the repository, how grave, and how to know it again. */
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {Gravest} from '../../../src/lint/formats/gravest.js'
import {uriOf} from '../../../src/lint/formats/where.js'
import {LEVELS} from '../../../src/lint/level.js'
import type {LintFinding} from '../../../src/lint/lint.js'
import {findingIn, manyFindings, printed, resultOf} from './made.js'
import {FIXES, offsetOf, REPAIRED, RUN, TEXT} from './sample.js'
import {parseCommands} from './workflow-commands.js'

type Run = Parameters<typeof printed> extends [unknown, ...infer Rest] ? Rest : never

const sarifOf = async (...args: Run) => JSON.parse(await printed('sarif', ...args)).runs[0]

describe('sarif', () => {
  test('fixes repair the file by UTF-16 units', async () => {
    const {results, columnKind} = await sarifOf(RUN)
    expect(columnKind).toBe('utf16CodeUnits')
    const repaired = results.reduceRight((text: string, {fixes}: (typeof results)[number]) => {
      const [{deletedRegion: region, insertedContent}] = fixes[0].artifactChanges[0].replacements
      const start = offsetOf(text, {line: region.startLine, column: region.startColumn}, 'utf16')
      const end = offsetOf(text, {line: region.endLine, column: region.endColumn}, 'utf16')
      return text.slice(0, start) + insertedContent.text + text.slice(end)
    }, TEXT)
    expect(repaired).toBe(REPAIRED)
  })

  test('levels, rules and places', async () => {
    const stranger = {...findingIn(TEXT, 'Zeilen', undefined, 'reported'), rule: 'guest/odd-thing' as const}
    const {results, tool} = await sarifOf([resultOf('a.md', [...FIXES, stranger])], {folder: 'site'})
    expect(results.map(({level, ruleIndex}: (typeof results)[number]) => [level, ruleIndex])).toEqual([
      ['error', 0],
      ['warning', 0],
      ['note', 1],
    ])
    expect(results[0].locations[0].physicalLocation.artifactLocation).toEqual({
      uri: 'site/a.md',
      uriBaseId: '%SRCROOT%',
    })
    const [slot, odd] = tool.driver.rules
    expect(slot.shortDescription.text).toBe('Unfilled slot')
    expect(slot).toMatchObject({
      name: 'UnfilledSlot',
      fullDescription: {text: 'A slot stayed.'},
      defaultConfiguration: {level: 'error'},
    })
    expect(slot.help.markdown).toContain('`unspun rules show residue/unfilled-slot`')
    expect(odd).toMatchObject({shortDescription: {text: 'Odd thing'}, defaultConfiguration: {level: 'note'}})
  })

  test('the same fault twice in a document has an ordinal, in another document it starts again', async () => {
    const twice = [FIXES[0]!, FIXES[0]!]
    const {results} = await sarifOf([resultOf('a.md', twice), resultOf('b.md', twice)])
    const [{fingerprint}] = twice as [LintFinding, LintFinding]
    expect(results.map(({partialFingerprints}: (typeof results)[number]) => partialFingerprints['unspun/v1'])).toEqual(
      [1, 2, 1, 2].map((ordinal) => `${fingerprint}:${ordinal}`),
    )
  })

  test('of more than GitHub takes the gravest are told, and how many are not', async () => {
    const {results, invocations} = await sarifOf([resultOf('a.md', manyFindings(25_300))])
    const levels = results.map(({level}: (typeof results)[number]) => level)
    expect(levels).toHaveLength(25_000)
    expect(levels.filter((level: string) => level === 'error')).toHaveLength(8433)
    expect(levels.filter((level: string) => level === 'note')).toHaveLength(8434 - 300)
    expect(invocations[0].toolExecutionNotifications[0].message.text).toBe('300 more findings left out.')
  }, 20_000)

  test('says when something could not be read', async () => {
    const {invocations} = await sarifOf([], {}, 2)
    expect(invocations[0].executionSuccessful).toBe(false)
    expect(invocations[0].toolExecutionNotifications[0].message.text).toBe('2 failures to read an input or a rule.')
  })

  test('a message makes no link', async () => {
    const finding = {...FIXES[0]!, message: 'Unexpected [click](https://example.org)', advice: 'See a[0].'}
    const {results} = await sarifOf([resultOf('a.md', [finding])])
    expect(results[0].message.text).toBe('Unexpected \\[click\\](https://example.org). See a\\[0\\].')
  })
})

test('the gravest of all that came are kept, in each level the first', () => {
  const levels = fc.array(fc.constantFrom(...LEVELS), {maxLength: 40})
  fc.assert(
    fc.property(levels, fc.integer({min: 1, max: 12}), (came, limit) => {
      const gravest = new Gravest<string>(limit)
      const entries = came.map((level, index) => ({level, name: `${level} ${index}`}))
      for (const {level, name} of entries) gravest.add(level, name)
      const sorted = entries.sort((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level))
      expect(gravest.entries()).toEqual(sorted.slice(0, limit).map(({name}) => name))
    }),
  )
})

test.each([
  ['docs/a b.md', 'docs/a%20b.md'],
  ['a:b#c?d%.md', 'a%3Ab%23c%3Fd%25.md'],
  ['水/é.md', '%E6%B0%B4/%C3%A9.md'],
  ['/tmp/a.md', 'file:///tmp/a.md'],
  ['C:/a b.md', 'file:///C:/a%20b.md'],
  ['new\nline\ud800', 'new%0Aline%EF%BF%BD'],
  ['../a.md', '../a.md'],
])('the URI of %j is %s', (path, uri) => {
  expect(uriOf(path)).toBe(uri)
})

test('fingerprints for GitLab are unique in a report, and the same in the next', async () => {
  const run = [resultOf('a.md', [FIXES[0]!, FIXES[0]!, FIXES[1]!]), resultOf('b.md', FIXES)]
  const prints = JSON.parse(await printed('gitlab', run)).map((issue: {fingerprint: string}) => issue.fingerprint)
  expect(new Set(prints).size).toBe(5)
  const moved = [resultOf('b.md', FIXES), resultOf('a.md', [FIXES[1]!, FIXES[0]!, FIXES[0]!])]
  const again = JSON.parse(await printed('gitlab', moved)).map((issue: {fingerprint: string}) => issue.fingerprint)
  expect(again.sort()).toEqual(prints.sort())
})

test('records of one file are told apart, and named by their file', async () => {
  const run = [resultOf('a.jsonl:1', [FIXES[0]!]), resultOf('a.jsonl:2', [FIXES[0]!]), resultOf('-:3', [FIXES[0]!])]
  const issues = JSON.parse(await printed('gitlab', run))
  expect(issues.map((issue: {location: {path: string}}) => issue.location.path)).toEqual(['a.jsonl', 'a.jsonl', '-'])
  expect(new Set(issues.map((issue: {fingerprint: string}) => issue.fingerprint)).size).toBe(3)
  const {diagnostics} = JSON.parse(await printed('rdjson', run))
  expect(diagnostics[1].location.path).toBe('a.jsonl')
  expect(await printed('checkstyle', run)).toContain('<file name="a.jsonl">')
})

test('GitLab is told lines and columns, from the root of the repository', async () => {
  const lineEnd = findingIn(TEXT, 'hier.\r\n', '')
  const [issue] = JSON.parse(await printed('gitlab', [resultOf('../a.md', [lineEnd])], {folder: 'site/de'}))
  expect(issue.location).toEqual({
    path: 'site/a.md',
    lines: {begin: 2, end: 2},
    positions: {begin: {line: 2, column: 24}, end: {line: 3, column: 1}},
  })
  expect(issue.severity).toBe('major')
})

describe('github', () => {
  const commandsOf = async (...args: Run) => parseCommands(await printed('github', ...args))

  test('names the place from the root of the repository, columns only within a line', async () => {
    const [one, two] = await commandsOf(RUN, {folder: 'site'})
    expect(one!.name).toBe('error')
    expect(one!.properties).toEqual({
      file: 'site/docs/a b.md',
      line: '2',
      endLine: '2',
      col: '17',
      endColumn: '23',
      title: 'residue/unfilled-slot',
    })
    expect(two!.properties).toMatchObject({line: '3', endLine: '4'})
    expect(two!.properties).not.toHaveProperty('col')
  })

  test('what a document says comes back from the escapes, and ends no command', async () => {
    const finding = {...FIXES[0]!, message: '100% ::error::, %0A', advice: 'a\n::warning::b', why: undefined}
    const [command, ...others] = await commandsOf([resultOf('a,b:c%\n.md', [finding])])
    expect(others).toEqual([])
    expect(command!.properties['file']).toBe('a,b:c%\n.md')
    expect(command!.text).toBe('100% ::error::, %0A\nDo: a⏎::warning::b')
  })

  test('the gravest first, ten of a kind, and one line for the rest', async () => {
    const commands = await commandsOf([resultOf('a.md', manyFindings(60)), resultOf('b.md', FIXES)])
    const names = commands.map(({name}) => name)
    const ten = (name: string) => Array<string>(10).fill(name)
    expect(names).toEqual([...ten('error'), ...ten('warning'), ...ten('notice')])
    expect(commands.at(-1)!.text).toBe('33 more findings without an annotation: 11 safe, 11 proposed, 11 reported')
  })

  test('counts what --max-findings left out, and says nothing where nothing is left', async () => {
    const run = [{path: 'a.md', findings: [FIXES[0]!], omitted: [FIXES[1]!]}]
    expect((await commandsOf(run)).at(-1)!.text).toBe('1 more finding without an annotation: 1 proposed')
    expect(await commandsOf(RUN)).toHaveLength(2)
    expect(await printed('github', [resultOf('a.md', [])])).toBe('')
  })
})
