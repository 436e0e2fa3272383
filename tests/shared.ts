/** The folder of real input that is not part of the project: tests that need it are skipped, loudly, where it is missing. */
import {existsSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {gunzipSync} from 'node:zlib'
import {describe, test} from 'vitest'

const folder = path.resolve(import.meta.dirname, '../../shared')

export const sharedFile = (name: string): string => path.join(folder, name)

/** `describe`, or a skipped one with a line on stderr that says what was not tested. */
export function describeWithShared(name: string, tests: () => void): void {
  if (existsSync(folder)) describe(name, tests)
  else {
    process.stderr.write(`SKIPPED, for want of ../shared: ${name}\n`)
    test.skip(name, () => {})
  }
}

/** The documents of a corpus of the shared folder, in its order. */
export function corpusDocuments(name: string): string[] {
  return gunzipSync(readFileSync(sharedFile(`corpus/${name}.txt.gz`)))
    .toString('utf8')
    .split(/\n{2,}/)
    .filter((document) => document.trim() !== '')
}
