/** Which repairs `lint` makes, and in which values of a file it looks. */
import {Option} from 'commander'
import {UsageError} from '../batch/inputs.js'
import type {Fixes} from '../lint/linter.js'
import {parseList} from './options.js'

export interface FixFlags {
  readonly fix?: true
  readonly unsafeFixes?: true
  readonly fixDryRun?: true
}

export interface PartFlags {
  readonly fields?: string[]
  readonly frontMatterFields?: string[]
}

export const fixOptions = (): Option[] => [
  new Option('--fix', 'make the repairs that are safe, and print what is left'),
  new Option('--unsafe-fixes', 'with --fix or --fix-dry-run: also those that are only proposed'),
  new Option('--fix-dry-run', 'print what --fix would leave, write nothing'),
]

export const partOptions = (): Option[] => [
  new Option('--fields <a,b.*.c>', 'values of JSON and YAML that are prose: names, or paths from the top').argParser(
    parseList,
  ),
  new Option(
    '--front-matter-fields <a,b>',
    'values of front matter that are prose (default: title,description,summary,excerpt,subtitle)',
  ).argParser(parseList),
]

/**
 * Which repairs are asked for; a patch asks for them, too.
 *
 * @throws UsageError for what cannot be meant.
 */
export function fixesOf(paths: readonly string[], flags: FixFlags, printsPatch: boolean): Fixes | undefined {
  if (flags.fix && flags.fixDryRun) throw new UsageError('Unexpected --fix beside --fix-dry-run, expected one of them')
  if (flags.fix && paths.includes('-')) {
    throw new UsageError('Unexpected --fix for standard input, which cannot be written; --fix-dry-run can be asked for')
  }
  if (flags.fix || flags.fixDryRun || printsPatch) return flags.unsafeFixes ? 'proposed' : 'safe'
  if (!flags.unsafeFixes) return undefined
  throw new UsageError('Unexpected --unsafe-fixes alone, expected --fix or --fix-dry-run with it')
}
