/** `unspun rules show`: one rule, with everything that is known of it. */

import {nearest} from '../../matching/edit-distance.js'
import {anchorOf} from '../../reference/anchor.js'
import {type Entry, placeOf} from '../../reference/entry.js'
import {readable} from '../../reference/markdown.js'
import {conditionsOf, deedOf, silencing, surenessOf} from '../../reference/words.js'
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
  const {id, level, message, why, rule, examples} = entry
  const {config, directive} = silencing(id)
  const facts: Array<readonly [name: string, lines: readonly string[]]> = [
    ['Says', [message]],
    ['Why', [why]],
    ['Does', [deedOf(entry)]],
    ['Sure', rule ? [String(surenessOf(entry))] : []],
    ['Stage', [entry.stage]],
    ['Languages', rule?.languages ? [rule.languages.join(', ')] : []],
    ['Finds', rule?.find ?? []],
    ['Regex', rule?.regex === undefined ? [] : [rule.regex]],
    ['Contains', rule?.must_contain ?? []],
    [
      'Where',
      (rule ? conditionsOf(rule) : []).map(({words, phrases}) => [words, phrases.join(' · ')].join(' ').trim()),
    ],
    ['Writes', rule?.expect === undefined ? [] : [rule.expect === '' ? '(nothing)' : rule.expect]],
    ['Defined', [rule ? placeOf(rule.origin) : 'in the program']],
    ['Reference', [`rules/reference/${anchorOf(id)}`]],
    [
      'Turn off',
      [`${config} in unspun.config.json`, ...(directive === undefined ? [] : [`${directive} before one place`])],
    ],
  ]
  const head = `${colours.bold(id)}  ${level}`
  const shown = facts
    .filter(([, lines]) => lines.length > 0)
    .map(([name, lines]) => fact(colours.dim(name.padEnd(9)), lines))
  return `${[head, ...shown, ...examples.map((example) => exampleText(example, colours))].join('\n')}\n`
}

const INDENT = ' '.repeat(13)

const fact = (name: string, lines: readonly string[]): string =>
  `  ${name}  ${lines.flatMap((line) => readable(line).split('\n')).join(`\n${INDENT}`)}`

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
