/** A folder of its own for each test, and the command line run in it. */
import {spawnSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, readFileSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {beforeEach} from 'vitest'

export const root = path.resolve(import.meta.dirname, '../..')
export const main = path.join(root, 'dist/bin/unspun.js')

export let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'unspun-'))
})

/** Writes a file into the folder. */
export const put = (name: string, content: string | Uint8Array): string => {
  const file = path.join(folder, name)
  mkdirSync(path.dirname(file), {recursive: true})
  writeFileSync(file, content)
  return file
}
export const read = (name: string): string => readFileSync(path.join(folder, name), 'utf8')

/** Runs `unspun` in the folder. */
export const unspun = (args: string[], input?: string | Uint8Array, env: Record<string, string> = {}) => {
  const {stdout, stderr, status} = spawnSync(process.execPath, [main, ...args], {
    cwd: folder,
    input,
    encoding: 'utf8',
    env: {...process.env, ...env},
  })
  return {stdout, stderr, status}
}
