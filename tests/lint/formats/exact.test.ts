/** What each format says of a finding is what is known of it: nothing lost, moved, or counted in another unit. */

import fc from 'fast-check'
import {Parser} from 'htmlparser2'
import {describe, expect, test} from 'vitest'
import {FORMAT_NAMES, FORMATS} from '../../../src/lint/formats/index.js'
import {said} from '../../../src/lint/formats/said.js'
import type {LintFinding} from '../../../src/lint/lint.js'
import {FACTS, findingIn, nastyRun, printed, resultOf, summaryOf} from './made.js'
import {FIXES, offsetOf, REPAIRED, RUN, TEXT} from './sample.js'

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

const HOLDING: readonly string[] = ['github', 'sarif']

test.each(FORMAT_NAMES.filter((name) => !HOLDING.includes(name)))(
  '%s holds nothing back until the end',
  async (name) => {
    const formatter = (await FORMATS[name]())(FACTS)
    const fixed = {source: 'a\n', text: 'b\n'}
    const printed = [1, 2].map((count) => formatter.document({...resultOf(`${count}.md`, FIXES), fixed}))
    expect(printed.map((text, index) => text.includes(`${index + 1}.md`))).toEqual([true, true])
    expect(formatter.end(summaryOf(RUN))).not.toContain('.md')
  },
)

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
  const {results} = JSON.parse(await printed('sarif', [resultOf('a.md', findings)])).runs[0]
  expect(results.map((result: {fixes?: unknown}) => result.fixes)).toEqual([undefined, undefined])
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
