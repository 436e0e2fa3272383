/** What applies to a file and why, as values and as the command prints it. */
import {describe, expect, test} from 'vitest'
import {reasonsFor} from '../../../src/cli/config/reasons.js'
import {readConfig} from '../../../src/cli/config.js'
import {put, unspun} from '../run.js'
import {project} from './project.js'

const FILES = {
  'unspun.config.yaml': `extends: ./base.json
style: none
typography: {quotes: corner}
words: [sidecar]
overrides:
  - files: docs/**
    rules: {terms: off}
    typography: 'off'
  - files: docs/zh/**
    typography: {spacing: add}
`,
  'base.json':
    '{"style": "ruby", "tones": false,\n "typography": {"quotes": "curly", "dashes": "full"}, "words": ["kubelet"]}',
}

/** `key=value file:line:column`, and more where there is more to say, of what was decided. */
async function decided(file: string): Promise<string[]> {
  const at = project(FILES)
  return reasonsFor(await readConfig({from: at()}), at(file)).flatMap(({key, value, origin}) => {
    if (!origin) return []
    const {line, column, override, extendedBy} = origin
    const where = `${origin.file.slice(at().length + 1)}:${line}:${column}`
    const more = [override === undefined ? [] : `overrides.${override}`, extendedBy.length > 0 ? 'extended' : []].flat()
    return [[`${key}=${value}`, where, ...more].join(' ')]
  })
}

describe('each setting has the place that decided it', () => {
  test('for a file without overrides', async () => {
    expect(await decided('mill.md')).toEqual([
      'style=none unspun.config.yaml:2:1',
      'tones=false base.json:1:19 extended',
      'typography.dashes=full base.json:2:36 extended',
      'typography.quotes=corner unspun.config.yaml:3:14',
      'words.0=kubelet base.json:2:65 extended',
      'words.1=sidecar unspun.config.yaml:4:9',
    ])
  })

  test('one word for a group takes the place of its points, and the other way round', async () => {
    const of = async (file: string): Promise<string[]> =>
      (await decided(file)).filter((reason) => /^(?:typography|rules)/.test(reason))
    expect(await of('docs/mill.md')).toEqual([
      'rules.terms=off unspun.config.yaml:7:13 overrides.0',
      'typography=off unspun.config.yaml:8:5 overrides.0',
    ])
    expect(await of('docs/zh/mill.md')).toEqual([
      'rules.terms=off unspun.config.yaml:7:13 overrides.0',
      'typography.spacing=add unspun.config.yaml:10:18 overrides.1',
    ])
  })

  test('and agrees with what applies', async () => {
    const at = project(FILES)
    const configuration = await readConfig({from: at()})
    for (const file of ['mill.md', 'docs/mill.md', 'docs/zh/mill.md']) {
      const {config} = configuration.settingsFor(at(file))
      const reasons = new Map(reasonsFor(configuration, at(file)).map(({key, value}) => [key, value]))
      expect([config.style, config.tones]).toEqual([reasons.get('style'), reasons.get('tones')])
      expect(config.words).toEqual([reasons.get('words.0'), reasons.get('words.1')])
      for (const [point, choice] of Object.entries(config.typography === 'off' ? {} : config.typography!)) {
        expect(reasons.get(`typography.${point}`)).toBe(choice)
      }
    }
  })
})

describe('unspun config', () => {
  test('names the file, and what applies to another', () => {
    for (const [name, content] of Object.entries(FILES)) put(name, content)
    put('docs/a.md', '')
    expect(unspun(['config'])).toEqual({stdout: 'unspun.config.yaml\n', stderr: '', status: 0})
    const {stdout, status} = unspun(['config', 'docs/a.md'])
    expect(status).toBe(0)
    // What somebody decided comes first.
    expect(stdout).toMatch(
      /^rules\.terms +off +unspun\.config\.yaml:7:13, overrides\.0\nstyle +none +unspun\.config\.yaml:2:1\n/,
    )
    expect(stdout).toMatch(/^tones +false +base\.json:1:19, extended by unspun\.config\.yaml$/m)
    expect(stdout).toMatch(/^captions +keep +default$/m)
    const {settings, ...rest} = JSON.parse(unspun(['config', 'docs/a.md', '--json']).stdout)
    expect(rest).toEqual({configuration: 'unspun.config.yaml', file: 'docs/a.md', isIgnored: false})
    expect(settings).toContainEqual({key: 'captions', value: 'keep', origin: 'default'})
    expect(settings).toContainEqual({
      key: 'tones',
      value: false,
      origin: {file: 'base.json', line: 1, column: 19, extendedBy: ['unspun.config.yaml']},
    })
  })

  test('without a configuration says so beside its output', () => {
    const {stdout, stderr, status} = unspun(['config'])
    expect([stdout, status]).toEqual(['', 0])
    expect(stderr).toMatch(/no configuration/)
  })
})
