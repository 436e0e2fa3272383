/** `--since` and `--staged` in real repositories: what was moved, renamed or wrapped anew is not new, a copy is. */
import {execFileSync} from 'node:child_process'
import path from 'node:path'
import {describe, expect, test} from 'vitest'
import {commit, git, news, put, remove, rename, repository} from './repository.js'

const SLOT = 'The mill cost billions of {dollars} to build.\n'
const OTHER = 'A visitor pays {twelve} coins at the door.\n'
const PLAIN = 'It stands by the river, and it is open every day of the week.\n'

const since = async (...paths: string[]): Promise<readonly string[]> => (await news({since: 'HEAD'}, ...paths)).found
const staged = async (...paths: string[]): Promise<readonly string[]> => (await news({staged: true}, ...paths)).found

describe('since a commit', () => {
  test('only what was added to a file is new', async () => {
    put('a.md', SLOT)
    repository()
    expect(await since()).toEqual([])
    put('a.md', `${OTHER}\n${SLOT}`)
    expect(await since()).toEqual(['a.md:1 {twelve}'])
  })

  test('a file that git does not know yet is new, one that it ignores is not', async () => {
    put('.gitignore', 'ignored.md\n')
    repository()
    put('new/a b\tc.md', SLOT)
    put('ignored.md', SLOT)
    put('picture.png', SLOT)
    expect(await since()).toEqual(['new/a b\tc.md:1 {dollars}'])
  })

  test('a paragraph that moved, also to another file, is not new', async () => {
    put('a.md', `${SLOT}\n${PLAIN}`)
    put('b.md', PLAIN)
    repository()
    put('a.md', `${PLAIN}\n${SLOT}`)
    expect(await since()).toEqual([])
    put('a.md', PLAIN)
    put('b.md', `${PLAIN}\n${SLOT}`)
    expect(await since()).toEqual([])
  })

  test('a copy is new, in the file where it was not', async () => {
    put('b.md', SLOT)
    put('a.md', PLAIN)
    put('c.md', PLAIN)
    repository()
    put('a.md', SLOT)
    expect(await since()).toEqual(['a.md:1 {dollars}'])
    put('b.md', `${PLAIN}\n${SLOT}`)
    expect(await since()).toEqual(['a.md:1 {dollars}'])
    put('c.md', `${SLOT}\n${SLOT}`)
    expect(await since()).toEqual(['a.md:1 {dollars}', 'c.md:1 {dollars}', 'c.md:3 {dollars}'])
  })

  test('a paragraph wrapped anew, with other line ends, is not new', async () => {
    put('a.md', SLOT)
    repository()
    put('a.md', `${PLAIN}\nThe mill cost\r\nbillions of\r\n{dollars} to\r\nbuild.\r\n`)
    expect(await since()).toEqual([])
  })

  test('renamed and deleted files are looked at as they were', async () => {
    put('a.md', `${PLAIN}\n${SLOT}`)
    put('old/b.md', OTHER)
    repository()
    rename('a.md', 'z.md')
    remove('old/b.md')
    put('c.md', OTHER)
    expect(await since()).toEqual([])
    git('add', '-A')
    expect(await since('z.md', 'c.md')).toEqual([])
    put('z.md', `${PLAIN}\n${SLOT}\n${OTHER}`)
    expect(await since()).toEqual(['z.md:5 {twelve}'])
  })

  test('what others committed meanwhile is none of ours', async () => {
    put('a.md', PLAIN)
    put('b.md', `${PLAIN}\n${OTHER}`)
    repository()
    git('checkout', '-q', '-b', 'ours')
    put('a.md', SLOT)
    commit()
    git('checkout', '-q', 'main')
    put('b.md', PLAIN)
    commit()
    git('checkout', '-q', 'ours')
    expect((await news({since: 'main'})).found).toEqual(['a.md:1 {dollars}'])
  })

  test('a commit without common history is compared as it is, and that is said', async () => {
    put('a.md', SLOT)
    repository()
    git('checkout', '-q', '--orphan', 'other')
    put('a.md', `${SLOT}\n${OTHER}`)
    commit()
    const {found, notices} = await news({since: 'main'})
    expect(found).toEqual(['a.md:3 {twelve}'])
    expect(notices).toEqual([expect.stringContaining('no commit in common')])
  })

  test('records are told apart by what they say, not by their lines', async () => {
    const record = (text: string): string => `${JSON.stringify({text})}\n`
    put('a.jsonl', record(SLOT) + record(PLAIN))
    repository()
    put('a.jsonl', record(PLAIN) + record(PLAIN) + record(SLOT) + record(OTHER))
    expect(await since()).toEqual(['a.jsonl:4:1 {twelve}'])
    put('a.jsonl', record(SLOT) + record(SLOT))
    expect(await since()).toEqual(['a.jsonl:2:1 {dollars}'])
  })

  test('links and folders of other repositories are no documents', async () => {
    put('a.md', PLAIN)
    repository()
    put('inner/b.md', SLOT)
    git('-C', 'inner', 'init', '-q')
    git('config', 'core.symlinks', 'true')
    const {symlinkSync} = await import('node:fs')
    symlinkSync('/etc/passwd', 'link.md')
    expect(await since('a.md')).toEqual([])
    git('add', 'link.md')
    expect(await since('a.md')).toEqual([])
  })
})

describe('paths', () => {
  test('name what is looked at: files, folders, globs; without any, the working folder', async () => {
    repository()
    for (const name of ['a.md', 'in/b.md', 'in/deep/c.txt', 'notes.rst']) put(name, SLOT)
    expect((await since()).length).toBe(3)
    expect(await since('in')).toEqual(['in/b.md:1 {dollars}', 'in/deep/c.txt:1 {dollars}'])
    expect(await since('a.md', 'in/**/*.TXT')).toEqual(['a.md:1 {dollars}', 'in/deep/c.txt:1 {dollars}'])
    expect(await since('notes.rst')).toEqual(['notes.rst:1 {dollars}'])
    expect(await since('nothing/*.md')).toEqual([])
    await expect(since('gone.md')).rejects.toThrow('No such file or folder: gone.md')
    process.chdir('in')
    expect(await since()).toEqual(['b.md:1 {dollars}', 'deep/c.txt:1 {dollars}'])
    expect(await since('../a.md')).toEqual(['../a.md:1 {dollars}'])
  })

  test('over a link lead to the files', async () => {
    const {symlinkSync} = await import('node:fs')
    repository()
    put('in/b.md', SLOT)
    symlinkSync(path.resolve('in'), 'way')
    expect(await since('way')).toEqual(['in/b.md:1 {dollars}'])
  })
})

describe('what is staged', () => {
  test('is looked at as it is staged', async () => {
    put('a.md', SLOT)
    repository()
    put('a.md', `${SLOT}\n${OTHER}`)
    expect(await staged()).toEqual([])
    git('add', 'a.md')
    put('a.md', 'Nothing of it.\n')
    expect(await staged()).toEqual(['a.md:3 {twelve}'])
    remove('a.md')
    expect(await staged('a.md')).toEqual(['a.md:3 {twelve}'])
  })

  test('may be moved, renamed and deleted', async () => {
    put('a.md', `${PLAIN}\n${SLOT}`)
    put('b.md', OTHER)
    repository()
    git('mv', 'a.md', 'moved.md')
    git('rm', '-q', 'b.md')
    put('c.md', OTHER)
    git('add', '-A')
    expect(await staged()).toEqual([])
    expect(await staged('moved.md')).toEqual([])
  })

  test('is all new before the first commit', async () => {
    git('init', '-q')
    put('a.md', SLOT)
    git('add', '-A')
    expect(await staged()).toEqual(['a.md:1 {dollars}'])
  })
})

describe('cannot compare', () => {
  test('outside a repository', async () => {
    await expect(since()).rejects.toThrow(/it says: .*not a git repository/)
  })

  test('with what is no commit', async () => {
    put('a.md', PLAIN)
    repository()
    for (const ref of ['nope', 'HEAD:a.md', 'a..b', '']) {
      await expect(news({since: ref}), ref).rejects.toThrow('expected a commit')
    }
    await expect(news({since: '--output=a.md'})).rejects.toThrow('Unexpected --since --output=a.md')
    await expect(news({since: '\u001b[31m'})).rejects.toThrow('Unexpected --since ‹001B›[31m')
  })

  test('in a shallow clone without the commit, and says how to get it', async () => {
    put('a.md', PLAIN)
    repository()
    commit()
    const first = git('rev-list', '--max-parents=0', 'HEAD').trim()
    git('clone', '-q', '--depth', '1', `file://${process.cwd()}`, 'shallow')
    process.chdir('shallow')
    await expect(news({since: first})).rejects.toThrow('fetch-depth: 0')
  })

  /** Security fixes of May 2024 taught git to fetch nothing: 2.39.4 and all later lines. */
  const [major, minor] = execFileSync('git', ['--version'], {encoding: 'utf8'}).match(/\d+/g)!.map(Number)
  test.skipIf(major! < 2 || (major === 2 && minor! < 39))('in a partial clone, and fetches nothing', async () => {
    put('a.md', SLOT)
    repository()
    put('a.md', PLAIN)
    commit()
    git('config', 'uploadpack.allowFilter', 'true')
    git('clone', '-q', '--filter=blob:none', `file://${process.cwd()}`, 'partial')
    process.chdir('partial')
    put('a.md', OTHER)
    await expect(news({since: 'HEAD~1'})).rejects.toThrow(/git (?:diff failed|does not have its content)/)
  })

  test('standard input, or nothing at all', async () => {
    await expect(news({since: 'HEAD'}, '-')).rejects.toThrow('Unexpected - with --since')
    await expect(news({})).rejects.toThrow('No path')
  })
})
