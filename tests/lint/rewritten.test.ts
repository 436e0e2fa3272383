/** Repaired files on the disk: whole, with their mode, through links, and only if nobody else wrote them. */
import {chmodSync, lstatSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import type {LintOutcome} from '../../src/lint/job.js'
import {rewritten} from '../../src/lint/rewritten.js'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'unspun-'))
})
afterEach(() => rmSync(folder, {recursive: true}))

const file = (name: string, text: string): string => {
  const at = path.join(folder, name)
  writeFileSync(at, text)
  return at
}

async function run(outcomes: readonly LintOutcome[], writes = true): Promise<LintOutcome[]> {
  const given = (async function* () {
    yield* outcomes
  })()
  const seen: LintOutcome[] = []
  for await (const outcome of rewritten(given, writes)) seen.push(outcome)
  return seen
}

test('a file is written, with its mode', async () => {
  const at = file('a.md', 'one .\n')
  chmodSync(at, 0o640)
  const result = {path: at, findings: [], fixed: {source: 'one .\n', text: 'one.\n'}}
  expect(await run([result])).toEqual([result])
  expect(readFileSync(at, 'utf8')).toBe('one.\n')
  expect(statSync(at).mode & 0o777).toBe(0o640)
})

test('a link stays a link', async () => {
  const at = file('a.md', 'one .\n')
  const link = path.join(folder, 'b.md')
  symlinkSync(at, link)
  await run([{path: link, findings: [], fixed: {source: 'one .\n', text: 'one.\n'}}])
  expect(lstatSync(link).isSymbolicLink()).toBe(true)
  expect(readFileSync(at, 'utf8')).toBe('one.\n')
})

test('nothing is written where that is not asked for', async () => {
  const at = file('a.md', 'one .\n')
  await run([{path: at, findings: [], fixed: {source: 'one .\n', text: 'one.\n'}}], false)
  expect(readFileSync(at, 'utf8')).toBe('one .\n')
})

test('a file that changed meanwhile is left, and that is an error', async () => {
  const at = file('a.md', 'one, two .\n')
  const [, error] = await run([{path: at, findings: [], fixed: {source: 'one .\n', text: 'one.\n'}}])
  expect(error).toEqual({path: at, error: 'not repaired, it changed while it was looked at'})
  expect(readFileSync(at, 'utf8')).toBe('one, two .\n')
})

test('a file of records is written once, and the last record tells how it reads', async () => {
  const at = file('a.jsonl', '\ufeff"a ."\n\n"b"\r\n"c ."\n')
  const other = {path: file('b.md', ''), findings: []}
  const outcomes = await run([
    {path: at, findings: [], fixed: {source: '"a ."', text: '"a."', line: 1}},
    {path: at, findings: []},
    {path: at, findings: [], fixed: {source: '"c ."', text: '"c."', line: 4}},
    other,
  ])
  const text = '\ufeff"a."\n\n"b"\r\n"c."\n'
  expect(readFileSync(at, 'utf8')).toBe(text)
  expect(outcomes).toEqual([
    {path: at, findings: []},
    {path: at, findings: []},
    {path: at, findings: [], fixed: {source: '\ufeff"a ."\n\n"b"\r\n"c ."\n', text}},
    other,
  ])
})

test('records whose file changed are left', async () => {
  const at = file('a.jsonl', '"x"\n')
  const [, error] = await run([{path: at, findings: [], fixed: {source: '"a ."', text: '"a."', line: 1}}])
  expect(error).toMatchObject({error: 'not repaired, it changed while it was looked at'})
  expect(readFileSync(at, 'utf8')).toBe('"x"\n')
})
