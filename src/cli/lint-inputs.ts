/**
 * What `unspun lint` is asked to look at: paths on the command line and in a list, or one document on standard input,
 * which may have a name. What was asked for twice or cannot be meant is refused before anything is read.
 */
import {existsSync, readFileSync} from 'node:fs'
import {Option} from 'commander'
import {type Input, kindOf, pathOf, STANDARD_RECORDS} from '../batch/inputs.js'
import type {DocumentFacts} from '../clean.js'
import {UsageError} from '../usage-error.js'
import {type InputFlags, standardFacts} from './options.js'

export interface LintInputFlags extends InputFlags {
  readonly stdinPath?: string
  readonly fileList?: string
}

export const lintInputOptions = (): Option[] => [
  new Option('--stdin-path <path>', 'with -: the path of the document, for its form, configuration and findings'),
  new Option('--file-list <file>', 'check the paths in it, too, one a line or NUL between them; - is standard input'),
]

const STANDARD_INPUT = '-'

/**
 * Whether standard input is to be looked at, by itself.
 *
 * @throws UsageError for what cannot be meant together.
 */
export function isStandardInput(paths: readonly string[], {from, stdinPath, fileList}: LintInputFlags): boolean {
  const isNamed = paths.includes(STANDARD_INPUT)
  if (isNamed && (paths.length > 1 || fileList !== undefined)) {
    throw new UsageError(
      `Unexpected ${fileList === undefined ? 'paths' : '--file-list'} beside -, expected standard input alone`,
    )
  }
  if (!isNamed && stdinPath !== undefined) {
    throw new UsageError('Unexpected --stdin-path without -, which is standard input')
  }
  if (!isNamed && from !== undefined) throw new UsageError('Unexpected --from without -, which is standard input')
  return isNamed
}

type StandardFacts = DocumentFacts & {readonly path: string}

/** What standard input holds: records, or one document of which this is known. */
export function standardInput({from, stdinPath}: LintInputFlags): {records: Input} | {facts: StandardFacts} {
  if (stdinPath === undefined) {
    return from === 'jsonl' ? {records: STANDARD_RECORDS} : {facts: {...standardFacts(from), path: STANDARD_INPUT}}
  }
  const {holds, format, extension} = kindOf(stdinPath)
  const path = pathOf(stdinPath)
  if (from === 'jsonl' || (from === undefined && holds === 'records')) return {records: {...STANDARD_RECORDS, path}}
  if (/^\.x?html?/i.test(extension) && from !== undefined && from !== 'html') {
    throw new UsageError(`Unexpected --from ${from} with --stdin-path ${stdinPath}, expected --from html or none`)
  }
  return {facts: {...(from === undefined ? {format} : standardFacts(from)), path}}
}

/** The paths of the command line, then those of the list. */
export const pathsNamed = (paths: readonly string[], flags: LintInputFlags): string[] => [
  ...paths,
  ...(flags.fileList === undefined ? [] : listedIn(flags.fileList, flags)),
]

/** What a list may be wrong about is said of as many of its lines. */
const MOST_MISSING = 10

/**
 * The paths of a list: one a line, or NUL between them as `git diff -z` and `find -print0` write.
 *
 * @throws UsageError for a list that cannot be read or is empty, and for paths that do not exist.
 */
export function listedIn(list: string, {allowEmpty}: LintInputFlags): string[] {
  const text = decoded(readList(list))
  const entries = text.split(text.includes('\0') ? '\0' : /\r?\n/).map((path, i) => ({path, line: i + 1}))
  const named = entries.filter(({path}) => path !== '')
  if (named.length === 0 && !allowEmpty)
    throw new UsageError(`No paths in ${nameOf(list)}. Give --allow-empty if that is fine`)
  const missing = named.filter(({path}) => !existsSync(path))
  if (missing.length > 0) throw new UsageError(complaint(list, missing))
  return named.map(({path}) => path)
}

const nameOf = (list: string): string => (list === STANDARD_INPUT ? 'standard input' : list)

function complaint(list: string, missing: readonly {path: string; line: number}[]): string {
  const said = missing
    .slice(0, MOST_MISSING)
    .map(({path, line}) => `${nameOf(list)}:${line}: no such file or folder: ${path}`)
  const rest = missing.length - said.length
  return [...said, ...(rest > 0 ? [`and ${rest} more`] : [])].join('\n')
}

function readList(list: string): Uint8Array {
  try {
    return readFileSync(list === STANDARD_INPUT ? 0 : list)
  } catch (error) {
    throw new UsageError(`List ${nameOf(list)} cannot be read: ${(error as Error).message}`)
  }
}

/** PowerShell writes UTF-16 with a mark; every other character of that would pass for a NUL. */
const decoded = (bytes: Uint8Array): string =>
  new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8').decode(bytes)
