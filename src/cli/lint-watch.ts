/**
 * `unspun lint --watch`: everything once, then whatever changes, until Ctrl-C. Nothing is cleared, not even on a
 * terminal: what was found before can be scrolled back to.
 *
 * The exit code is that of the last look at each document, as if all had been checked at the end.
 */
import {type Input, UsageError} from '../batch/inputs.js'
import type {Formatter, Summary} from '../lint/formats/format.js'
import type {Changes} from '../lint/watch.js'
import {visible} from '../stage/visible.js'
import {isStandardInput, type LintInputFlags, pathsNamed} from './lint-inputs.js'

/**
 * The paths to be watched.
 *
 * @throws UsageError for what cannot be watched, and for forms that are one document from beginning to end.
 */
export function watchablePaths(paths: readonly string[], flags: LintInputFlags & {readonly format: string}): string[] {
  if (isStandardInput(paths, flags)) throw new UsageError('Unexpected --watch with -, expected files, folders or globs')
  if (flags.format !== 'stylish') {
    throw new UsageError(
      `Unexpected --format ${flags.format} with --watch, expected stylish: it is printed again and again`,
    )
  }
  return pathsNamed(paths, flags)
}

/** What came of checking the documents of one input. */
export interface Checked {
  readonly documents: number
  readonly findings: number
  /** 1 for findings that fail, 2 for what cannot be read. */
  readonly exitCode: number
}

/** How a round of checks goes: what is printed by whom, and who looks. */
export interface Rounds {
  newFormatter(): Formatter
  check(input: Input, formatter: Formatter): Promise<Checked>
}

/**
 * Checks until Ctrl-C; whoever presses it twice need not wait for the document under way.
 *
 * @returns The exit code.
 */
export async function watchPaths(patterns: readonly string[], allowsEmpty: boolean, rounds: Rounds): Promise<number> {
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort())
  const {changesIn} = await import('../lint/watch.js')
  return watchInputs(rounds, changesIn(patterns, allowsEmpty, stop.signal), stop.signal)
}

async function watchInputs(rounds: Rounds, changes: AsyncIterable<Changes>, signal: AbortSignal): Promise<number> {
  const last = new Map<string, Checked>()
  for await (const {changed, gone, inputs} of changes) {
    for (const {file, path} of gone) {
      last.delete(file)
      process.stderr.write(`unspun: ${visible(path)} is gone\n`)
    }
    await round(rounds, changed, last, signal)
    if (!signal.aborted) process.stderr.write(`${standing(inputs, last)}\n`)
  }
  return Math.max(0, ...[...last.values()].map(({exitCode}) => exitCode))
}

async function round(
  {newFormatter, check}: Rounds,
  changed: readonly Input[],
  last: Map<string, Checked>,
  signal: AbortSignal,
): Promise<void> {
  if (changed.length === 0) return
  const formatter = newFormatter()
  const summary = {documents: 0, findings: 0, omitted: 0} satisfies Summary
  for (const input of changed) {
    if (signal.aborted) return
    const checked = await check(input, formatter)
    last.set(input.file, checked)
    summary.documents += checked.documents
    summary.findings += checked.findings
  }
  process.stdout.write(formatter.end(summary))
}

function standing(inputs: readonly Input[], last: ReadonlyMap<string, Checked>): string {
  const found = [...last.values()].filter(({findings}) => findings > 0).length
  const files = `${inputs.length} ${inputs.length === 1 ? 'file' : 'files'}`
  return `unspun: watching ${files}, findings in ${found === 0 ? 'none' : found} · Ctrl-C ends`
}
