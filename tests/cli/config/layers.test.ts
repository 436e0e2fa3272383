/** What applies to which file: overrides, extended configurations, ignored files. */
import path from 'node:path'
import {describe, expect, test} from 'vitest'
import type {Config} from '../../../src/cli/config/schema.js'
import {readConfig} from '../../../src/cli/config.js'
import {configured, project, refusal, said} from './project.js'

/** What applies to a file below the folder of the configuration. */
async function settings(yaml: string, file: string): Promise<Config> {
  const configuration = await configured(yaml)
  return configuration.settingsFor(path.join(path.dirname(configuration.file!), file)).config
}

describe('overrides', () => {
  const YAML = `
style: ruby
rules: {terms: report, residue/unfilled-slot: apply}
typography: {spacing: add, quotes: curly}
words: [kubelet]
overrides:
  - files: docs/**
    style: none
    rules: {residue/unfilled-slot: off}
    typography: {quotes: corner}
    words: [sidecar]
  - files: ['*.zh.md', docs/old/]
    excludedFiles: docs/old/keep.md
    typography: 'off'
    tones: false
`
  test.each<[string, Config]>([
    [
      'mill.md',
      {
        style: 'ruby',
        rules: {terms: 'report', 'residue/unfilled-slot': 'apply'},
        typography: {spacing: 'add', quotes: 'curly'},
        words: ['kubelet'],
      },
    ],
    [
      'docs/mill.md',
      {
        style: 'none',
        rules: {terms: 'report', 'residue/unfilled-slot': 'off'},
        typography: {spacing: 'add', quotes: 'corner'},
        words: ['kubelet', 'sidecar'],
      },
    ],
  ])('%s: the later lies over the earlier, key by key', async (file, expected) => {
    expect(await settings(YAML, file)).toEqual(expected)
  })

  test.each([
    ['docs/a/b.zh.md', false],
    ['a.zh.md', false],
    ['docs/old/a/b.md', false],
    ['docs/old/keep.md', undefined],
    ['docs/older/a.md', undefined],
    ['a.zh.mdx', undefined],
  ])('%s', async (file, tones) => {
    const config = await settings(YAML, file)
    expect(config.tones).toBe(tones)
    expect(config.typography === 'off').toBe(tones === false)
  })

  test.each([
    ['docs/**/*.md', ['docs/a.md', 'docs/b/.c/d.md'], ['docs.md', 'a/docs/b.md']],
    ['*.{md,mdx}', ['a.md', 'b/c.mdx'], ['a.txt']],
    ['./posts', ['posts/a.md', 'x/posts/b.md'], ['post/a.md']],
    ['/posts/*', ['posts/a.md'], ['x/posts/a.md']],
    ['drafts/', ['drafts/a.md', 'x/drafts/b/c.md'], ['drafts.md']],
    ['.hidden', ['.hidden/a.md'], ['hidden/a.md']],
    ['a[1].md', ['a1.md'], ['a2.md']],
    ['../*', ['../a.md'], ['a.md']],
  ])('%s', async (glob, inside, outside) => {
    const is = async (file: string): Promise<boolean> =>
      (await settings(`overrides: [{files: '${glob}', tones: false}]\n`, file)).tones === false
    for (const file of inside) expect([file, await is(file)]).toEqual([file, true])
    for (const file of outside) expect([file, await is(file)]).toEqual([file, false])
  })

  test('no glob takes long', async () => {
    const configuration = await configured(`ignores: ['${'*a'.repeat(12)}b', '+(a+|a)+(a|a+)b']\n`)
    const started = performance.now()
    configuration.isIgnored('a'.repeat(40))
    expect(performance.now() - started).toBeLessThan(1000)
  })

  test('files with the same settings share them, and equal settings have equal keys', async () => {
    const at = project({
      'unspun.config.yaml':
        'overrides:\n  - {files: a, tones: false, style: none}\n  - {files: b, style: none, tones: false}\n',
    })
    const configuration = await readConfig({from: at()})
    const [a, deeper, b, c] = ['a', 'x/a', 'b', 'c'].map((file) => configuration.settingsFor(at(file)))
    expect(a).toBe(deeper)
    expect(a!.key).toBe(b!.key)
    expect(a!.key).not.toBe(c!.key)
  })
})

test('ignored files are told by globs', async () => {
  const at = project({'unspun.config.yaml': 'ignores: [drafts/, "*.txt"]\n'})
  const configuration = await readConfig({from: at()})
  const ignored = ['drafts/a.md', 'posts/drafts/a.md', 'posts/a.txt', 'posts/a.md', 'a.md']
  expect(ignored.map((file) => configuration.isIgnored(at(file)))).toEqual([true, true, true, false, false])
})

describe('extends', () => {
  const FILES = {
    'unspun.config.yaml':
      'extends: ["@team/house", ./shared/base.json]\nstyle: none\nrulesFolders: [rules]\nignores: own/\n',
    'shared/base.json':
      '{"extends": "./deeper.yaml", "tones": false, "rulesFolders": ["rules"], "siteProfile": "s.profile"}',
    'shared/deeper.yaml': 'tones: true\nminConfidence: 0.5\nlint: {baseline: known.txt, cache: true}\n',
    'node_modules/@team/house/unspun.config.yaml':
      'style: ruby\nminConfidence: 0.9\nignores: vendor/\noverrides:\n  - {files: docs/**, captions: drop, tones: false}\n',
    'node_modules/@team/house/package.json': '{"name": "@team/house", "exports": {"import": "./none.js"}}',
    'node_modules/plain/index.js': "module.exports = {style: 'gloss-first'}\n",
    'node_modules/plain/package.json': '{"name": "plain"}',
  }

  test('lays a file over those that it names, in their order; paths are meant from where they stand', async () => {
    const at = project(FILES)
    const configuration = await readConfig({from: at()})
    expect(configuration.base).toEqual({
      style: 'none',
      tones: false,
      minConfidence: 0.5,
      rulesFolders: [at('shared/rules'), at('rules')],
      siteProfile: at('shared/s.profile'),
      lint: {baseline: at('shared/known.txt'), cache: true},
    })
    expect(configuration.files.map((file) => path.relative(at(), file).replaceAll(path.sep, '/'))).toEqual([
      'unspun.config.yaml',
      'node_modules/@team/house/unspun.config.yaml',
      'shared/base.json',
      'shared/deeper.yaml',
    ])
  })

  test('globs of a package speak of the project that uses it', async () => {
    const at = project(FILES)
    const configuration = await readConfig({from: at()})
    expect(configuration.settingsFor(at('docs/a.md')).config.captions).toBe('drop')
    // What comes later lies over an override that came before.
    expect(configuration.settingsFor(at('docs/a.md')).config.tones).toBe(false)
    expect(['vendor/a.md', 'own/a.md', 'a.md'].map((file) => configuration.isIgnored(at(file)))).toEqual([
      true,
      true,
      false,
    ])
  })

  test.each([
    ['plain', 'gloss-first'],
    ['plain/index.js', 'gloss-first'],
    ['@team/house', 'ruby'],
    ['@team/house/unspun.config.yaml', 'ruby'],
  ])('a package by its name: %s', async (name, style) => {
    const at = project({...FILES, 'deep/unspun.config.yaml': `extends: '${name}'\n`})
    expect((await readConfig({from: at('deep')})).base.style).toBe(style)
  })

  test.each([
    ['extends: ./none.yaml\n', '1:10 Unexpected ./none.yaml, expected a file: '],
    [
      'extends: [other.yaml]\n',
      '1:11 Unexpected package other.yaml, expected ./other.yaml for the file beside this one',
    ],
    ['extends: nobody\n', '1:10 Unexpected package nobody, expected one that is installed, or ./FILE'],
    ['extends: ./unspun.config.yaml\n', '1:10 Unexpected cycle: '],
    ['extends: ./a.yaml\n', '1:10 Unexpected cycle: '],
    ['extends: ./wide.yaml\n', 'Unexpected file, expected at most 100'],
    ['extends: ./wrong.yaml\n', '1:8 Unexpected "rubi" for style, expected "ruby"'],
  ])('%s', async (yaml, message) => {
    const files = {
      'other.yaml': '',
      'a.yaml': 'extends: ./b.yaml\n',
      'b.yaml': 'extends: ./a.yaml\n',
      'wide.yaml': `extends: [${Array(200).fill('./other.yaml').join(', ')}]\n`,
      'wrong.yaml': 'style: rubi\n',
    }
    expect(said(await refusal(configured(yaml, files))).join()).toContain(message)
  })
})
