/** `unspun lint`: prints findings, changes nothing. */
import {readFileSync, statSync} from 'node:fs'
import {availableParallelism} from 'node:os'
import {type Command, Option} from 'commander'
import {documentsOf} from '../batch/documents.js'
import {type Input, inputsOf, UsageError} from '../batch/inputs.js'
import type {SiteMemoryOf} from '../batch/sites.js'
import {LintCache} from '../lint/cache.js'
import {FORMATS, type FormatName} from '../lint/formats/index.js'
import type {Engine, LintJob} from '../lint/job.js'
import {isAtLeast, LEVELS, type Level} from '../lint/level.js'
import type {LintInput, LintSettings} from '../lint/linter.js'
import {lintAll} from '../lint/run.js'
import {installedRulesFolder, recordFile, rulesDigest} from '../rules/read.js'
import {visible} from '../stage/visible.js'
import {readConfig} from './config.js'
import {isStandardInput, type LintInputFlags, lintInputOptions, pathsNamed, standardInput} from './lint-inputs.js'
import {type Check, watchablePaths, watchPaths} from './lint-watch.js'
import {type Config, cleanOptions, fieldsOf, type SharedFlags, sharedOptions} from './options.js'
import {coloursFor} from './terminal.js'
import {VERSION} from './version.js'

interface LintFlags extends SharedFlags, LintInputFlags {
  readonly format: FormatName
  readonly failOn: Level
  readonly suggest?: true
  readonly cache: boolean
  readonly cacheLocation: string
  readonly threads?: number
  readonly budget: number
  readonly watch?: true
}

export function addLint(program: Command): void {
  const command = program
    .command('lint')
    .summary('print what is wrong in documents, change nothing')
    .description(
      'Checks web pages (.html), text, Markdown and JSON Lines (.jsonl, .ndjson), all of them also .gz: files, globs, folders, or - for standard input.',
    )
    .argument('[paths...]', 'what to check')
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
    .option('--watch', 'go on, and check again what changes, until Ctrl-C')
  for (const option of [...lintInputOptions(), ...sharedOptions()]) command.addOption(option)
  command.addHelpText('after', EXAMPLES).action(run)
}

const EXAMPLES = `
Examples:
  unspun lint content/
  unspun lint 'posts/**/*.md' --format json > findings.json
  unspun lint content/ --watch
  unspun lint - --stages residue,terms < draft.txt
  unspun lint - --stdin-path posts/draft.md < draft.md
  git diff --name-only --diff-filter=d -z main -- '*.md' | unspun lint --file-list - --allow-empty
  unspun lint drafts.jsonl --text-field body
  unspun lint page.txt --profile sites.profile
  unspun lint draft.md --stages spell --suggest

Exit codes: 0 nothing found · 1 findings · 2 could not run, or an input could not be read`

function parseCount(text: string): number {
  const count = Number(text)
  if (Number.isInteger(count) && count > 0) return count
  throw new UsageError(`Unexpected ${text}, expected a whole number above 0`)
}

async function run(paths: string[], flags: LintFlags): Promise<void> {
  const config = await readConfig(flags.config)
  const watched = flags.watch ? watchablePaths(paths, flags) : undefined
  const found = watched === undefined ? await foundInputs(paths, flags) : undefined
  const rulesFolders = [...(config.rulesFolders ?? []), ...(flags.rules ?? [])]
  const {setAside, refusals} = await checkedRules(rulesFolders)
  const settings: LintSettings = {
    options: cleanOptions(flags, config),
    rulesFolders,
    asksDictionary: flags.suggest ?? false,
    setAside,
  }
  const check = checkWith(flags, config, settings)
  process.exitCode = refusals > 0 ? 2 : 0
  const fail = (code: number): void => {
    process.exitCode = Math.max(Number(process.exitCode), code)
  }
  if (watched === undefined) await check(found, ({exitCode}) => fail(exitCode))
  else fail(await watchPaths(watched, flags.allowEmpty ?? false, check))
}

/** Looks at documents and prints what is found, as often as it is asked. */
function checkWith(flags: LintFlags, config: Config, settings: LintSettings): Check {
  const hasColours = coloursFor(process.stdout).isColorSupported
  const cache = flags.cache ? LintCache.in(flags.cacheLocation) : undefined
  const rules = rulesDigest([installedRulesFolder, ...settings.rulesFolders])
  const program = `${VERSION} ${statSync(recordFile).mtimeMs} ${rules}`
  let alone: Promise<Engine> | undefined
  const startEngine = (threads: number): Promise<Engine> => {
    if (threads > 1) return engineOf(threads, flags.budget)
    alone ??= engineOf(1, flags.budget)
    return alone
  }
  return async (found, tell) => {
    const formatter = FORMATS[flags.format]({version: VERSION, catalogue: new Map(), failOn: flags.failOn, hasColours})
    const summary = {documents: 0, findings: 0, omitted: 0}
    const complain = (path: string, error: string): void => {
      process.stderr.write(`unspun: ${visible(`${path}: ${error}`)}\n`)
      tell({path, findings: 0, exitCode: 2})
    }
    const concurrency = threadsFor(found, flags, settings)
    const jobs = jobsOf(inputs(found, flags, config, complain), settings)
    const outcomes = lintAll(jobs, {startEngine: () => startEngine(concurrency), concurrency, cache, program})
    for await (const outcome of outcomes) {
      const {path} = outcome
      if ('error' in outcome) {
        complain(path, outcome.error)
        continue
      }
      const {length} = outcome.findings
      summary.documents++
      summary.findings += length
      const fails = outcome.findings.some(({level}) => isAtLeast(level, flags.failOn))
      tell({path, findings: length, exitCode: fails ? 1 : 0})
      process.stdout.write(formatter.document(outcome))
    }
    process.stdout.write(formatter.end(summary))
  }
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
  if (!isStandardInput(paths, flags)) return inputsOf(pathsNamed(paths, flags), undefined, flags.allowEmpty)
  const standard = standardInput(flags)
  return 'records' in standard ? [standard.records] : undefined
}

async function* inputs(
  found: readonly Input[] | undefined,
  flags: LintFlags,
  config: Config,
  complain: (path: string, error: string) => void,
): AsyncIterable<LintInput> {
  if (!found) {
    const standard = standardInput(flags)
    if ('facts' in standard) yield {content: readFileSync(0), facts: standard.facts}
    return
  }
  const profile = flags.profile ?? config.profile
  const memoryOf = profile === undefined ? undefined : await memoryFrom(profile)
  for await (const document of documentsOf(found, fieldsOf(flags, config))) {
    if ('error' in document) complain(document.input.path, document.error)
    else {
      const site = memoryOf?.(document)
      yield {content: document.content, facts: site ? {...document.facts, site} : document.facts}
    }
  }
}

/** Read only where there is one: it takes the package that packs them. */
async function memoryFrom(profile: string): Promise<SiteMemoryOf> {
  const [{fromProfile}, {memoriesFrom}] = await Promise.all([import('../batch/sites.js'), import('./site-memories.js')])
  return fromProfile(memoriesFrom(profile))
}
