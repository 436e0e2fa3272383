/** What is found in documents: from inputs through cache and threads to outcomes, for every command that looks for findings. */
import {readFileSync, statSync} from 'node:fs'
import {availableParallelism} from 'node:os'
import {setFlagsFromString} from 'node:v8'
import {type Command, Option} from 'commander'
import {documentsOf} from '../batch/documents.js'
import {type Input, lintInputsOf} from '../batch/inputs.js'
import type {SiteMemoryOf} from '../batch/sites.js'
import {LintCache} from '../lint/cache.js'
import type {Engine, LintFailure, LintJob, LintOutcome} from '../lint/job.js'
import type {Known} from '../lint/known/run.js'
import type {Fixes, LintInput, LintSettings} from '../lint/linter.js'
import {dataKindOf} from '../lint/parts/kind.js'
import {lintAll} from '../lint/run.js'
import {installedRulesFolder, recordFile, rulesDigest} from '../rules/read.js'
import type {Timer} from '../rules/rule.js'
import {visible} from '../stage/visible.js'
import {UsageError} from '../usage-error.js'
import type {Config} from './config/schema.js'
import {readConfig} from './config.js'
import {partOptions} from './fixing.js'
import {isStandardInput, type LintInputFlags, standardInput} from './lint-inputs.js'
import {type LintingFlags, refuseUnknownRules, type SettingsFor, settingsIn} from './lint-settings.js'
import {fieldsOf} from './merged-options.js'
import {sharedOptions} from './options.js'
import {VERSION} from './version.js'

/** How documents are looked at. */
export interface RunFlags extends LintingFlags, LintInputFlags {
  readonly cache: boolean
  readonly cacheLocation?: string
  readonly threads?: number
  readonly budget: number
}

/** The options of every command that looks at documents for findings. */
export function addRunOptions(command: Command): Command {
  command
    .option('--suggest', 'ask the dictionary, too, what unknown words may have been (about 0.1 s for each word)')
    .option('--no-cache', 'look at every document again')
    .option('--cache-location <folder>', 'where findings of unchanged documents are kept (default: .unspun-cache)')
    .addOption(
      new Option(
        '--threads <n>',
        'threads that look at documents, 0 for none besides (default: by their size)',
      ).argParser(parseThreads),
    )
    .addOption(
      new Option('--budget <seconds>', 'the longest that one document may take').argParser(parseCount).default(60),
    )
  for (const option of [...partOptions(), ...sharedOptions()]) command.addOption(option)
  return command
}

const parseThreads = (text: string): number => (text === '0' ? 0 : parseCount(text))

function parseCount(text: string): number {
  const count = Number(text)
  if (Number.isInteger(count) && count > 0) return count
  throw new UsageError(`Unexpected ${text}, expected a whole number above 0`)
}

/** What could not be looked at: told at once, and counted. */
export class Trouble {
  readonly #isQuiet: boolean
  count = 0
  readonly paths: string[] = []

  /** Quiet where the same will be looked at again. */
  constructor(isQuiet = false) {
    this.#isQuiet = isQuiet
  }

  tell({path, error}: LintFailure): void {
    if (!this.#isQuiet) process.stderr.write(`unspun: ${visible(`${path}: ${error}`)}\n`)
    this.count++
    this.paths.push(path)
  }
}

/** What is asked for besides findings. */
interface Asked {
  readonly known?: Known
  /** Which repairs are to be made. */
  readonly fixes?: Fixes | undefined
  /** That findings are those before the repairs. */
  readonly findsAll?: boolean | undefined
  /** Who measures; then this thread does all, and nothing is taken from the cache. */
  readonly timer?: Timer | undefined
  /** By path, the fingerprints of those that may be made; undefined for all. */
  readonly repairs?: ReadonlyMap<string, readonly string[]> | undefined
}

/** What is found in inputs, of those of before first; undefined is one document on standard input. */
export async function outcomesOf(
  found: readonly Input[] | undefined,
  flags: RunFlags,
  trouble: Trouble,
  {known, fixes, findsAll, timer, repairs}: Asked = {},
): Promise<AsyncIterable<LintOutcome>> {
  const config = await readConfig({file: flags.config})
  const rulesFolders = await rulesFoldersOf(flags)
  const program = `${VERSION} ${statSync(recordFile).mtimeMs} ${digestOf(rulesFolders)}`
  const cache = timer ? undefined : cacheFor(flags, config.base)
  const {setAside, refusals} = await checkedRules(rulesFolders, program, cache)
  trouble.count += refusals
  const settingsFor = settingsIn(config, flags, {setAside, fixes, findsAll, timer})
  const read = (some: readonly Input[] | undefined): AsyncIterable<LintInput> =>
    inputs(
      some?.filter(({path}) => !config.isIgnored(path)),
      flags,
      config.base,
      trouble,
    )
  const threads = timer ? 0 : threadsFor(found, flags, settingsFor('-'))
  return lintAll(jobsOf(known ? known.documents(found, read) : read(found), settingsFor, repairs), {
    startEngine: async () => {
      compileLater()
      if (refusals === 0) await refuseUnknownRules(config, rulesFolders)
      return engineOf(threads, flags.budget, fixes)
    },
    isSerial: threads === 0,
    // What was repaired is another document.
    cache: fixes ? undefined : cache,
    program,
  })
}

/** Kept unless somebody does not want it, where the flag or the configuration says. */
function cacheFor(flags: RunFlags, {lint}: Config): LintCache | undefined {
  const told = lint?.cache ?? true
  if (!flags.cache || told === false) return undefined
  return LintCache.in(flags.cacheLocation ?? (told === true ? '.unspun-cache' : told))
}

/** The folders of rules besides the installed ones. */
async function rulesFoldersOf(flags: Pick<RunFlags, 'config' | 'rules'>): Promise<readonly string[]> {
  const {base} = await readConfig({file: flags.config})
  return [...(base.rulesFolders ?? []), ...(flags.rules ?? [])]
}

/** @throws UsageError for a folder that there is not. */
function digestOf(folders: readonly string[]): string {
  try {
    return rulesDigest([installedRulesFolder, ...folders])
  } catch (error) {
    throw new UsageError((error as Error).message)
  }
}

/**
 * Which rules of the user's are set aside, each told once. Without folders nothing is loaded for it, nor where the cache
 * knows that the same rules were sound.
 */
async function checkedRules(
  folders: readonly string[],
  program: string,
  cache: LintCache | undefined,
): Promise<{setAside: readonly string[]; refusals: number}> {
  const key = `rules ${program}`
  if (folders.length === 0 || cache?.get(key, '')) return {setAside: [], refusals: 0}
  compileLater()
  const {complaintOf, placeOf, ruleSetOf} = await import('../rule-set.js')
  const {refused} = ruleSetOf(folders)
  for (const error of refused) process.stderr.write(`${complaintOf(error)}\n`)
  if (refused.length === 0) cache?.set(key, {path: '', findings: []})
  return {setAside: refused.map(placeOf), refusals: refused.length}
}

/** Smaller runs are over before a thread has started, bytes. */
const WORTH_A_THREAD = 400_000
/** On two cores, which compiling and collecting garbage keep busy, too: where a second thread begins to pay, bytes. */
const WORTH_BOTH_CORES = 20_000_000
/** More need more memory than they save time: each holds the models. */
const MOST_THREADS = 8

/** How many threads look at documents besides this one, which reads and prints; 0 where this one does all. */
function threadsFor(found: readonly Input[] | undefined, flags: RunFlags, settings: LintSettings): number {
  if (settings.options.judge || !found) return 0
  if (flags.threads !== undefined) return flags.threads
  const bytes = found.reduce((sum, input) => sum + input.bytes, 0)
  const cores = availableParallelism()
  const isWorthMore = bytes > (cores > 2 ? WORTH_A_THREAD : WORTH_BOTH_CORES)
  // This thread joins in, but not where repairs are made.
  if (isWorthMore) return Math.min(MOST_THREADS, Math.max(settings.fixes === undefined ? 1 : 2, cores - 1))
  // A large document could keep this thread busy for long, and so could a small one the parser that repairs wait for:
  // only another thread can be stopped.
  const isSlow = settings.fixes !== undefined || found.some((input) => input.bytes > WORTH_A_THREAD)
  return isSlow ? 1 : 0
}

/** Kept for whoever looks again: it holds the rules. */
let alone: Engine | undefined

/**
 * Node 20 compiles a function for speed after a budget of bytecode that suits pages in a browser: of a run of three seconds
 * a quarter went into six hundred of them, and with a larger budget half as many do. Later versions compile in more steps.
 */
const BYTECODE_BUDGET = 300_000

function compileLater(): void {
  if (process.versions.node.startsWith('20.')) setFlagsFromString(`--interrupt-budget=${BYTECODE_BUDGET}`)
}

/** Repairs may take a parser too long: they are made where they can be stopped, so this thread does not join in. */
async function engineOf(threads: number, budget: number, fixes: Fixes | undefined): Promise<Engine> {
  const own = (): Promise<Engine> => import('../lint/in-process.js').then(({inProcess}) => (alone ??= inProcess()))
  if (threads === 0) return own()
  const {Threads} = await import('../lint/threads.js')
  return new Threads({threads, budget, own: fixes ? undefined : await own()})
}

async function* jobsOf(
  documents: AsyncIterable<LintInput>,
  settingsFor: SettingsFor,
  repairs: Asked['repairs'],
): AsyncIterable<LintJob> {
  for await (const input of documents) {
    const {path} = input.facts
    yield {input: repairs ? {...input, repairs: repairs.get(path) ?? []} : input, settings: settingsFor(path)}
  }
}

/** The files that are meant; undefined for one document on standard input. */
export async function foundInputs(paths: readonly string[], flags: RunFlags): Promise<readonly Input[] | undefined> {
  if (!isStandardInput(paths, flags)) return filesIn(paths, flags)
  const standard = standardInput(flags)
  return 'records' in standard ? [standard.records] : undefined
}

/** Of JSON and YAML those of which fields are chosen: others in the same folder hold no prose that we know of. */
async function filesIn(paths: readonly string[], flags: RunFlags): Promise<readonly Input[]> {
  const config = await readConfig({file: flags.config})
  const fieldsFor = (path: string) => flags.fields ?? config.settingsFor(path).config.fields
  const hasFields = flags.fields !== undefined || config.layers.some(({values}) => values.fields !== undefined)
  const found = await lintInputsOf(paths, hasFields, flags.allowEmpty)
  return found.filter(({path}) => dataKindOf(path) === undefined || fieldsFor(path) !== undefined)
}

async function* inputs(
  found: readonly Input[] | undefined,
  flags: RunFlags,
  config: Config,
  trouble: Trouble,
): AsyncIterable<LintInput> {
  if (!found) {
    const standard = standardInput(flags)
    if ('facts' in standard) yield {content: readFileSync(0), facts: standard.facts}
    return
  }
  const profile = flags.siteProfile ?? config.siteProfile
  const memoryOf = profile === undefined ? undefined : await memoryFrom(profile)
  for await (const document of documentsOf(found, fieldsOf(flags, config))) {
    if ('error' in document) trouble.tell({path: document.input.path, error: document.error})
    else {
      const {content, line} = document
      const site = memoryOf?.(document)
      const facts = {...document.facts, path: document.input.path, ...(site ? {site} : {})}
      yield {content, facts, ...(line ? {line} : {})}
    }
  }
}

/** Read only where there is one: it takes the package that packs them. */
async function memoryFrom(profile: string): Promise<SiteMemoryOf> {
  const [{fromProfile}, {memoriesFrom}] = await Promise.all([import('../batch/sites.js'), import('./site-memories.js')])
  return fromProfile(memoriesFrom(profile))
}
