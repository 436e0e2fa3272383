/** From what stands on the command line to documents, each with the name its result will have. */
import {existsSync, lstatSync, statSync} from 'node:fs'
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
  /** Gives its bytes where they do not lie in the file: an older version, or what is staged. */
  readonly read?: () => Promise<Uint8Array>
}

/** What is looked for in folders. */
const EXTENSIONS = '**/*.{txt,text,md,markdown,html,htm,xhtml,jsonl,ndjson}{,.gz}'
/** Besides those, what only `lint` looks at: it edits files in place, where `clean` writes articles. */
const LINTED = '**/*.{txt,text,md,markdown,mdx,html,htm,xhtml,jsonl,ndjson}{,.gz}'
/** What `lint` looks for in folders, where fields of JSON and YAML are chosen or not. */
export const lintedIn = (hasFields: boolean): string[] =>
  hasFields ? [LINTED, '**/*.{json,jsonc,yml,yaml}'] : [LINTED]
/** What an earlier run wrote beside its records, and what others wrote: who means them names a folder further down. */
export const NOT_MEANT = ['**/*.report.{jsonl,ndjson}{,.gz}', '**/node_modules/**']

/**
 * The documents that paths, globs and folders name, in a stable order, each once.
 *
 * @param excluded - A folder whose documents are left out.
 * @param allowsEmpty - Whether a folder or glob may hold none. A mistyped one would pass for a clean one.
 * @throws UsageError for a path that does not exist, and for a folder or glob in which nothing is found.
 */
export async function inputsOf(
  patterns: readonly string[],
  excluded: string | undefined,
  allowsEmpty = false,
  sought: readonly string[] = [EXTENSIONS],
): Promise<Input[]> {
  const inputs = new Map<string, Input>()
  for (const pattern of patterns) {
    const found = await expand(pattern, excluded, sought)
    if (found.length === 0 && !allowsEmpty) throw new UsageError(emptiness(pattern))
    for (const input of found) if (!inputs.has(input.file)) inputs.set(input.file, input)
  }
  return [...inputs.values()]
}

const isFolder = (pattern: string): boolean => statSync(pattern, {throwIfNoEntry: false})?.isDirectory() === true

const emptiness = (pattern: string): string =>
  isFolder(pattern)
    ? `No documents in ${pattern}: no text, Markdown, page or JSON Lines. Name another folder, or give --allow-empty`
    : `Nothing matches ${pattern}. Check the glob, or give --allow-empty`

/**
 * As `inputsOf`, for `lint`: in folders also MDX, and JSON and YAML where fields of them are chosen.
 *
 * @throws UsageError also for a file of JSON or YAML where none are.
 */
export async function lintInputsOf(
  patterns: readonly string[],
  hasFields: boolean,
  allowsEmpty = false,
): Promise<Input[]> {
  const inputs = await inputsOf(patterns, undefined, allowsEmpty, lintedIn(hasFields))
  const data = hasFields ? undefined : inputs.find(({extension}) => DATA.test(extension))
  if (!data) return inputs
  throw new UsageError(`${data.path} holds values, of which some may be prose: name those with --fields title,body`)
}

const DATA = /^\.(?:jsonc?|ya?ml)$/i

async function expand(pattern: string, excluded: string | undefined, sought: readonly string[]): Promise<Input[]> {
  if (isFolder(pattern)) return within(path.resolve(pattern), sought, excluded)
  if (existsSync(pattern)) return [inputOf(path.resolve(pattern), path.basename(pattern))]
  if (!isDynamicPattern(pattern)) {
    throw new UsageError(`No such file or folder: ${pattern}. Check the path, or quote a glob such as '**/*.txt'`)
  }
  const base = staticBase(pattern)
  return within(path.resolve(base), path.relative(base, pattern).split(path.sep).join('/'), excluded)
}

/** Where what a path, folder or glob names is, or would be: one file, or anywhere below a folder. Absolute. */
export function homeOf(pattern: string): {readonly file: string} | {readonly folder: string} {
  if (isFolder(pattern)) return {folder: path.resolve(pattern)}
  if (existsSync(pattern) || !isDynamicPattern(pattern)) return {file: path.resolve(pattern)}
  return {folder: path.resolve(staticBase(pattern))}
}

/** The folder before the first part of a glob that is a pattern. */
export function staticBase(pattern: string): string {
  const parts = pattern.split('/')
  const first = parts.findIndex((part) => isDynamicPattern(part))
  return parts.slice(0, first).join('/') || (pattern.startsWith('/') ? '/' : '.')
}

async function within(
  folder: string,
  pattern: string | readonly string[],
  excluded: string | undefined,
): Promise<Input[]> {
  const files = await glob(typeof pattern === 'string' ? pattern : [...pattern], {
    cwd: folder,
    ignore: NOT_MEANT,
    followSymbolicLinks: false,
    caseSensitiveMatch: false,
    expandDirectories: false,
  })
  return files
    .sort()
    .filter((file) => !excluded || !isBelow(path.join(folder, file), excluded) || isBelow(folder, excluded))
    .flatMap((name) => {
      const file = path.join(folder, name)
      const found = lstatSync(file, {throwIfNoEntry: false})
      return found?.isFile() ? [{...named(file, name), bytes: found.size}] : []
    })
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

/** A version of a file that lies elsewhere; the file itself need not be there. */
export const inputFrom = (file: string, read: () => Promise<Uint8Array>): Input => ({
  ...named(file, path.basename(file)),
  bytes: 0,
  read,
})

/** A file as it lies on the disk. One that goes between being found and being read is told of by whoever reads it. */
export const inputOf = (file: string, name: string): Input => ({
  ...named(file, name),
  bytes: statSync(file, {throwIfNoEntry: false})?.size ?? 0,
})

function named(file: string, name: string): Omit<Input, 'bytes' | 'read'> {
  const kind = kindOf(name)
  return {
    file,
    path: pathOf(file),
    name: name
      .slice(0, name.length - kind.extension.length)
      .split(path.sep)
      .join('/'),
    ...kind,
  }
}

/** What the name of a file says of it. */
export function kindOf(name: string): Pick<Input, 'extension' | 'holds' | 'isCompressed' | 'format'> {
  const [compression = ''] = /\.gz$/i.exec(name) ?? []
  const extension = path.extname(name.slice(0, name.length - compression.length)) + compression
  return {
    extension,
    holds: /^\.(?:jsonl|ndjson)/i.test(extension) ? 'records' : 'document',
    isCompressed: compression !== '',
    format: /^\.x?html?/i.test(extension) ? 'markdown' : formatOfName(extension),
  }
}

/** How a file is called in reports and messages: from the working folder, with forward slashes. */
export const pathOf = (file: string): string =>
  path.relative(process.cwd(), path.resolve(file)).split(path.sep).join('/')
