/** Speed on web pages: reading them and telling their article, against the usual extractor on the same pages. */
import {spawnSync} from 'node:child_process'
import {pagesToMeasure} from './html-pages.mjs'
import {fixed, table} from './measure.mjs'

const SIZES = [1, 4, 16, 50]

export function html() {
  const {from, pages} = pagesToMeasure()
  const [ours, theirs] = [runOf('unspun'), runOf('readability')]
  const row = (name, {cold, warm, starting, slowest, peak}) => [
    name,
    fixed(warm),
    `${fixed(warm / theirs.warm)} ×`,
    fixed(pages.length / (ours.size / warm), 0),
    fixed(cold),
    fixed(1000 * starting, 0),
    fixed(1000 * slowest, 0),
    fixed(peak, 0),
  ]
  table(`HTML: ${pages.length} ${from}, ${fixed(ours.size, 0)} MB, reading and telling the article`, [
    ['', 'MB/s', 'ratio', 'pages/s', 'first pass MB/s', 'start ms', 'slowest page ms', 'peak MB'],
    row('unspun, boilerplate only', ours),
    row('Readability and linkedom', theirs),
  ])
  growth()
}

function growth() {
  const runs = SIZES.map((size) => runOf('unspun', size))
  table('Growth with the size of a page (cost per byte against 1 MB)', [
    ['MB', 'MB/s', 'cost per byte', 'peak MB'],
    ...runs.map(({warm, size, peak}) => [
      fixed(size, 0),
      fixed(warm),
      `${fixed(runs[0].warm / warm, 2)} ×`,
      fixed(peak, 0),
    ]),
  ])
}

/** What a tool took, in a process of its own. */
function runOf(...args) {
  const child = spawnSync(
    process.execPath,
    [new URL('./html-run.mjs', import.meta.url).pathname, ...args.map(String)],
    {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  if (child.status !== 0) throw new Error(`html-run.mjs ${args.join(' ')} failed`)
  return JSON.parse(child.stdout)
}
