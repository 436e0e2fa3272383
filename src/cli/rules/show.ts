/** `unspun rules show`: one rule, with everything that is known of it. */

import {nearest} from '../../matching/edit-distance.js'
import {anchorOf} from '../../reference/anchor.js'
import {type Entry, placeOf} from '../../reference/entry.js'
import {readable} from '../../reference/markdown.js'
import {conditionsOf, deedOf, silencing} from '../../reference/words.js'
import {confidenceOf, type Rule} from '../../rules/rule.js'
import type {FaultExample} from '../../stage/example.js'
import {UsageError} from '../../usage-error.js'
import type {RulesFlags} from '../rules.js'
import {type Colours, coloursFor} from '../terminal.js'
import {readEntries} from './entries.js'

export async function show(id: string, flags: RulesFlags): Promise<void> {
  const entries = await readEntries(flags)
  process.stdout.write(asText(entryOf(id, entries), coloursFor(process.stdout)))
}

/** @throws UsageError for a name that no rule has. */
export function entryOf(id: string, entries: readonly Entry[]): Entry {
  const entry = entries.find((one) => one.id === id)
  if (entry) return entry
  const near =
    entries.find((one) => one.id.endsWith(`/${id}`))?.id ??
    nearest(
      id,
      entries.map((one) => one.id),
    )
  throw new UsageError(
    `Unexpected rule ${readable(id)}, expected ${near ?? 'one of those that unspun rules list prints'}`,
  )
}

/** The rule as a page of a terminal. */
export function asText(entry: Entry, colours: Colours): string {
  const facts = [...textFacts(entry), ...(entry.rule ? ruleFacts(entry.rule) : []), ...placeFacts(entry)]
    .filter(([, lines]) => lines.length > 0)
    .map(([name, lines]) => fact(colours.dim(name.padEnd(9)), lines))
  const examples = entry.examples.map((example) => exampleText(example, colours))
  return `${[`${colours.bold(entry.id)}  ${entry.level}`, ...facts, ...examples].join('\n')}\n`
}

/** What is known under a name; nothing is printed of an empty list. */
type Fact = readonly [name: string, lines: readonly string[]]

const textFacts = (entry: Entry): Fact[] => [
  ['Says', [entry.message]],
  ['Why', [entry.why]],
  ['Does', [deedOf(entry)]],
  ['Stage', [entry.stage]],
]

const ruleFacts = (rule: Rule): Fact[] => [
  ['Sure', [String(confidenceOf(rule))]],
  ['Languages', rule.languages ? [rule.languages.join(', ')] : []],
  ['Finds', rule.find ?? []],
  ['Regex', rule.regex === undefined ? [] : [rule.regex]],
  ['Contains', rule.must_contain ?? []],
  ['Where', conditionsOf(rule).map(({words, phrases}) => [words, phrases.join(' · ')].join(' ').trim())],
  ['Writes', rule.expect === undefined ? [] : [rule.expect === '' ? '(nothing)' : rule.expect]],
]

function placeFacts({id, rule}: Entry): Fact[] {
  const {config, directive} = silencing(id)
  return [
    ['Defined', [rule ? placeOf(rule.origin) : 'in the program']],
    ['Reference', [`rules/reference/${anchorOf(id)}`]],
    [
      'Turn off',
      [`${config} in unspun.config.json`, ...(directive === undefined ? [] : [`${directive} before one place`])],
    ],
  ]
}

const INDENT = ' '.repeat(13)

const fact = (name: string, lines: readonly string[]): string =>
  `  ${name}  ${lines.flatMap((line) => readable(line).split('\n')).join(`\n${INDENT}`)}`.replace(/ +$/gm, '')

function exampleText(example: FaultExample, colours: Colours): string {
  const {options, siteLines, within} = example
  const around = [
    ...(within ? [fact(colours.dim('within   '), [within.name])] : []),
    ...(options ? [fact(colours.dim('with     '), [JSON.stringify(options)])] : []),
    ...(siteLines ? [fact(colours.dim('site has '), siteLines)] : []),
  ]
  const parts =
    'leave' in example
      ? [fact(colours.dim('leaves   '), [example.leave.trimEnd()])]
      : [
          fact(colours.red('bad      '), [example.bad.trimEnd()]),
          fact(colours.green('good     '), [example.good === example.bad ? '(as it is)' : example.good.trimEnd()]),
        ]
  return ['', ...around, ...parts].join('\n')
}
