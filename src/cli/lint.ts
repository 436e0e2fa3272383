/** `unspun lint`: prints findings, changes nothing. */
import {readFileSync} from 'node:fs'
import {type Command, Option} from 'commander'
import {documentsOf} from '../batch/documents.js'
import {type Input, inputsOf} from '../batch/inputs.js'
import {fromProfile} from '../batch/sites.js'
import type {SiteMemory} from '../draft/index.js'
import type {Formatter} from '../lint/formats/format.js'
import {FORMATS, type FormatName} from '../lint/formats/index.js'
import {isAtLeast, LEVELS, type Level} from '../lint/level.js'
import {createLinter, type Linter, type LintInput} from '../lint/linter.js'
import {complaintOf} from '../rule-set.js'
import {visible} from '../stage/visible.js'
import {readConfig} from './config.js'
import {isStandardInput, type LintInputFlags, lintInputOptions, pathsNamed, standardInput} from './lint-inputs.js'
import {type Checked, type Rounds, watchablePaths, watchPaths} from './lint-watch.js'
import {type Config, cleanOptions, fieldsOf, type SharedFlags, sharedOptions} from './options.js'
import {memoriesFrom} from './profile.js'
import {coloursFor} from './terminal.js'
import {VERSION} from './version.js'

interface LintFlags extends SharedFlags, LintInputFlags {
  readonly format: FormatName
  readonly failOn: Level
  readonly suggest?: true
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
    .option('--watch', 'go on, and check again what changes, until Ctrl-C')
  for (const option of [...lintInputOptions(), ...sharedOptions()]) command.addOption(option)
  command.addHelpText('after', EXAMPLES).action(run)
}

const EXAMPLES = `
Examples:
  unspun lint content/
  unspun lint 'posts/**/*.md' --format json > findings.json
  unspun lint - --stdin-path posts/draft.md < draft.md
  git diff --name-only --diff-filter=d -z main -- '*.md' | unspun lint --file-list - --allow-empty
  unspun lint content/ --watch
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
  const newFormatter = (): Formatter => {
    const hasColours = coloursFor(process.stdout).isColorSupported
    return FORMATS[flags.format]({version: VERSION, catalogue: linter.catalogue, failOn: flags.failOn, hasColours})
  }
  const refused = linter.refused.length > 0 ? 2 : 0
  if (flags.watch) {
    const check: Rounds['check'] = (input, formatter) =>
      checkAll(documentsIn([input], flags, config), linter, formatter, flags.failOn)
    const watched = await watchPaths(watchablePaths(paths, flags), flags.allowEmpty ?? false, {newFormatter, check})
    process.exitCode = Math.max(refused, watched)
    return
  }
  const formatter = newFormatter()
  const {exitCode, ...counted} = await checkAll(inputs(paths, flags, config), linter, formatter, flags.failOn)
  process.stdout.write(formatter.end({...counted, omitted: 0}))
  process.exitCode = Math.max(refused, exitCode)
}

/** Prints what is found in documents, and says on standard error which cannot be read. */
async function checkAll(
  documents: AsyncIterable<LintInput | string>,
  linter: Linter,
  formatter: Formatter,
  failOn: Level,
): Promise<Checked> {
  const checked = {documents: 0, findings: 0, exitCode: 0}
  for await (const input of documents) {
    if (typeof input === 'string') {
      process.stderr.write(`unspun: ${visible(input)}\n`)
      checked.exitCode = 2
      continue
    }
    const result = linter.lint(input)
    checked.documents++
    checked.findings += result.findings.length
    if (result.findings.some(({level}) => isAtLeast(level, failOn))) checked.exitCode ||= 1
    process.stdout.write(formatter.document(result))
  }
  return checked
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
