/** `unspun clean`: documents in, articles and reports out. */
import {type Command, Option} from 'commander'
import {lintCatalogue} from '../lint/faults.js'
import {complaintOf, ruleSetOf} from '../rule-set.js'
import {type CleanFlags, Cleaning} from './cleaning.js'
import {readConfig} from './config.js'
import {sharedOptions} from './options.js'

export function addClean(program: Command): void {
  const command = program
    .command('clean')
    .summary('clean documents into articles, each with a report')
    .description(
      'Cleans web pages (.html), text, Markdown and JSON Lines (.jsonl, .ndjson), all of them also .gz: files, globs, folders, or - for standard input.',
    )
    .argument('<paths...>', 'what to clean; - reads standard input and writes the article to standard output')
    .option('-o, --out <folder>', 'where articles and reports go (made if need be)')
    .option('--report <file>', 'with -: where the report goes; of records, a line for each')
    .option('--no-reports', 'write articles only')
    .addOption(new Option('--format <form>', 'form of the articles').choices(['text', 'markdown']))
    .option(
      '--front-matter',
      'write title, byline, date and what else the page says of the article as front matter into Markdown',
    )
    .option('--no-site-memory', 'do not read twice, to see first what repeats on the pages of a site or folder')
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
  unspun clean page.html --dry-run --diff
  unspun clean - < page.txt > article.txt
  unspun clean crawl.jsonl.gz --out articles --text-field body --no-reports
  unspun clean - --from jsonl < crawl.jsonl > articles.jsonl
  unspun clean new.jsonl --out articles --site-profile sites.profile
  unspun clean zh/ --out zh-hans --chinese simplified --stages decode,identify,terms

Exit codes: 0 done · 2 could not run, or an input could not be read`

async function run(paths: string[], flags: CleanFlags): Promise<void> {
  const config = await readConfig({file: flags.config})
  const {set, refused} = ruleSetOf([...(config.base.rulesFolders ?? []), ...(flags.rules ?? [])])
  for (const error of refused) process.stderr.write(`${complaintOf(error)}\n`)
  if (refused.length > 0) process.exitCode = 2
  else config.refuseUnknownRules(lintCatalogue(set).keys())
  const task = new Cleaning(flags, config, set)
  if (paths.includes('-')) await task.standardInput(paths)
  else await task.files(paths)
}
