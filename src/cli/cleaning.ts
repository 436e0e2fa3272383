/** A run of `unspun clean`: what is read, what is written where, and what is said of it. */
import {readFileSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {withAdditions} from '../additions.js'
import {documentsOf} from '../batch/documents.js'
import type {RecordFields} from '../batch/fields.js'
import {type Input, inputsOf, STANDARD_RECORDS} from '../batch/inputs.js'
import {FileStream, standardOutput} from '../batch/output-stream.js'
import {OutputFolder, outputOf, refuseCollisions} from '../batch/outputs.js'
import {RecordOutput} from '../batch/record-output.js'
import {type BatchResult, cleanAll, count, emptySummary} from '../batch/run.js'
import {canRepeat, fromProfile, learn, type SiteMemoryOf} from '../batch/sites.js'
import {type Cleaned, type Cleaner, catalogueFor, createCleaner} from '../clean.js'
import {type Format, isMarkdown} from '../draft/index.js'
import {documentPage, indexPage, type PageSummary, pageSummary} from '../review/page.js'
import type {RuleSet} from '../rules/rule.js'
import type {SiteMemories} from '../site/memory.js'
import {visible} from '../stage/visible.js'
import {UsageError} from '../usage-error.js'
import {convert} from '../write/convert.js'
import {PLAIN_MARKS, wordDiff} from '../write/diff.js'
import {withFrontMatter} from '../write/front-matter.js'
import {additionsOf} from './config/additions.js'
import type {Configuration, Settings} from './config/configuration.js'
import {cleanOptions, fieldsOf, parseFormat} from './merged-options.js'
import {type SharedFlags, standardFacts} from './options.js'
import {progressFor} from './progress.js'
import {memoriesFrom} from './site-memories.js'
import {summaryTable} from './summary.js'
import {coloursFor} from './terminal.js'

export interface CleanFlags extends SharedFlags {
  readonly out?: string
  readonly report?: string
  /** False for `--no-reports`. */
  readonly reports: boolean
  readonly format?: Format
  readonly frontMatter?: boolean
  readonly dryRun?: boolean
  readonly diff?: boolean
  readonly html?: boolean
  /** False for `--no-site-memory`. */
  readonly siteMemory: boolean
}

export class Cleaning {
  readonly #flags: CleanFlags
  readonly #format: Format | undefined
  readonly #frontMatter: boolean
  readonly #hasReports: boolean
  readonly #fields: RecordFields
  readonly #profile: SiteMemories | undefined
  /** Whether what repeats is learnt from the inputs themselves. */
  readonly #learns: boolean
  readonly #catalogue: ReturnType<typeof catalogueFor>
  readonly #configuration: Configuration
  readonly #rules: RuleSet
  /** By settings: files with the same ones share a cleaner. */
  readonly #cleaners = new Map<string, Cleaner>()
  readonly #pages: PageSummary[] = []

  constructor(flags: CleanFlags, configuration: Configuration, rules: RuleSet) {
    const {base: config} = configuration
    this.#flags = flags
    this.#configuration = configuration
    this.#rules = rules
    this.#format = parseFormat(flags.format, config)
    this.#frontMatter = flags.frontMatter ?? config.frontMatter ?? false
    this.#hasReports = flags.reports && config.reports !== false
    this.#fields = fieldsOf(flags, config)
    const profile = flags.siteProfile ?? config.siteProfile
    this.#profile = profile === undefined ? undefined : memoriesFrom(profile)
    const stages = flags.stages ?? config.stages
    this.#learns =
      !profile && flags.siteMemory && config.siteMemory !== false && stages?.includes('boilerplate') !== false
    this.#catalogue = catalogueFor(rules)
    // What is wrong with what was asked for is to be said before anything is done.
    this.#cleanerFor('-')
  }

  /** The cleaner for a path, prepared when the first file needs it. */
  #cleanerFor(place: string): Cleaner {
    const {key, config}: Settings = this.#configuration.settingsFor(place)
    const ruleSet = (): RuleSet => withAdditions(this.#rules, additionsOf(config))
    const cleaner = this.#cleaners.get(key) ?? createCleaner({...cleanOptions(this.#flags, config), ruleSet: ruleSet()})
    this.#cleaners.set(key, cleaner)
    return cleaner
  }

  async standardInput(paths: readonly string[]): Promise<void> {
    if (paths.length > 1) throw new UsageError('Unexpected paths beside -, expected standard input alone')
    if (this.#flags.out !== undefined)
      throw new UsageError('Unexpected --out with -, expected the article on standard output')
    const {from} = this.#flags
    if (from === 'jsonl') return this.#standardRecords()
    const cleaned = this.#cleanerFor('-')(readFileSync(0), standardFacts(from, this.#format))
    if (this.#flags.report !== undefined) writeFileSync(this.#flags.report, reportJson(cleaned))
    if (cleaned.report.rejected !== undefined) process.stderr.write(`unspun: rejected: ${cleaned.report.rejected}\n`)
    if (this.#flags.diff) this.#showDiff(cleaned)
    else if (!this.#flags.dryRun) process.stdout.write(this.#article(cleaned, this.#format))
  }

  async #standardRecords(): Promise<void> {
    const {report, dryRun, diff} = this.#flags
    const reports = report === undefined ? undefined : new FileStream(path.resolve(report))
    const records = new RecordOutput(async () => ({records: standardOutput, reports}), this.#fields.text)
    const memoryOf = await this.#siteMemory([STANDARD_RECORDS])
    const cleanerFor = (input: Input): Cleaner => this.#cleanerFor(input.path)
    try {
      for await (const result of cleanAll(documentsOf([STANDARD_RECORDS], this.#fields), cleanerFor, memoryOf)) {
        this.#tell(result)
        const {document, cleaned} = result
        if (!document || !cleaned) process.exitCode = 2
        else if (!dryRun && !diff) await records.add(document, cleaned.report, this.#article(cleaned, this.#format))
      }
      await records.end([STANDARD_RECORDS])
    } catch (error) {
      const {code, message} = error as NodeJS.ErrnoException
      throw report === undefined || code === 'EPIPE' ? error : new UsageError(`${report} was not written: ${message}`)
    }
  }

  async files(paths: readonly string[]): Promise<void> {
    const {out, dryRun, html} = this.#flags
    const folder = out ?? (dryRun || this.#flags.diff ? undefined : missingOut())
    const inputs = await inputsOf(paths, folder && path.resolve(folder), this.#flags.allowEmpty)
    if (folder !== undefined) refuseCollisions(inputs, this.#format, folder)
    const output = folder === undefined || dryRun ? undefined : new OutputFolder(folder)
    for (const {holds, path: place} of inputs) {
      if (html && holds === 'records') process.stderr.write(`unspun: ${visible(place)}: records get no page\n`)
    }
    const started = performance.now()
    const summary = await this.#cleanInto(output, inputs)
    if (output && html) await output.write('index.html', indexPage(this.#pages))
    process.stdout.write(summaryTable(summary, (performance.now() - started) / 1000, coloursFor(process.stdout)))
    if (output) process.stdout.write(`${this.#hasReports ? 'Articles and reports' : 'Articles'} are in ${folder}\n`)
    if (summary.failed > 0) process.exitCode = 2
  }

  async #cleanInto(output: OutputFolder | undefined, inputs: readonly Input[]) {
    const summary = emptySummary()
    const memoryOf = await this.#siteMemory(inputs)
    const cleanerFor = (input: Input): Cleaner => this.#cleanerFor(input.path)
    const progress = progressFor('Cleaning', inputs, process.stderr)
    const records = output && new RecordOutput((input) => this.#streams(input, output), this.#fields.text)
    for await (const result of cleanAll(documentsOf(inputs, this.#fields), cleanerFor, memoryOf)) {
      progress.step(result.document)
      count(summary, result)
      this.#tell(result)
      if (output && records) await this.#orSay(result.input, () => this.#keep(result, output, records))
    }
    progress.stop()
    for (const input of inputs) {
      if (input.holds === 'records') await this.#orSay(input, async () => records?.end([input]))
    }
    return summary
  }

  /** What is known of each document's site: from a profile, or from reading all inputs once before. */
  async #siteMemory(inputs: readonly Input[]): Promise<SiteMemoryOf> {
    if (this.#profile) return fromProfile(this.#profile)
    if (!this.#learns || !canRepeat(inputs)) return () => undefined
    const progress = progressFor('Comparing', inputs, process.stderr)
    try {
      return await learn(documentsOf(inputs, this.#fields), (document) =>
        progress.step('error' in document ? undefined : document),
      )
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      throw new UsageError(`${error.message}. Give --no-site-memory, or clean fewer inputs at once`)
    } finally {
      progress.stop()
    }
  }

  async #streams(input: Input, output: OutputFolder) {
    const names = outputOf(input, this.#format)
    return {
      records: await output.stream(names.article),
      reports: this.#hasReports ? await output.stream(names.report) : undefined,
    }
  }

  /** What a reader of the terminal should know of one document. */
  #tell({input, document, cleaned, error}: BatchResult): void {
    if (!document || !cleaned) {
      process.stderr.write(`unspun: ${visible(input.path)}: ${visible(error ?? '')}\n`)
      return
    }
    const {rejected, path: place} = cleaned.report
    if (rejected !== undefined) process.stderr.write(`unspun: ${visible(place)}: rejected: ${visible(rejected)}\n`)
    if (this.#flags.diff) this.#showDiff(cleaned)
  }

  async #keep({input, document, cleaned}: BatchResult, output: OutputFolder, records: RecordOutput): Promise<void> {
    if (!document || !cleaned) await records.abort(input)
    else if (input.holds === 'records')
      await records.add(document, cleaned.report, this.#article(cleaned, this.#format))
    else await this.#write(input, cleaned, output)
  }

  /** What cannot be written stops nothing else. */
  async #orSay(input: Input, write: () => Promise<void>): Promise<void> {
    try {
      await write()
    } catch (problem) {
      process.stderr.write(`unspun: ${visible(input.path)}: not written: ${visible((problem as Error).message)}\n`)
      process.exitCode = 2
    }
  }

  async #write(input: Input, cleaned: Cleaned, output: OutputFolder): Promise<void> {
    const names = outputOf(input, this.#format)
    if (this.#hasReports) await output.write(names.report, reportJson(cleaned))
    if (cleaned.report.rejected === undefined)
      await output.write(names.article, this.#article(cleaned, this.#format ?? input.format))
    if (this.#flags.html && names.page !== undefined) {
      await output.write(names.page, documentPage(cleaned, this.#catalogue, names.page))
      this.#pages.push(pageSummary(cleaned, names.page))
    }
  }

  /** In the form that is asked for; as it is where none is. */
  #article({report}: Cleaned, format: Format = report.format): string {
    const text = convert(report.text, report.format, format, report.metadata.title)
    return this.#frontMatter && isMarkdown(format) ? withFrontMatter(text, report.metadata) : text
  }

  #showDiff({report, source}: Cleaned): void {
    const colours = coloursFor(process.stdout)
    const marks = colours.isColorSupported
      ? {
          removed: (text: string) => colours.red(colours.strikethrough(text)),
          inserted: (text: string) => colours.green(text),
          place: (text: string) => colours.dim(text),
        }
      : PLAIN_MARKS
    process.stdout.write(wordDiff(report.path, source, report.revisions, marks, visible))
  }
}

function missingOut(): never {
  throw new UsageError('Where should the articles go? Give --out FOLDER, or --dry-run or --diff to only look')
}

const reportJson = ({report}: Cleaned): string => `${JSON.stringify(report, null, 1)}\n`
