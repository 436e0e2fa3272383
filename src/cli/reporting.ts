/** How `lint` prints: which formats go where, how much of it, in which colours. */
import path from 'node:path'
import {Option} from 'commander'
import {FORMAT_NAMES} from '../lint/formats/index.js'
import type {Reporter, Target} from '../lint/formats/reporters.js'
import type {Level} from '../lint/level.js'
import {nearest} from '../matching/edit-distance.js'
import {UsageError} from '../usage-error.js'
import {COLOUR_CHOICES, type ColourChoice, hasColours} from './terminal.js'
import {VERSION} from './version.js'

/** What commander collects from the options below. */
export interface ReportingFlags {
  readonly format?: readonly Target[]
  readonly maxFindings?: number
  /** False for `--no-color`. */
  readonly color: ColourChoice | false
}

export const reportingOptions = (): Option[] => [
  new Option(
    '--format <name[=file]>',
    `how findings are printed, to standard output or into a file; repeatable: ${FORMAT_NAMES.join(', ')} (default: stylish)`,
  ).argParser((spec: string, earlier: readonly Target[] = []) => [...earlier, parseTarget(spec)]),
  new Option('--max-findings <n>', 'print the first n only; counts and exit code are of all').argParser(parseMost),
  new Option('--color <when>', 'colours of stylish on standard output').choices(COLOUR_CHOICES).default('auto'),
  new Option('--no-color', 'the same as --color never'),
]

/**
 * `name`, or `name=file`; `-` for the file is standard output.
 *
 * @throws UsageError for an unknown format, with the one that was probably meant.
 */
export function parseTarget(spec: string): Target {
  const [, name = '', file] = /^([^=]*)(?:=(.*))?$/s.exec(spec)!
  const format = FORMAT_NAMES.find((known) => known === name)
  if (format === undefined) {
    const near = nearest(name, FORMAT_NAMES)
    const others = FORMAT_NAMES.join(', ')
    throw new UsageError(`Unexpected format ${name}, expected ${near ? `${near}, or another ` : 'one '}of ${others}`)
  }
  if (file === '') throw new UsageError(`Unexpected --format ${spec}, expected the name of a file after =`)
  return file === '-' ? {format} : {format, file}
}

/** @throws UsageError for what is no count. */
export function parseMost(text: string): number {
  if (/^\d{1,15}$/.test(text)) return Number(text)
  throw new UsageError(`Unexpected --max-findings ${text}, expected a whole number from 0`)
}

/** Everything that is printed of a run, opened before the first document. */
export async function reporterFor({format, maxFindings, color}: ReportingFlags, failOn: Level): Promise<Reporter> {
  const {openReporter} = await import('../lint/formats/reporters.js')
  return openReporter({
    targets: format ?? [{format: 'stylish'}],
    maxFindings,
    facts: {
      failOn,
      version: VERSION,
      hasColours: hasColours(process.stdout, color === false ? 'never' : color),
      startedAt: new Date(),
      folder: folderInRepository(process.cwd(), process.env),
    },
  })
}

/** Where a run takes place in the repository that GitHub or GitLab checked out; '' anywhere else. */
export function folderInRepository(cwd: string, env: Readonly<Record<string, string | undefined>>): string {
  const root = env['GITHUB_WORKSPACE'] || env['CI_PROJECT_DIR']
  if (!root) return ''
  const folder = path.relative(root, cwd)
  return path.isAbsolute(folder) || folder.split(path.sep)[0] === '..' ? '' : folder.split(path.sep).join('/')
}
