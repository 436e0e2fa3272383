/** Formats from the command line: what goes where, and with which exit code. */
import {execFileSync} from 'node:child_process'
import {readdirSync} from 'node:fs'
import {expect, test} from 'vitest'
import {folder, main, put, read, unspun} from '../../cli/run.js'

const SLOTS = 'The mill cost billions of {dollars} to build, and {wheels} were made for it.\n'

test('one format on standard output, others in files, all of the same findings', () => {
  put('mill.txt', SLOTS)
  const to = ['--format', 'json', '--format', 'sarif=a.sarif', '--format=github=b.txt']
  const {stdout, stderr, status} = unspun(['lint', 'mill.txt', ...to, '--max-findings', '1', '--color', 'always'])
  expect(status).toBe(1)
  expect(JSON.parse(stdout).summary).toMatchObject({findings: 2, omitted: 1})
  expect(stderr).toBe('unspun: 1 of 2 findings not printed (--max-findings)\n')
  expect(JSON.parse(read('a.sarif')).runs[0].results).toHaveLength(1)
  expect(read('b.txt')).toMatch(/^::error file=mill\.txt,line=1,.*\n::notice title=unspun::1 more finding/)
})

test('what cannot run says so on standard error, and prints nothing else', () => {
  put('mill.txt', SLOTS)
  const {stdout, stderr, status} = unspun(['lint', 'mill.txt', '--format', 'json', '--format', 'sarif'])
  expect(stderr).toBe(
    'unspun: json and sarif cannot both go to standard output. Give one a file: --format sarif=FILE\n',
  )
  expect(stdout).toBe('')
  expect(status).toBe(2)
})

test('an input that is missing leaves no half report', () => {
  const {status} = unspun(['lint', 'missing.txt', '--format', 'json=a.json'])
  expect(status).toBe(2)
  expect(readdirSync(folder)).toEqual([])
})

test('colours are for stylish on standard output, and the command line decides', () => {
  put('mill.txt', SLOTS)
  const coloured = unspun(['lint', 'mill.txt', '--color', 'always'], undefined, {NO_COLOR: '1'})
  expect(coloured.stdout).toContain('\u001b[31m^')
  const plain = unspun(['lint', 'mill.txt', '--no-color'], undefined, {FORCE_COLOR: '1', NO_COLOR: ''})
  expect(plain.stdout).not.toContain('\u001b')
})

test('a reader that has seen enough spoils no file and no exit code', () => {
  put('big.txt', SLOTS.repeat(1500))
  const script = `{ "${process.execPath}" "${main}" lint big.txt --format stylish --format jsonl=a.jsonl; echo $? >status; } 2>err | head -1`
  execFileSync('/bin/sh', ['-c', script], {cwd: folder})
  expect(read('err')).toBe('')
  expect(read('status')).toBe('1\n')
  expect(read('a.jsonl').split('\n')).toHaveLength(3001)
})
