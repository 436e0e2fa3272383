/** The contract of `unspun lint`: every row of README's table of exit codes is run, in every format that could make a difference. */
import {spawnSync} from 'node:child_process'
import {readFileSync} from 'node:fs'
import path from 'node:path'
import {gzipSync} from 'node:zlib'
import {beforeEach, describe, expect, test} from 'vitest'
import {FORMAT_NAMES} from '../../src/lint/formats/index.js'
import {folder, put, root, unspun} from './run.js'

const readme = readFileSync(path.join(root, 'README.md'), 'utf8')
const [, section = ''] = /^### Exit codes\n([\s\S]*?)\n###? /m.exec(readme) ?? []
const rows = Array.from(
  section.matchAll(/^\| (.+?) \| `unspun (.+?)` \| (\d) \|$/gm),
  ([, situation, args, status]) => ({
    situation: situation!,
    args: args!.split(' ').map((arg) => arg.replaceAll("'", '')),
    status: Number(status),
  }),
)

/** What the commands of the table speak of. */
beforeEach(() => {
  put('clean.md', 'The mill turns by the river.\n')
  put('spun.md', 'They spent billions of {dollars} on it.\n')
  put('doubtful.md', 'Nobody in the office had recieved the letter that she posted on Monday.\n')
  put('empty.md', '')
  put('cut-off.md.gz', gzipSync('The mill turns by the river, and has done so for a hundred years.\n').subarray(0, 40))
  put('faulty.yaml', 'stages: [residue]\nminConfidence: high\n')
  put('faulty-rules/residue/mill.yml', '- id: residue/old-mill\n  message: Unexpected mill\n')
  put('faulty.baseline', 'These are no findings.\n')
  git('init', '--quiet')
  git('add', '.')
  git('-c', 'user.name=a', '-c', 'user.email=a@example.com', 'commit', '--quiet', '-m', 'All')
})

const git = (...args: string[]) => spawnSync('git', args, {cwd: folder})

/** Colours, cursors, titles: anything by which a program steers a terminal. */
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/

describe('exit codes', () => {
  test('README shows them', () => {
    expect(rows.length).toBeGreaterThan(15)
    expect(new Set(rows.map(({status}) => status))).toEqual(new Set([0, 1, 2]))
  })

  test.each(rows)('$situation: $status', ({args, status}) => {
    if (args.includes('known.baseline')) unspun(['baseline', 'create', 'spun.md', '--out', 'known.baseline'])
    const run = unspun(args)
    expect(run.status, run.stdout + run.stderr).toBe(status)
    expect(run.stdout).not.toMatch(CONTROL)
    expect(run.stdout).not.toContain(folder)
    if (status === 2) expect(run.stderr).toMatch(/^(?:unspun: |\S+:\d+:\d+ )/)
    else expect(run.stderr).toBe('')
  })
})

describe.each(FORMAT_NAMES.map((name) => [name] as const))('the format %s', (name) => {
  test('has the same exit codes, and nothing but the report on standard output', () => {
    const found = unspun(['lint', 'spun.md', 'clean.md', '--format', name])
    expect([found.status, found.stderr]).toEqual([1, ''])
    expect(found.stdout).not.toMatch(CONTROL)
    expect(found.stdout).toContain('spun.md')
    expect(found.stdout).not.toContain(folder)
    expect(unspun(['lint', 'clean.md', '--format', name]).status).toBe(0)
    const missing = unspun(['lint', 'missing.md', '--format', name])
    expect([missing.status, missing.stdout]).toEqual([2, ''])
    expect(missing.stderr).toContain('missing.md')
  })
})

describe('colours', () => {
  const ESCAPE = '\u001b['
  const coloured = (args: string[], env: Record<string, string> = {}) =>
    unspun(['lint', 'spun.md', ...args], undefined, env).stdout.includes(ESCAPE)

  test('are for a terminal, or for whoever asks for them', () => {
    expect(coloured([])).toBe(false)
    expect(coloured([], {FORCE_COLOR: '1'})).toBe(true)
    expect(coloured([], {FORCE_COLOR: '1', NO_COLOR: '1'})).toBe(false)
    expect(coloured(['--color', 'always'], {NO_COLOR: '1'})).toBe(true)
    expect(coloured(['--no-color'], {FORCE_COLOR: '1'})).toBe(false)
    expect(coloured(['--color', 'always', '--format', 'json'])).toBe(false)
  })
})
