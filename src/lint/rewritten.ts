/**
 * Repaired files on their way to the disk. A file of records is repaired line by line and rewritten when its last record has
 * been seen; every file is written whole or not at all, and only if it still holds what was repaired.
 */
import {readFile} from 'node:fs/promises'
import writeFileAtomic from 'write-file-atomic'
import type {LintOutcome} from './job.js'
import type {LintResult, Rewritten} from './lint.js'

/** A file of records, some of which were repaired. */
interface OpenFile {
  /** Held back until all are seen. */
  last: LintResult
  readonly lines: Rewritten[]
}

/**
 * The same outcomes; files are written where that is asked for. Of a file of records the last one tells how the whole
 * file reads now. Paths are where files lie: a link is followed, a mode is kept.
 */
export async function* rewritten(outcomes: AsyncIterable<LintOutcome>, writes: boolean): AsyncIterable<LintOutcome> {
  let open: OpenFile | undefined
  for await (const outcome of outcomes) {
    if (open && (open.last.path !== outcome.path || 'error' in outcome)) {
      yield* closed(open, writes)
      open = undefined
    }
    if ('error' in outcome) yield outcome
    else if (outcome.fixed?.line !== undefined) {
      const {fixed, ...last} = outcome
      if (open) yield open.last
      else open = {last, lines: []}
      open.last = last
      open.lines.push(fixed)
    } else if (open) {
      yield open.last
      open.last = outcome
    } else if (outcome.fixed) yield* written(outcome, outcome.fixed, writes)
    else yield outcome
  }
  if (open) yield* closed(open, writes)
}

async function* closed({last, lines}: OpenFile, writes: boolean): AsyncIterable<LintOutcome> {
  // Standard input cannot be read again.
  if (last.path === '-') return yield last
  const source = await readText(last.path).catch(() => undefined)
  const text = source === undefined ? undefined : withLines(source, lines)
  if (source !== undefined && text !== undefined) yield* written(last, {source, text}, writes)
  else yield* [last, {path: last.path, error: CHANGED}]
}

const CHANGED = 'not repaired, it changed while it was looked at'

async function* written(result: LintResult, fixed: Rewritten, writes: boolean): AsyncIterable<LintOutcome> {
  const {path} = result
  try {
    if (writes && (await readText(path)) !== fixed.source) yield* [result, {path, error: CHANGED}]
    else {
      if (writes) await writeFileAtomic(path, fixed.text, {encoding: 'utf8', fsync: false})
      yield {...result, fixed}
    }
  } catch (error) {
    yield* [result, {path, error: `not repaired: ${(error as Error).message}`}]
  }
}

/** Undefined for what is not UTF-8: its bytes would not come back. */
async function readText(path: string): Promise<string | undefined> {
  const bytes = await readFile(path)
  const text = bytes.toString('utf8')
  return Buffer.from(text).equals(bytes) ? text : undefined
}

/** Undefined where a line is not what was repaired. */
function withLines(source: string, fixed: readonly Rewritten[]): string | undefined {
  const lines = source.split('\n')
  for (const {line, source: before, text} of fixed) {
    const now = lines[line! - 1]
    if (now === undefined || now.replace(/^\uFEFF/, '') !== before) return undefined
    lines[line! - 1] = now.slice(0, now.length - before.length) + text
  }
  return lines.join('\n')
}
