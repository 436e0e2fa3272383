/** `unspun baseline`: writes down what is found today, so that from tomorrow on only what is new is reported. */
import {existsSync} from 'node:fs'
import type {Command} from 'commander'
import {type BaselineEntry, entriesFrom} from '../lint/known/baseline.js'
import {baselinePlace, findBaseline, loadBaseline, saveBaseline, shown} from '../lint/known/baseline-file.js'
import {KnownFilter} from '../lint/known/filter.js'
import {KnownFindings} from '../lint/known/known.js'
import {isWhole} from '../lint/known/run.js'
import type {LintResult} from '../lint/lint.js'
import {UsageError} from '../usage-error.js'
import {readConfig} from './config.js'
import {addRunOptions, foundInputs, outcomesOf, type RunFlags, Trouble} from './lint-run.js'

interface CreateFlags extends RunFlags {
  readonly out?: string
}

interface PruneFlags extends RunFlags {
  readonly baseline?: string
}

export function addBaseline(program: Command): void {
  const baseline = program.command('baseline').summary('write down known findings, so that lint reports what is new')
  const create = baseline
    .command('create')
    .summary('write down all findings of today')
    .description('Writes the findings of documents into a file that unspun lint then takes as known.')
    .argument('<paths...>', 'what to check: the same as with unspun lint')
    .option('-o, --out <file>', 'where it goes (default: unspun.baseline, beside the configuration if there is one)')
    .action(createBaseline)
  const prune = baseline
    .command('prune')
    .summary('remove what is gone')
    .description('Removes from a baseline the findings that are no longer in the documents. It adds none.')
    .argument('<paths...>', 'what to check: the same as when it was made')
    .option('--baseline <file>', 'the file (default: unspun.baseline, beside the configuration if there is one)')
    .action(pruneBaseline)
  for (const command of [create, prune]) {
    addRunOptions(command).addHelpText('after', EXAMPLES)
  }
}

const EXAMPLES = `
Examples:
  unspun baseline create content/
  git add unspun.baseline
  unspun lint content/                     what is new
  unspun lint content/ --no-baseline       everything
  unspun baseline prune content/           after some was mended

Use the same stages and rules as with unspun lint: what it does not look for is not written down.
A line «unspun.baseline merge=union» in .gitattributes lets git merge it by itself.

Exit codes: 0 done · 2 could not run, or an input could not be read; then nothing is written`

async function createBaseline(paths: string[], flags: CreateFlags): Promise<void> {
  const entriesOf = entriesFrom()
  const entries: BaselineEntry[] = []
  for await (const result of resultsOf(paths, flags)) entries.push(...entriesOf(result))
  const file = flags.out ?? (await configured(flags)) ?? baselinePlace((await readConfig({file: flags.config})).file)
  await saveBaseline(file, entries)
  const files = new Set(entries.map(({place}) => place)).size
  process.stdout.write(`${counted(entries.length, 'finding')} in ${counted(files, 'file')} known in ${shown(file)}\n`)
}

async function pruneBaseline(paths: string[], flags: PruneFlags): Promise<void> {
  const file =
    flags.baseline ?? (await configured(flags)) ?? findBaseline((await readConfig({file: flags.config})).file)
  if (file === undefined) throw new UsageError('No unspun.baseline here, expected one: unspun baseline create makes it')
  const entries = loadBaseline(file)
  const known = new KnownFindings()
  for (const entry of entries) known.add(entry)
  const filter = new KnownFilter(known)
  for await (const result of resultsOf(paths, flags)) filter.next(result)
  filter.rest()
  const kept = entries.filter(isKept(entries, filter))
  await saveBaseline(file, kept)
  process.stdout.write(`${entries.length - kept.length} of ${entries.length} findings removed from ${shown(file)}\n`)
}

/** The file that the configuration names. */
const configured = async ({config}: RunFlags): Promise<string | undefined> =>
  (await readConfig({file: config})).base.lint?.baseline

/**
 * What is found in documents.
 *
 * @throws UsageError at the end where some could not be read: half a baseline under the name of a whole one is worse
 * than none.
 */
async function* resultsOf(paths: readonly string[], flags: RunFlags): AsyncIterable<LintResult> {
  const trouble = new Trouble()
  for await (const outcome of await outcomesOf(await foundInputs(paths, flags), flags, trouble)) {
    if ('error' in outcome) trouble.tell(outcome)
    else yield outcome
  }
  if (trouble.count > 0) throw new UsageError('The baseline was not written: not everything could be looked at')
}

/** What was met, and what lies in files that were not looked at: of a file that is gone, it may have moved there. */
function isKept(entries: readonly BaselineEntry[], filter: KnownFilter): (entry: BaselineEntry) => boolean {
  const key = ({fingerprint, place, ordinal}: Pick<BaselineEntry, 'fingerprint' | 'place' | 'ordinal'>): string =>
    [fingerprint, place, ordinal].join('\t')
  const unmet = new Set(filter.unmet().map(key))
  const areAllSeen = isWhole(entries, filter)
  return (entry) => {
    if (!unmet.has(key(entry))) return true
    return !filter.hasSeen(entry.place) && !(areAllSeen && !existsSync(entry.place))
  }
}

const counted = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? '' : 's'}`
