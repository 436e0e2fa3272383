/** `unspun lint`: prints findings, changes nothing. */
import {readFileSync} from 'node:fs'
import {type Command, Option} from 'commander'
import {documentsOf} from '../batch/documents.js'
import {type Input, inputsOf, STANDARD_RECORDS, UsageError} from '../batch/inputs.js'
import {fromProfile} from '../batch/sites.js'
import type {SiteMemory} from '../draft/index.js'
import {FORMATS, type FormatName} from '../lint/formats/index.js'
import {isAtLeast, LEVELS, type Level} from '../lint/level.js'
import type {LintInput} from '../lint/linter.js'
import {complaintOf} from '../rule-set.js'
import {visible} from '../stage/visible.js'
import type {Configuration} from './config/configuration.js'
import {readConfig} from './config.js'
import {type LintingFlags, lintersFor} from './linters.js'
import {fieldsOf} from './merged-options.js'
import {sharedOptions, standardFacts} from './options.js'
import {memoriesFrom} from './profile.js'
import {coloursFor} from './terminal.js'
import {VERSION} from './version.js'

interface LintFlags extends LintingFlags {
  readonly format: FormatName
  readonly failOn?: Level
}

export function addLint(program: Command): void {
  const command = program
    .command('lint')
    .summary('print what is wrong in documents, change nothing')
    .description(
      'Checks web pages (.html), text, Markdown and JSON Lines (.jsonl, .ndjson), all of them also .gz: files, globs, folders, or - for standard input.',
    )
    .argument('<paths...>', 'what to check')
    .addOption(
      new Option('--format <format>', 'how findings are printed').choices(Object.keys(FORMATS)).default('stylish'),
    )
    .addOption(new Option('--fail-on <level>', 'the least grave level that fails (default: reported)').choices(LEVELS))
    .option('--suggest', 'ask the dictionary, too, what unknown words may have been (about 0.1 s for each word)')
  for (const option of sharedOptions()) command.addOption(option)
  command.addHelpText('after', EXAMPLES).action(run)
}

const EXAMPLES = `
Examples:
  unspun lint content/
  unspun lint 'posts/**/*.md' --format json > findings.json
  unspun lint - --stages residue,terms < draft.txt
  unspun lint drafts.jsonl --text-field body
  unspun lint page.txt --site-profile sites.profile
  unspun lint draft.md --stages spell --suggest

Exit codes: 0 nothing found · 1 findings · 2 could not run, or an input could not be read`

async function run(paths: string[], flags: LintFlags): Promise<void> {
  const config = await readConfig({file: flags.config})
  const failOn = flags.failOn ?? config.base.lint?.failOn ?? 'reported'
  const linterFor = lintersFor(flags, config)
  const {refused, catalogue} = linterFor('-')
  for (const error of refused) process.stderr.write(`${complaintOf(error)}\n`)
  let failures = refused.length
  const hasColours = coloursFor(process.stdout).isColorSupported
  const formatter = FORMATS[flags.format]({version: VERSION, catalogue, failOn, hasColours})
  const summary = {documents: 0, findings: 0, omitted: 0}
  let fails = false
  for await (const input of inputs(paths, flags, config)) {
    if (typeof input === 'string') {
      process.stderr.write(`unspun: ${visible(input)}\n`)
      failures++
      continue
    }
    const result = linterFor(input.file).lint(input)
    summary.documents++
    summary.findings += result.findings.length
    fails ||= result.findings.some(({level}) => isAtLeast(level, failOn))
    process.stdout.write(formatter.document(result))
  }
  process.stdout.write(formatter.end(summary))
  process.exitCode = failures > 0 ? 2 : fails ? 1 : 0
}

/** An input, with the file it came from, whose settings are its own. */
interface FileInput extends LintInput {
  readonly file: string
}

/** What is to be looked at; a text for what cannot be read. */
async function* inputs(
  paths: readonly string[],
  flags: LintFlags,
  config: Configuration,
): AsyncIterable<FileInput | string> {
  if (paths.includes('-') && paths.length > 1) {
    throw new UsageError('Unexpected paths beside -, expected standard input alone')
  }
  if (paths[0] === '-' && flags.from !== 'jsonl') {
    yield {file: '-', content: readFileSync(0), facts: {path: '-', ...standardFacts(flags.from)}}
    return
  }
  const named: readonly Input[] = paths[0] === '-' ? [STANDARD_RECORDS] : await inputsOf(paths, undefined)
  const found = named.filter(({path}) => !config.isIgnored(path))
  const profile = flags.siteProfile ?? config.base.siteProfile
  const memoryOf = profile === undefined ? undefined : fromProfile(memoriesFrom(profile))
  for await (const document of documentsOf(found, fieldsOf(flags, config.base))) {
    if ('error' in document) yield `${document.input.path}: ${document.error}`
    else {
      const site: SiteMemory | undefined = memoryOf?.(document)
      yield {
        file: document.input.path,
        content: document.content,
        facts: site ? {...document.facts, site} : document.facts,
      }
    }
  }
}
