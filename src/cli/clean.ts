/** `unspun clean`: documents in, articles and reports out. */
import {readFileSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {type Command, Option} from 'commander'
import {type Input, inputsOf, UsageError} from '../batch/inputs.js'
import {OutputFolder, outputOf, refuseCollisions} from '../batch/outputs.js'
import {type BatchResult, cleanAll, count, emptySummary} from '../batch/run.js'
import {type Cleaned, catalogueFor, createCleaner} from '../clean.js'
import type {Format} from '../draft/index.js'
import {documentPage, indexPage, type PageSummary, pageSummary} from '../review/page.js'
import type {RuleSet} from '../rules/rule.js'
import {convert} from '../write/convert.js'
import {PLAIN_MARKS, wordDiff} from '../write/diff.js'
import {withFrontMatter} from '../write/front-matter.js'
import {readConfig} from './config.js'
import {type Config, cleanOptions, parseFormat, type SharedFlags, sharedOptions} from './options.js'
import {progressFor} from './progress.js'
import {complaintOf, ruleSetOf} from './rule-set.js'
import {summaryTable} from './summary.js'
import {coloursFor, visible} from './terminal.js'

interface CleanFlags extends SharedFlags {
  readonly out?: string
  readonly report?: string
  readonly format?: Format
  readonly frontMatter?: boolean
  readonly dryRun?: boolean
  readonly diff?: boolean
  readonly html?: boolean
}

export function addClean(program: Command): void {
  const command = program
    .command('clean')
    .summary('clean documents into articles, each with a report')
    .description('Cleans text and Markdown: files, globs, folders, or - for standard input.')
    .argument('<paths...>', 'what to clean; - reads standard input and writes the article to standard output')
    .option('-o, --out <folder>', 'where articles and reports go (made if need be)')
    .option('--report <file>', 'with -: where the report goes')
    .addOption(new Option('--format <form>', 'form of the articles').choices(['text', 'markdown']))
    .option(
      '--front-matter',
      'write title, byline, date and what else the page says of the article as front matter into Markdown',
    )
    .option('--dry-run', 'write nothing, only say what would be done')
    .option('--diff', 'show what changes, word by word')
    .option('--html', 'write a page for each document that shows its changes in place, and an index')
  for (const option of sharedOptions()) command.addOption(option)
  command.addHelpText('after', EXAMPLES).action(run)
}

const EXAMPLES = `
Examples:
  unspun clean scraped/ --out articles
  unspun clean 'scraped/**/*.txt' --out articles --html
  unspun clean page.txt --dry-run --diff
  unspun clean - < page.txt > article.txt
  unspun clean zh/ --out zh-hans --chinese simplified --stages decode,identify,terms

Exit codes: 0 done · 2 could not run, or an input could not be read`

async function run(paths: string[], flags: CleanFlags): Promise<void> {
  const config = await readConfig(flags.config)
  const {set, refused} = ruleSetOf([...(config.rulesFolders ?? []), ...(flags.rules ?? [])])
  for (const error of refused) process.stderr.write(`${complaintOf(error)}\n`)
  if (refused.length > 0) process.exitCode = 2
  const task = new Cleaning(flags, config, set)
  if (paths.includes('-')) task.standardInput(paths)
  else await task.files(paths)
}

class Cleaning {
  readonly #flags: CleanFlags
  readonly #format: Format | undefined
  readonly #frontMatter: boolean
  readonly #catalogue: ReturnType<typeof catalogueFor>
  readonly #cleaner: ReturnType<typeof createCleaner>
  readonly #pages: PageSummary[] = []

  constructor(flags: CleanFlags, config: Config, rules: RuleSet) {
    this.#flags = flags
    this.#format = parseFormat(flags.format, config)
    this.#frontMatter = flags.frontMatter ?? config.frontMatter ?? false
    this.#catalogue = catalogueFor(rules)
    this.#cleaner = createCleaner({...cleanOptions(flags, config), ruleSet: rules})
  }

  standardInput(paths: readonly string[]): void {
    if (paths.length > 1) throw new UsageError('Unexpected paths beside -, expected standard input alone')
    if (this.#flags.out !== undefined)
      throw new UsageError('Unexpected --out with -, expected the article on standard output')
    const cleaned = this.#cleaner(readFileSync(0), {path: '-', format: this.#format ?? 'text'})
    if (this.#flags.report !== undefined) writeFileSync(this.#flags.report, reportJson(cleaned))
    if (cleaned.report.rejected !== undefined) process.stderr.write(`unspun: rejected: ${cleaned.report.rejected}\n`)
    if (this.#flags.diff) this.#showDiff(cleaned)
    else if (!this.#flags.dryRun) process.stdout.write(this.#article(cleaned, this.#format ?? 'text'))
  }

  async files(paths: readonly string[]): Promise<void> {
    const {out, dryRun, html} = this.#flags
    const folder = out ?? (dryRun || this.#flags.diff ? undefined : missingOut())
    const inputs = await inputsOf(paths, folder && path.resolve(folder))
    if (folder !== undefined) refuseCollisions(inputs, this.#format, folder)
    const output = folder === undefined || dryRun ? undefined : new OutputFolder(folder)
    const summary = emptySummary()
    const progress = progressFor(inputs, process.stderr)
    const started = performance.now()
    for await (const result of cleanAll(inputs, this.#cleaner)) {
      progress.step(result.input)
      count(summary, result)
      await this.#finish(result, output)
    }
    progress.stop()
    if (output && html) await output.write('index.html', indexPage(this.#pages))
    process.stdout.write(summaryTable(summary, (performance.now() - started) / 1000, coloursFor(process.stdout)))
    if (output) process.stdout.write(`Articles and reports are in ${folder}\n`)
    if (summary.failed > 0) process.exitCode = 2
  }

  async #finish({input, cleaned, error}: BatchResult, output: OutputFolder | undefined): Promise<void> {
    if (!cleaned) {
      process.stderr.write(`unspun: ${visible(input.path)}: ${error}\n`)
      return
    }
    const {rejected} = cleaned.report
    if (rejected !== undefined) process.stderr.write(`unspun: ${visible(input.path)}: rejected: ${rejected}\n`)
    if (this.#flags.diff) this.#showDiff(cleaned)
    if (!output) return
    try {
      await this.#write(input, cleaned, output)
    } catch (problem) {
      process.stderr.write(`unspun: ${visible(input.path)}: not written: ${(problem as Error).message}\n`)
      process.exitCode = 2
    }
  }

  async #write(input: Input, cleaned: Cleaned, output: OutputFolder): Promise<void> {
    const names = outputOf(input, this.#format)
    await output.write(names.report, reportJson(cleaned))
    if (cleaned.report.rejected === undefined)
      await output.write(names.article, this.#article(cleaned, this.#format ?? input.format))
    if (this.#flags.html) {
      await output.write(names.page, documentPage(cleaned, this.#catalogue, names.page))
      this.#pages.push(pageSummary(cleaned, names.page))
    }
  }

  #article({report}: Cleaned, format: Format): string {
    const text = convert(report.text, report.format, format, report.metadata.title)
    return this.#frontMatter && format === 'markdown' ? withFrontMatter(text, report.metadata) : text
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
