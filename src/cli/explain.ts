/** `unspun explain`: what was weighed at each place where a spun form stands, and what the gate says of the text. */
import {readFileSync} from 'node:fs'
import type {Command} from 'commander'
import {installedRules} from '../rules/read.js'
import {rulesOf} from '../rules/rule.js'
import {visible} from '../stage/visible.js'
import {type ExplainedPlace, type Explanation, explain} from '../stages/unspin/explain.js'
import {FEWEST_WORDS} from '../stages/unspin/gate.js'
import {Restorer, type Verdict} from '../stages/unspin/restorer.js'
import {judgeOf} from './merged-options.js'
import {type RankerFlags, rankerOptions} from './options.js'
import {type Colours, coloursFor} from './terminal.js'

/** A part of a score that is smaller says nothing. */
const LEAST_PART = 0.05

const EXAMPLES = `
Examples:
  unspun explain "The corporate unveiled a brand new mannequin in Could 2025."
  unspun explain - < article.txt
  unspun explain --json - < article.txt

The gate judges whole texts; a sentence alone is always too short for it. Places are explained as if it had said yes.`

export function addExplain(program: Command): void {
  const command = program
    .command('explain')
    .summary('show why spun words are restored as they are')
    .description('Explains a text (or - for standard input): candidates at each place, with what speaks for them.')
    .argument('<text>', 'a sentence or a text')
    .option('--json', 'as JSON, for programs')
  for (const option of rankerOptions()) command.addOption(option)
  command.addHelpText('after', EXAMPLES).action((given: string, flags: RankerFlags & {json?: true}) => {
    const text = given === '-' ? readFileSync(0, 'utf8') : given
    const explanation = explain(text, new Restorer(rulesOf(installedRules(), 'unspin'), judgeOf(flags)))
    const printed = flags.json
      ? JSON.stringify(explanation, null, 1)
      : readable(explanation, coloursFor(process.stdout))
    process.stdout.write(`${printed}\n`)
  })
}

const VERDICTS: Readonly<Record<Verdict, string>> = {
  spun: 'taken for spun',
  'in doubt': 'in doubt, its repairs only proposed',
  clean: 'not taken for spun',
}

function readable({words, evidence, leastEvidence, judgement, verdict, places}: Explanation, colours: Colours): string {
  const {spinning, least} = judgement
  const said = words < FEWEST_WORDS ? 'too short to tell' : VERDICTS[verdict]
  const signs = `marks ${evidence.toFixed(1)} of at least ${leastEvidence}, spinning ${spinning.toFixed(1)} of at least ${least.toFixed(1)}`
  return [`The text is ${colours.bold(said)}: ${signs}.`, ...places.map((place) => entry(place, colours))].join('\n\n')
}

function entry({actual, kept, confidence, candidates}: ExplainedPlace, colours: Colours): string {
  const width = Math.max(...candidates.map(({original}) => original.length), 14)
  const row = (name: string, share: number, parts: string): string =>
    `  ${name.padEnd(width)} ${`${Math.round(share * 100)} %`.padStart(5)}  ${colours.dim(parts)}`.trimEnd()
  return [
    `${colours.bold(visible(actual))}  ${kept > 0.5 ? 'stays' : `confidence ${confidence}`}`,
    ...candidates.map(({original, share, parts}) =>
      row(
        original,
        share,
        Object.entries(parts)
          .filter(([, part]) => Math.abs(part) >= LEAST_PART)
          .map(([name, part]) => `${name} ${part > 0 ? '+' : '−'}${Math.abs(part).toFixed(1)}`)
          .join('  '),
      ),
    ),
    row('(as it stands)', kept, ''),
  ].join('\n')
}
