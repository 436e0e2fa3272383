/** What `unspun rules try` says of a new rule on documents: counts, and hits in their lines. */
import {describe, expect, test} from 'vitest'
import {Comparison} from '../../src/reference/compare.js'
import {asJson, asText, type Paint, perMillion} from '../../src/reference/in-context.js'
import {readPack, stagesOf, withPack} from '../../src/reference/pack.js'
import {installedRules} from '../../src/rules/read.js'
import {folderOf, wordRule} from './pack.js'

const plain = (text: string): string => text
const PLAIN: Paint = {bold: plain, green: plain, red: plain, yellow: plain}

/** Without rules of its own, which is ready sooner. */
const bare = {...installedRules(), rules: []}

/** Two versions of a file, compared on documents. */
function compared(old: string | undefined, now: string, documents: readonly string[], limit = 20): Comparison {
  const pack = (content: string) => readPack([folderOf({'residue/birds.yml': content})])
  const before = old === undefined ? bare : withPack(bare, pack(old))
  const after = withPack(before, pack(now))
  const stages = stagesOf(pack(now))
  const comparison = new Comparison({old: before, now: after, stages, options: {}, limit})
  for (const [i, content] of documents.entries()) comparison.add({content, facts: {path: `${i}.txt`}} as never)
  return comparison
}

const HEARON = wordRule('odd-bird', 'hearon', 'heron')
const DOCUMENT = 'A gull came by.\nThen the hearon came back, and a hearon more.\n'

describe('a hit is', () => {
  test('new, where no old rule found it', () => {
    const [counts, ...others] = compared(undefined, HEARON, [DOCUMENT, 'Nothing here.\n']).rules()
    expect(others).toEqual([])
    expect(counts).toMatchObject({rule: 'residue/odd-bird', old: 0, now: 2, new: 2, gone: 0, changed: 0})
    expect(counts!.samples[0]).toEqual({
      kind: 'new',
      path: '0.txt',
      line: 2,
      column: 10,
      before: 'Then the ',
      actual: 'hearon',
      after: ' came back, and a hearon more.',
      expected: 'heron',
    })
  })

  test('gone, where the new file no longer finds it', () => {
    const comparison = compared(HEARON, wordRule('odd-bird', 'herron', 'heron'), [DOCUMENT])
    expect(comparison.rules()).toMatchObject([{old: 2, now: 0, new: 0, gone: 2, changed: 0}])
  })

  test('changed, where something else is to stand there', () => {
    const comparison = compared(HEARON, wordRule('odd-bird', 'hearon', 'egret'), [DOCUMENT])
    expect(comparison.rules()).toMatchObject([{old: 2, now: 2, new: 0, gone: 0, changed: 2}])
    expect(comparison.rules()[0]!.samples[0]).toMatchObject({expected: 'egret', formerly: 'heron'})
  })

  test('nothing, where both say the same', () => {
    const comparison = compared(HEARON, HEARON, [DOCUMENT])
    expect(comparison.rules()).toMatchObject([{old: 2, now: 2, new: 0, gone: 0, changed: 0, samples: []}])
    expect(asText(comparison, 100, PLAIN)).toBe('1 document, 13 words: 0 new, 0 gone, 0 changed\n')
  })
})

test('of each rule no more hits are kept than are shown, and all are counted', () => {
  const comparison = compared(undefined, HEARON, Array(30).fill(DOCUMENT), 5)
  expect(comparison.rules()[0]).toMatchObject({new: 60})
  expect(comparison.rules()[0]!.samples).toHaveLength(5)
  expect(asText(comparison, 100, PLAIN)).toContain('  and 55 more; --limit shows them\n')
})

test('hits stand one below the other, also beside wide characters', () => {
  const text = asText(compared(undefined, HEARON, [DOCUMENT, '水车 hearon\n']), 100, PLAIN)
  const lines = text.split('\n').filter((line) => line.startsWith('+ '))
  const columns = lines.map((line) =>
    [...line.slice(0, line.indexOf('['))].reduce((sum, c) => sum + (/\p{Script=Han}/u.test(c) ? 2 : 1), 0),
  )
  expect(lines).toHaveLength(3)
  expect(new Set(columns).size).toBe(1)
  for (const line of lines) expect(line).toContain('[hearon]')
  for (const line of lines) expect(line).toMatch(/ {2}→ «heron»$/)
})

test('nothing of a document steers the terminal', () => {
  const hostile = 'A \u001b[31m gull and a hearon\u202e there.\n'
  const text = asText(compared(undefined, HEARON, [hostile]), undefined, PLAIN)
  expect(text).toContain('[hearon]')
  expect(text).not.toMatch(/[\u001b\u202e]/)
})

test('what is no text is counted and not looked at', () => {
  const {totals} = compared(undefined, HEARON, ['', DOCUMENT])
  expect(totals).toEqual({documents: 2, rejected: 1, words: 13})
})

test('as JSON with all counts', () => {
  const parsed = JSON.parse(asJson(compared(undefined, HEARON, [DOCUMENT])))
  expect(parsed).toMatchObject({version: 1, documents: 1, words: 13, rules: [{rule: 'residue/odd-bird', new: 2}]})
  expect(parsed.rules[0].perMillionWords).toBe(153800)
})

test.each([
  [0, 0, '0'],
  [1, 1_000_000, '1.0'],
  [250, 1_000_000, '250'],
])('%i hits in %i words', (hits, words, expected) => {
  expect(perMillion(hits, {documents: 1, rejected: 0, words})).toBe(expected)
})
