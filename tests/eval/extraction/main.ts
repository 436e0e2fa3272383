/**
 * `npm run eval:extraction [-- SECTION… [--set held-out|training] [--worst N]]`: how well articles are got out of pages.
 *
 * Sections: html (pages as they were served), peers (other extractors, on the same pages), text (the same pages without
 * their tags), clean (articles that have nothing beside them); all by default. The pages lie in the shared folder beside
 * the project. Held out are those that no model has seen. Tables are Markdown.
 */
import {parseArgs} from 'node:util'
import {createCleaner} from '../../../src/index.js'
import {keptTables} from './kept.js'
import {pageScore} from './measure.js'
import {bytesOf, flattened, isMeasurable, type MeasuredPage, pagesOf} from './pages.js'
import {PEERS} from './peers.js'
import {breakdown, overview, type Run, worst} from './tables.js'

/** Gives the text of a page's article, from what was prepared of the page. */
interface Extractor<T> {
  readonly name: string
  readonly extract: (input: T, page: MeasuredPage) => string | Promise<string>
}

const {values, positionals} = parseArgs({
  allowPositionals: true,
  options: {set: {type: 'string', default: 'held-out'}, worst: {type: 'string', default: '10'}},
})
const SECTIONS = ['html', 'peers', 'text', 'clean'] as const
const chosen = new Set(positionals.length > 0 ? positionals : SECTIONS)
for (const name of chosen)
  if (!SECTIONS.some((one) => one === name))
    throw new Error(`Unexpected section ${name}, expected ${SECTIONS.join(', ')}`)
if (values.set !== 'held-out' && values.set !== 'training')
  throw new Error(`Unexpected set ${values.set}, expected held-out or training`)

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const pages = isMeasurable() ? pagesOf(values.set) : []
if (!isMeasurable()) say('SKIPPED, for want of ../shared/extraction: html, peers, text, and most of clean')
else if (values.set === 'training')
  say('THE MODELS HAVE SEEN THESE PAGES: the figures tell how well they remember, not how well they do.')

const boilerplate = createCleaner({stages: ['boilerplate']})
const everything = createCleaner()
const OURS: readonly Extractor<Uint8Array>[] = [
  ['unspun, boilerplate only', boilerplate] as const,
  ['unspun', everything] as const,
].map(([name, cleaner]) => ({
  name,
  extract: (bytes, {id, url}) => cleaner(bytes, {path: `${id}.html`, markup: 'html', url}).report.text,
}))
const OTHERS: readonly Extractor<Uint8Array>[] = Object.entries(PEERS).map(([name, peer]) => ({
  name,
  extract: (bytes, {url}) => peer(bytes, url),
}))
const OF_TEXT: readonly Extractor<string>[] = [
  {name: 'every line', extract: (text) => text},
  {name: 'unspun, boilerplate only', extract: (text, {id}) => boilerplate(text, {path: `${id}.txt`}).report.text},
  {name: 'unspun', extract: (text, {id}) => everything(text, {path: `${id}.txt`}).report.text},
]

/** Runs an extractor over all pages; a page it throws on has no article. */
async function run<T>({name, extract}: Extractor<T>, prepare: (page: MeasuredPage) => T): Promise<Run> {
  const scores = []
  let failures = 0
  for (const page of pages) {
    const input = prepare(page)
    let text = ''
    try {
      text = await extract(input, page)
    } catch {
      failures++
    }
    scores.push(pageScore(page, text))
  }
  return {name, scores, failures}
}

async function report<T>(title: string, extractors: readonly Extractor<T>[], prepare: (page: MeasuredPage) => T) {
  const runs: Run[] = []
  for (const extractor of extractors) runs.push(await run(extractor, prepare))
  say(overview(title, pages, runs))
  say(breakdown(pages, runs))
  const ours = runs.find(({name}) => name.startsWith('unspun'))
  if (ours) say(worst(pages, ours, Number(values.worst)))
}

const fromHtml = [...(chosen.has('html') ? OURS : []), ...(chosen.has('peers') ? OTHERS : [])]
if (pages.length > 0 && fromHtml.length > 0) await report('Pages', fromHtml, bytesOf)
if (pages.length > 0 && chosen.has('text')) await report('Pages without their tags', OF_TEXT, flattened)
if (chosen.has('clean')) say(keptTables(pages))
