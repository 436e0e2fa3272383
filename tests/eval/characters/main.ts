/**
 * `npm run eval:characters [-- --half seen]`: what the rules for single characters restore and what they leave alone,
 * beside ftfy with its defaults and beside Unicode's normal form NFKC.
 *
 * Sentences are those of `@yutengjing/eld`. Faults are put into clean ones; "as they are" are all of them, faults
 * included. Tables are Markdown.
 */
import {parseArgs} from 'node:util'
import {createCleaner} from '../../../src/index.js'
import {INJURIES} from './injuries.js'
import {changed, HEALERS, restored, type Share} from './measure.js'
import {isOrdinary, type Sentence, sentences} from './sentences.js'

const {values} = parseArgs({options: {half: {type: 'string', default: 'held-out'}, show: {type: 'boolean'}}})
if (values.half !== 'held-out' && values.half !== 'seen')
  throw new Error(`Unexpected half ${values.half}, expected held-out or seen`)

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const percent = ({hit, of}: Share): string => `${((100 * hit) / of).toFixed(1)} %`
const chosen = sentences(values.half)
const healers = Object.entries(HEALERS)
const heads = healers.map(([name]) => name).join(' | ')
const rule = `|---${'|---:'.repeat(healers.length + 1)}|`

say(`## Restored exactly (${values.half} half)\n\n| fault | sentences | ${heads} |\n${rule}`)
for (const injury of INJURIES) {
  const shares = healers.map(([, heal]) => restored(chosen, injury, heal))
  say(`| ${injury.name} | ${shares[0]!.of} | ${shares.map(percent).join(' | ')} |`)
}

const clean = chosen.filter(isOrdinary)
const languages = new Set(clean.map(({language}) => language)).size
say(
  `\n## Clean sentences that are changed\n\n| sentences | languages | ${heads} |\n|${'---:|'.repeat(healers.length + 2)}`,
)
say(`| ${clean.length} | ${languages} | ${healers.map(([, heal]) => changed(clean, heal).length).join(' | ')} |`)
if (values.show)
  for (const {language, text} of changed(clean, HEALERS['unspun']!)) say(`${language} ${JSON.stringify(text)}`)

say(
  `\n## The sentences as they are: changes and reports by rule\n\n| rule | applied | proposed | reported |\n|---|---:|---:|---:|`,
)
for (const [name, counts] of byRule(sentences())) {
  say(`| ${name} | ${counts['applied'] ?? 0} | ${counts['proposed'] ?? 0} | ${counts['reported'] ?? 0} |`)
}

function byRule(all: readonly Sentence[]): Array<[string, Record<string, number>]> {
  const decode = createCleaner({stages: ['decode']})
  const counts = new Map<string, Record<string, number>>()
  for (const {text} of all) {
    for (const {rule: id, state} of decode(text).report.findings) {
      const own = counts.get(id) ?? {}
      counts.set(id, {...own, [state]: (own[state] ?? 0) + 1})
    }
  }
  return [...counts].sort()
}
