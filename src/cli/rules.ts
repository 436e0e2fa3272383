/** `unspun rules`: what rules there are, what one of them says, and how new ones do. Each command loads what it needs. */
import {type Command, InvalidArgumentError, Option} from 'commander'

/** What all of them may be told. */
export interface RulesFlags {
  readonly rules?: string[]
  readonly config?: string
}

export function addRules(program: Command): void {
  const rules = program
    .command('rules')
    .summary('list, show, test and try rules')
    .description('Shows the rules, tests those that somebody is writing, and tries them on a corpus.')
  addList(rules)
  addShow(rules)
  addTest(rules)
  addTry(rules)
}

const config = (): Option =>
  new Option('--config <file>', 'instead of the unspun.config.{json,yaml,js,ts} found upward')
const folders = (): Option =>
  new Option('--rules <folder>', 'a folder of your own rules, besides the installed ones').argParser(
    (folder, others: string[] = []) => [...others, folder],
  )

function addList(rules: Command): void {
  rules
    .command('list')
    .summary('all rules, one a line')
    .description('Lists all rules, of files and of the program: name, level, what a finding says, where it is defined.')
    .option('--stage <stage>', 'only the rules of one stage')
    .option('--json', 'as JSON, for programs')
    .addOption(folders())
    .addOption(config())
    .addHelpText(
      'after',
      `
Examples:
  unspun rules list --stage residue
  unspun rules list | grep -i caption
  unspun rules list --json > rules.json

Levels: safe (repaired by --fix) · proposed (somebody decides) · reported (no repair) · varies (by finding) · off (by configuration)`,
    )
    .action(async (flags) => (await import('./rules/list.js')).list(flags))
}

function addShow(rules: Command): void {
  rules
    .command('show')
    .summary('everything about one rule')
    .description('Shows a rule: what it says and why, examples, what it looks for and where, how to turn it off.')
    .argument('<id>', 'its name, as findings have it: residue/unfilled-slot')
    .addOption(folders())
    .addOption(config())
    .addHelpText(
      'after',
      `
Examples:
  unspun rules show residue/unfilled-slot
  unspun rules show boilerplate/our-widget --rules my-rules`,
    )
    .action(async (id: string, flags) => (await import('./rules/show.js')).show(id, flags))
}

function addTest(rules: Command): void {
  rules
    .command('test')
    .summary('test rules that somebody is writing')
    .description(
      'Tests rules beside the installed ones: their examples, twice and among all other rules, and in code and addresses, where none may act; their phrases and tables. Without paths it tests the rulesFolders of the configuration, or else the installed rules. A file that has the stage and name of an installed one stands for it.',
    )
    .argument('[paths...]', 'folders of rules, rule files (.yml) or tables (.tsv)')
    .option('--strict', 'remarks on idle phrases fail, too')
    .addOption(config())
    .addHelpText(
      'after',
      `
Examples:
  unspun rules test my-rules
  unspun rules test my-rules/boilerplate/our-site.yml
  unspun rules test glossary/terms/house.tsv

Exit codes: 0 all pass · 1 some fail · 2 could not run`,
    )
    .action(async (paths: string[], flags) => (await import('./rules/test.js')).test(paths, flags))
}

function addTry(rules: Command): void {
  rules
    .command('try')
    .summary('what new rules would find in a corpus, and what they would no longer find')
    .description(
      'Runs the installed rules, and then those with a file that is being written beside them or in place of the one of its stage and name, over documents, and prints the hits that differ. A file that is among the rules already is left out of the old ones.',
    )
    .argument('<file>', 'a rule file (.yml), a table (.tsv), or a folder of them')
    .requiredOption(
      '--corpus <path>',
      'documents: a folder, file or glob; may be repeated',
      (path, paths: string[] = []) => [...paths, path],
    )
    .option('--limit <n>', 'hits shown of each rule', wholeNumber, 20)
    .option('--json', 'as JSON, for programs')
    .addOption(config())
    .addHelpText(
      'after',
      `
Examples:
  unspun rules try residue/new-widget.yml --corpus articles/
  unspun rules try my-rules --corpus 'dump/*.jsonl' --limit 100
  unspun rules try terms/house.tsv --corpus articles/ --json > difference.json

Marks: + new · - gone · ~ changed
Exit codes: 0 done · 2 could not run, or a rule or document could not be read`,
    )
    .action(async (file: string, flags) => (await import('./rules/try.js')).tryRules(file, flags))
}

function wholeNumber(text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new InvalidArgumentError('Expected a whole number.')
  return Number(text)
}
