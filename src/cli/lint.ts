/** `unspun lint`: prints findings; changes nothing, unless it is told to repair. */
import {type Command, Option} from 'commander'
import type {Input} from '../batch/inputs.js'
import type {Known} from '../lint/known/run.js'
import {isAtLeast, LEVELS, type Level} from '../lint/level.js'
import {visible} from '../stage/visible.js'
import {forgetConfigs, readConfig} from './config.js'
import {type FixFlags, fixesOf, fixOptions, refuseHopelessFixes} from './fixing.js'
import {type KnownFlags, knownOptions, openKnown} from './known.js'
import {withChoices} from './lint-choices.js'
import {isStandardInput, lintInputOptions, pathsNamed} from './lint-inputs.js'
import {addRunOptions, foundInputs, outcomesOf, type RunFlags, Trouble} from './lint-run.js'
import {type Check, type Verdict, watchablePaths, watchPaths} from './lint-watch.js'
import {repairedOutcomes} from './repairing.js'
import {type ReportingFlags, reporterFor, reportingOptions} from './reporting.js'

interface LintFlags extends RunFlags, KnownFlags, ReportingFlags, FixFlags {
  readonly failOn?: Level
  readonly config?: string
  readonly watch?: true
  readonly profile?: true
}

export function addLint(program: Command): void {
  const command = program
    .command('lint')
    .summary('print what is wrong in documents, and repair it with --fix')
    .description(
      'Checks web pages (.html), text, Markdown, MDX and JSON Lines (.jsonl, .ndjson), all of them also .gz, and chosen fields of JSON and YAML: files, globs, folders, or - for standard input.',
    )
    .argument('[paths...]', 'what to check; without any, --since and --staged check all that changed below this folder')
    .addOption(new Option('--fail-on <level>', 'the least grave level that fails (default: reported)').choices(LEVELS))
    .option('--profile', 'say on standard error where the time went, by stage and rule, and what each found')
    .option('--watch', 'go on, and check again what changes, until Ctrl-C')
  for (const option of [...reportingOptions(), ...knownOptions(), ...lintInputOptions(), ...fixOptions()])
    command.addOption(option)
  addRunOptions(command).addHelpText('after', EXAMPLES).action(run)
}

const EXAMPLES = `
Examples:
  unspun lint content/
  unspun lint 'posts/**/*.md' --format json > findings.json
  unspun lint content/ --format github --format sarif=unspun.sarif
  unspun lint content/ --watch
  unspun lint - --stages residue,terms < draft.txt
  unspun lint - --stdin-path posts/draft.md < draft.md
  git ls-files -z '*.md' | unspun lint --file-list -
  unspun lint drafts.jsonl --text-field body
  unspun lint page.txt --site-profile sites.profile
  unspun lint draft.md --stages spell --suggest
  unspun lint --since origin/main
  unspun lint content/ --staged
  unspun lint content/ --fix
  unspun lint 'data/*.json' --fields title,posts.*.body

Exit codes: 0 nothing found · 1 findings · 2 could not run, or an input could not be read`

/** The flags, with what the configuration chooses where they say nothing. */
type ChosenFlags = LintFlags & {readonly failOn: Level}

const chosen = async ({diff, ...flags}: LintFlags): Promise<ChosenFlags> =>
  withChoices(
    diff ? {...flags, format: [...(flags.format ?? []), {format: 'diff' as const}]} : flags,
    (await readConfig({file: flags.config})).base.lint,
  )

async function run(paths: string[], given: LintFlags): Promise<void> {
  if (given.watch) {
    const check: Check = async (found, tell) => {
      forgetConfigs()
      const flags = await chosen(given)
      return checkAll(found, await openKnown(flags, paths), flags, tell)
    }
    process.exitCode = await watchPaths(watchablePaths(paths, given), given.allowEmpty ?? false, check)
    return
  }
  const flags = await chosen(given)
  refuseHopelessFixes(paths, flags)
  const named = isStandardInput(paths, flags) ? paths : pathsNamed(paths, flags)
  const known = await openKnown(flags, named)
  const found = known.now ?? (await foundInputs(named, flags))
  let worst = 0
  const ofRules = await checkAll(found, known, flags, ({exitCode}) => {
    worst = Math.max(worst, exitCode)
  })
  for (const notice of known.notices()) process.stderr.write(`unspun: ${visible(notice)}\n`)
  process.exitCode = Math.max(worst, ofRules)
}

/**
 * Looks at documents, prints what is found, and tells of each.
 *
 * @returns The exit code for what is no fault of a document: rules that were set aside.
 */
async function checkAll(
  found: readonly Input[] | undefined,
  known: Known,
  flags: ChosenFlags,
  tell: (verdict: Verdict) => void,
): Promise<number> {
  const trouble = new Trouble()
  const {failOn} = flags
  const reporter = await reporterFor(flags, failOn)
  const fixes = fixesOf(flags)
  const profile = flags.profile ? new (await import('../lint/run-profile.js')).RunProfile() : undefined
  const outcomes = fixes
    ? repairedOutcomes({
        found,
        flags,
        trouble,
        known,
        fixes,
        findsAll: !flags.fix && !flags.fixDryRun,
        writes: flags.fix ?? false,
      })
    : known.newOf(await outcomesOf(found, flags, trouble, {known, timer: profile?.timer}))
  for await (const outcome of outcomes) {
    if ('error' in outcome) {
      trouble.tell(outcome)
      continue
    }
    if (outcome.unfixed !== undefined) {
      process.stderr.write(`unspun: ${visible(`${outcome.path} is not repaired wholly: ${outcome.unfixed}`)}\n`)
    }
    if (outcome.isMore) process.stderr.write(`unspun: ${visible(outcome.path)} has more findings than are told\n`)
    profile?.count(outcome)
    const {path, findings} = outcome
    const fails = findings.some(({level}) => isAtLeast(level, failOn))
    tell({path, findings: findings.length, exitCode: fails ? 1 : 0})
    await reporter.document(outcome)
  }
  const {omitted, findings} = await reporter.end(trouble.count)
  if (profile) process.stderr.write(`${profile}`)
  if (omitted > 0) process.stderr.write(`unspun: ${omitted} of ${findings} findings not printed (--max-findings)\n`)
  for (const path of trouble.paths) tell({path, findings: 0, exitCode: 2})
  return trouble.count > trouble.paths.length ? 2 : 0
}
