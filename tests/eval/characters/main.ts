/**
 * `npm run eval:characters [-- --half seen]`: what the rules for single characters restore and what they leave alone,
 * beside ftfy with its defaults and beside Unicode's normal form NFKC.
 *
 * Sentences are those of `@yutengjing/eld`. Faults are put into clean ones; "as they are" are all of them, faults
 * included. Tables are Markdown.
 */
import {existsSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {parseArgs} from 'node:util'
import {gunzipSync} from 'node:zlib'
import {Draft, type RuleId} from '../../../src/draft/index.js'
import {createCleaner} from '../../../src/index.js'
import {hygiene} from '../../../src/stages/decode/hygiene/hygiene.js'
import {quoteFaults} from '../../../src/stages/decode/hygiene/quotes.js'
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

say(`\n## Speed (MB of UTF-8 a second of CPU time, all rules for characters)\n\n| language | MB/s |\n|---|---:|`)
for (const language of ['en', 'fr', 'ru', 'zh', 'ko', 'vi', 'hi'])
  say(`| ${language} | ${speed(language).toFixed(0)} |`)

const corpus = path.resolve(import.meta.dirname, '../../../../shared/corpus')
if (!existsSync(corpus)) say('\nSKIPPED, for want of ../shared/corpus: quotation marks')
else {
  say(
    '\n## Quotation marks reported in English web pages\n\n| corpus | documents | unbalanced | mixed |\n|---|---:|---:|---:|',
  )
  for (const name of ['18f', 'bitcoinops', 'digitalgov', 'medquad']) say(quotesIn(name))
}

/** The clean sentences of a language, often enough to be timed; the best of five runs. */
function speed(language: string): number {
  const lines = clean.filter((sentence) => sentence.language === language).map(({text}) => text)
  const draft = new Draft(`${lines.join('\n')}\n`.repeat(20), {parse: () => ({type: 'RootNode', children: []})})
  draft.protected()
  const seconds = Array.from({length: 5}, () => {
    const before = process.cpuUsage()
    for (const _ of hygiene(draft));
    for (const _ of quoteFaults(draft));
    const {user, system} = process.cpuUsage(before)
    return (user + system) / 1e6
  })
  return Buffer.byteLength(draft.text) / 1e6 / Math.min(...seconds)
}

/** In how many documents of a corpus quotation marks are reported. */
function quotesIn(name: string): string {
  const text = gunzipSync(readFileSync(path.join(corpus, `${name}.txt.gz`))).toString('utf8')
  const decode = createCleaner({stages: ['decode']})
  const documents = text.split(/\n{2,}/).filter((document) => document.trim() !== '')
  const found = documents.map((document) => new Set(decode(document).report.findings.map(({rule: id}) => id)))
  const count = (id: RuleId): number => found.filter((ids) => ids.has(id)).length
  return `| ${name} | ${documents.length} | ${count('decode/unbalanced-quote')} | ${count('decode/mixed-quotes')} |`
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
