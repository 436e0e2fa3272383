/** Every format is what it says it is, whatever it holds: asked of its published schema, or of what reads it. */
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import type {FormatName} from '../../../src/lint/formats/index.js'
import {createLinter} from '../../../src/lint/linter.js'
import {findingIn, manyFindings, nastyRun, printed, resultOf, shown} from './made.js'
import {VALIDATORS} from './validators.js'

const linter = createLinter({options: {}, rulesFolders: [], asksDictionary: false})
const real = [
  linter.lint({
    content: 'The mill cost {money} and 水車は{slot}。\n',
    facts: {path: 'docs/a b.md', format: 'markdown'},
  }),
  linter.lint({content: Buffer.from('%PDF-1.4 no text'), facts: {path: 'b.txt'}}),
  linter.lint({content: 'The mill stands by the river.\n', facts: {path: 'c.txt'}}),
].map(shown)

const many = [resultOf('a.txt', manyFindings(10_000))]

/** Each run of xmllint starts a program anew. */
const RUNS: Partial<Record<FormatName, number>> = {junit: 4, checkstyle: 4}

describe.each(Object.entries(VALIDATORS))('%s', (name, faultsOf) => {
  const format = name as keyof typeof VALIDATORS

  test('is valid for what the linter says', async () => {
    expect(real.map(({findings}) => findings.length > 0)).toEqual([true, true, false])
    expect(await faultsOf(await printed(format, real))).toEqual([])
  })

  test('is valid for nothing', async () => {
    expect(await faultsOf(await printed(format, []))).toEqual([])
    expect(await faultsOf(await printed(format, [resultOf('a.txt', [])]))).toEqual([])
  })

  test('is valid for the worst of documents', async () => {
    await fc.assert(
      fc.asyncProperty(nastyRun, async (run) => {
        expect(await faultsOf(await printed(format, run, {}, 1))).toEqual([])
      }),
      {numRuns: RUNS[format] ?? 100},
    )
  })

  test('is valid for ten thousand findings', async () => {
    expect(await faultsOf(await printed(format, many))).toEqual([])
  })
})

test('the validators see what is wrong', async () => {
  const [json, xml] = [JSON.stringify([{}]), '<checkstyle><file/></checkstyle>']
  const broken = {json, jsonl: `${json}\n`, sarif: json, junit: xml, checkstyle: xml, gitlab: json, rdjson: json}
  for (const [name, text] of Object.entries({...broken, rdjsonl: `${json}\n`, github: '::error file=a:b.md\n'})) {
    expect(await VALIDATORS[name as keyof typeof VALIDATORS](text), name).not.toEqual([])
  }
})

test('colours and escapes of a document reach no terminal', async () => {
  const text = await printed('stylish', [resultOf('\u001b[2Ja.txt', [findingIn('\u001b[31mred', '\u001b[31mred')])])
  expect(text).not.toMatch(/(?!\n)\p{Cc}/u)
})
