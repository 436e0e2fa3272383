/** What each format says of a finding is what is known of it: nothing lost, moved, or counted in another unit. */

import fc from 'fast-check'
import {Parser} from 'htmlparser2'
import {describe, expect, test} from 'vitest'
import {said} from '../../../src/lint/formats/said.js'
import {uriOf} from '../../../src/lint/formats/where.js'
import type {LintFinding} from '../../../src/lint/lint.js'
import {FACTS, findingIn, manyFindings, nastyRun, printed, resultOf, summaryOf} from './made.js'
import {parseCommands} from './workflow-commands.js'

/** Letters of one to four bytes before the place, a lone \r as a line end, and a repair of several lines. */
const TEXT = '\ufeffDas Haus.\rEin 😀 – 水車 für {slot} hier.\r\nZwei {a\nb} Zeilen.\n'
const FIXES = [findingIn(TEXT, '{slot}', 'Ärger'), findingIn(TEXT, '{a\nb}', 'c\nd', 'proposed')]
const REPAIRED = TEXT.replace('{slot}', 'Ärger').replace('{a\nb}', 'c\nd')
const RUN = [resultOf('docs/a b.md', FIXES)]

const sarifOf = async (...args: Parameters<typeof printed> extends [unknown, ...infer Rest] ? Rest : never) =>
  JSON.parse(await printed('sarif', ...args)).runs[0]

/** Where a line and a column lead, counted by a measure of length. */
function offsetOf(text: string, {line, column}: {line: number; column: number}, unit: 'utf8' | 'utf16'): number {
  const lines = text.split(/(?<=\r\n|\n|\r(?!\n))/)
  const before = lines.slice(0, line - 1).join('')
  if (unit === 'utf16') return before.length + column - 1
  return (
    before.length +
    Buffer.from(lines[line - 1]!)
      .subarray(0, column - 1)
      .toString().length
  )
}

test('json and jsonl give back every field, lone surrogates and control characters included', async () => {
  await fc.assert(
    fc.asyncProperty(nastyRun, async (run) => {
      const known = run.map(({path, findings, omitted}) => ({path, omitted: omitted.length, findings}))
      const {documents, summary} = JSON.parse(await printed('json', run))
      expect(documents).toEqual(JSON.parse(JSON.stringify(known)))
      expect(summary).toEqual(summaryOf(run))
      const lines = (await printed('jsonl', run)).split('\n').slice(0, -1)
      const alone = known.flatMap(({path, findings}) => findings.map((finding) => ({version: 1, path, ...finding})))
      expect(lines.map((line) => JSON.parse(line))).toEqual(JSON.parse(JSON.stringify(alone)))
    }),
    {numRuns: 100},
  )
})

test('json prints a document as soon as it has been looked at', async () => {
  const {json} = await import('../../../src/lint/formats/json.js')
  const formatter = json(FACTS)
  expect(formatter.document(resultOf('a.txt', FIXES))).toContain('"a.txt"')
  expect(formatter.document(resultOf('b.txt', []))).toMatch(/^,\n\{"path":"b\.txt"/)
})

test('suggestions for reviewdog repair the file by bytes', async () => {
  const {diagnostics} = JSON.parse(await printed('rdjson', RUN))
  const repaired = diagnostics.reduceRight((text: string, {suggestions}: (typeof diagnostics)[number]) => {
    const [{range, text: written}] = suggestions
    return text.slice(0, offsetOf(text, range.start, 'utf8')) + written + text.slice(offsetOf(text, range.end, 'utf8'))
  }, TEXT)
  expect(repaired).toBe(REPAIRED)
  expect(diagnostics[0].location.range.start).toEqual({line: 2, column: 26})
})

test('only what repairs by itself is suggested', async () => {
  const findings = [{...FIXES[0]!, isFixable: false}, findingIn(TEXT, 'Zeilen', undefined, 'reported')]
  expect(await printed('rdjsonl', [resultOf('a.md', findings)])).not.toContain('suggestions')
  const {results} = await sarifOf([resultOf('a.md', findings)])
  expect(results.map((result: {fixes?: unknown}) => result.fixes)).toEqual([undefined, undefined])
})

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
    expect(slot.shortDescription.text).toBe('Unexpected `…`, expected `…`')
    expect(slot).toMatchObject({
      name: 'UnfilledSlot',
      fullDescription: {text: 'A slot stayed.'},
      defaultConfiguration: {level: 'error'},
    })
    expect(slot.help.markdown).toContain('`unspun rules show residue/unfilled-slot`')
    expect(odd).toMatchObject({shortDescription: {text: 'odd thing'}, defaultConfiguration: {level: 'note'}})
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
  const commandsOf = async (...args: Parameters<typeof sarifOf>) => parseCommands(await printed('github', ...args))

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

/** The elements of an XML text with their attributes and text, read by a parser that is not ours. */
function elementsOf(xml: string): {name: string; attributes: Record<string, string>; text: string}[] {
  const elements: ReturnType<typeof elementsOf> = []
  const open: ReturnType<typeof elementsOf> = []
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        open.push({name, attributes, text: ''})
        elements.push(open.at(-1)!)
      },
      ontext(text) {
        if (open.length > 0) open.at(-1)!.text += text
      },
      onclosetag: () => void open.pop(),
    },
    {xmlMode: true},
  )
  parser.end(xml)
  return elements
}

describe('checkstyle and junit', () => {
  test('what is said comes back from an XML parser', async () => {
    const finding = {...FIXES[0]!, message: 'a ]]> <b> & "c" \u0001', why: undefined, advice: 'x'}
    const [error] = elementsOf(await printed('checkstyle', [resultOf('a<&">.md', [finding])])).filter(
      ({name}) => name === 'error',
    )
    expect(error!.attributes).toEqual({
      line: '2',
      column: '17',
      severity: 'error',
      message: 'a ]]> <b> & "c" ‹0001›\nDo: x',
      source: 'unspun.residue/unfilled-slot',
    })
    const failure = elementsOf(await printed('junit', [resultOf('a.md', [finding])])).find(
      ({name}) => name === 'failure',
    )
    expect(failure!.text).toContain(said(finding))
  })

  test('a test fails where the run does, and what weighs less is output', async () => {
    const all = elementsOf(await printed('junit', RUN, {failOn: 'safe'}))
    const counts = all.find(({name}) => name === 'testsuite')!.attributes
    expect(counts).toMatchObject({tests: '1', failures: '1', errors: '0', timestamp: '2026-03-04T05:06:07'})
    expect(all.find(({name}) => name === 'failure')!.attributes).toMatchObject({type: 'safe'})
    expect(all.find(({name}) => name === 'system-out')!.text).toContain('3:6 residue/unfilled-slot proposed')
  })

  test('a clean document is a test that passes, one whose findings are not shown is not', async () => {
    const suites = async (omitted: LintFinding[]) =>
      elementsOf(await printed('junit', [{path: 'a.md', findings: [], omitted}], {failOn: 'proposed'})).filter(
        ({name}) => name === 'testsuite',
      )[0]!.attributes
    expect(await suites([])).toMatchObject({tests: '1', failures: '0'})
    expect(await suites([FIXES[0]!])).toMatchObject({tests: '1', failures: '1'})
    expect(await suites([findingIn(TEXT, 'Zeilen', undefined, 'reported')])).toMatchObject({failures: '0'})
  })
})

describe('stylish', () => {
  test('marks stand under what they mark, also behind wide and combining characters', async () => {
    const frame = {text: '水車e\u0301 は {b水} です', start: 7, end: 11, isCutBefore: true, isCutAfter: false}
    const text = await printed('stylish', [resultOf('a.md', [{...FIXES[0]!, frame}])])
    expect(text).toContain(`  …水車e\u0301 は {b水} です\n  ${' '.repeat(10)}^^^^^\n`)
  })

  test('counts by level, and says what is not shown', async () => {
    const run = [{path: 'a.md', findings: [FIXES[0]!], omitted: [FIXES[1]!]}]
    expect(await printed('stylish', run)).toMatch(/\n2 findings, 1 not shown in 1 document: 1 safe, 1 proposed\n$/)
    expect(await printed('stylish', [resultOf('a.md', [])])).toBe('Nothing found in 1 document\n')
  })

  test('has colours only when told', async () => {
    expect(await printed('stylish', RUN)).not.toContain('\u001b')
    expect(await printed('stylish', RUN, {hasColours: true})).toContain('\u001b[31m^')
  })
})
