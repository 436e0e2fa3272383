/** `unspun profile`: counts what repeats on the pages of sites, for runs that see only some of them. */
import path from 'node:path'
import {type Command, InvalidArgumentError} from 'commander'
import {documentsOf} from '../batch/documents.js'
import {inputsOf, STANDARD_RECORDS} from '../batch/inputs.js'
import {ProfileBuilding} from '../batch/profile-building.js'
import {readProfile, writeProfile} from '../batch/profile-file.js'
import {countPages} from '../batch/sites.js'
import {added, type Profile, pruned} from '../site/profile.js'
import {visible} from '../stage/visible.js'
import {UsageError} from '../usage-error.js'
import {readConfig} from './config.js'
import {fieldsOf} from './merged-options.js'
import {type InputFlags, inputOptions} from './options.js'
import {progressFor} from './progress.js'
import {requireProfile} from './site-memories.js'

interface ProfileFlags {
  readonly out: string
  readonly minPages: number
}

interface BuildFlags extends ProfileFlags, InputFlags {
  readonly config?: string
}

export function addProfile(program: Command): void {
  const profile = program.command('profile').summary('count what repeats on the pages of sites')
  const build = profile
    .command('build')
    .summary('count the lines of pages')
    .description(
      'Counts on how many pages of its site each line stands: files, globs, folders, or - with --from jsonl.',
    )
    .argument('<paths...>', 'pages to count, each once')
    .option('--config <file>', 'instead of the unspun.config.{json,yaml,js,ts} found upward')
  const merge = profile
    .command('merge')
    .summary('add profiles of different pages')
    .description('Adds profiles, in any order. No page may have been counted in two of them.')
    .argument('<files...>', 'profiles')
  for (const option of inputOptions()) build.addOption(option)
  for (const command of [build, merge]) {
    command
      .requiredOption('-o, --out <file>', 'where the profile goes')
      .option(
        '--min-pages <n>',
        'leave out lines on fewer pages: smaller, but not to be added to others',
        parseCount,
        1,
      )
      .addHelpText('after', EXAMPLES)
  }
  build.action(buildProfile)
  merge.action(mergeProfiles)
}

const EXAMPLES = `
Examples:
  unspun profile build crawl-1.jsonl.gz --out 1.profile
  unspun profile build crawl-2.jsonl.gz --out 2.profile
  unspun profile merge 1.profile 2.profile --out sites.profile --min-pages 2
  unspun clean new.jsonl --out articles --site-profile sites.profile

Exit codes: 0 done · 2 could not run, or an input could not be read`

function parseCount(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value) || value < 1) throw new InvalidArgumentError('Expected a whole number from 1 on.')
  return value
}

async function buildProfile(paths: string[], flags: BuildFlags): Promise<void> {
  const fields = fieldsOf(flags, (await readConfig({file: flags.config})).base)
  if (paths.includes('-') && (paths.length > 1 || flags.from !== 'jsonl'))
    throw new UsageError('Unexpected -, expected it alone and with --from jsonl')
  const inputs = paths[0] === '-' ? [STANDARD_RECORDS] : await inputsOf(paths, undefined, flags.allowEmpty)
  const progress = progressFor('Counting', inputs, process.stderr)
  const building = new ProfileBuilding()
  try {
    const {pages, homeless, rejected} = await countPages(documentsOf(inputs, fields), building, (document) => {
      progress.step('error' in document ? undefined : document)
      if (!('error' in document)) return
      process.stderr.write(`unspun: ${visible(document.input.path)}: ${visible(document.error)}\n`)
      process.exitCode = 2
    })
    progress.stop()
    const said = [
      `${pages} pages counted`,
      ...(rejected > 0 ? [`${rejected} documents rejected`] : []),
      ...(homeless > 0 ? [`${homeless} records without a URL left out (--url-field names the field)`] : []),
    ]
    process.stdout.write(`${said.join(' · ')}\n`)
    await write(flags, building.profile())
  } finally {
    building.dispose()
  }
}

async function mergeProfiles(files: string[], flags: ProfileFlags): Promise<void> {
  const twice = files.find((file, i) => files.findIndex((other) => path.resolve(other) === path.resolve(file)) < i)
  if (twice !== undefined) throw new UsageError(`${twice} is given twice: its pages would count twice`)
  for (const file of files) requireProfile(file)
  await write(flags, added(files.map(readProfile)))
}

async function write({out, minPages}: ProfileFlags, profile: Profile): Promise<void> {
  const sums = {sites: 0, pages: 0, lines: 0}
  try {
    await writeProfile(path.resolve(out), counted(pruned(profile, minPages), sums))
  } catch (error) {
    throw new UsageError(`${out} was not written: ${(error as Error).message}`)
  }
  process.stdout.write(`${sums.lines} lines of ${sums.pages} pages of ${sums.sites} sites are in ${out}\n`)
}

/** The same profile; adds up what passes. */
function* counted(profile: Profile, sums: {sites: number; pages: number; lines: number}): Profile {
  for (const {site, pages, lines} of profile) {
    sums.sites++
    sums.pages += pages
    yield {site, pages, lines: countedLines(lines, sums)}
  }
}

function* countedLines<Line>(lines: Iterable<Line>, sums: {lines: number}): Iterable<Line> {
  for (const line of lines) {
    sums.lines++
    yield line
  }
}
