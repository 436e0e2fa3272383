/** Several formats of one run: each in its place, all by the same figures. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest'
import {folderInRepository, parseMost, parseTarget} from '../../../src/cli/reporting.js'
import {hasColours} from '../../../src/cli/terminal.js'
import {joined} from '../../../src/lint/formats/joined.js'
import {toStandardOutput} from '../../../src/lint/formats/printer.js'
import {openReporter, type Target} from '../../../src/lint/formats/reporters.js'
import {FACTS, manyFindings} from './made.js'

let folder: string
beforeEach(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'unspun-')))
})
afterEach(() => rmSync(folder, {recursive: true}))

const inFolder = (name: string): string => path.join(folder, name)
const read = (name: string): string => readFileSync(inFolder(name), 'utf8')
const open = (targets: readonly Target[], maxFindings?: number) => openReporter({targets, maxFindings, facts: FACTS})

describe('formats in files', () => {
  test('each appears when the run is over, whole, with nothing beside it', async () => {
    writeFileSync(inFolder('a.json'), 'of an earlier run')
    const reporter = await open([
      {format: 'json', file: inFolder('a.json')},
      {format: 'jsonl', file: inFolder('a.jsonl')},
    ])
    await reporter.document({path: 'a.md', findings: manyFindings(3)})
    expect(read('a.json')).toBe('of an earlier run')
    expect(existsSync(inFolder('a.jsonl'))).toBe(false)
    expect(await reporter.end(1)).toEqual({
      documents: 1,
      findings: 3,
      omitted: 0,
      failures: 1,
      levels: {safe: 1, proposed: 1, reported: 1},
    })
    expect(JSON.parse(read('a.json')).documents[0].findings).toHaveLength(3)
    expect(read('a.jsonl').split('\n')).toHaveLength(4)
    expect(readdirSync(folder).sort()).toEqual(['a.json', 'a.jsonl'])
  })

  test('the first so many findings are shown in every format, and all are counted', async () => {
    const reporter = await open(
      [
        {format: 'json', file: inFolder('a')},
        {format: 'jsonl', file: inFolder('b')},
      ],
      4,
    )
    for (const name of ['a.md', 'b.md', 'c.md']) await reporter.document({path: name, findings: manyFindings(3)})
    expect(await reporter.end(0)).toMatchObject({findings: 9, omitted: 5, levels: {safe: 3, proposed: 3, reported: 3}})
    const {documents} = JSON.parse(read('a'))
    expect(documents.map((document: {omitted: number}) => document.omitted)).toEqual([0, 2, 3])
    expect(
      read('b')
        .split('\n')
        .slice(0, -1)
        .map((line) => JSON.parse(line).path),
    ).toEqual(['a.md', 'a.md', 'a.md', 'b.md'])
  })

  test('none at all may be shown', async () => {
    const reporter = await open([{format: 'stylish', file: inFolder('a')}], 0)
    await reporter.document({path: 'a.md', findings: manyFindings(2)})
    await reporter.end(0)
    expect(read('a')).toBe('2 findings, 2 not shown in 1 document: 1 proposed, 1 reported\n')
  })

  test('a link to a file stays a link', async () => {
    writeFileSync(inFolder('real.txt'), '')
    symlinkSync(inFolder('real.txt'), inFolder('link.txt'))
    await (await open([{format: 'stylish', file: inFolder('link.txt')}])).end(0)
    expect(read('real.txt')).toBe('Nothing found in 0 documents\n')
  })

  test.each([
    [['json=none/a.json'], /No folder .*none for .*Make it first/],
    [['json=sub'], /sub is no file/],
    [['json=/dev/null'], /\/dev\/null is no file/],
    [['json=a', 'sarif=sub/../a'], /json and sarif cannot both go to .*--format sarif=FILE/],
    [['stylish', 'github'], /stylish and github cannot both go to standard output.*--format github=FILE/],
  ])('%j is refused before anything is written', async (specs, message) => {
    mkdirSync(inFolder('sub'))
    const targets = specs.map(parseTarget).map(({format, file}) => ({format, file: file && path.resolve(folder, file)}))
    await expect(open(targets)).rejects.toThrow(message)
    expect(readdirSync(folder)).toEqual(['sub'])
  })

  test.each(['a.md', 'a.jsonl:12'])('a document is not overwritten by its findings: %s', async (name) => {
    const file = inFolder(name.replace(/:12$/, ''))
    writeFileSync(file, 'precious')
    const reporter = await open([{format: 'json', file}])
    await expect(reporter.document({path: inFolder(name), findings: []})).rejects.toThrow('would be overwritten')
    expect(readFileSync(file, 'utf8')).toBe('precious')
  })
})

test('a reader that has seen enough ends nothing', async () => {
  let writes = 0
  const closed = {
    write: async () => {
      writes++
      throw Object.assign(new Error('closed'), {code: 'EPIPE'})
    },
    finish: async () => {},
    abort: async () => {},
  }
  const {print} = toStandardOutput(closed)
  await print('a')
  await print('b')
  expect(writes).toBe(1)
})

describe('what documents say', () => {
  const collecting = () => {
    const pieces: string[] = []
    const print = async (text: string) => void pieces.push(text)
    const finish = async () => void pieces.push('end')
    return {pieces, ...joined({print, finish})}
  }

  test('goes out at once first, and joined after that', async () => {
    const {pieces, print, finish} = collecting()
    for (const text of ['', 'a', 'b', '', 'c']) await print(text)
    expect(pieces).toEqual(['a'])
    await finish()
    expect(pieces).toEqual(['a', 'bc', 'end'])
  })

  test('does not wait for the next document, nor for the end', async () => {
    const {pieces, print} = collecting()
    await print('a')
    await print('b')
    await vi.waitFor(() => expect(pieces).toEqual(['a', 'b']))
  })

  test('that could not go out later fails for whoever prints next', async () => {
    let isFull = false
    const print = async () => {
      if (isFull) throw new Error('no space left')
    }
    const printer = joined({print, finish: async () => {}})
    await printer.print('a')
    isFull = true
    await printer.print('b')
    await new Promise((resolve) => setTimeout(resolve, 80))
    await expect(printer.print('c')).rejects.toThrow('no space left')
    await expect(printer.finish()).rejects.toThrow('no space left')
  })

  test('is not held where it is much', async () => {
    const {pieces, print} = collecting()
    await print('a')
    await print('b'.repeat(1_000_000))
    expect(pieces).toHaveLength(2)
  })
})

describe('--format', () => {
  test.each([
    ['sarif', {format: 'sarif'}],
    ['json=-', {format: 'json'}],
    ['json=a=b.json', {format: 'json', file: 'a=b.json'}],
  ])('%s', (spec, target) => {
    expect(parseTarget(spec)).toEqual(target)
  })

  test.each([
    ['srif', 'Unexpected format srif, expected sarif, or another of stylish, json'],
    ['jsnol', 'expected jsonl, or'],
    ['tabular', 'expected one of stylish, json'],
    ['json=', 'expected the name of a file after ='],
    ['toString', 'Unexpected format toString'],
  ])('%s is refused', (spec, message) => {
    expect(() => parseTarget(spec)).toThrow(message)
  })
})

test.each(['0', '12'])('--max-findings %s', (text) => {
  expect(parseMost(text)).toBe(Number(text))
})

test.each(['', 'ten', '-1', '1.5', '0x1'])('--max-findings %j is refused', (text) => {
  expect(() => parseMost(text)).toThrow('expected a whole number')
})

describe('colours', () => {
  const TERMINAL = {isTTY: true}
  const PIPE = {isTTY: false}

  test.each([
    ['a terminal', TERMINAL, 'auto', {}, true],
    ['a pipe', PIPE, 'auto', {}, false],
    ['a terminal that can show none', TERMINAL, 'auto', {TERM: 'dumb'}, false],
    ['NO_COLOR', TERMINAL, 'auto', {NO_COLOR: '1'}, false],
    ['an empty NO_COLOR', TERMINAL, 'auto', {NO_COLOR: ''}, true],
    ['FORCE_COLOR', PIPE, 'auto', {FORCE_COLOR: '1'}, true],
    ['FORCE_COLOR=0', TERMINAL, 'auto', {FORCE_COLOR: '0'}, false],
    ['an empty FORCE_COLOR', PIPE, 'auto', {FORCE_COLOR: ''}, false],
    ['NO_COLOR before FORCE_COLOR', PIPE, 'auto', {NO_COLOR: '1', FORCE_COLOR: '1'}, false],
    ['--color always before NO_COLOR', PIPE, 'always', {NO_COLOR: '1'}, true],
    ['--color never before FORCE_COLOR', TERMINAL, 'never', {FORCE_COLOR: '1'}, false],
  ] as const)('%s', (_, stream, choice, env, expected) => {
    expect(hasColours(stream, choice, env)).toBe(expected)
  })
})

test.each([
  [{}, ''],
  [{GITHUB_WORKSPACE: '/repo'}, 'docs/de'],
  [{CI_PROJECT_DIR: '/repo/docs'}, 'de'],
  [{GITHUB_WORKSPACE: '/repo/docs/de'}, ''],
  [{GITHUB_WORKSPACE: '/elsewhere'}, ''],
])('with %j a run in /repo/docs/de is in folder %j', (env, expected) => {
  expect(folderInRepository('/repo/docs/de', env)).toBe(expected)
})
