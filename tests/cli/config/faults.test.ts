/** What is said of configurations with faults: all of them, each in its place, with what was meant. */
import {describe, expect, test} from 'vitest'
import {readConfig} from '../../../src/cli/config.js'
import {configured, project, refusal, said} from './project.js'

test('every fault of a file is told in its order, with the lines around', async () => {
  const error = await refusal(
    configured('stages: [residu]\nminConfidance: 0.9\nrules:\n  residue/unfilled-slot: of\nfoo: 1\ntones: ja\n'),
  )
  expect(said(error)).toEqual([
    '1:10 Unexpected "residu" for stages.0, expected "residue"',
    '2:1 Unexpected key minConfidance, expected minConfidence',
    '4:26 Unexpected "of" for rules.residue/unfilled-slot, expected "off"',
    expect.stringMatching(/^5:1 Unexpected key foo, expected one of \$schema, extends, /),
    '6:8 Unexpected "ja" for tones, expected boolean',
  ])
  expect(error.message).toContain(
    '2:1 Unexpected key minConfidance, expected minConfidence\n  1 | stages: [residu]\n> 2 | minConfidance: 0.9\n    | ^\n',
  )
})

test('JSON is shown in its place, too', async () => {
  const at = project({'unspun.config.json': '{\n  "style": "rubi",\n  "captions": 3\n}\n'})
  expect(said(await refusal(readConfig({from: at()})))).toEqual([
    '2:12 Unexpected "rubi" for style, expected "ruby"',
    '3:15 Unexpected 3 for captions, expected "keep" or "drop"',
  ])
})

test('of a program the key is named', async () => {
  const at = project({'unspun.config.mjs': "export default {lint: {failOn: 'saf'}, overrides: [{style: 'ruby'}]}\n"})
  expect(said(await refusal(readConfig({from: at()}))).sort()).toEqual([
    'Unexpected "saf" for lint.failOn, expected "safe"',
    'Unexpected overrides.0 without files, expected it',
  ])
})

test.each([
  ['typography: {spacng: add}\n', '1:14 Unexpected key typography.spacng, expected spacing'],
  ['typography: on\n', '1:13 Unexpected "on" for typography, expected "off"'],
  ['typography: {spacing: sometimes}\n', 'expected one of "keep", "add", "remove"'],
  ['overrides:\n  - files: a\n    ranker: llama\n', '3:5 Unexpected key overrides.0.ranker, expected one of files, '],
  ['overrides:\n  - {files: a, style: rubi}\n', '2:23 Unexpected "rubi" for overrides.0.style, expected "ruby"'],
  ['overrides: {files: a}\n', 'Unexpected Object for overrides, expected a list'],
  ['ignores: "!keep.md"\n', 'expected a glob without !; excludedFiles says what is left out'],
  ['lint: {failon: safe}\n', '1:8 Unexpected key lint.failon, expected failOn'],
  ['lint: {maxFindings: -1}\n', 'Unexpected -1 for lint.maxFindings, expected >=0'],
  ['minConfidence: 2\n', 'Unexpected 2 for minConfidence, expected <=1'],
  ['languages: [eng]\n', 'Unexpected "eng" for languages.0, expected "en"'],
  ['languages: []\n', 'expected some languages'],
  ['words: [kubelet, ""]\n', '1:18 Unexpected'],
  ['words: ["123"]\n', 'expected a word'],
  ['glossary: [{trem: 内卷, pinyin: nèijuǎn, gloss: rat race}]\n', 'Unexpected key glossary.0.trem, expected term'],
  ['glossary: [{term: involution, pinyin: x, gloss: y}]\n', 'expected a term with Chinese characters'],
  ['glossary: [5]\n', 'Unexpected 5 for glossary.0, expected a text or an object'],
  ['lexicon: [{spun: "★", original: star}]\n', 'Unexpected "★" for lexicon.0.spun, expected 1 to 16 words'],
  ['- a\n', '1:1 Unexpected configuration, expected keys with values: `style: …`'],
  ['style: a: b\n', 'Unexpected YAML: '],
  ['style: ruby\nstyle: none\n', '2:1 Unexpected YAML: Map keys must be unique'],
  ['style： ruby\n', '1:6 Unexpected full-width colon, expected `style: `'],
  ['rules:\n  residue/unfilled-slot：off\n', 'Unexpected full-width colon, expected `residue/unfilled-slot: `'],
  ['lint:\n\u3000failOn: safe\n', '2:1 Unexpected no-break or wide space, expected a plain space'],
])('%s', async (yaml, message) => {
  expect(said(await refusal(configured(yaml))).join('\n')).toContain(message)
})

test('a key that stands twice in JSON is a fault', async () => {
  const at = project({'unspun.config.json': '{"rules": {"terms": "off"}, "style": "ruby", "rules": {}}'})
  expect(said(await refusal(readConfig({from: at()})))).toEqual(['1:46 Unexpected YAML: Map keys must be unique'])
})

test('texts with colons and quotation marks are no keys', async () => {
  const at = project({'unspun.config.json': '{"words": ["a", ":", "b\\":", "c: d"]}'.replace('":"', '"e:"')})
  expect((await readConfig({from: at()})).base.words).toEqual(['a', 'e:', 'b":', 'c: d'])
})

describe('rules', () => {
  test('of no stage are refused at once, in overrides too', async () => {
    const yaml = 'rules:\n  residu/x: off\noverrides:\n  - files: a\n    rules: {spel: off}\n'
    expect(said(await refusal(configured(yaml)))).toEqual([
      '2:3 Unexpected rule residu/x, expected residue/x',
      expect.stringMatching(/^5:13 Unexpected rule spel, expected spell$/),
    ])
  })

  test('that there are not are refused when the rule set is known', async () => {
    const yaml =
      'rules:\n  terms: off\n  residue/unfiled-slot: off\n  lint/rejected-document: off\n  spell/zebra: report\n'
    const configuration = await configured(yaml)
    const known = ['residue/unfilled-slot', 'spell/unknown-word', 'lint/rejected-document']
    const refused = Promise.resolve().then(() => configuration.refuseUnknownRules(known))
    expect(said(await refusal(refused))).toEqual([
      '3:3 Unexpected rule residue/unfiled-slot, expected residue/unfilled-slot',
      '5:3 Unexpected rule spell/zebra, expected one that unspun rules list shows',
    ])
  })
})

test('a key that is misspelt is not missing, too', async () => {
  expect(said(await refusal(configured('glossary: [{trem: 内卷, pinyin: nèijuǎn, gloss: rat race}]\n')))).toEqual([
    '1:13 Unexpected key glossary.0.trem, expected term',
  ])
})

describe('hostile files', () => {
  test('aliases that would grow without end are refused', async () => {
    const levels = Array.from(
      {length: 12},
      (_, i) =>
        `  - &l${i} [${Array(9)
          .fill(i ? `*l${i - 1}` : 'x')
          .join(', ')}]`,
    )
    const error = await refusal(configured(`words:\n${levels.join('\n')}\n`))
    expect(error.message).toContain('cannot be read: Excessive alias count')
  })

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    '%s is a key like any other unknown one',
    async (key) => {
      expect(said(await refusal(configured(`${key}: {tones: true}\n`))).join()).toContain(`1:1 Unexpected key ${key}`)
      expect(said(await refusal(configured(`rules: {${key}: off}\n`))).join()).toContain(`1:9 Unexpected rule ${key}`)
      const at = project({'unspun.config.json': `{"rules": {"${key}": "off"}}`})
      expect(said(await refusal(readConfig({from: at()}))).join()).toContain(`Unexpected rule ${key}`)
      expect(({} as Record<string, unknown>)['tones']).toBeUndefined()
    },
  )

  test('brackets without end are refused', async () => {
    expect((await refusal(configured(`words: ${'['.repeat(20_000)}`))).faults.length).toBeGreaterThan(0)
  })

  test('of a thousand faults ten are told', async () => {
    const {message} = await refusal(configured(`words: [${Array(1000).fill('""').join(', ')}]\n`))
    expect(message.match(/Unexpected/g)).toHaveLength(10)
    expect(message).toContain('… and 990 more')
    expect(Math.max(...message.split('\n').map(({length}) => length))).toBeLessThan(200)
  })

  test('no number of faults takes long', async () => {
    const at = project({'unspun.config.json': JSON.stringify({words: Array(20_000).fill(5)})})
    const started = performance.now()
    const {faults} = await refusal(readConfig({from: at()}))
    expect(faults).toHaveLength(20_000)
    expect(performance.now() - started).toBeLessThan(5000)
  })

  test('nothing in a file steers a terminal', async () => {
    const {message} = await refusal(configured('"a\\u001b[31m": 1\n"b\u202e": 2\n'))
    expect(message).not.toMatch(/[\u001b\u202e]/)
    expect(message).toContain('‹001B›')
  })
})
