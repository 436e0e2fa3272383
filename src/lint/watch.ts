/**
 * Which inputs have changed, until it is enough.
 *
 * chokidar tells that something happened, nothing more: after each pause the paths, folders and globs are searched anew
 * by the same code as in any run, so that watching never sees other documents than a run would. Node's own recursive
 * watching loses new folders on Linux; and a single file is watched through its folder, because editors put a new file
 * in the place of the old one.
 */
import {once} from 'node:events'
import path from 'node:path'
import {setTimeout as sleep} from 'node:timers/promises'
import {type FSWatcher, watch} from 'chokidar'
import {homeOf, type Input, inputsOf} from '../batch/inputs.js'
import {UsageError} from '../usage-error.js'

export interface Changes {
  /** New, or written since they were last told of. */
  readonly changed: readonly Input[]
  /** No longer there. */
  readonly gone: readonly Input[]
  /** All that there are. */
  readonly inputs: readonly Input[]
}

/** Editors write a file by several changes, and git many files by one. */
const SETTLING_MS = 100

/**
 * First all inputs as changed, then what changes, in the order of a run; ends when the signal says so.
 *
 * @throws UsageError for a path that does not exist at the beginning, for a folder or glob without documents, and where
 *   the system watches no more files.
 */
export async function* changesIn(
  patterns: readonly string[],
  allowsEmpty: boolean,
  signal: AbortSignal,
): AsyncIterable<Changes> {
  let inputs = await inputsOf(patterns, undefined, allowsEmpty)
  const watched = watchedBy(patterns)
  const watcher = watch([...watched.folders], {
    ignored: (file) => !isWatched(watched, file),
    ignoreInitial: true,
    followSymlinks: false,
    ignorePermissionErrors: true,
  })
  const failure = failureOf(watcher)
  const touched = new Set<string>()
  watcher.on('all', (_, file) => void touched.add(file))
  try {
    await Promise.race([once(watcher, 'ready', {signal}), failure])
    // What was written while the watcher looked around for the first time is found here.
    inputs = await presentInputs(patterns)
    yield {changed: inputs, gone: [], inputs}
    for (;;) {
      if (touched.size === 0) await Promise.race([once(watcher, 'all', {signal}), failure])
      await sleep(SETTLING_MS, undefined, {signal})
      const written = new Set(touched)
      touched.clear()
      const present = await presentInputs(patterns)
      const changes = changesBetween(inputs, present, written)
      inputs = present
      if (changes.changed.length > 0 || changes.gone.length > 0) yield changes
    }
  } catch (error) {
    if (!signal.aborted) throw error
  } finally {
    await watcher.close()
  }
}

/** Rejects when the system refuses: usually because too many files are watched. */
function failureOf(watcher: FSWatcher): Promise<never> {
  const failure = new Promise<never>((_, reject) => {
    watcher.on('error', (error) => reject(new UsageError(`Files cannot be watched: ${(error as Error).message}`)))
  })
  // Nobody may be waiting when it happens.
  failure.catch(() => undefined)
  return failure
}

function changesBetween(before: readonly Input[], inputs: readonly Input[], written: ReadonlySet<string>): Changes {
  const known = new Set(before.map(({file}) => file))
  const present = new Set(inputs.map(({file}) => file))
  return {
    changed: inputs.filter(({file}) => written.has(file) || !known.has(file)),
    gone: before.filter(({file}) => !present.has(file)),
    inputs,
  }
}

/** A path that is gone may come back. */
async function presentInputs(patterns: readonly string[]): Promise<Input[]> {
  const inputs = new Map<string, Input>()
  for (const pattern of patterns) {
    for (const input of await inputsOf([pattern], undefined, true).catch(noneIfGone)) inputs.set(input.file, input)
  }
  return [...inputs.values()]
}

function noneIfGone(error: Error): Input[] {
  if (error instanceof UsageError) return []
  throw error
}

interface Watched {
  /** What the watcher opens. */
  readonly folders: ReadonlySet<string>
  /** Everything below these counts. */
  readonly trees: readonly string[]
  readonly files: ReadonlySet<string>
}

function watchedBy(patterns: readonly string[]): Watched {
  const homes = patterns.map(homeOf)
  const trees = homes.flatMap((home) => ('folder' in home ? home.folder : []))
  const files = homes.flatMap((home) => ('file' in home ? home.file : []))
  return {folders: new Set([...trees, ...files.map((file) => path.dirname(file))]), trees, files: new Set(files)}
}

/** What others wrote, and what git keeps. */
const NOT_MEANT = new Set(['node_modules', '.git'])

function isWatched({folders, trees, files}: Watched, file: string): boolean {
  if (folders.has(file) || files.has(file)) return true
  return trees.some((tree) => {
    const parts = path.relative(tree, file).split(path.sep)
    return parts[0] !== '..' && !parts.some((part) => NOT_MEANT.has(part))
  })
}
