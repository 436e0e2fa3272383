/** The schema that editors get: current, and of one mind with the one that validates. */
import {readFileSync} from 'node:fs'
import {Ajv} from 'ajv'
import {expect, test} from 'vitest'
import {readConfig} from '../../../src/cli/config.js'
import {configJsonSchema, SCHEMA_FILE} from './json-schema.js'
import {project} from './project.js'

test('src/cli/config.schema.json is what npm run schema writes', () => {
  expect(JSON.parse(readFileSync(SCHEMA_FILE, 'utf8'))).toEqual(JSON.parse(configJsonSchema()))
})

const validate = new Ajv({strict: true, allowUnionTypes: true}).compile(JSON.parse(readFileSync(SCHEMA_FILE, 'utf8')))

test.each([
  {$schema: 'x', style: 'ruby', rules: {terms: 'report', 'residue/unfilled-slot': 'off'}},
  {
    extends: ['./base.yaml', 'house'],
    ignores: 'drafts/',
    overrides: [{files: 'a', excludedFiles: ['b'], tones: false}],
  },
  {typography: {spacing: 'add'}, lint: {failOn: 'safe', format: ['json', 'sarif'], maxFindings: 3, cache: 'folder'}},
  {typography: 'off', words: ['kubelet'], fields: ['body'], frontMatterFields: ['title']},
  {
    glossary: [{term: '内卷', pinyin: 'nèijuǎn', gloss: 'rat race', alternates: ['x']}],
    lexicon: [{spun: 'a', original: 'b'}],
  },
  {style: 'rubi'},
  {stile: 'ruby'},
  {minConfidence: 1.1},
  {overrides: [{style: 'ruby'}]},
  {overrides: [{files: '!a'}]},
  {overrides: [{files: 'a', ranker: 'llama'}]},
  {typography: 'on'},
  {lint: {maxFindings: 0.5}},
  {glossary: [{term: 'involution', pinyin: 'x', gloss: 'y'}]},
  {words: ['']},
  {languages: []},
  {rules: {terms: 'never'}},
])('%j', async (config) => {
  // Tables that are named are looked for, which no schema can.
  const at = project({
    'unspun.config.json': JSON.stringify(config),
    'base.yaml': '',
    'node_modules/house/unspun.config.yaml': '',
  })
  const isRead = await readConfig({from: at()}).then(
    () => true,
    () => false,
  )
  expect(validate(config)).toBe(isRead)
})

test('every key says what it is for', () => {
  const {properties} = JSON.parse(readFileSync(SCHEMA_FILE, 'utf8'))
  const silent = Object.entries<{description?: string}>(properties).filter(([, {description}]) => !description)
  expect(silent.map(([key]) => key)).toEqual(['overrides'].filter(() => !properties.overrides.description))
  expect(Object.keys(properties).length).toBeGreaterThan(30)
})
