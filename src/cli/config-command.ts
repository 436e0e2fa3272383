/** `unspun config`: which configuration applies to a file, each setting with the place that decided it. */
import path from 'node:path'
import type {Command} from 'commander'
import {visible} from '../stage/visible.js'
import type {Configuration} from './config/configuration.js'
import {shownPath, shownPlace} from './config/faults.js'
import type {Origin, Reason} from './config/reasons.js'
import {readConfig} from './config.js'

const EXAMPLES = `
Examples:
  unspun config                            the file that is found from here
  unspun config posts/mill.md              what applies to a file, and why
  unspun config posts/mill.md --json

Exit codes: 0 done · 2 the configuration cannot be used`

interface ConfigFlags {
  readonly config?: string
  readonly json?: true
}

export function addConfig(program: Command): void {
  program
    .command('config')
    .summary('show which settings apply to a file, and why')
    .description('Prints the configuration that is found from here, or what applies to a file, which need not exist.')
    .argument('[file]', 'a file')
    .option('--config <file>', 'instead of the unspun.config.{json,yaml,js,ts} found upward')
    .option('--json', 'as JSON, for programs')
    .addHelpText('after', EXAMPLES)
    .action(run)
}

async function run(file: string | undefined, flags: ConfigFlags): Promise<void> {
  const configuration = await readConfig({file: flags.config})
  if (file === undefined && !flags.json) {
    if (configuration.file === undefined) process.stderr.write('unspun: no configuration from here upward\n')
    else process.stdout.write(`${visible(shownPath(configuration.file))}\n`)
    return
  }
  const {reasonsFor} = await import('./config/reasons.js')
  const reasons = reasonsFor(configuration, file)
  process.stdout.write(flags.json ? json(configuration, file, reasons) : readable(configuration, file!, reasons))
}

function json(configuration: Configuration, file: string | undefined, reasons: readonly Reason[]): string {
  const shownOrigin = (origin: Origin) => ({
    ...origin,
    file: shownPath(origin.file),
    extendedBy: origin.extendedBy.map(shownPath),
  })
  const answer = {
    configuration: configuration.file === undefined ? null : shownPath(configuration.file),
    ...(file === undefined ? {} : {file, isIgnored: configuration.isIgnored(file)}),
    settings: reasons.map(({key, value, origin}) => ({key, value, origin: origin ? shownOrigin(origin) : 'default'})),
  }
  return `${JSON.stringify(answer, null, 2)}\n`
}

function readable(configuration: Configuration, file: string, reasons: readonly Reason[]): string {
  const decided = reasons.filter(({origin}) => origin)
  const others = reasons.filter(({origin}) => !origin)
  const rows = [...decided, ...others].map(({key, value, origin}) => [
    visible(key),
    visible(shownValue(value)),
    because(origin),
  ])
  const widths = [0, 1].map((column) => Math.min(WIDEST, Math.max(...rows.map((row) => row[column]!.length))))
  const lines = rows.map(([key, value, why]) => `${key!.padEnd(widths[0]!)}  ${value!.padEnd(widths[1]!)}  ${why}`)
  const ignored = configuration.isIgnored(file) ? [`${visible(file)} is ignored: unspun lint does not look at it`] : []
  return `${[...ignored, ...lines].join('\n')}\n`
}

/** Columns: longer values push what follows to the right. */
const WIDEST = 40

const shownValue = (value: unknown): string => {
  if (typeof value === 'string') return path.isAbsolute(value) ? shownPath(value) : value
  return JSON.stringify(value)
}

function because(origin: Origin | undefined): string {
  if (!origin) return 'default'
  const override = origin.override === undefined ? '' : `, overrides.${origin.override}`
  const chain = origin.extendedBy.map((by) => `, extended by ${visible(shownPath(by))}`).join('')
  return `${shownPlace(origin)}${override}${chain}`
}
