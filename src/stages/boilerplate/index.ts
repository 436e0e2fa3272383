/**
 * What is not of the article: of a web page a classifier tells its blocks; of a text that lost its tags another tells
 * what stands above and below the article. Rules name lines, credits, bylines and the heads of sections; what follows a
 * head is judged by its shape. Nothing is taken out of running prose without a rule that says so.
 */
import type {Proposal} from '../../draft/index.js'
import {readTrees} from '../../matching/tree-file.js'
import {RuleScan} from '../../rules/compile.js'
import type {Hit} from '../../rules/hit.js'
import {confidenceOf} from '../../rules/rule.js'
import {defineStage} from '../../stage/define-stage.js'
import {breadcrumbs} from './breadcrumbs.js'
import {dateLines} from './date-lines.js'
import {EDGE_FAULTS, edges} from './lines/edges.js'
import {LINE_FEATURES} from './lines/features.js'
import {note, noteTitle} from './metadata.js'
import {Page} from './page.js'
import {type Removals, removals} from './removal.js'
import {repetition} from './repetition.js'
import {Speakers} from './speakers.js'
import {isSpoken} from './speech.js'
import {sections, tail} from './tail.js'
import {FEATURES} from './web/feature-names.js'
import {Furniture} from './web/furniture.js'
import {PAGE_FAULTS} from './web/verdicts.js'

const WEB = 'boilerplate/web.trees'
const LINES = 'boilerplate/lines.trees'

export interface BoilerplateOptions {
  /** Whether lines with an image credit stay, without the credit. Default: `keep`. */
  readonly captions?: 'keep' | 'drop'
}

export const stripBoilerplate = defineStage<BoilerplateOptions>({
  name: 'boilerplate',
  faults: [
    {
      id: 'boilerplate/section-entry',
      message: 'Unexpected entry of a list of other pages: `{actual}`',
      why: 'It stands under a heading that lists other pages of the site.',
    },
    {
      id: 'boilerplate/trailing-list',
      message: 'Unexpected line after the end of the article: `{actual}`',
      why: 'No prose follows it, only headings and teasers of other pages.',
    },
    {
      id: 'boilerplate/repeated-line',
      message: 'Unexpected line of the whole site: `{actual}`',
      why: 'It stands on other pages of the site, too, among lines that do the same.',
    },
    {
      id: 'boilerplate/breadcrumb-trail',
      message: 'Unexpected breadcrumb trail `{actual}`',
      why: 'It says where on the site the page lies.',
    },
    {
      id: 'boilerplate/photo-caption',
      message: 'Unexpected caption `{actual}`',
      why: 'Captions were asked to go.',
    },
    {
      id: 'boilerplate/date-line',
      message: 'Unexpected date line `{actual}`',
      why: 'It says when the page was published: kept in the report.',
    },
    ...PAGE_FAULTS,
    ...EDGE_FAULTS,
  ],
  prepare({captions = 'keep'}, rules) {
    const {rules: all, models, compiled, timer} = rules()
    const scan = new RuleScan(all, compiled, timer)
    const [web, lines] = [models.get(WEB), models.get(LINES)]
    const furniture = web && new Furniture(readTrees(web, FEATURES))
    const trees = lines && readTrees(lines, LINE_FEATURES)
    return (draft) => {
      const page = new Page(draft, scan)
      const gone: Removals = new Map()
      if (draft.web) furniture?.find(draft, gone)
      else if (trees) edges(trees, page, gone)
      return proposalsFor(page, gone, captions)
    }
  },
})

/** From here on a rule has the word before what the shape of a page says: it knows what a line is. */
const SURE = 0.8

/** What the rules find besides the lines that go already. */
function* proposalsFor(page: Page, gone: Removals, captions: 'keep' | 'drop'): Iterable<Proposal> {
  const {draft} = page
  const heads = new Set<number>()
  const speakers = new Speakers(draft.text)
  for (const [i, hits] of page.hits) {
    const hit = surest(hits.filter((one) => !speakers.isLabel(one) && !isSpoken(page, i, one)))
    if (hit) {
      const {metadata} = hit.rule
      const confidence = confidenceOf(hit.rule)
      // A rule in doubt does not save a line that the shape of the page has taken out.
      if (confidence >= Math.min(SURE, gone.get(i)?.confidence ?? 0))
        gone.set(i, {rule: hit.rule.id, confidence, opensTail: metadata === undefined})
      if (hit.rule.cut === 'section') heads.add(i)
      if (metadata) note(draft.metadata, page, i, hit)
    } else if (captions === 'drop' && hits.some(({rule}) => rule.metadata === 'caption')) {
      gone.set(i, {rule: 'boilerplate/photo-caption', confidence: 1, opensTail: false})
    }
  }
  aboveTheArticle(page, gone)
  repetition(page, gone)
  if (heads.size > 0) {
    sections(page, heads, gone)
    tail(page, heads, gone)
  }
  noteTitle(page, (i) => gone.has(i))
  yield* removals(page, gone)
  for (const [i, hits] of page.hits) if (!gone.has(i)) yield* credits(page, i, hits)
}

/** Of several rules that take a line out the one that is surest. */
function surest(hits: readonly Hit[]): Hit | undefined {
  let best: Hit | undefined
  for (const hit of hits) {
    if (hit.rule.cut !== 'line' && hit.rule.cut !== 'section') continue
    if (!best || confidenceOf(hit.rule) > confidenceOf(best.rule)) best = hit
  }
  return best
}

/** Lines further down are not above an article. */
const MOST_LINES_ABOVE = 60

/** Breadcrumbs and bare dates, but only before the article's first sentence. */
function aboveTheArticle(page: Page, gone: Removals): void {
  let end = 0
  while (end < Math.min(page.count, MOST_LINES_ABOVE) && !page.line(end).isProse) end++
  for (let i = 0; i < end; i++) {
    if (page.line(i).isBlank || gone.has(i) || !breadcrumbs(page.text(i, 400))) continue
    gone.set(i, {rule: 'boilerplate/breadcrumb-trail', confidence: 0.9, opensTail: false})
  }
  for (const i of dateLines(page, end, gone)) {
    gone.set(i, {rule: 'boilerplate/date-line', confidence: 0.9, opensTail: false})
    page.draft.metadata.date ??= page.text(i, 400).trim()
  }
}

/** What goes out of the middle of a line, with the blank before it. */
function* credits(page: Page, line: number, hits: readonly Hit[]): Iterable<Proposal> {
  const {text} = page.draft
  const {start, end} = page.line(line)
  for (const hit of hits) {
    if (hit.rule.cut !== 'match') continue
    let from = hit.start
    while (from > start && /[ \t\u00a0]/.test(text[from - 1]!)) from--
    let to = hit.end
    if (from === start) while (to < end && /[ \t\u00a0]/.test(text[to]!)) to++
    yield {start: from, end: to, rule: hit.rule.id, expected: [''], confidence: confidenceOf(hit.rule)}
  }
}
