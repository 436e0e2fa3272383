/**
 * One tool in a process of its own: `node html-run.mjs TOOL [MEGABYTES]`. Prints what it took, as JSON. With a size, a
 * page of that size is made and read, otherwise all pages are, several times. Speeds are in MB of HTML per CPU second.
 */
import {namedEncoding} from '../../dist/read/html/page-encoding.js'
import {decodeBytes} from '../../dist/stages/decode/bytes/bytes.js'
import {madePage, pagesToMeasure} from './html-pages.mjs'

const PASSES = 5
const WARMING = 40

const TOOLS = {
  async unspun() {
    const {createCleaner} = await import('unspun')
    const cleaner = createCleaner({stages: ['boilerplate']})
    return ({bytes, url}) => cleaner(bytes, {markup: 'html', path: 'page.html', url})
  },
  async readability() {
    const {parseHTML} = await import('linkedom')
    const {Readability} = await import('@mozilla/readability')
    return ({bytes}) => new Readability(parseHTML(decodeBytes(bytes, namedEncoding(bytes)).text).document).parse()
  },
}

const [name, megabytes] = process.argv.slice(2)
const pages = megabytes ? [{url: 'https://site.example/', bytes: madePage(megabytes * 1e6)}] : pagesToMeasure().pages
const before = cpuSeconds()
const run = await TOOLS[name]()
const starting = cpuSeconds() - before
if (megabytes) for (const page of pagesToMeasure().pages.slice(0, WARMING)) tried(page)
const passes = Array.from({length: megabytes ? 1 : PASSES}, () => pages.map(secondsFor))
const sums = passes.map((seconds) => seconds.reduce((sum, one) => sum + one, 0))
const size = pages.reduce((sum, {bytes}) => sum + bytes.length, 0) / 1e6
const least = pages.map((_, i) => Math.min(...passes.map((seconds) => seconds[i])))
process.stdout.write(
  JSON.stringify({
    starting,
    size,
    cold: size / sums[0],
    warm: size / Math.min(...sums),
    slowest: Math.max(...least),
    peak: process.resourceUsage().maxRSS / 1024,
  }),
)

function secondsFor(page) {
  const begun = cpuSeconds()
  tried(page)
  return cpuSeconds() - begun
}

/** A page that a tool throws on costs what it cost until then. */
function tried(page) {
  try {
    run(page)
  } catch {}
}

function cpuSeconds() {
  const {user, system} = process.cpuUsage()
  return (user + system) / 1e6
}
