/** What watching sees of what editors, people and packages do to files. Real files, and one real run of the command. */
import {type ChildProcess, spawn} from 'node:child_process'
import {once} from 'node:events'
import {mkdirSync, renameSync, rmSync} from 'node:fs'
import path from 'node:path'
import {afterEach, describe, expect, onTestFinished, test} from 'vitest'
import {watchablePaths} from '../../src/cli/lint-watch.js'
import {changesIn} from '../../src/lint/watch.js'
import {UsageError} from '../../src/usage-error.js'
import {folder, main, put} from '../cli/run.js'

describe('watching', () => {
  let stop: AbortController
  afterEach(() => stop.abort())

  /** Each call gives the next changes: names that changed, names that are gone, how many there are. */
  const watching = (...patterns: string[]) => {
    stop = new AbortController()
    const changes = changesIn(patterns.map(inFolder), false, stop.signal)[Symbol.asyncIterator]()
    return async () => {
      const {done, value} = await changes.next()
      if (done) return 'ended'
      const names = (inputs: readonly {file: string}[]) => inputs.map(({file}) => path.relative(folder, file)).sort()
      return [names(value.changed), names(value.gone), value.inputs.length]
    }
  }
  const inFolder = (name: string) => path.join(folder, name)

  test('tells of everything first, then of what is written, added and removed, by folder', async () => {
    put('a.md', 'one')
    put('sub/b.txt', 'one')
    put('picture.png', 'one')
    const next = watching('.')
    expect(await next()).toEqual([['a.md', 'sub/b.txt'], [], 2])
    put('picture.png', 'two')
    put('sub/b.txt', 'two')
    expect(await next()).toEqual([['sub/b.txt'], [], 2])
    put('new/deep/c.md', 'one')
    expect(await next()).toEqual([['new/deep/c.md'], [], 3])
    put('new/deep/c.md', 'two')
    expect(await next()).toEqual([['new/deep/c.md'], [], 3])
    rmSync(inFolder('new'), {recursive: true})
    expect(await next()).toEqual([[], ['new/deep/c.md'], 2])
    stop.abort()
    expect(await next()).toBe('ended')
  })

  test('sees a file that is replaced by another, as editors save, again and again', async () => {
    put('a.md', 'one')
    put('b.md', 'one')
    const next = watching('a.md')
    expect(await next()).toEqual([['a.md'], [], 1])
    for (const text of ['two', 'three']) {
      put('.a.md.swp', text)
      put('b.md', text)
      renameSync(inFolder('.a.md.swp'), inFolder('a.md'))
      expect(await next()).toEqual([['a.md'], [], 1])
    }
    rmSync(inFolder('a.md'))
    expect(await next()).toEqual([[], ['a.md'], 0])
    put('a.md', 'four')
    expect(await next()).toEqual([['a.md'], [], 1])
  })

  test('keeps to a glob, and out of packages and of what git keeps', async () => {
    put('posts/a.md', 'one')
    mkdirSync(inFolder('posts/.git'))
    const next = watching('posts/**/*.md')
    expect(await next()).toEqual([['posts/a.md'], [], 1])
    put('posts/node_modules/p/README.md', 'one')
    put('posts/.git/c.md', 'one')
    put('posts/b.txt', 'one')
    put('posts/d/e.md', 'one')
    expect(await next()).toEqual([['posts/d/e.md'], [], 2])
  })

  test('begins only where there is something', async () => {
    await expect(watching('none.md')()).rejects.toThrow(UsageError)
    await expect(watching('*.md')()).rejects.toThrow(UsageError)
  })
})

test.each([
  [['-'], {}, 'Unexpected --watch with -'],
  [['a.md'], {format: [{format: 'json'}]}, 'Unexpected --format with --watch'],
  [['a.md'], {format: [{format: 'stylish', file: 'out.txt'}]}, 'Unexpected --format with --watch'],
  [['a.md'], {staged: true}, 'Unexpected --watch with --since or --staged'],
  [[], {}, 'No path'],
] as const)('%j with %j cannot be watched', (paths, flags, message) => {
  expect(() => watchablePaths(paths, flags)).toThrow(message)
})

test('a finding comes and goes with the file; Ctrl-C ends with the exit code of what is there then', async () => {
  put('clean.md', 'The mill stands by the river.\n')
  put('mill.md', 'The mill cost billions of {dollars} to build.\n')
  const child = spawn(process.execPath, [main, 'lint', '.', '--watch'], {cwd: folder, stdio: 'pipe'})
  onTestFinished(() => void child.kill('SIGKILL'))
  const printed = reader(child)
  expect(await printed()).toMatch(/^mill\.md:1:27 .*1 finding in 2 documents.*\n$/s)
  put('mill.md', 'The mill cost billions of dollars to build.\n')
  expect(await printed()).toBe('Nothing found in 1 document\n')
  put('clean.md', 'The mill stands by {rivers}.\n')
  expect(await printed()).toMatch(/^clean\.md:1:20 .*1 finding in 1 document.*\n$/s)
  child.kill('SIGINT')
  expect(await once(child, 'exit')).toEqual([1, null])
})

/** Each call gives what stands on standard output when standard error says that the run waits again. */
function reader({stdout, stderr}: ChildProcess): () => Promise<string> {
  let out = ''
  stdout!.setEncoding('utf8').on('data', (text) => {
    out += text
  })
  return async () => {
    for (let said = ''; !said.includes('watching 2 files'); ) said += await once(stderr!, 'data')
    // The two streams are not read in the order of writing.
    while (!/ in \d+ documents?.*\n$/.test(out)) await once(stdout!, 'data')
    const printed = out
    out = ''
    return printed
  }
}
