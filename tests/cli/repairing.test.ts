/** Repairs, caches and budgets of `unspun lint` as a user meets them. */
import {existsSync} from 'node:fs'
import path from 'node:path'
import {describe, expect, test} from 'vitest'
import {folder, put, read, unspun} from './run.js'

const KNOWN = 'They spent billions of {dollars} on it.\n'
const NEW = 'They spent millions of {euros} on that.\n'

describe('repairs', () => {
  test('are made of what is new, where something is known', () => {
    put('a.md', KNOWN)
    unspun(['baseline', 'create', 'a.md'])
    put('a.md', `${KNOWN}\nThe mill turned all night.\n\n${NEW}`)
    const {status, stdout, stderr} = unspun(['lint', 'a.md', '--fix'])
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout).toContain('Nothing found')
    expect(read('a.md')).toBe(`${KNOWN}\nThe mill turned all night.\n\nThey spent millions of euros on that.\n`)
  })

  test('are shown as a patch without being made', () => {
    put('a.md', NEW)
    const {status, stdout} = unspun(['lint', 'a.md', '--diff'])
    expect(status).toBe(1)
    expect(stdout).toContain('+They spent millions of euros on that.')
    expect(read('a.md')).toBe(NEW)
    expect(unspun(['lint', 'a.md', '--format', 'diff']).stdout).toBe(stdout)
  })

  test.each([['--fix', '--fix-dry-run'], ['--unsafe-fixes'], ['--fix', '--staged']])(
    '%s %s are refused',
    (...flags) => {
      put('a.md', NEW)
      const {status, stdout, stderr} = unspun(['lint', 'a.md', ...flags])
      expect([status, stdout]).toEqual([2, ''])
      expect(stderr).toMatch(/^unspun: Unexpected --/)
      expect(read('a.md')).toBe(NEW)
    },
  )

  test('of a document that keeps a parser busy end with its budget', () => {
    put('a.md', '- ```\n> ~~~\nThe mill turned .\n'.repeat(12_000))
    put('b.md', NEW)
    const {status, stdout, stderr} = unspun(['lint', 'a.md', 'b.md', '--fix', '--budget', '1'])
    expect(status).toBe(2)
    expect(stderr).toContain('a.md: took longer than 1 s')
    expect(stdout).toContain('Nothing found in 1 document')
    expect(read('b.md')).toContain('millions of euros')
  })
})

describe('a second run', () => {
  test('says the same from the cache, and leaves none where none is wanted', () => {
    put('a.md', NEW)
    const first = unspun(['lint', 'a.md', '--no-cache'])
    expect(existsSync(path.join(folder, '.unspun-cache'))).toBe(false)
    expect(unspun(['lint', 'a.md']).stdout).toBe(first.stdout)
    expect(existsSync(path.join(folder, '.unspun-cache/lint.tsv'))).toBe(true)
    expect(unspun(['lint', 'a.md']).stdout).toBe(first.stdout)
    expect(unspun(['lint', 'a.md', '--threads', '2', '--no-cache']).stdout).toBe(first.stdout)
  })

  test('checks rules again when they have changed', () => {
    const rule = (good: string) =>
      `- id: residue/mill-wheel\n  message: Unexpected \`{actual}\`\n  why: It is one word.\n  find: [mill wheel]\n  expect: millwheel\n  examples:\n    - {bad: 'The mill wheel turns.', good: '${good}'}\n    - {leave: 'The wheel turns.'}\n`
    put('a.md', 'The mill wheel turned all night.\n')
    put('rules/residue/mill.yml', rule('The millwheel turns.'))
    const args = ['lint', 'a.md', '--rules', 'rules']
    expect([unspun(args).status, unspun(args).status]).toEqual([1, 1])
    put('rules/residue/mill.yml', rule('The millwheel turned.'))
    expect([unspun(args).status, unspun(args).status]).toEqual([2, 2])
  })
})

test('--profile says where the time went, on standard error', () => {
  put('a.md', NEW)
  const {stdout, stderr} = unspun(['lint', 'a.md', '--profile'])
  expect(stdout).toContain('1 finding in 1 document')
  expect(stderr).toMatch(/^stage +ms +share +findings\n/)
  expect(stderr).toMatch(/^residue +\d+ +\d+ % +1$/m)
  expect(stderr).toMatch(/^residue\/unfilled-slot +1$/m)
})
