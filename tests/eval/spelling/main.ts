/**
 * `npm run eval:spelling [-- SECTION… [--set held-out|tuning] [--times N] [--clean FOLDER]]`: spelling, beside retext-spell.
 *
 * Sections: precision (what is reported of 200 clean articles, or N times as many, as labels.tsv judges it), recall (slips made in our own
 * articles), suggestions (whether what was meant comes first), speed (clean documents); all by default. FOLDER is the one
 * that collect.sh fills, /tmp/neg2 by default; the other articles lie in the shared folder beside the project.
 */
import {existsSync} from 'node:fs'
import {parseArgs} from 'node:util'
import dictionary from 'dictionary-en'
import british from 'dictionary-en-gb'
import {retext} from 'retext'
import retextSpell from 'retext-spell'
import {createCleaner, installedRules} from '../../../src/index.js'
import {rulesOf} from '../../../src/rules/rule.js'
import {Speller} from '../../../src/stages/spell/speller.js'
import {Suggester} from '../../../src/stages/spell/suggest.js'
import {sharedFile} from '../../shared.js'
import {Labels} from './labels.js'
import {precisionOf, type Ranked, type Reported, rankedBy, reportsOn, suggestWith, typosFound} from './measure.js'
import {type CleanArticle, cleanArticles, cleanDocuments, MODELLED} from './sample.js'
import {FAULTS} from './typos.js'

const {values, positionals} = parseArgs({
  allowPositionals: true,
  options: {
    set: {type: 'string', default: 'held-out'},
    times: {type: 'string', default: '1'},
    clean: {type: 'string', default: '/tmp/neg2'},
  },
})
if (values.set !== 'held-out' && values.set !== 'tuning')
  throw new Error(`Unexpected set ${values.set}, expected held-out or tuning`)
const SECTIONS = ['precision', 'recall', 'suggestions', 'speed'] as const
const chosen = new Set<string>(positionals.length > 0 ? positionals : SECTIONS)
const set = values.set
const articlesIn = set === 'tuning' ? 'tuning' : 'test'
const say = (line: string): void => void process.stdout.write(`${line}\n`)
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`

const cleaner = createCleaner({stages: ['identify', 'spell']})
const peer = retext().use(retextSpell, {dictionary, max: -1})
const rules = installedRules()
const sources = {dictionary, british, model: rules.models.get('unspin/english.ngrams')!}

function articles(): CleanArticle[] {
  if (!existsSync(values.clean)) say(`LEFT OUT, for want of ${values.clean}: articles that collect.sh collects`)
  return cleanArticles(set, values.clean, Number(values.times))
}

function precision(): void {
  const read = articles()
  const labels = new Labels()
  const reports = reportsOn(read, cleaner, labels)
  say(`\n${read.length} clean articles, ${set}\n\n| | reports | mistakes | precision |\n|---|---|---|---|`)
  const row = (name: string, some: readonly Reported[]): void => {
    const right = some.filter(({verdict}) => verdict === 'mistake').length
    if (some.length > 0) say(`| ${name} | ${some.length} | ${right} | ${percent(precisionOf(some))} |`)
  }
  row('all', reports)
  row(
    'of sources the language model was made of',
    reports.filter(({source}) => MODELLED.has(source)),
  )
  row(
    'of others',
    reports.filter(({source}) => !MODELLED.has(source)),
  )
  for (const name of new Set(reports.map(({rule}) => rule)))
    row(
      name,
      reports.filter(({rule}) => rule === name),
    )
  for (const name of new Set(read.map(({source}) => source)))
    row(
      name,
      reports.filter(({source}) => source === name),
    )
  row('retext-spell 6.1', peerReports(read, labels))
  for (const {source, found, rule, around} of reports.filter(({verdict}) => verdict === undefined))
    say(`to be labelled: ${source}\t${rule}\t${found}\t${around}`)
}

/** Each form once an article, as ours. */
function peerReports(read: readonly CleanArticle[], labels: Labels): Reported[] {
  return read.flatMap(({source, text}) => {
    const forms = new Set(peer.processSync(text).messages.map(({actual}) => String(actual)))
    return [...forms].map((found) => ({source, rule: '', found, verdict: labels.verdictOn(found, source), around: ''}))
  })
}

function recall(): void {
  const typos = typosFound(articlesIn, cleaner)
  const spellers = [new Speller(dictionary), new Speller(british)]
  const real = typos.filter(({typed}) => !spellers.some((speller) => speller.knows(typed)))
  const share = (some: readonly {isReported: boolean}[]): string =>
    `${percent(some.filter(({isReported}) => isReported).length / some.length)} of ${some.length}`
  say(`\n| slips made in our own articles | reported |\n|---|---|`)
  say(`| that are no words | ${share(real)} |`)
  for (const [name, least, most] of [
    ['of 3 and 4 letters', 0, 4],
    ['5 and 6', 5, 6],
    ['7 and 8', 7, 8],
    ['more', 9, 99],
  ] as const)
    say(`| ${name} | ${share(real.filter(({typed}) => typed.length >= least && typed.length <= most))} |`)
  say(`| all, with those that make another word | ${share(typos)} |`)
  for (const fault of FAULTS.slice(1)) say(`| ${fault} | ${share(typosFound(articlesIn, cleaner, fault))} |`)
}

function suggestions(): void {
  const spellers = [new Speller(dictionary), new Speller(british)]
  const typos = typosFound(articlesIn, cleaner)
    .filter(({typed}) => !spellers.some((speller) => speller.knows(typed)))
    .slice(0, SUGGESTED)
  const suggester = new Suggester(sources, rulesOf(rules, 'spell').tables)
  const american = new Speller(dictionary)
  const row = (name: string, {first, firstThree}: Ranked): void =>
    say(`| ${name} | ${percent(first)} | ${percent(firstThree)} |`)
  say(`\n| ${typos.length} slips that are no words | first right | among three |\n|---|---|---|`)
  row('unspun', rankedBy(typos, suggestWith(suggester)))
  const wide = {asksDictionary: true}
  row(
    'unspun, --suggest',
    rankedBy(typos, ({text, start}) => suggester.suggestionsFor(text, {start, end: start}, wide)),
  )
  row(
    'retext-spell 6.1',
    rankedBy(typos, ({typed}) => american.suggestionsFor(typed)),
  )
}

/** retext-spell takes a tenth of a second for each. */
const SUGGESTED = 100

/** CPU seconds of a task. */
function cpu(task: () => void): number {
  const before = process.cpuUsage()
  task()
  const {user, system} = process.cpuUsage(before)
  return (user + system) / 1e6
}

/** What two stages cost more than one, on documents none of which was read before, and on the same once more. */
async function speed(): Promise<void> {
  // What ships: the sources as they are translated for this program run at a third of the speed.
  const built: typeof import('../../../src/index.js') = await import(
    new URL('../../../dist/index.js', import.meta.url).href
  )
  const cleaner = built.createCleaner({stages: ['identify', 'spell']})
  const texts = cleanDocuments(SPEED_BYTES, values.clean)
  const megabytes = (some: readonly string[]): number =>
    some.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6
  const identify = built.createCleaner({stages: ['identify']})
  const read = (run: typeof cleaner, some: readonly string[]): number =>
    cpu(() => some.forEach((text) => void run(text)))
  const warmUp = texts.splice(0, WARM_UP)
  const start = read(cleaner, warmUp) - read(identify, warmUp)
  const before = read(identify, texts)
  const unseen = read(cleaner, texts) - before
  const again = read(cleaner, texts) - read(identify, texts)
  const sample = texts.slice(0, PEER_TEXTS)
  const peerSeconds = cpu(() => sample.forEach((text) => void peer.processSync(text)))
  const row = (name: string, size: number, seconds: number): void =>
    say(`| ${name} | ${size.toFixed(1)} | ${(size / seconds).toFixed(2)} |`)
  say(`\n| clean documents | MB | MB/s of CPU time |\n|---|---|---|`)
  row('spell alone, from the start, dictionaries read', megabytes(warmUp), start)
  row('spell alone, documents it has not seen', megabytes(texts), unseen)
  row('spell alone, the same again', megabytes(texts), again)
  row('retext-spell 6.1 without suggestions', megabytes(sample), peerSeconds)
}

const WARM_UP = 400
const PEER_TEXTS = 60

const SPEED_BYTES = 10e6

if (!existsSync(sharedFile('corpus'))) say('SKIPPED, for want of ../shared: precision and speed')
else {
  if (chosen.has('precision')) precision()
  if (chosen.has('speed')) await speed()
}
if (chosen.has('recall')) recall()
if (chosen.has('suggestions')) suggestions()
