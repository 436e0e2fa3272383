/** `unspun lint`: prints findings; changes nothing, unless it is told to repair. */
import {readFileSync, statSync} from 'node:fs'
import {availableParallelism} from 'node:os'
import {type Command, Option} from 'commander'
import {documentsOf} from '../batch/documents.js'
import {type Input, lintInputsOf, STANDARD_RECORDS, UsageError} from '../batch/inputs.js'
import type {SiteMemoryOf} from '../batch/sites.js'
import {LintCache} from '../lint/cache.js'
import {FORMATS, type FormatName} from '../lint/formats/index.js'
import type {Engine, LintJob} from '../lint/job.js'
import {isAtLeast, LEVELS, type Level} from '../lint/level.js'
import type {LintInput, LintSettings} from '../lint/linter.js'
import {rewritten} from '../lint/rewritten.js'
import {lintAll} from '../lint/run.js'
import {installedRulesFolder, recordFile, rulesDigest} from '../rules/read.js'
import {visible} from '../stage/visible.js'
import {readConfig} from './config.js'
import {type FixFlags, fixesOf, fixOptions, type PartFlags, partOptions} from './fixing.js'
import {type Config, cleanOptions, fieldsOf, type SharedFlags, sharedOptions, standardFacts} from './options.js'
import {coloursFor} from './terminal.js'
import {VERSION} from './version.js'

interface LintFlags extends SharedFlags, FixFlags, PartFlags {
  readonly format: FormatName
  readonly failOn: Level
  readonly suggest?: true
  readonly cache: boolean
  readonly cacheLocation: string
  readonly threads?: number
  readonly budget: number
}

export function addLint(program: Command): void {
  const command = program
    .command('lint')
    .summary('print what is wrong in documents, and repair it with --fix')
    .description(
      'Checks web pages (.html), text, Markdown, MDX and JSON Lines (.jsonl, .ndjson), all of them also .gz, and chosen fields of JSON and YAML: files, globs, folders, or - for standard input.',
    )
    .argument('<paths...>', 'what to check')
    .addOption(
      new Option('--format <format>', 'how findings are printed').choices(Object.keys(FORMATS)).default('stylish'),
    )
    .addOption(new Option('--fail-on <level>', 'the least grave level that fails').choices(LEVELS).default('reported'))
    .option('--suggest', 'ask the dictionary, too, what unknown words may have been (about 0.1 s for each word)')
    .option('--no-cache', 'look at every document again')
    .option('--cache-location <folder>', 'where findings of unchanged documents are kept', '.unspun-cache')
    .addOption(new Option('--threads <n>', 'documents at a time (default: by their size)').argParser(parseCount))
    .addOption(
      new Option('--budget <seconds>', 'the longest that one document may take').argParser(parseCount).default(60),
    )
  for (const option of [...partOptions(), ...fixOptions(), ...sharedOptions()]) command.addOption(option)
  command.addHelpText('after', EXAMPLES).action(run)
}

const EXAMPLES = `
Examples:
  unspun lint content/
  unspun lint 'posts/**/*.md' --format json > findings.json
  unspun lint - --stages residue,terms < draft.txt
  unspun lint drafts.jsonl --text-field body
  unspun lint page.txt --profile sites.profile
  unspun lint draft.md --stages spell --suggest
  unspun lint content/ --fix
  unspun lint 'data/*.json' --fields title,posts.*.body

Exit codes: 0 nothing found · 1 findings · 2 could not run, or an input could not be read`

function parseCount(text: string): number {
  const count = Number(text)
  if (Number.isInteger(count) && count > 0) return count
  throw new UsageError(`Unexpected ${text}, expected a whole number above 0`)
}

async function run(paths: string[], flags: LintFlags): Promise<void> {
  const config = await readConfig(flags.config)
  const found = await foundInputs(paths, flags)
  const rulesFolders = [...(config.rulesFolders ?? []), ...(flags.rules ?? [])]
  const {setAside, refusals} = await checkedRules(rulesFolders)
  let failures = refusals
  const settings: LintSettings = {
    options: cleanOptions(flags, config),
    rulesFolders,
    asksDictionary: flags.suggest ?? false,
    setAside,
    ...(flags.fields ? {fields: flags.fields} : {}),
    ...(flags.frontMatterFields ? {frontMatterFields: flags.frontMatterFields} : {}),
    fixes: fixesOf(paths, flags, false),
  }
  const hasColours = coloursFor(process.stdout).isColorSupported
  const catalogue = new Map()
  const formatter = FORMATS[flags.format]({version: VERSION, catalogue, failOn: flags.failOn, hasColours})
  const summary = {documents: 0, findings: 0, omitted: 0}
  let fails = false
  const complain = (path: string, error: string): void => {
    process.stderr.write(`unspun: ${visible(`${path}: ${error}`)}\n`)
    failures++
  }
  const threads = threadsFor(found, flags, settings)
  const outcomes = lintAll(jobsOf(inputs(found, flags, config, complain), settings), {
    startEngine: () => engineOf(threads, flags.budget),
    concurrency: threads,
    cache: flags.cache ? LintCache.in(flags.cacheLocation) : undefined,
    program: `${VERSION} ${statSync(recordFile).mtimeMs} ${rulesDigest([installedRulesFolder, ...rulesFolders])}`,
  })
  for await (const outcome of settings.fixes ? rewritten(outcomes, flags.fix ?? false) : outcomes) {
    if ('error' in outcome) {
      complain(outcome.path, outcome.error)
      continue
    }
    if (outcome.unfixed !== undefined) {
      process.stderr.write(`unspun: ${visible(`${outcome.path} is not repaired wholly: ${outcome.unfixed}`)}\n`)
    }
    summary.documents++
    summary.findings += outcome.findings.length
    fails ||= outcome.findings.some(({level}) => isAtLeast(level, flags.failOn))
    process.stdout.write(formatter.document(outcome))
  }
  process.stdout.write(formatter.end(summary))
  process.exitCode = failures > 0 ? 2 : fails ? 1 : 0
}

/** Which rules of the user's are set aside, each told once. Without folders nothing is loaded for it. */
async function checkedRules(folders: readonly string[]): Promise<{setAside: readonly string[]; refusals: number}> {
  if (folders.length === 0) return {setAside: [], refusals: 0}
  const {complaintOf, placeOf, ruleSetOf} = await import('../rule-set.js')
  const {refused} = ruleSetOf(folders)
  for (const error of refused) process.stderr.write(`${complaintOf(error)}\n`)
  return {setAside: refused.map(placeOf), refusals: refused.length}
}

/** Smaller runs are over before a thread has started, bytes. */
const WORTH_THREADS = 400_000
/** More need more memory than they save time: each holds the models. */
const MOST_THREADS = 8

function threadsFor(found: readonly Input[] | undefined, flags: LintFlags, settings: LintSettings): number {
  if (settings.options.judge || !found) return 1
  const bytes = found.reduce((sum, input) => sum + input.bytes, 0)
  if (flags.threads !== undefined) return flags.threads
  return bytes < WORTH_THREADS ? 1 : Math.min(MOST_THREADS, availableParallelism())
}

async function engineOf(threads: number, budget: number): Promise<Engine> {
  if (threads === 1) return (await import('../lint/in-process.js')).inProcess()
  return (await import('../lint/threads.js')).inThreads({threads, budget})
}

async function* jobsOf(documents: AsyncIterable<LintInput>, settings: LintSettings): AsyncIterable<LintJob> {
  for await (const input of documents) yield {input, settings}
}

/** The files that are meant; undefined for one document on standard input. */
async function foundInputs(paths: readonly string[], flags: LintFlags): Promise<readonly Input[] | undefined> {
  if (!paths.includes('-')) return lintInputsOf(paths, (flags.fields ?? []).length > 0)
  if (paths.length > 1) throw new UsageError('Unexpected paths beside -, expected standard input alone')
  return flags.from === 'jsonl' ? [STANDARD_RECORDS] : undefined
}

async function* inputs(
  found: readonly Input[] | undefined,
  flags: LintFlags,
  config: Config,
  complain: (path: string, error: string) => void,
): AsyncIterable<LintInput> {
  if (!found) {
    const from = flags.from === 'jsonl' ? undefined : flags.from
    yield {content: readFileSync(0), facts: {path: '-', ...standardFacts(from)}}
    return
  }
  const profile = flags.profile ?? config.profile
  const memoryOf = profile === undefined ? undefined : await memoryFrom(profile)
  for await (const document of documentsOf(found, fieldsOf(flags, config))) {
    if ('error' in document) complain(document.input.path, document.error)
    else {
      const site = memoryOf?.(document)
      const facts = {...document.facts, path: document.input.path, ...(site ? {site} : {})}
      yield {content: document.content, facts, ...(document.line ? {line: document.line} : {})}
    }
  }
}

/** Read only where there is one: it takes the package that packs them. */
async function memoryFrom(profile: string): Promise<SiteMemoryOf> {
  const [{fromProfile}, {memoriesFrom}] = await Promise.all([import('../batch/sites.js'), import('./site-memories.js')])
  return fromProfile(memoriesFrom(profile))
}
