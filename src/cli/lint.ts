/** `unspun lint`: writes nothing, prints findings. */
import {readFileSync} from 'node:fs'
import {type Command, Option} from 'commander'
import dictionary from 'dictionary-en'
import british from 'dictionary-en-gb'
import {documentsOf} from '../batch/documents.js'
import {type Input, inputsOf, STANDARD_RECORDS, UsageError} from '../batch/inputs.js'
import {cleanAll} from '../batch/run.js'
import {fromProfile} from '../batch/sites.js'
import {type Cleaned, type Cleaner, catalogueFor, createCleaner, LANGUAGE_MODEL} from '../clean.js'
import {type LintResult, lintResult, type Suggest} from '../lint/lint.js'
import {stylish} from '../lint/stylish.js'
import {type RuleSet, rulesOf} from '../rules/rule.js'
import {Suggester} from '../stages/spell/suggest.js'
import {readConfig} from './config.js'
import {type Config, cleanOptions, fieldsOf, type SharedFlags, sharedOptions, standardFacts} from './options.js'
import {memoriesFrom} from './profile.js'
import {complaintOf, ruleSetOf} from './rule-set.js'
import {coloursFor, visible} from './terminal.js'

interface LintFlags extends SharedFlags {
  readonly format: 'stylish' | 'json'
  readonly suggest?: true
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
      new Option('--format <format>', 'how findings are printed').choices(['stylish', 'json']).default('stylish'),
    )
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
  unspun lint page.txt --profile sites.profile
  unspun lint draft.md --stages spell --suggest

Exit codes: 0 nothing found · 1 findings · 2 could not run, or an input could not be read`

async function run(paths: string[], flags: LintFlags): Promise<void> {
  const config = await readConfig(flags.config)
  const {set, refused} = ruleSetOf([...(config.rulesFolders ?? []), ...(flags.rules ?? [])])
  for (const error of refused) process.stderr.write(`${complaintOf(error)}\n`)
  const cleaner = createCleaner({...cleanOptions(flags, config), ruleSet: set})
  const catalogue = catalogueFor(set)
  const suggest = suggestWith(set, flags.suggest ?? false)
  const results: LintResult[] = []
  let failed = refused.length
  for await (const cleaned of documents(paths, cleaner, flags, config)) {
    if (typeof cleaned === 'string') {
      process.stderr.write(`unspun: ${visible(cleaned)}\n`)
      failed++
    } else results.push(lintResult(cleaned, catalogue, suggest))
  }
  print(results, flags.format)
  const found = results.some(({findings, rejected}) => findings.length > 0 || rejected !== undefined)
  process.exitCode = failed > 0 ? 2 : found ? 1 : 0
}

/** Reads nothing before the first word that is to be printed. */
function suggestWith(set: RuleSet, asksDictionary: boolean): Suggest {
  let suggester: Suggester | undefined
  return (source, place) => {
    suggester ??= new Suggester(
      {dictionary, british, model: set.models.get(LANGUAGE_MODEL)!},
      rulesOf(set, 'spell').tables,
    )
    return suggester.suggestionsFor(source, place, {asksDictionary})
  }
}

async function* documents(
  paths: readonly string[],
  cleaner: Cleaner,
  flags: LintFlags,
  config: Config,
): AsyncIterable<Cleaned | string> {
  if (paths.includes('-') && paths.length > 1) {
    throw new UsageError('Unexpected paths beside -, expected standard input alone')
  }
  if (paths[0] === '-' && flags.from !== 'jsonl') {
    yield cleaner(readFileSync(0), standardFacts(flags.from))
    return
  }
  const inputs: readonly Input[] = paths[0] === '-' ? [STANDARD_RECORDS] : await inputsOf(paths, undefined)
  const profile = flags.profile ?? config.profile
  const memoryOf = profile === undefined ? undefined : fromProfile(memoriesFrom(profile))
  const read = documentsOf(inputs, fieldsOf(flags, config))
  for await (const {input, cleaned, error} of cleanAll(read, cleaner, memoryOf)) {
    yield cleaned ?? `${input.path}: ${error}`
  }
}

function print(results: readonly LintResult[], format: LintFlags['format']): void {
  if (format === 'json') {
    const documents = results.map(({path, rejected, findings}) => ({
      path,
      ...(rejected === undefined ? {} : {rejected}),
      findings,
    }))
    process.stdout.write(`${JSON.stringify({version: 1, documents}, null, 1)}\n`)
    return
  }
  const colours = coloursFor(process.stdout)
  const paint = {place: colours.underline, mark: colours.red, rule: colours.dim}
  for (const result of results) process.stdout.write(stylish(result, paint, visible))
  const count = results.reduce((sum, {findings}) => sum + findings.length, 0)
  process.stdout.write(`${count === 0 ? 'Nothing found' : `${count} findings`} in ${results.length} documents\n`)
}
