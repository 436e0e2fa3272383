/**
 * `npm run eval [-- SECTION… [--set tuning|test] [--negatives FOLDER] [--model FILE.gguf]]`: how well spun text is
 * restored, what becomes of the rest, what happens to clean text, how surely spun text is told from clean.
 *
 * Sections: restore, errors, detection, clean, calibration, ceiling; all by default. `--negatives` names a folder that
 * `tests/eval/collect.sh` filled: clean text of 21 kinds. `--model` names the language model of a judge, which takes about
 * twenty seconds an article, so that only one share of spun words is tried then. The shared corpora are used where they
 * lie beside the project.
 */
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {parseArgs} from 'node:util'
import {gunzipSync} from 'node:zlib'
import {wordsOf} from '../../src/draft/index.js'
import {createCleaner, installedRules, type Report} from '../../src/index.js'
import {NgramModel} from '../../src/matching/ngram-model.js'
import type {RuleSet} from '../../src/rules/rule.js'
import type {Judge} from '../../src/stages/unspin/judged.js'
import {modelTokensOf, SENTENCE_END} from '../../src/stages/unspin/model-tokens.js'
import {articlesOf, markedTexts} from './articles.js'
import {classify} from './errors.js'
import {type Mark, type MarkedText, parseMarked, type Score, score, summarise} from './score.js'
import {readSpinnerTable, type SpinnerTable, spin} from './spinner.js'

const root = path.resolve(import.meta.dirname, '../..')
const {values, positionals} = parseArgs({
  allowPositionals: true,
  options: {set: {type: 'string', default: 'test'}, negatives: {type: 'string'}, model: {type: 'string'}},
})
const articles = articlesOf(values.set === 'tuning' ? 'tuning' : 'test')
const SPINNERS: Readonly<Record<string, SpinnerTable>> = {
  spinner: readSpinnerTable(path.join(import.meta.dirname, 'tables/spinner.tsv')),
  wordnet: readSpinnerTable(path.join(import.meta.dirname, 'tables/wordnet.tsv')),
}
const SECTIONS: Readonly<Record<string, () => void>> = {restore, errors, detection, clean, calibration, ceiling}
const judge: Judge | undefined = values.model
  ? new (await import('../../dist/judge/llama.js' as string)).LlamaJudge(values.model)
  : undefined
const asking = judge ? {judge} : {}
const unspin = createCleaner({stages: ['unspin'], ...asking})

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const say3 = (value: number): string => value.toFixed(3)

function spun(table: SpinnerTable, share: number, texts = articles): MarkedText[] {
  return texts.map((text, i) => parseMarked(spin(text, table, share, i + 1)))
}

function line(name: string, texts: readonly MarkedText[], clean: (text: string) => {report: Report} = unspin): string {
  const before = process.cpuUsage()
  const scores: Score[] = texts.map((marked) => score(marked, clean(marked.spun).report.revisions))
  const {user, system} = process.cpuUsage(before)
  const {recall, precision, f05, ...counts} = summarise(scores)
  const found = scores.filter(({restored, wrong, spurious}) => restored + wrong + spurious > 0).length
  const speed = texts.reduce((sum, {spun: text}) => sum + text.length, 0) / (user + system)
  const {restored, wrong, missed, spurious} = counts
  return `${name.padEnd(28)} recall ${say3(recall)}  precision ${say3(precision)}  F0.5 ${say3(f05)}  right ${restored} wrong ${wrong} missed ${missed} spurious ${spurious}  texts touched ${found}/${texts.length}  ${speed.toFixed(2)} MB/s`
}

const model = NgramModel.read(installedRules().models.get('unspin/english.ngrams')!)
const probability = (text: string): number => model.sequence(0, SENTENCE_END, modelTokensOf(wordsOf(text)).ids)
/** log10 that a form fits worse than the original, beyond being rarer: readers stumble over such a form. */
const TELL_TALE = 1

/** Whether a spun form is wrong in its place ("mannequin"), rather than a mere synonym ("firm"). */
function isTellTale(spun: string, {start, end, accepted}: Mark): boolean {
  const [before, after] = [spun.slice(Math.max(0, start - 80), start), spun.slice(end, end + 40)]
  const [form, original] = [spun.slice(start, end), accepted[0]!]
  const gain = probability(before + original + after) - probability(before + form + after)
  return gain - (probability(original) - probability(form)) >= TELL_TALE
}

/** Recall of forms that are wrong in their place, and of mere synonyms. */
function recalls(texts: readonly MarkedText[], clean: typeof unspin = unspin): string {
  const counts = {'tell-tale': [0, 0], synonyms: [0, 0]}
  for (const {spun: text, marks} of texts) {
    const {revisions} = clean(text).report
    for (const mark of marks) {
      const count = counts[isTellTale(text, mark) ? 'tell-tale' : 'synonyms']
      count[0]! += score({spun: text, marks: [mark]}, revisions).restored
      count[1]!++
    }
  }
  return Object.entries(counts)
    .map(([name, [restored, all]]) => `${name} ${say3(restored! / Math.max(1, all!))} of ${all}`)
    .join(', ')
}

function restore(): void {
  say(`\nRestoring (${values.set} articles; strict: only the very word that stood there counts)`)
  for (const [name, table] of Object.entries(SPINNERS)) {
    for (const share of judge ? [0.2] : [0.1, 0.2, 0.35])
      say(line(`${name}, ${share * 100} % of words`, spun(table, share)))
  }
  say(line('spun texts of the project', markedTexts()))
  const gold = path.join(root, '../shared/gold/001_0a3b4c7d1e1345d7.marked.txt')
  if (existsSync(gold)) {
    const stages = createCleaner({stages: ['residue', 'unspin'], ...asking})
    say(line('a scraped spun article', [parseMarked(readFileSync(gold, 'utf8'))], stages))
  }
  if (judge) return
  say('\nRecall of forms that are wrong in their place, and of mere synonyms')
  for (const [name, table] of Object.entries(SPINNERS)) say(`${name}, 35 % of words: ${recalls(spun(table, 0.35))}`)
  say(`spun texts of the project: ${recalls(markedTexts())}`)
}

function errors(): void {
  say('\nWhat becomes of spun words, 20 % of words')
  for (const [name, table] of Object.entries(SPINNERS)) say([name, ...classify(spun(table, 0.2), judge)].join('\n'))
}

/** What would be reached with the tester's own table as the only lexicon, unweighted. */
function ceiling(): void {
  const installed = installedRules()
  say('\nCeiling: the same decoder with the spinner’s own table as its lexicon, 20 % of words')
  for (const [name, table] of Object.entries(SPINNERS)) {
    const rows = [...table].flatMap(([original, forms]) =>
      forms.map((form) => ({line: 1, cells: {spun: form, original, weight: '0'}})),
    )
    const columns = ['spun', 'original', 'weight']
    const others = installed.tables.filter(({name: each}) => !each.startsWith('unspin/'))
    const ruleSet: RuleSet = {
      ...installed,
      tables: [...others, {name: 'unspin/own', path: name, columns, rows}],
    }
    say(line(name, spun(table, 0.2), createCleaner({stages: ['unspin'], ruleSet})))
  }
}

/** Pieces of so many words. */
function pieces(text: string, words: number): string[] {
  const all = text.split(/(?<=\s)/)
  return Array.from({length: Math.floor(all.length / words)}, (_, i) => all.slice(i * words, (i + 1) * words).join(''))
}

const isSpun = (text: string): boolean => unspin(text).report.findings.some(({rule}) => rule === 'unspin/spun-text')
const share = (texts: readonly string[]): string =>
  `${((100 * texts.filter(isSpun).length) / Math.max(1, texts.length)).toFixed(1)} % of ${texts.length}`

function detection(): void {
  say('\nDetection: pieces taken for spun')
  for (const length of [50, 100, 300]) {
    for (const [name, table] of Object.entries(SPINNERS)) {
      const shares = [0.08, 0.2, 0.35].map((part) => {
        const found = share(spun(table, part).flatMap((marked) => pieces(marked.spun, length)))
        return `${part * 100} %: ${found}`
      })
      say(`${`${length} words, ${name}`.padEnd(28)} ${shares.join('  ')}`)
    }
    say(`${`${length} words, clean`.padEnd(28)} ${share(articles.flatMap((text) => pieces(text, length)))}`)
  }
}

/** Clean documents by kind. */
function* kinds(): Iterable<[kind: string, documents: string[]]> {
  yield ['articles', articles]
  const shared = path.join(root, '../shared/corpus')
  for (const name of existsSync(shared) ? readdirSync(shared).filter((file) => file.endsWith('.gz')) : []) {
    const text = gunzipSync(readFileSync(path.join(shared, name))).toString('utf8')
    yield [name.replace('.txt.gz', ''), text.split(/\n\s*\n/).filter((block) => block.split(/\s+/).length >= 100)]
  }
  const folder = values.negatives
  for (const name of folder ? readdirSync(folder).filter((file) => file.endsWith('.txt')) : []) {
    yield [name.replace('.txt', ''), readFileSync(path.join(folder!, name), 'utf8').split(/^%%$/m)]
  }
}

function clean(): void {
  say('\nClean text: false edits, in documents of 100 words and more')
  const all = {words: 0, edits: 0, long: 0, touched: 0}
  for (const [kind, documents] of kinds()) {
    const sum = {words: 0, edits: 0, long: 0, touched: 0}
    const before = process.cpuUsage()
    let bytes = 0
    for (const text of documents) {
      const words = text.split(/\s+/).length
      const edits = unspin(text).report.findings.filter(({state}) => state === 'applied').length
      sum.words += words
      sum.edits += edits
      bytes += text.length
      if (words >= 300) {
        sum.long++
        if (edits > 0) sum.touched++
      }
    }
    const {user, system} = process.cpuUsage(before)
    say(`${kindLine(kind, sum)}  ${(bytes / (user + system)).toFixed(1)} MB/s`)
    for (const key of Object.keys(all) as (keyof typeof all)[]) all[key] += sum[key]
  }
  say(kindLine('all', all))
}

const kindLine = (kind: string, {words, edits, long, touched}: Record<string, number>): string =>
  `${kind.padEnd(24)} ${String(words).padStart(9)} words  ${((edits! * 1000) / words!).toFixed(4)} edits in 1,000 words  ${touched} of ${long} documents of 300 words touched`

function calibration(): void {
  const propose = createCleaner({stages: ['unspin'], minConfidence: 0, ...asking})
  const bins = Array.from({length: 10}, () => ({count: 0, right: 0, sure: 0}))
  const texts = [
    ...(judge ? [] : spun(SPINNERS['spinner']!, 0.1)),
    ...spun(SPINNERS['spinner']!, 0.2),
    ...markedTexts(),
  ]
  for (const marked of texts) {
    for (const {start, end, expected, confidence} of propose(marked.spun).report.findings) {
      if (expected.length === 0) continue
      const bin = bins[Math.min(9, Math.floor(confidence * 10))]!
      bin.count++
      bin.sure += confidence
      const edits = [{start, end, insert: expected[0]!}]
      const {restored, tolerated} = score(marked, [{stage: 'unspin', edits}])
      bin.right += restored + tolerated
    }
  }
  say('\nCalibration: how often a repair of some confidence is right')
  const total = bins.reduce((sum, {count}) => sum + count, 0)
  const error = bins.reduce((sum, {right, sure}) => sum + Math.abs(right - sure), 0) / Math.max(1, total)
  for (const [i, {count, right, sure}] of bins.entries()) {
    if (count === 0) continue
    const [said, was] = [sure / count, right / count]
    say(
      `${(i / 10).toFixed(1)}–${((i + 1) / 10).toFixed(1)}  ${String(count).padStart(5)} repairs  confidence ${said.toFixed(2)}  right ${was.toFixed(2)}`,
    )
  }
  say(`expected calibration error ${error.toFixed(3)}`)
}

for (const name of positionals.length > 0 ? positionals : Object.keys(SECTIONS)) {
  const section = SECTIONS[name]
  if (section) section()
  else throw new Error(`Unexpected section ${name}, expected ${Object.keys(SECTIONS).join(', ')}`)
}
