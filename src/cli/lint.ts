/** `unspun lint`: prints findings, changes nothing. */
import {readFileSync} from 'node:fs'
import {type Command, Option} from 'commander'
import {documentsOf} from '../batch/documents.js'
import {type Input, inputsOf} from '../batch/inputs.js'
import {fromProfile} from '../batch/sites.js'
import type {SiteMemory} from '../draft/index.js'
import {FORMATS, type FormatName} from '../lint/formats/index.js'
import {isAtLeast, LEVELS, type Level} from '../lint/level.js'
import {createLinter, type LintInput} from '../lint/linter.js'
import {complaintOf} from '../rule-set.js'
import {visible} from '../stage/visible.js'
import {readConfig} from './config.js'
import {isStandardInput, type LintInputFlags, lintInputOptions, pathsNamed, standardInput} from './lint-inputs.js'
import {type Config, cleanOptions, fieldsOf, type SharedFlags, sharedOptions} from './options.js'
import {memoriesFrom} from './profile.js'
import {coloursFor} from './terminal.js'
import {VERSION} from './version.js'

interface LintFlags extends SharedFlags, LintInputFlags {
  readonly format: FormatName
  readonly failOn: Level
  readonly suggest?: true
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
  for (const option of [...lintInputOptions(), ...sharedOptions()]) command.addOption(option)
  command.addHelpText('after', EXAMPLES).action(run)
}

const EXAMPLES = `
Examples:
  unspun lint content/
  unspun lint 'posts/**/*.md' --format json > findings.json
  unspun lint - --stdin-path posts/draft.md < draft.md
  git diff --name-only --diff-filter=d -z main -- '*.md' | unspun lint --file-list - --allow-empty
  unspun lint drafts.jsonl --text-field body
  unspun lint page.txt --profile sites.profile
  unspun lint draft.md --stages spell --suggest

Exit codes: 0 nothing found · 1 findings · 2 could not run, or an input could not be read`

async function run(paths: string[], flags: LintFlags): Promise<void> {
  const config = await readConfig(flags.config)
  const linter = createLinter({
    options: cleanOptions(flags, config),
    rulesFolders: [...(config.rulesFolders ?? []), ...(flags.rules ?? [])],
    asksDictionary: flags.suggest ?? false,
  })
  for (const error of linter.refused) process.stderr.write(`${complaintOf(error)}\n`)
  let failures = linter.refused.length
  const {catalogue} = linter
  const hasColours = coloursFor(process.stdout).isColorSupported
  const formatter = FORMATS[flags.format]({version: VERSION, catalogue, failOn: flags.failOn, hasColours})
  const summary = {documents: 0, findings: 0, omitted: 0}
  let fails = false
  for await (const input of inputs(paths, flags, config)) {
    if (typeof input === 'string') {
      process.stderr.write(`unspun: ${visible(input)}\n`)
      failures++
      continue
    }
    const result = linter.lint(input)
    summary.documents++
    summary.findings += result.findings.length
    fails ||= result.findings.some(({level}) => isAtLeast(level, flags.failOn))
    process.stdout.write(formatter.document(result))
  }
  process.stdout.write(formatter.end(summary))
  process.exitCode = failures > 0 ? 2 : fails ? 1 : 0
}

/** What is to be looked at; a text for what cannot be read. */
async function* inputs(paths: readonly string[], flags: LintFlags, config: Config): AsyncIterable<LintInput | string> {
  if (!isStandardInput(paths, flags)) {
    const found = await inputsOf(pathsNamed(paths, flags), undefined, flags.allowEmpty)
    return yield* documentsIn(found, flags, config)
  }
  const standard = standardInput(flags)
  if ('records' in standard) yield* documentsIn([standard.records], flags, config)
  else yield {content: readFileSync(0), facts: standard.facts}
}

async function* documentsIn(
  found: readonly Input[],
  flags: LintFlags,
  config: Config,
): AsyncIterable<LintInput | string> {
  const profile = flags.profile ?? config.profile
  const memoryOf = profile === undefined ? undefined : fromProfile(memoriesFrom(profile))
  for await (const document of documentsOf(found, fieldsOf(flags, config))) {
    if ('error' in document) yield `${document.input.path}: ${document.error}`
    else {
      const site: SiteMemory | undefined = memoryOf?.(document)
      yield {content: document.content, facts: site ? {...document.facts, site} : document.facts}
    }
  }
}
