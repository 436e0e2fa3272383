/** Which repairs `lint` makes, and in which values of a file it looks. */
import {Option} from 'commander'
import type {Fixes} from '../lint/linter.js'
import {UsageError} from '../usage-error.js'
import {parseList} from './option-parsers.js'

export interface FixFlags {
  readonly fix?: true
  readonly unsafeFixes?: true
  readonly fixDryRun?: true
  readonly diff?: true
}

export interface PartFlags {
  readonly fields?: string[]
  readonly frontMatterFields?: string[]
}

export const fixOptions = (): Option[] => [
  new Option('--fix', 'make the repairs that are safe, and print what is left'),
  new Option('--unsafe-fixes', 'with --fix or --fix-dry-run: also those that are only proposed'),
  new Option('--fix-dry-run', 'print what --fix would leave, write nothing'),
  new Option('--diff', 'print what --fix would change as a patch, write nothing: the same as --format diff'),
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

interface Asked extends FixFlags {
  readonly format?: ReadonlyArray<{readonly format: string}>
  readonly staged?: true
}

/** @throws UsageError for what cannot be meant. */
export function refuseHopelessFixes(paths: readonly string[], flags: Asked): void {
  if (flags.fix && flags.fixDryRun) throw new UsageError('Unexpected --fix beside --fix-dry-run, expected one of them')
  if (flags.fix && paths.includes('-')) {
    throw new UsageError('Unexpected --fix for standard input, which cannot be written; --fix-dry-run can be asked for')
  }
  if (flags.fix && flags.staged) {
    throw new UsageError('Unexpected --fix with --staged: what is staged is not what lies in the files. Leave out one')
  }
  if (flags.unsafeFixes && fixesOf(flags) === undefined) {
    throw new UsageError('Unexpected --unsafe-fixes alone, expected --fix, --fix-dry-run or --diff with it')
  }
}

/** Which repairs are asked for; a patch asks for them, too. */
export function fixesOf({fix, fixDryRun, unsafeFixes, format}: Asked): Fixes | undefined {
  const printsPatch = format?.some((target) => target.format === 'diff')
  if (!fix && !fixDryRun && !printsPatch) return undefined
  return unsafeFixes ? 'proposed' : 'safe'
}
