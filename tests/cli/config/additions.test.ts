/** Words, terms and spun forms of a configuration have the effect that those of the rules have. */
import {readFileSync} from 'node:fs'
import path from 'node:path'
import {describe, expect, test} from 'vitest'
import {withAdditions} from '../../../src/additions.js'
import {additionsOf} from '../../../src/cli/config/additions.js'
import type {Config} from '../../../src/cli/config/schema.js'
import type {StageName} from '../../../src/draft/index.js'
import {createCleaner, installedRules, type Report} from '../../../src/index.js'
import {configured, refusal, said} from './project.js'

/** What becomes of a text with some stages and these additions. */
function report(config: Config, stages: readonly StageName[], text: string): Report {
  const ruleSet = withAdditions(installedRules(), additionsOf(config))
  return createCleaner({stages, ruleSet})(text).report
}

describe('words', () => {
  const TEXT = 'The engineers met on Monday to speak of the acheive button and of the recieve form of their new site.\n'
  const reported = (words?: string[]): string[] =>
    report(words ? {words} : {}, ['identify', 'spell'], TEXT).findings.map(({actual}) => actual)

  test('are not reported, not even where the rules list them as slips', () => {
    expect(reported()).toEqual(['acheive', 'recieve'])
    expect(reported(['Acheive'])).toEqual(['recieve'])
    expect(reported(['the acheive button', 'RECIEVE'])).toEqual([])
  })

  test('do not hide others', () => {
    expect(reported(['kubelet'])).toEqual(['acheive', 'recieve'])
  })
})

describe('glossary', () => {
  const TEXT = 'They fear 内卷 more than anything else in the office, and they say so.\n'
  const INVOLUTION = {term: '内卷', traditional: '內卷', pinyin: 'nèijuǎn', gloss: 'the rat race of our house'}
  const written = (config: Config): string => report(config, ['identify', 'terms'], TEXT).text

  test('a term of the house takes the place of the installed one', () => {
    expect(written({})).toContain('内卷 (nèijuǎn, “competition that wears everyone out”)')
    expect(written({glossary: [INVOLUTION]})).toContain('内卷 (nèijuǎn, “the rat race of our house”)')
  })

  test('a new one is known', () => {
    const text = 'They fear 磨坊精神 more than anything else in the office, and they say so.\n'
    const mill = {term: '磨坊精神', pinyin: 'mòfáng jīngshén', gloss: 'spirit of the mill'}
    const [before, after] = [{}, {glossary: [mill]}].map((config) => report(config, ['identify', 'terms'], text))
    expect(before!.text).toBe(text)
    expect(after!.text).toContain('磨坊精神 (mòfáng jīngshén, “spirit of the mill”)')
  })

  test('a table is read as those of the rules are', async () => {
    const table = '# ours\nterm\tpinyin\tgloss\n内卷\tnèijuǎn\tthe rat race of our house\n'
    const {base} = await configured('glossary: [house.tsv]\n', {'house.tsv': table})
    expect(written(base)).toContain('“the rat race of our house”')
  })

  test.each([
    ['glossary: [none.tsv]\n', '1:12 Unexpected table, expected a file: '],
    ['overrides:\n  - {files: a, lexicon: [none.tsv]}\n', '2:26 Unexpected table, expected a file: '],
    ['glossary: [cells.tsv]\n', '2:1 Unexpected 4 cells, expected 3: cells are separated by one tab'],
    ['glossary: [columns.tsv]\n', '1:1 Unexpected table without a column pinyin, expected term, pinyin, gloss'],
    ['glossary: [columns.tsv]\n', '1:1 Unexpected column tone, expected some of term, traditional, '],
    ['glossary: [rows.tsv]\n', '3:1 Unexpected row without gloss, expected it'],
    ['glossary: [rows.tsv]\n', '4:1 Unexpected term involution, expected one with Chinese characters'],
    ['lexicon: [weights.tsv]\n', '2:1 Unexpected weight 3, expected log10, 0 or less'],
    ['lexicon: [weights.tsv]\n', '3:1 Unexpected form ★, expected 1 to 16 words'],
  ])('%s%s', async (yaml, message) => {
    const files = {
      'cells.tsv': 'term\tpinyin\tgloss\n内卷\tnèijuǎn\trat race\tx\n',
      'columns.tsv': 'term\ttone\tgloss\n',
      'rows.tsv': 'term\tpinyin\tgloss\n\n内卷\tnèijuǎn\ninvolution\tnèijuǎn\trat race\n',
      'weights.tsv': 'spun\toriginal\tweight\nflying machine\tdrone\t3\n★\tstar\n',
    }
    expect(said(await refusal(configured(yaml, files))).join('\n')).toContain(message)
  })
})

describe('lexicon', () => {
  const SPUN = readFileSync(path.resolve(import.meta.dirname, '../../spun/gaming-lighthouse.marked.txt'), 'utf8')

  test('a spun form of the project is restored, in a text that is spun', () => {
    const text = `${SPUN.replace(/\[\[(.*?)→.*?\]\]/g, '$1')}\nThe old keeper of the tower beacon house lit the lamp again.\n`
    const lexicon = [{spun: 'tower beacon house', original: 'lighthouse'}]
    const changes = (config: Config): string[] =>
      report(config, ['identify', 'unspin'], text)
        .findings.filter(({actual}) => actual.includes('beacon house'))
        .map(({actual, expected}) => `${actual} → ${expected[0]}`)
    expect(changes({})).toEqual([])
    expect(changes({lexicon})).toEqual(['tower beacon house → lighthouse'])
  })
})

test('additions are part of the digest that reports and caches go by', () => {
  const set = installedRules()
  const digests = [
    {},
    {words: ['kubelet']},
    {words: ['sidecar']},
    {lexicon: [{spun: 'kubelet', original: 'sidecar'}]},
  ].map((config) => withAdditions(set, additionsOf(config)).digest)
  expect(new Set(digests).size).toBe(4)
  expect(digests[0]).toBe(set.digest)
})
