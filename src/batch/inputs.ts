/** From what stands on the command line to documents, each with the name its result will have. */
import {lstatSync, statSync} from 'node:fs'
import path from 'node:path'
import {glob, isDynamicPattern} from 'tinyglobby'
import {type Format, formatOfName} from '../draft/index.js'
import {UsageError} from '../usage-error.js'

export interface Input {
  /** As shown in reports and messages: relative to the working folder, with forward slashes. */
  readonly path: string
  readonly file: string
  /** Below the output folder, without extension. */
  readonly name: string
  /** With the second of a compressed file: `.jsonl.gz`. */
  readonly extension: string
  /** One document, or a stream of records with a document each. */
  readonly holds: 'document' | 'records'
  readonly isCompressed: boolean
  readonly format: Format
  readonly bytes: number
}

export {UsageError}

/** What is looked for in folders. */
const EXTENSIONS = '**/*.{txt,text,md,markdown,html,htm,xhtml,jsonl,ndjson}{,.gz}'
/** Besides those, what only `lint` looks at: it edits files in place, where `clean` writes articles. */
const LINTED = '**/*.{txt,text,md,markdown,mdx,html,htm,xhtml,jsonl,ndjson}{,.gz}'
const LINTED_WITH_FIELDS = [LINTED, '**/*.{json,jsonc,yml,yaml}']
/** What an earlier run wrote beside its records. */
const REPORTS = '**/*.report.{jsonl,ndjson}{,.gz}'

/**
 * The documents that paths, globs and folders name, in a stable order, each once.
 *
 * @throws UsageError for a path that does not exist or a glob that finds nothing.
 */
export async function inputsOf(
  patterns: readonly string[],
  excluded: string | undefined,
  sought: string | string[] = EXTENSIONS,
): Promise<Input[]> {
  const inputs = new Map<string, Input>()
  for (const pattern of patterns) {
    for (const input of await expand(pattern, excluded, sought))
      if (!inputs.has(input.file)) inputs.set(input.file, input)
  }
  return [...inputs.values()]
}

/**
 * As `inputsOf`, for `lint`: in folders also MDX, and JSON and YAML where fields of them are chosen.
 *
 * @throws UsageError also for a file of JSON or YAML where none are.
 */
export async function lintInputsOf(patterns: readonly string[], hasFields: boolean): Promise<Input[]> {
  const inputs = await inputsOf(patterns, undefined, hasFields ? LINTED_WITH_FIELDS : LINTED)
  const data = hasFields ? undefined : inputs.find(({extension}) => DATA.test(extension))
  if (!data) return inputs
  throw new UsageError(`${data.path} holds values, of which some may be prose: name those with --fields title,body`)
}

const DATA = /^\.(?:jsonc?|ya?ml)$/i

async function expand(pattern: string, excluded: string | undefined, sought: string | string[]): Promise<Input[]> {
  const stats = statSync(pattern, {throwIfNoEntry: false})
  if (stats?.isDirectory()) return within(path.resolve(pattern), sought, excluded)
  if (stats) return [inputOf(path.resolve(pattern), path.basename(pattern))]
  if (!isDynamicPattern(pattern)) {
    throw new UsageError(`No such file or folder: ${pattern}. Check the path, or quote a glob such as '**/*.txt'`)
  }
  const base = staticBase(pattern)
  const found = await within(path.resolve(base), path.relative(base, pattern).split(path.sep).join('/'), excluded)
  if (found.length === 0) throw new UsageError(`Nothing matches ${pattern}`)
  return found
}

/** The folder before the first part of a glob that is a pattern. */
function staticBase(pattern: string): string {
  const parts = pattern.split('/')
  const first = parts.findIndex((part) => isDynamicPattern(part))
  return parts.slice(0, first).join('/') || (pattern.startsWith('/') ? '/' : '.')
}

async function within(folder: string, pattern: string | string[], excluded: string | undefined): Promise<Input[]> {
  const files = await glob(pattern, {
    cwd: folder,
    ignore: REPORTS,
    followSymbolicLinks: false,
    caseSensitiveMatch: false,
    expandDirectories: false,
  })
  return files
    .sort()
    .filter((file) => !excluded || !isBelow(path.join(folder, file), excluded) || isBelow(folder, excluded))
    .filter((file) => lstatSync(path.join(folder, file)).isFile())
    .map((file) => inputOf(path.join(folder, file), file))
}

const isBelow = (file: string, folder: string): boolean => file === folder || file.startsWith(folder + path.sep)

/** Standard input, when it holds records. */
export const STANDARD_RECORDS: Input = {
  path: '-',
  file: '-',
  name: '-',
  extension: '.jsonl',
  holds: 'records',
  isCompressed: false,
  format: 'text',
  bytes: 0,
}

function inputOf(file: string, name: string): Input {
  const [compression = ''] = /\.gz$/i.exec(name) ?? []
  const extension = path.extname(name.slice(0, name.length - compression.length)) + compression
  return {
    file,
    path: path.relative(process.cwd(), file).split(path.sep).join('/'),
    name: name
      .slice(0, name.length - extension.length)
      .split(path.sep)
      .join('/'),
    extension,
    holds: /^\.(?:jsonl|ndjson)/i.test(extension) ? 'records' : 'document',
    isCompressed: compression !== '',
    format: /^\.x?html?/i.test(extension) ? 'markdown' : formatOfName(extension),
    bytes: statSync(file).size,
  }
}
