/** The commands go by the configuration of each file. */
import {expect, test} from 'vitest'
import {put, read, unspun} from '../run.js'

const SLOT = 'They spent billions of {dollars} on the mill by the river.\n'

test('lint looks at each file as its overrides say, and at none that is ignored', () => {
  put(
    'unspun.config.yaml',
    'ignores: drafts/\nlint: {failOn: proposed, format: json, cache: false}\noverrides:\n  - {files: loud/**, rules: {residue: report}}\n  - {files: quiet/**, rules: {residue/unfilled-slot: off}}\n',
  )
  for (const folder of ['loud', 'quiet', 'drafts', 'plain']) put(`${folder}/a.txt`, SLOT)
  const levels = (paths: string[]) => {
    const {stdout, status} = unspun(['lint', ...paths])
    const found = stdout.matchAll(/"path": ?"([^"]+)"|"level": ?"([^"]+)"/g)
    return {status, found: Array.from(found, ([, path, level]) => path ?? level)}
  }
  expect(levels(['.'])).toEqual({status: 1, found: ['loud/a.txt', 'reported', 'plain/a.txt', 'safe', 'quiet/a.txt']})
  expect(levels(['loud', 'quiet', 'drafts/a.txt']).status).toBe(0)
})

test('clean does, too, and an unknown rule stops both', () => {
  put('unspun.config.yaml', 'overrides:\n  - {files: quiet/**, rules: {residue: propose}}\n')
  put('in/quiet/a.txt', SLOT)
  put('in/b.txt', SLOT)
  put('quiet/c.txt', SLOT)
  expect(unspun(['clean', 'in/b.txt', 'quiet/c.txt', '--out', 'out']).status).toBe(0)
  expect(read('out/c.txt')).toBe(SLOT)
  expect(read('out/b.txt')).not.toBe(SLOT)
  put('unspun.config.yaml', 'rules:\n  residue/unfiled-slot: off\n')
  for (const args of [
    ['lint', 'in', '--no-cache'],
    ['clean', 'in', '--out', 'other'],
  ]) {
    const {stdout, stderr, status} = unspun(args)
    expect(stderr).toContain(
      'unspun.config.yaml:2:3 Unexpected rule residue/unfiled-slot, expected residue/unfilled-slot',
    )
    expect([stdout, status]).toEqual(['', 2])
  }
})
