/** `unspun lint`: prints findings, changes nothing. */
import {type Command, Option} from 'commander'
import type {FormatFacts} from '../lint/formats/format.js'
import {isAtLeast, LEVELS, type Level} from '../lint/level.js'
import {installedRulesFolder} from '../rules/read.js'
import {visible} from '../stage/visible.js'
import {readConfig} from './config.js'
import {type KnownFlags, knownOptions, openKnown} from './known.js'
import {withChoices} from './lint-choices.js'
import {addRunOptions, foundInputs, outcomesOf, type RunFlags, rulesFoldersOf, Trouble} from './lint-run.js'
import {type ReportingFlags, reporterFor, reportingOptions} from './reporting.js'

interface LintFlags extends RunFlags, KnownFlags, ReportingFlags {
  readonly failOn?: Level
  readonly config?: string
}

export function addLint(program: Command): void {
  const command = program
    .command('lint')
    .summary('print what is wrong in documents, change nothing')
    .description(
      'Checks web pages (.html), text, Markdown and JSON Lines (.jsonl, .ndjson), all of them also .gz: files, globs, folders, or - for standard input.',
    )
    .argument('[paths...]', 'what to check; without any, --since and --staged check all that changed below this folder')
    .addOption(new Option('--fail-on <level>', 'the least grave level that fails (default: reported)').choices(LEVELS))
  for (const option of [...reportingOptions(), ...knownOptions()]) command.addOption(option)
  addRunOptions(command).addHelpText('after', EXAMPLES).action(run)
}

const EXAMPLES = `
Examples:
  unspun lint content/
  unspun lint 'posts/**/*.md' --format json > findings.json
  unspun lint content/ --format github --format sarif=unspun.sarif
  unspun lint - --stages residue,terms < draft.txt
  unspun lint drafts.jsonl --text-field body
  unspun lint page.txt --site-profile sites.profile
  unspun lint draft.md --stages spell --suggest
  unspun lint --since origin/main
  unspun lint content/ --staged

Exit codes: 0 nothing found · 1 findings · 2 could not run, or an input could not be read`

async function run(paths: string[], given: LintFlags): Promise<void> {
  const {base} = await readConfig({file: given.config})
  const flags = withChoices(given, base.lint)
  const known = await openKnown(flags, paths)
  const found = known.now ?? (await foundInputs(paths, flags))
  const trouble = new Trouble()
  const {failOn} = flags
  const reporter = await reporterFor(flags, {catalogue: await catalogueOf(flags), failOn})
  let fails = false
  for await (const outcome of known.newOf(await outcomesOf(found, flags, trouble, known))) {
    if ('error' in outcome) {
      trouble.tell(outcome)
      continue
    }
    fails ||= outcome.findings.some(({level}) => isAtLeast(level, failOn))
    await reporter.document(outcome)
  }
  const {omitted, findings} = await reporter.end(trouble.count)
  const notices = omitted > 0 ? [`${omitted} of ${findings} findings not printed (--max-findings)`] : []
  for (const notice of [...known.notices(), ...notices]) process.stderr.write(`unspun: ${visible(notice)}\n`)
  process.exitCode = trouble.count > 0 ? 2 : fails ? 1 : 0
}

/** What the rules say of themselves: SARIF tells it, and the others need not load it. */
async function catalogueOf(flags: LintFlags): Promise<FormatFacts['catalogue']> {
  if (!flags.format?.some(({format}) => format === 'sarif')) return new Map()
  const [{installedRules, readRules}, {lintCatalogue}] = await Promise.all([
    import('../rules/read.js'),
    import('../lint/faults.js'),
  ])
  const folders = await rulesFoldersOf(flags)
  return lintCatalogue(folders.length === 0 ? installedRules() : readRules([installedRulesFolder, ...folders]))
}
