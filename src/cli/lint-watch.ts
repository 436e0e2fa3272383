/**
 * `unspun lint --watch`: everything once, then whatever changes, until Ctrl-C. Nothing is cleared, not even on a
 * terminal: what was found before can be scrolled back to.
 *
 * The exit code is that of the last look at each document, as if all had been checked at the end.
 */
import type {Input} from '../batch/inputs.js'
import type {Changes} from '../lint/watch.js'
import {visible} from '../stage/visible.js'
import {UsageError} from '../usage-error.js'
import type {KnownFlags} from './known.js'
import {isStandardInput, type LintInputFlags, pathsNamed} from './lint-inputs.js'
import type {ReportingFlags} from './reporting.js'

/**
 * The paths to be watched.
 *
 * @throws UsageError for what cannot be watched, and for forms that are one document from beginning to end.
 */
export function watchablePaths(paths: readonly string[], flags: WatchFlags): string[] {
  const {format = [], since, staged} = flags
  if (isStandardInput(paths, flags)) throw new UsageError('Unexpected --watch with -, expected files, folders or globs')
  if (since !== undefined || staged) throw new UsageError('Unexpected --watch with --since or --staged, expected one')
  if (format.some(({format: name, file}) => name !== 'stylish' || file !== undefined)) {
    throw new UsageError('Unexpected --format with --watch, expected stylish: it is printed again and again')
  }
  const named = pathsNamed(paths, flags)
  if (named.length === 0) throw new UsageError('No path, expected files, globs or folders to watch; . is this folder')
  return named
}

type WatchFlags = LintInputFlags & Pick<ReportingFlags, 'format'> & Pick<KnownFlags, 'since' | 'staged'>

/** What came of checking one document. */
export interface Verdict {
  readonly path: string
  readonly findings: number
  /** 1 for findings that fail, 2 for what cannot be read. */
  readonly exitCode: number
}

/** Checks inputs, prints what is found, tells of each document, and answers with the exit code for all else. */
export type Check = (found: readonly Input[], tell: (verdict: Verdict) => void) => Promise<number>

/**
 * Checks until Ctrl-C; whoever presses it twice need not wait for the round under way.
 *
 * @returns The exit code.
 */
export async function watchPaths(patterns: readonly string[], allowsEmpty: boolean, check: Check): Promise<number> {
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort())
  const {changesIn} = await import('../lint/watch.js')
  return watchInputs(check, changesIn(patterns, allowsEmpty, stop.signal), stop.signal)
}

async function watchInputs(check: Check, changes: AsyncIterable<Changes>, signal: AbortSignal): Promise<number> {
  const last: Verdict[] = []
  let besides = 0
  for await (const {changed, gone, inputs} of changes) {
    const isOld = isOneOf([...changed, ...gone])
    last.splice(0, last.length, ...last.filter((verdict) => !isOld(verdict)))
    for (const {path} of gone) process.stderr.write(`unspun: ${visible(path)} is gone\n`)
    if (changed.length > 0) besides = await check(changed, (verdict) => void last.push(verdict))
    if (!signal.aborted) process.stderr.write(`${standing(inputs, last)}\n`)
  }
  return last.reduce((worst, {exitCode}) => Math.max(worst, exitCode), besides)
}

/** Whether a verdict is on a document of these inputs: a file, or a line of a file of records. */
function isOneOf(inputs: readonly Input[]): (verdict: Verdict) => boolean {
  const paths = new Set(inputs.map(({path}) => path))
  return ({path}) => paths.has(path) || paths.has(path.replace(/:\d+$/, ''))
}

function standing(inputs: readonly Input[], last: readonly Verdict[]): string {
  const found = last.filter(({findings}) => findings > 0).length
  const files = `${inputs.length} ${inputs.length === 1 ? 'file' : 'files'}`
  const documents = `${found} ${found === 1 ? 'document' : 'documents'}`
  return `unspun: watching ${files}, findings in ${found === 0 ? 'none' : documents} · Ctrl-C ends`
}
