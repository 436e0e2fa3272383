/**
 * `npm run bench [SECTION…]`: speed and memory. Absolute figures depend on the machine; quote the ratios.
 *
 * Sections: stages, pipeline, length, rules, memory, records, html, lint, lint-growth. Default: all.
 */
import {spawnSync} from 'node:child_process'
import {closeSync, mkdirSync, mkdtempSync, openSync, rmSync, statSync, writeFileSync, writeSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import dictionary from 'dictionary-en'
import {retext} from 'retext'
import retextSpell from 'retext-spell'
import {createCleaner, installedRules} from 'unspun'
import {wordsOf} from '../../dist/draft/index.js'
import {RuleScan} from '../../dist/rules/compile.js'
import {growth} from './growth.mjs'
import {html} from './html.mjs'
import {lint} from './lint.mjs'
import {fixed, table, throughput} from './measure.mjs'
import {cleanParagraphs, documentsOf, phrases, spunDocuments} from './texts.mjs'

const STAGES = ['decode', 'identify', 'boilerplate', 'residue', 'unspin', 'terms', 'spell']
const ARTICLE = 4000
const RECORD = 800
const OWN_LINES = 50
/** Lines under every article of a site. */
const FURNITURE = ['Sections', 'Business', 'Sport', 'Weather', 'The paper is printed on Friday', 'Imprint']
const {from, paragraphs} = cleanParagraphs()
const clean = documentsOf(paragraphs, ARTICLE, 6_000_000)
const spun = spunDocuments().flatMap((text) => Array.from({length: 12}, () => text))

const SECTIONS = {stages, pipeline, length, rules, memory, records, html, lint, 'lint-growth': growth}
const chosen = process.argv.slice(2).filter((name) => name in SECTIONS)
process.stdout.write(`Clean text: ${from}. Node ${process.versions.node}. MB/s are per CPU second of one core.\n`)
for (const name of chosen.length > 0 ? chosen : Object.keys(SECTIONS)) SECTIONS[name]()

function stages() {
  const rows = [['stage', 'clean MB/s', 'spun MB/s']]
  for (const stage of STAGES) {
    const cleaner = createCleaner({stages: [stage]})
    rows.push([stage, fixed(throughput(clean, cleaner)), fixed(throughput(spun, cleaner))])
  }
  table('Each stage alone (with opening, tokenising and reporting each document)', rows)
}

function pipeline() {
  const cleaner = createCleaner()
  const peer = retext().use(retextSpell, {dictionary})
  const ours = throughput(clean, cleaner)
  const few = clean.slice(0, 60)
  const theirs = throughput(few, (text) => peer.processSync(text))
  const spell = throughput(few, createCleaner({stages: ['identify', 'spell']}))
  const parses = clean.reduce(
    (sum, text) => sum + (cleaner(text).report.revisions.some(({stage}) => stage === 'outside') ? 1 : 0),
    0,
  )
  table('The whole pipeline', [
    ['text', 'MB/s', 'against retext-english + retext-spell'],
    ['clean', fixed(ours), `${fixed(ours / theirs, 0)} ×`],
    ['spun', fixed(throughput(spun, cleaner)), ''],
    ['only languages and spelling', fixed(spell), `${fixed(spell / theirs, 0)} ×`],
    ['retext-english + retext-spell', fixed(theirs, 2), '1 ×'],
    ['trees grown', parses, ''],
  ])
}

function length() {
  const cleaner = createCleaner()
  const sizes = [10_000, 100_000, 1_000_000, 10_000_000]
  const speeds = sizes.map((size) => throughput(documentsOf(paragraphs, size, Math.max(size, 4_000_000)), cleaner))
  table('Growth with the length of a document (cost per byte against 10 kB)', [
    ['characters', 'MB/s', 'cost per byte'],
    ...sizes.map((size, i) => [size.toLocaleString('en'), fixed(speeds[i]), `${fixed(speeds[0] / speeds[i], 2)} ×`]),
  ])
}

/** The throughput of each, in turns: the first to run is compiled for, and the machine is not the same all the time. */
function bestInTurn(runs) {
  const rounds = [1, 2, 3].map(() => runs.map((run) => throughput(clean, run)))
  return runs.map((_, i) => Math.max(...rounds.map((round) => round[i])))
}

function rules() {
  const all = phrases(10_000)
  const rule = (find) => ({
    id: 'residue/bench-phrase',
    message: '',
    why: '',
    find,
    examples: [],
    origin: {path: '', line: 1, column: 1},
  })
  const counts = [100, 1000, 10_000]
  const added = counts.map((count) => all.slice(0, count).map((phrase) => rule([phrase])))
  const installed = installedRules()
  const scans = bestInTurn(
    added.map((rules) => {
      const scan = new RuleScan(rules)
      return (text) => scan.scan(wordsOf(text))
    }),
  )
  const whole = bestInTurn(
    added.map((rules) => createCleaner({ruleSet: {...installed, rules: [...installed.rules, ...rules]}})),
  )
  table('Growth with the number of phrases (cost against 100)', [
    ['phrases', 'tokenise and scan, MB/s', 'cost', 'whole pipeline, MB/s', 'cost'],
    ...counts.map((count, i) => [
      count.toLocaleString('en'),
      fixed(scans[i]),
      `${fixed(scans[0] / scans[i], 2)} ×`,
      fixed(whole[i]),
      `${fixed(whole[0] / whole[i], 2)} ×`,
    ]),
  ])
}

function memory() {
  const folder = mkdtempSync(path.join(tmpdir(), 'unspun-bench-'))
  const rows = [['run', 'peak MB', 'seconds']]
  for (const megabytes of [10, 100]) {
    const input = path.join(folder, String(megabytes))
    mkdirSync(input)
    for (const [i, text] of documentsOf(paragraphs, ARTICLE * 5, megabytes * 1e6).entries())
      writeFileSync(path.join(input, `${i}.txt`), text)
    const run = peakOf(['clean', input, '--out', path.join(folder, `out-${megabytes}`)])
    rows.push([`${megabytes} MB in documents of ${(ARTICLE * 5) / 1000} kB`, ...run])
  }
  rmSync(folder, {recursive: true})
  table('Memory of a whole run', rows)
}

/** Records of some sites of a hundred pages each, with what stands under every page. */
function writeRecords(file, count) {
  const texts = documentsOf(paragraphs, RECORD, RECORD * 1000)
  const handle = openSync(file, 'w')
  for (let i = 0; i < count; i++) {
    const site = `site${Math.floor(i / 100)}.example`
    const text = `${texts[i % texts.length]}Page ${i.toString(36)} of ${site}\n${FURNITURE.map((line) => `${line} ${site}`).join('\n')}\n`
    writeSync(handle, `${JSON.stringify({id: i, url: `https://${site}/${i}`, text})}\n`)
  }
  closeSync(handle)
}

/** Records of lines that stand nowhere else: more to count than memory should hold. */
function writeLines(file, count) {
  const handle = openSync(file, 'w')
  for (let i = 0; i < count; i++) {
    const text = Array.from(
      {length: OWN_LINES},
      (_, k) => `A line ${(i * OWN_LINES + k).toString(26).replace(/\d/g, (digit) => 'qrstuvwxyz'[digit])}`,
    )
    writeSync(handle, `${JSON.stringify({url: `https://site${i % 1000}.example/${i}`, text: text.join('\n')})}\n`)
  }
  closeSync(handle)
}

function records() {
  const folder = mkdtempSync(path.join(tmpdir(), 'unspun-bench-'))
  const rows = [['run', 'peak MB', 'seconds']]
  for (const count of [10_000, 100_000]) {
    const input = path.join(folder, `${count}.jsonl`)
    writeRecords(input, count)
    const run = peakOf(['clean', input, '--out', path.join(folder, `out-${count}`)])
    rows.push([`clean, ${count.toLocaleString('en')} records, ${fixed(statSync(input).size / 1e6, 0)} MB`, ...run])
  }
  for (const count of [10_000, 100_000]) {
    const input = path.join(folder, `${count}.lines.jsonl`)
    writeLines(input, count)
    const run = peakOf(['profile', 'build', input, '--out', path.join(folder, `${count}.profile`)])
    const size = fixed(statSync(path.join(folder, `${count}.profile`)).size / 1e6, 1)
    rows.push([`profile build, ${(count * OWN_LINES).toLocaleString('en')} different lines, ${size} MB`, ...run])
  }
  rmSync(folder, {recursive: true})
  table('Memory of a run over records', rows)
}

/** Megabytes and seconds of the command line. */
function peakOf(args) {
  const started = performance.now()
  const {stderr} = spawnSync(process.execPath, [new URL('./peak.mjs', import.meta.url).pathname, ...args], {
    encoding: 'utf8',
  })
  const peak = Number(/peak (\d+)/.exec(stderr)?.[1]) / 1024
  return [fixed(peak, 0), fixed((performance.now() - started) / 1000)]
}
