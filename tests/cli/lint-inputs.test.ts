/** What is asked for: lists, standard input with a name, folders with nothing in them. */
import {mkdirSync} from 'node:fs'
import path from 'node:path'
import {describe, expect, test} from 'vitest'
import {inputsOf} from '../../src/batch/inputs.js'
import {isStandardInput, listedIn, pathsNamed, standardInput} from '../../src/cli/lint-inputs.js'
import {UsageError} from '../../src/usage-error.js'
import {folder, put, unspun} from './run.js'

const SLOT = 'The mill cost billions of {dollars} to build.\n'
const list = (content: string | Uint8Array, flags = {}) => listedIn(put('list', content), flags)

describe('a list of files', () => {
  test('has one a line, however lines end, or NUL between them', () => {
    const a = put('a.md', SLOT)
    const odd = put('odd\n[name].md', SLOT)
    expect(list(`${a}\n\n${a}`)).toEqual([a, a])
    expect(list(`${a}\r\n${a}\r\n`)).toEqual([a, a])
    expect(list(`${odd}\0${a}\0`)).toEqual([odd, a])
    expect(list(Buffer.from(`\ufeff${a}\r\n`, 'utf16le'))).toEqual([a])
    expect(list(`\ufeff${a}\n`)).toEqual([a])
  })

  test('that names what is missing is refused with the lines, and nothing is checked', () => {
    const a = put('a.md', SLOT)
    const gone = path.join(folder, 'gone.md')
    expect(() => list(`${a}\n${gone}\n`)).toThrow(new UsageError(`${folder}/list:2: no such file or folder: ${gone}`))
    expect(() => list(`${gone}\n`.repeat(12))).toThrow(/:10: no such.*\nand 2 more$/)
  })

  test('that is empty or missing is refused; an empty one may be allowed', () => {
    expect(() => list('\n')).toThrow(/No paths in .*list/)
    expect(list('\n', {allowEmpty: true})).toEqual([])
    expect(() => listedIn(path.join(folder, 'none'), {})).toThrow(/cannot be read/)
  })

  test('goes with paths on the command line', () => {
    const a = put('a.md', SLOT)
    expect(pathsNamed(['b.md'], {fileList: put('list', a)})).toEqual(['b.md', a])
  })

  test('comes over standard input, too; its findings and faults have their exit codes', () => {
    put('a [1].md', SLOT)
    const found = unspun(['lint', '--file-list', '-'], 'a [1].md\n')
    expect(found.stdout).toContain('a [1].md:1:27')
    expect(found.status).toBe(1)
    const missing = unspun(['lint', '--file-list', '-'], 'a [1].md\nb.md\n')
    expect(missing.stderr).toBe('unspun: standard input:2: no such file or folder: b.md\n')
    expect([missing.status, missing.stdout]).toEqual([2, ''])
  })
})

describe('standard input with a path', () => {
  test('has the form of its extension, and its path in findings', () => {
    const shown = (stdinPath: string) => standardInput({stdinPath})
    expect(shown('posts/./a.MD')).toEqual({facts: {path: 'posts/a.MD', format: 'markdown'}})
    expect(shown('a.txt')).toEqual({facts: {path: 'a.txt', format: 'text'}})
    expect(shown(path.resolve('posts/a.html'))).toMatchObject({facts: {path: 'posts/a.html'}})
    expect(shown('a.jsonl')).toMatchObject({records: {path: 'a.jsonl', file: '-', holds: 'records'}})
  })

  test('has the form that is said where one is', () => {
    expect(standardInput({stdinPath: 'notes', from: 'markdown'})).toEqual({facts: {path: 'notes', format: 'markdown'}})
    expect(standardInput({stdinPath: 'notes', from: 'html'})).toEqual({facts: {path: 'notes', markup: 'html'}})
    expect(standardInput({stdinPath: 'a.txt', from: 'jsonl'})).toMatchObject({records: {path: 'a.txt'}})
    expect(() => standardInput({stdinPath: 'a.html', from: 'text'})).toThrow(UsageError)
  })

  test('without one is called -', () => {
    expect(standardInput({})).toEqual({facts: {path: '-', format: 'text'}})
    expect(standardInput({from: 'jsonl'})).toMatchObject({records: {path: '-'}})
  })

  test('is what the command line prints', () => {
    const {stdout, status} = unspun(['lint', '-', '--stdin-path', 'posts/new.md'], `\`{code}\` and text.\n\n${SLOT}`)
    expect(stdout).toContain('posts/new.md:3:27')
    expect(stdout).toContain('1 finding in 1 document')
    expect(status).toBe(1)
  })
})

test.each([
  [['-', 'a.md'], {}, 'Unexpected paths beside -'],
  [['-'], {fileList: '-'}, 'Unexpected --file-list beside -'],
  [['a.md'], {stdinPath: 'b.md'}, 'Unexpected --stdin-path without -'],
  [['a.md'], {from: 'html'}, 'Unexpected --from without -'],
] as const)('%j with %j is refused', (paths, flags, message) => {
  expect(() => isStandardInput(paths, flags)).toThrow(message)
})

describe('a folder or glob', () => {
  const named = (pattern: string, allowsEmpty?: boolean) =>
    inputsOf([path.join(folder, pattern)], undefined, allowsEmpty)

  test('in which nothing is found is refused unless that is allowed', async () => {
    mkdirSync(path.join(folder, 'empty'))
    put('pictures/a.png', 'x')
    for (const pattern of ['empty', 'pictures', '*.md']) {
      await expect(named(pattern)).rejects.toThrow(UsageError)
      await expect(named(pattern)).rejects.toThrow('--allow-empty')
      expect(await named(pattern, true)).toEqual([])
    }
    await expect(named('missing.md', true)).rejects.toThrow('No such file or folder')
  })

  test('is searched without what packages brought along, unless they are named', async () => {
    put('a.md', SLOT)
    put('node_modules/p/README.md', SLOT)
    put('sub/node_modules/p/README.md', SLOT)
    const names = async (pattern: string) => (await named(pattern)).map(({name}) => name)
    expect(await names('.')).toEqual(['a'])
    expect(await names('**/*.md')).toEqual(['a'])
    expect(await names('node_modules/p')).toEqual(['README'])
  })

  test('has its exit code in every command', () => {
    mkdirSync(path.join(folder, 'empty'))
    for (const args of [['lint'], ['clean', '--dry-run']]) {
      expect(unspun([...args, 'empty']).status).toBe(2)
      expect(unspun([...args, 'empty', '--allow-empty']).status).toBe(0)
    }
  })
})
