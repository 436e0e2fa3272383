/**
 * What is not of the article: rules name lines, credits, bylines and the heads of sections; what follows a head is
 * judged by its shape. Nothing is taken out of running prose without a rule that says so.
 */
import type {Draft, Proposal} from '../../draft/index.js'
import {type Hit, RuleScan} from '../../rules/compile.js'
import {confidenceOf} from '../../rules/rule.js'
import {defineStage} from '../../stage/define-stage.js'
import {breadcrumbs} from './breadcrumbs.js'
import {isDateLine, note, noteTitle} from './metadata.js'
import {isProse, type PageLine, pageOf} from './page.js'
import {type Removal, removals} from './removal.js'
import {sections, tail} from './tail.js'

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
  ],
  prepare({captions = 'keep'}, rules) {
    const scan = new RuleScan(rules().rules)
    return (draft) => proposalsFor(draft, pageOf(draft, scan), captions)
  },
})

function* proposalsFor(draft: Draft, page: readonly PageLine[], captions: 'keep' | 'drop'): Iterable<Proposal> {
  const gone = new Map<number, Removal>()
  const heads = new Set<number>()
  for (const [i, line] of page.entries()) {
    const hit = surest(line.hits)
    if (hit) {
      const {id, metadata} = hit.rule
      gone.set(i, {rule: id, confidence: confidenceOf(hit.rule), opensTail: metadata === undefined})
      if (hit.rule.cut === 'section') heads.add(i)
      if (hit.rule.metadata) note(draft.metadata, draft.text.slice(line.start, line.end), hit, line.start)
    } else if (captions === 'drop' && line.hits.some(({rule}) => rule.metadata === 'caption')) {
      gone.set(i, {rule: 'boilerplate/photo-caption', confidence: 1, opensTail: false})
    }
  }
  aboveTheArticle(draft, page, gone)
  sections(page, heads, gone)
  tail(page, heads, gone)
  noteTitle(draft, page, (i) => gone.has(i))
  yield* removals(page, gone)
  for (const [i, line] of page.entries()) if (!gone.has(i)) yield* credits(draft.text, line)
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

/** Breadcrumbs and bare dates, but only before the article's first sentence. */
function aboveTheArticle(draft: Draft, page: readonly PageLine[], gone: Map<number, Removal>): void {
  const firstProse = page.findIndex(isProse)
  for (let i = 0; i < firstProse; i++) {
    const line = page[i]!
    if (line.isBlank || gone.has(i)) continue
    const text = draft.text.slice(line.start, Math.min(line.end, line.start + 400))
    if (breadcrumbs(text)) gone.set(i, {rule: 'boilerplate/breadcrumb-trail', confidence: 0.9, opensTail: false})
    else if (isDateLine(text)) {
      gone.set(i, {rule: 'boilerplate/date-line', confidence: 0.9, opensTail: false})
      draft.metadata.date ??= text.trim()
    }
  }
}

/** What goes out of the middle of a line, with the blank before it. */
function* credits(text: string, line: PageLine): Iterable<Proposal> {
  for (const hit of line.hits) {
    if (hit.rule.cut !== 'match') continue
    yield {...withBlank(text, hit, line), rule: hit.rule.id, expected: [''], confidence: confidenceOf(hit.rule)}
  }
}

function withBlank(text: string, {start, end}: Hit, line: PageLine): {start: number; end: number} {
  let from = start
  while (from > line.start && /[ \t\u00a0]/.test(text[from - 1]!)) from--
  let to = end
  if (from === line.start) while (to < line.end && /[ \t\u00a0]/.test(text[to]!)) to++
  return {start: from, end: to}
}
