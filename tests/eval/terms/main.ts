/**
 * `npm run eval:terms [-- --set held-out|seen|all] [--worst N]`: how many labelled mentions of Chinese terms come out in the
 * house form, letter for letter; then speed, as a share of the time that words take anyway. Tables are Markdown.
 */
import {parseArgs} from 'node:util'
import {type Scored, type Share, scores, shares} from './score.js'
import {speeds} from './speed.js'

const {values} = parseArgs({
  options: {set: {type: 'string', default: 'held-out'}, worst: {type: 'string', default: '10'}},
})
if (!['held-out', 'seen', 'all'].includes(values.set))
  throw new Error(`Unexpected set ${values.set}, expected held-out, seen or all`)

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const isWanted = ({isHeldOut}: {isHeldOut: boolean}): boolean =>
  values.set === 'all' || isHeldOut === (values.set === 'held-out')
const all = [...scores(isWanted)]

function table(title: string, sums: ReadonlyMap<string, Share>): void {
  say(`\n| ${title} | cases | exact | outside the span | not idempotent |\n|---|---:|---:|---:|---:|`)
  for (const [key, {cases, exact, outside, unstable}] of sums)
    say(`| ${key} | ${cases} | ${((100 * exact) / cases).toFixed(2)} % | ${outside} | ${unstable} |`)
}

table(
  'form',
  shares(all, ({form}) => form),
)
table(
  'style',
  shares(all, ({style, tones}) => `${style}${tones ? '' : ', no tones'}`),
)
table(
  'all',
  shares(all, () => values.set),
)
for (const {one, output} of all.filter((scored: Scored) => !scored.isExact).slice(0, Number(values.worst)))
  say(`\n${one.form} · ${one.style}\n  source   ${one.source}\n  expected ${one.expected}\n  output   ${output}`)
say('\n| text | stage alone | words() | characters |\n|---|---:|---:|---:|')
for (const {name, stage, words, characters} of speeds())
  say(`| ${name} | ${stage.toFixed(1)} MB/s | ${words.toFixed(1)} MB/s | ${characters} |`)
