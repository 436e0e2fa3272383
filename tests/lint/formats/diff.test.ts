/** A patch is what git makes of it: applied in a repository, every byte is compared. */
import {execFileSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {printed} from './made.js'

interface Change {
  readonly path: string
  readonly source: string
  readonly text: string
}

let repository: string
beforeAll(() => {
  repository = mkdtempSync(path.join(tmpdir(), 'unspun-diff-'))
  execFileSync('git', ['init', '-q'], {cwd: repository})
})
afterAll(() => rmSync(repository, {recursive: true}))

const patchOf = (changes: readonly Change[]): Promise<string> =>
  printed(
    'diff',
    changes.map(({path: name, ...fixed}) => ({path: name, findings: [], omitted: [], fixed})),
  )

/** Writes the files, applies the patch in a folder of the repository, and answers with what the files hold then. */
async function applied(changes: readonly Change[], folder = '.'): Promise<string[]> {
  const cwd = path.join(repository, folder)
  for (const {path: name, source} of changes) {
    mkdirSync(path.dirname(path.join(cwd, name)), {recursive: true})
    writeFileSync(path.join(cwd, name), source)
  }
  const input = await patchOf(changes)
  if (input !== '') {
    execFileSync('git', ['apply', '--check', '-'], {cwd, input, stdio: 'pipe'})
    execFileSync('git', ['apply', '-'], {cwd, input, stdio: 'pipe'})
  }
  return changes.map(({path: name}) => readFileSync(path.join(cwd, name), 'utf8'))
}

const LINES = ['one', 'two', '', ' ', '-- a', '++ b', '@@ -1 +1 @@', '\\ No newline', '水車', 'a\rb', '\t', '\u0001']
const document = fc
  .tuple(
    fc.array(fc.tuple(fc.constantFrom(...LINES), fc.constantFrom('\n', '\r\n')), {minLength: 1, maxLength: 30}),
    fc.constantFrom('', 'end'),
  )
  .map(([lines, last]) => lines.map((line) => line.join('')).join('') + last)

test('git makes of any document what it should be', async () => {
  const changes = fc.array(fc.tuple(document, document), {minLength: 20, maxLength: 40})
  await fc.assert(
    fc.asyncProperty(changes, async (pairs) => {
      const files = pairs.map(([source, text], index) => ({path: `d/${index}.md`, source, text}))
      expect(await applied(files)).toEqual(files.map(({text}) => text))
    }),
    {numRuns: 10},
  )
})

const NAMES = [
  'plain.md',
  'with blank.md',
  ' leading.md',
  'trailing ',
  'quote".md',
  "apostrophe's.md",
  'back\\slash.md',
  'tab\t.md',
  'line\nfeed.md',
  'bell\u0007.md',
  '水車/für.md',
  'b.md 2026-01-02 03:04:05.000000000 +0000',
  '-dash.md',
  'a/b c/d.md',
  '{x}%20&$HOME.md',
]

test('files of every name are found', async () => {
  const files = NAMES.map((name, index) => ({path: `names/${name}`, source: `old ${index}\n`, text: `new ${index}\n`}))
  expect(await applied(files)).toEqual(files.map(({text}) => text))
})

test('paths count from the folder in which unspun ran', async () => {
  const files = [{path: 'a.md', source: 'a\n', text: 'b\n'}]
  mkdirSync(path.join(repository, 'sub/deep'), {recursive: true})
  expect(await applied(files, 'sub/deep')).toEqual(['b\n'])
})

test('patch takes it, too', async () => {
  writeFileSync(path.join(repository, 'p q.md'), 'a\r\nb')
  const input = await patchOf([{path: 'p q.md', source: 'a\r\nb', text: 'a\r\nc\r\n'}])
  execFileSync('patch', ['-p1', '--binary'], {cwd: repository, input, stdio: 'pipe'})
  expect(readFileSync(path.join(repository, 'p q.md'), 'utf8')).toBe('a\r\nc\r\n')
})

test('reads as git would have written it', async () => {
  expect(await patchOf([{path: 'ä b.md', source: 'a\r\nb', text: 'a\r\nc'}])).toBe(
    [
      '--- "a/\\303\\244 b.md"',
      '+++ "b/\\303\\244 b.md"',
      '@@ -1,2 +1,2 @@',
      ' a\r',
      '-b',
      '\\ No newline at end of file',
      '+c',
      '\\ No newline at end of file',
      '',
    ].join('\n'),
  )
})

test('a record is a remark, which git passes over and which no name can break out of', async () => {
  const fixed = {source: 'a', text: 'b', line: 12}
  const remark = await printed('diff', [{path: 'a\n--- x.jsonl:12', findings: [], omitted: [], fixed}])
  expect(remark).toBe('# a⏎--- x.jsonl:12 has repairs, which unspun lint --fix makes\n')
  const change = {path: 'remarked.md', source: 'a\n', text: 'b\n'}
  writeFileSync(path.join(repository, change.path), change.source)
  const input = remark + (await patchOf([change])) + remark
  execFileSync('git', ['apply', '-'], {cwd: repository, input, stdio: 'pipe'})
  expect(readFileSync(path.join(repository, change.path), 'utf8')).toBe('b\n')
})

test('says nothing of a document that stays, or that nobody fixed', async () => {
  expect(await patchOf([{path: 'a.md', source: 'a\n', text: 'a\n'}])).toBe('')
  expect(await printed('diff', [{path: 'a.md', findings: [], omitted: []}])).toBe('')
})

test('of many changes in a large document every line is replaced, in bounded time', async () => {
  const lines = Array.from({length: 25_000}, (_, index) => `Line ${index} of a page that was scraped, with more of it.`)
  const source = `${lines.join('\n')}\nend`
  const text = source.replaceAll('scraped', 'cleaned').replace('end', 'end\n')
  const started = performance.now()
  const patch = await patchOf([{path: 'large.md', source, text}])
  // Without a limit 10,000 of these lines took 67 s.
  expect(performance.now() - started).toBeLessThan(10_000)
  expect(patch.match(/^@@ /gm)).toHaveLength(1)
  expect(await applied([{path: 'large.md', source, text}])).toEqual([text])
})

test('of few changes in a large document only they are told', async () => {
  const source = 'A line of a long page.\n'.repeat(80_000)
  const text = `First.\n${source}Last.\n`
  const patch = await patchOf([{path: 'large.md', source, text}])
  expect(patch.split('\n')).toHaveLength(13)
})
