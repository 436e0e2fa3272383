/** A folder of its own for each test, which may be a repository, and what is new in it, with the real linter. */
import {execFileSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {afterEach, beforeEach} from 'vitest'
import {documentsOf} from '../../../src/batch/documents.js'
import {type Input, inputsOf} from '../../../src/batch/inputs.js'
import {type KnownFlags, openKnown} from '../../../src/cli/known.js'
import {baselineOf, entriesFrom} from '../../../src/lint/known/baseline.js'
import type {LintResult} from '../../../src/lint/lint.js'
import {createLinter, type LintInput} from '../../../src/lint/linter.js'

const home = process.cwd()
let folder: string

beforeEach(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'unspun-')))
  process.chdir(folder)
})

afterEach(() => {
  process.chdir(home)
  rmSync(folder, {recursive: true, force: true})
})

export const put = (name: string, content: string | Uint8Array): void => {
  mkdirSync(path.dirname(name), {recursive: true})
  writeFileSync(name, content)
}
export const read = (name: string): string => readFileSync(name, 'utf8')
export const remove = (name: string): void => rmSync(name)
export const rename = (from: string, to: string): void => renameSync(from, to)

/** Nothing of the machine's configuration takes part, nor of a hook that runs the tests. */
for (const name of Object.keys(process.env)) if (name.startsWith('GIT_')) delete process.env[name]
const ENVIRONMENT = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
  GIT_AUTHOR_NAME: 'A',
  GIT_AUTHOR_EMAIL: 'a@example.org',
  GIT_COMMITTER_NAME: 'A',
  GIT_COMMITTER_EMAIL: 'a@example.org',
}
Object.assign(process.env, ENVIRONMENT)

export const git = (...args: string[]): string =>
  execFileSync('git', args, {encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe']})

/** A repository of what lies in the folder. */
export function repository(): void {
  git('init', '-q', '-b', 'main')
  commit()
}

export function commit(): void {
  git('add', '-A')
  git('commit', '-q', '--allow-empty', '-m', 'as it is')
}

const linter = createLinter({
  options: {stages: ['residue']},
  rulesFolders: [],
  asksDictionary: false,
})

export const lint = (path: string, content: string | Uint8Array = read(path)): LintResult =>
  linter.lint({content, facts: {path}})

async function* documents(found: readonly Input[] | undefined): AsyncIterable<LintInput> {
  for await (const document of documentsOf(found ?? [])) {
    if ('error' in document) throw new Error(`${document.input.path}: ${document.error}`)
    yield document
  }
}

async function* linted(inputs: AsyncIterable<LintInput>): AsyncIterable<LintResult> {
  for await (const input of inputs) yield linter.lint(input)
}

export interface News {
  /** `path:line text` of each new finding, in the order of the run. */
  readonly found: readonly string[]
  readonly notices: readonly string[]
}

/** What is new in files and folders. */
export async function news(flags: KnownFlags, ...paths: string[]): Promise<News> {
  const known = await openKnown(flags, paths)
  const inputs = known.now ?? (await inputsOf(paths, undefined))
  const found: string[] = []
  for await (const outcome of known.newOf(linted(known.documents(inputs, documents)))) {
    if ('error' in outcome) throw new Error(outcome.error)
    for (const {actual, start} of outcome.findings) found.push(`${outcome.path}:${start.line} ${actual}`)
  }
  return {found, notices: known.notices()}
}

/** Writes the baseline of files. */
export function putBaseline(...paths: string[]): void {
  put('unspun.baseline', baselineOf(paths.map((name) => lint(name)).flatMap(entriesFrom())))
}
