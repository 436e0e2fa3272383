/** Options that leave out what is known: the baseline, and the older versions that --since and --staged compare with. */
import {Option} from 'commander'
import {findBaseline, loadBaseline} from '../lint/known/baseline-file.js'
import {Known} from '../lint/known/run.js'
import type {Comparison} from '../lint/known/since.js'
import {UsageError} from '../usage-error.js'
import {readConfig} from './config.js'

export interface KnownFlags {
  readonly since?: string
  readonly staged?: true
  readonly baseline?: string | false
  readonly config?: string
  readonly fileList?: string
}

export const knownOptions = (): Option[] => [
  new Option('--since <ref>', 'only what is new since a commit of git: its versions of files are looked at, too'),
  new Option('--staged', 'only what is new in what is staged, which is looked at instead of the files').conflicts(
    'since',
  ),
  new Option('--baseline <file>', 'findings that are known (default: the unspun.baseline beside the configuration)'),
  new Option('--no-baseline', 'report known findings, too'),
]

/**
 * Opens what the flags ask for.
 *
 * @throws UsageError for a baseline that is none, and where git cannot compare.
 */
export async function openKnown(flags: KnownFlags, paths: readonly string[]): Promise<Known> {
  const file = await baselineFor(flags)
  const baseline = file === undefined ? undefined : {file, entries: loadBaseline(file)}
  return new Known(await comparisonFor(flags, paths), baseline)
}

async function baselineFor({baseline, config}: KnownFlags): Promise<string | undefined> {
  if (baseline === false) return undefined
  return baseline ?? findBaseline((await readConfig({file: config})).file)
}

async function comparisonFor(
  {since, staged, fileList}: KnownFlags,
  paths: readonly string[],
): Promise<Comparison | undefined> {
  if (since === undefined && !staged) {
    if (paths.length === 0 && fileList === undefined) {
      throw new UsageError('No path, expected files, globs, folders or -; . is this folder')
    }
    return undefined
  }
  // An empty list would be taken for none.
  if (fileList !== undefined) throw new UsageError('Unexpected --file-list with --since or --staged, expected paths')
  if (paths.includes('-')) throw new UsageError('Unexpected - with --since or --staged, expected files of a repository')
  const {compare} = await import('../lint/known/since.js')
  return compare(since === undefined ? 'staged' : {since}, paths)
}
