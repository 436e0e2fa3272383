/**
 * `npm run eval:encodings [-- SECTION… [--half seen]]`: how well text with the wrong character set is put right.
 *
 * Sections: mojibake (by family, beside ftfy), fresh (the same, and clean text, of the system's messages), western (agreement with ftfy on its own families), clean (sentences that
 * are changed, by language), bytes (detection, beside chardet), speed; all by default. Figures are of the even half of
 * the sentences, which nobody looked at while the stage was written. Tables are Markdown.
 */
import {parseArgs} from 'node:util'
import type {Half} from '../benchmark.js'
import {columns} from './documents.js'
import {benchmarkTexts, type Family, families} from './families.js'
import {byChardet, byUs, isChanged, ours, PEERS, repairedTogether, scoreOf} from './measure.js'
import {cleanMessages, messages} from './messages.js'
import {isDamaged, sentences} from './sentences.js'
import {speeds} from './speed.js'
import {westernFamilies} from './western.js'

const {values, positionals} = parseArgs({
  allowPositionals: true,
  options: {half: {type: 'string', default: 'held-out'}},
})
if (values.half !== 'seen' && values.half !== 'held-out')
  throw new Error(`Unexpected half ${values.half}, expected seen or held-out`)
const half: Half = values.half
const SECTIONS: Readonly<Record<string, () => void>> = {mojibake, fresh, western, clean, bytes, speed}
for (const name of positionals)
  if (!(name in SECTIONS)) throw new Error(`Unexpected section ${name}, expected ${Object.keys(SECTIONS).join(', ')}`)
for (const name of positionals.length > 0 ? positionals : Object.keys(SECTIONS)) SECTIONS[name]!()

function table(title: string, rows: readonly (readonly (string | number)[])[]): void {
  const [head, ...rest] = rows
  const lines = [head!, head!.map(() => '-'), ...rest].map((row) => `| ${row.join(' | ')} |`)
  process.stdout.write(`\n## ${title}\n\n${lines.join('\n')}\n`)
}

function percent(share: number): string {
  return Number.isNaN(share) ? '' : `${(100 * share).toFixed(1)} %`
}

function mojibake(): void {
  tableOf(families(benchmarkTexts(half)), 'sentences')
}

function tableOf(all: readonly Family[], what: string): void {
  const rows = all.map((family) => {
    const {repaired, peerRepaired, refused, falselyChanged} = scoreOf(family)
    const {name, lossless, lossy} = family
    return [
      name,
      lossless.length,
      percent(repaired),
      percent(repairedTogether(family)),
      percent(peerRepaired),
      lossy.length,
      percent(refused),
      falselyChanged,
    ]
  })
  const head = [
    'family',
    'lossless',
    'unspun',
    'in documents of 20 lines',
    'ftfy',
    'lossy',
    'told by unspun',
    'falsely changed',
  ]
  table(`Mojibake: lossless ${what} repaired exactly, lossy ones refused with a finding`, [head, ...rows])
}

function fresh(): void {
  tableOf(families(messages()), 'messages')
  const names = ['unspun', ...Object.keys(PEERS)]
  const totals = [0, ...names.map(() => 0)]
  for (const texts of cleanMessages()) {
    totals[0]! += texts.length
    for (const [i, isOne] of changers().entries()) totals[i + 1]! += texts.filter(isOne).length
  }
  table('Clean messages changed, all languages', [['messages', ...names], totals])
}

/** What changes a text: ours, then the peers. */
function changers(): Array<(text: string) => boolean> {
  return [isChanged, ...Object.values(PEERS).map((peer) => (text: string) => peer(text) !== text)]
}

function western(): void {
  const rows = westernFamilies(half).map(({name, texts}) => {
    const share = (isGood: (one: (typeof texts)[number]) => boolean) =>
      percent(texts.filter(isGood).length / texts.length)
    const theirs = PEERS['ftfy fix_encoding']!
    return [
      name,
      texts.length,
      share(({source, text}) => ours(text) === source),
      share(({source, text}) => theirs(text) === source),
      share(({text}) => ours(text) === ours(theirs(text))),
    ]
  })
  table('UTF-8 read as Western sets', [['family', 'sentences', 'unspun', 'ftfy fix_encoding', 'the same'], ...rows])
}

function clean(): void {
  const names = ['unspun', ...Object.keys(PEERS)]
  const totals = names.map(() => 0)
  let count = 0
  const rows: (string | number)[][] = []
  for (const [language, all] of sentences(half)) {
    const texts = all.filter((text) => !isDamaged(text))
    const changed = changers().map((isOne) => texts.filter(isOne).length)
    count += texts.length
    for (const [i, one] of changed.entries()) totals[i]! += one
    if (changed.some((one) => one > 0)) rows.push([language, texts.length, ...changed])
  }
  const head = ['language', 'sentences', ...names]
  table('Clean sentences changed (languages without a row: none)', [head, ...rows, ['all', count, ...totals]])
}

function bytes(): void {
  for (const size of [1, 4]) {
    const rows = columns(half, size).map(({name, documents}) => {
      const share = (read: (bytes: Uint8Array) => string) =>
        percent(documents.filter(({text, bytes: one}) => read(one) === text).length / documents.length)
      return [name, documents.length, share(byUs), share(byChardet)]
    })
    table(`Bytes decoded right, ${size} sentence${size > 1 ? 's' : ''} each`, [
      ['', 'documents', 'unspun', 'chardet'],
      ...rows,
    ])
  }
}

function speed(): void {
  const rows = speeds(half).map(({name, ours: own, theirs}) => [
    name,
    own.toFixed(1),
    theirs.toFixed(1),
    `${(own / theirs).toFixed(1)} ×`,
  ])
  table('Speed of looking for mojibake and putting it right, MB of UTF-8 a CPU second', [
    ['', 'unspun', 'ftfy fix_encoding', 'ratio'],
    ...rows,
  ])
}
