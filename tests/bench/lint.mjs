/**
 * The linter as a whole process, on 10 MB of Markdown in 2,400 files, beside textlint with prh (the same phrases) and
 * cspell in the same run. They are installed into `node_modules/.cache` when they are first needed.
 */
import {spawnSync} from 'node:child_process'
import {existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {installedRules} from 'unspun'
import {randoms} from '../randoms.mjs'
import {fixed, table} from './measure.mjs'
import {cleanParagraphs, phrases} from './texts.mjs'

const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '../..')
const peers = path.join(root, 'node_modules/.cache/unspun-peers')
const PEERS = ['textlint@15.8.0', 'textlint-rule-prh@6.1.0', 'cspell@9.8.0']
const usage = new URL('./usage.mjs', import.meta.url).href
const unspun = path.join(root, 'dist/bin/unspun.js')

const DOCUMENTS = 2400
const BYTES = 10_000_000
const PHRASES = 1000
const STARTS = 15
const RUNS = 3

export function lint() {
  const folder = mkdtempSync(path.join(tmpdir(), 'unspun-bench-'))
  try {
    installPeers()
    const bytes = writeDocuments(path.join(folder, 'docs'))
    writeRules(
      folder,
      phrases(2 * PHRASES)
        .filter(isUnheardOf())
        .slice(0, PHRASES),
    )
    speed(folder, bytes / 1e6)
    starts(folder)
  } finally {
    rmSync(folder, {recursive: true})
  }
}

function installPeers() {
  mkdirSync(peers, {recursive: true})
  if (PEERS.every((name) => existsSync(path.join(peers, 'node_modules', name.replace(/@[^@]+$/, ''))))) return
  writeFileSync(path.join(peers, 'package.json'), '{"private": true}\n')
  const {status} = spawnSync('npm', ['install', '--silent', ...PEERS], {cwd: peers, stdio: 'inherit', shell: false})
  if (status !== 0) throw new Error(`${PEERS.join(', ')} could not be installed`)
}

/** Half blocks of the Markdown that packages bring along, half paragraphs of open corpora under headings. */
function writeDocuments(folder) {
  const blocks = markdownBlocks()
  const {paragraphs} = cleanParagraphs()
  const random = randoms(11)
  const pick = (list) => list[Math.floor(random() * list.length)]
  mkdirSync(folder)
  let bytes = 0
  for (let i = 0; i < DOCUMENTS; i++) {
    let text = `# ${pick(paragraphs).split(/\s+/, 4).join(' ')}\n\n`
    for (let k = 0; text.length < BYTES / DOCUMENTS; k++) text += `${k % 2 ? pick(blocks) : pick(paragraphs)}\n\n`
    writeFileSync(path.join(folder, `${i}.md`), text)
    bytes += Buffer.byteLength(text)
  }
  return bytes
}

/** Paragraphs, lists and whole code blocks. */
function markdownBlocks() {
  const blocks = new Set()
  for (const modules of [path.join(root, 'node_modules'), path.join(peers, 'node_modules')]) {
    for (const file of readdirSync(modules, {recursive: true})) {
      if (!/\.md$/i.test(file) || file.includes('.cache')) continue
      const text = readFileSync(path.join(modules, file), 'utf8').replaceAll('\r', '')
      for (const [block] of text.matchAll(/^(?:```[\s\S]*?^```$|(?!```)[^\n]+(?:\n(?!```)[^\n]+)*)/gm)) {
        if (block.length < 3000) blocks.add(block)
      }
    }
  }
  return [...blocks]
}

/** Whether no example of an installed rule has a phrase: its rule would be set aside. */
function isUnheardOf() {
  const examples = installedRules().rules.flatMap((rule) => rule.examples.flatMap((one) => Object.values(one)))
  const text = examples.join('\n').toLowerCase()
  return (phrase) => !text.includes(phrase)
}

/** The same phrases as rules of each; what they are to become differs in hyphens. */
function writeRules(folder, all) {
  const mended = (phrase) => phrase.replaceAll(' ', '-')
  mkdirSync(path.join(folder, 'rules/residue'), {recursive: true})
  const rules = all.map(
    (phrase, i) =>
      `- id: residue/bench-phrase-${i}\n  message: Unexpected \`{actual}\`\n  why: It is measured.\n  find: ['${phrase}']\n  expect: '${mended(phrase)}'\n  examples:\n    - {bad: 'We say ${phrase} here.', good: 'We say ${mended(phrase)} here.'}\n    - {leave: 'We say nothing of it.'}\n`,
  )
  writeFileSync(path.join(folder, 'rules/residue/bench.yml'), rules.join(''))
  const prh = all.map((phrase) => `  - expected: ${mended(phrase)}\n    pattern: "${phrase}"\n`)
  writeFileSync(path.join(folder, 'prh.yml'), `version: 1\nrules:\n${prh.join('')}`)
  writeFileSync(
    path.join(folder, '.textlintrc.json'),
    JSON.stringify({rules: {prh: {rulePaths: [path.join(folder, 'prh.yml')]}}}),
  )
}

const textlint = path.join(peers, 'node_modules/textlint/bin/textlint.js')
const cspell = path.join(peers, 'node_modules/cspell/bin.mjs')

function speed(folder, megabytes) {
  const own = [unspun, 'lint', 'docs', '--format', 'json']
  const once = (name, args) => ({name, ...processOf(args, folder)})
  // Other processes make a run slower, never faster.
  const run = (name, args) =>
    Array.from({length: RUNS}, () => once(name, args)).reduce((a, b) => (b.wall < a.wall ? b : a))
  const runs = [
    run('unspun, cold', [...own, '--no-cache']),
    run('unspun, cold, one more thread', [...own, '--no-cache', '--threads', '1']),
    run(`unspun, cold, and ${PHRASES} phrases`, [...own, '--no-cache', '--rules', 'rules']),
    run('the same, one more thread', [...own, '--no-cache', '--rules', 'rules', '--threads', '1']),
    once('unspun, filling the cache', own),
    run('unspun, warm', own),
    run('cspell', [cspell, 'lint', '--no-progress', '--no-color', 'docs/**']),
    run(`textlint, prh with ${PHRASES} phrases`, [textlint, '--format', 'json', 'docs']),
  ]
  table(`Lint, whole process, the least of ${RUNS}: ${fixed(megabytes)} MB of Markdown in ${DOCUMENTS} files`, [
    ['run', 'wall s', 'CPU s', 'MB/s (wall)', 'peak MB', 'exit'],
    ...runs.map(({name, wall, cpu, peak, status}) => [
      name,
      fixed(wall, 2),
      fixed(cpu, 2),
      fixed(megabytes / wall, 2),
      fixed(peak, 0),
      status,
    ]),
  ])
  const [ours, , withPhrases, , , , spelling, phrasing] = runs
  const times = ({wall, cpu}, mine) => [`${fixed(wall / mine.wall)} ×`, `${fixed(cpu / mine.cpu)} ×`]
  table('Throughput of unspun against theirs', [
    ['peer', 'by wall time', 'by CPU time'],
    ['cspell', ...times(spelling, ours)],
    ['textlint and prh, the same phrases', ...times(phrasing, withPhrases)],
  ])
}

function processOf(args, cwd) {
  const started = performance.now()
  const {stderr, status} = spawnSync(process.execPath, ['--import', usage, ...args], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  })
  const wall = (performance.now() - started) / 1000
  const [, cpu, peak] = /used (\d+) (\d+)\n$/.exec(stderr) ?? []
  return {wall, cpu: cpu / 1000, peak: peak / 1024, status}
}

/** From the launch to the first byte of a finding. */
function starts(folder) {
  const small = path.join(folder, 'small.md')
  writeFileSync(small, 'They spent billions of {dollars} on the mill that year. It turned for an hour.\n')
  const times = Array.from({length: STARTS}, () => firstByte([unspun, 'lint', small, '--no-cache']))
  const bare = Array.from({length: STARTS}, () => firstByte(['-e', 'process.stdout.write("x")']))
  const row = (name, all) => [name, ...[0, all.length >> 1].map((i) => fixed(all.toSorted((a, b) => a - b)[i], 0))]
  table('Milliseconds from launch to first finding, one small file', [
    ['run', 'least', 'median'],
    row('unspun lint', times),
    row('node, which prints a letter', bare),
  ])
}

function firstByte(args) {
  const script = `const {spawn} = require('node:child_process')
const started = performance.now()
const child = spawn(process.execPath, ${JSON.stringify(args)}, {stdio: ['ignore', 'pipe', 'ignore']})
child.stdout.once('data', () => process.stdout.write(String(performance.now() - started)))`
  return Number(spawnSync(process.execPath, ['-e', script], {encoding: 'utf8'}).stdout)
}
