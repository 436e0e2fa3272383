/** `unspun baseline`, `lint --since` and `lint --staged` as they are called. */
import {describe, expect, test} from 'vitest'
import {folder, put, read, unspun} from '../../cli/run.js'

const SLOT = 'The mill cost billions of {dollars} to build.\n'
const OTHER = 'A visitor pays {twelve} coins at the door.\n'
const QUICK = ['--stages', 'residue', '--no-cache']

describe('baseline', () => {
  test('is created, used, reported stale and pruned', () => {
    put('content/a.md', `${SLOT}\n${OTHER}`)
    const created = unspun(['baseline', 'create', 'content', ...QUICK])
    expect(created).toEqual({stdout: '2 findings in 1 file known in unspun.baseline\n', stderr: '', status: 0})
    expect(read('unspun.baseline')).toMatch(/\tcontent\/a\.md\t\{dollars\}\n/)
    put('content/a.md', `${SLOT}\n{three} of it.\n`)
    const linted = unspun(['lint', 'content', '--format', 'json', ...QUICK])
    expect(linted.status).toBe(1)
    expect(linted.stderr).toMatch(/^unspun: 1 of 2 findings in unspun\.baseline are gone; .*prune/)
    expect(JSON.parse(linted.stdout).documents[0].findings).toMatchObject([{actual: '{three}'}])
    expect(unspun(['baseline', 'prune', 'content', ...QUICK]).stdout).toBe(
      '1 of 2 findings removed from unspun.baseline\n',
    )
    expect(read('unspun.baseline')).not.toContain('{twelve}')
    expect(read('unspun.baseline')).not.toContain('{three}')
  })

  test('is not written where something could not be looked at', () => {
    put('content/a.md', SLOT)
    put('content/b.md.gz', 'not compressed')
    const {status, stderr} = unspun(['baseline', 'create', 'content', '--out', 'b', ...QUICK])
    expect(status).toBe(2)
    expect(stderr).toMatch(/content\/b\.md\.gz: .*\n.*was not written/)
    expect(() => read('b')).toThrow()
  })

  test('that is broken stops lint', () => {
    put('a.md', SLOT)
    put('unspun.baseline', '# unspun baseline, version 1\n<<<<<<< HEAD\n')
    const {status, stdout, stderr} = unspun(['lint', 'a.md', ...QUICK])
    expect({status, stdout}).toEqual({status: 2, stdout: ''})
    expect(stderr).toMatch(/^unspun: unspun\.baseline:2:1 Unexpected mark of a merge[^\n]*\n.*\n> 2 \| <<<<<<< HEAD\n/)
  })
})

describe('git', () => {
  test('lint answers as it does without it', () => {
    expect(unspun(['lint', '--since', 'HEAD', ...QUICK], undefined, {GIT_CEILING_DIRECTORIES: folder}).status).toBe(2)
    expect(unspun(['lint', '--since', 'HEAD', '--staged']).status).toBe(2)
    const {status, stderr} = unspun(['lint', '--staged'], undefined, {PATH: folder})
    expect(status).toBe(2)
    expect(stderr).toContain('git was not found')
  })
})
