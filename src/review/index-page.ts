/** The page of all documents of a run: what became of each, and what each stage did. */
import type {Cleaned} from '../clean.js'
import {nameOfDocument} from './facts.js'
import {STAGES} from './filters.js'
import {pageHtml} from './frame.js'
import {html, type Markup} from './html.js'
import {INDEX_SCRIPT} from './index-script.js'
import {INDEX_STYLE} from './index-style.js'

/** What the index says of one document. Small: one is kept for every document of a run. */
export interface PageSummary {
  readonly path: string
  /** Name of its page below the output folder, with forward slashes. */
  readonly page: string
  readonly title: string
  readonly outcome: 'changed' | 'unchanged' | 'rejected'
  /** Why it was rejected. */
  readonly reason?: string
  readonly byStage: Readonly<Record<string, StageCount>>
}

interface StageCount {
  readonly applied: number
  /** Findings in any other state. */
  readonly others: number
}

/** What the index will say of a document whose page has this name. */
export function pageSummary({report, source}: Cleaned, page: string): PageSummary {
  const {path, rejected, text, counts} = report
  const byStage = Object.fromEntries(
    Object.entries(counts.byStage).map(([stage, states]) => {
      const all = Object.values(states).reduce((sum, n) => sum + n, 0)
      const applied = states.applied ?? 0
      return [stage, {applied, others: all - applied}]
    }),
  )
  const outcome = rejected !== undefined ? 'rejected' : text === source ? 'unchanged' : 'changed'
  return {
    path,
    page,
    title: nameOfDocument(report),
    outcome,
    byStage,
    ...(rejected === undefined ? {} : {reason: rejected}),
  }
}

/** The index of a run, in the order of the run. */
export function indexPage(pages: readonly PageSummary[]): string {
  const stages = STAGES.filter((stage) => pages.some(({byStage}) => byStage[stage]))
  return pageHtml({
    title: `${counted(pages.length)} – changes`,
    style: INDEX_STYLE,
    script: INDEX_SCRIPT,
    body: html`<a class="skip" href="#documents">Skip to the documents</a>
<header>
<h1>${counted(pages.length)}</h1>
<p class="live find"><label>Find <input type="search" id="find" autocomplete="off" spellcheck="false"></label> <span id="found" role="status"></span></p>
</header>
<main>
<table id="documents" tabindex="-1">
<caption>Each stage: changes made, and after a + what was only proposed, reported or overruled.</caption>
<thead><tr>${['Document', 'Title', 'Outcome', ...stages].map((name, i) => heading(name, i > 2))}</tr></thead>
<tbody>
${pages.map((page) => row(page, stages))}</tbody>
<tfoot><tr><th scope="row">All</th><td></td><td>${outcomes(pages)}</td>${stages.map((stage) => cell(total(pages, stage)))}</tr></tfoot>
</table>
</main>`,
  })
}

const counted = (n: number): string => `${n.toLocaleString('en')} ${n === 1 ? 'document' : 'documents'}`

const heading = (name: string, isNumber: boolean): Markup =>
  html`<th scope="col"${isNumber ? html` class="n"` : undefined}><button type="button">${name}</button></th>`

const row = ({path, page, title, outcome, reason, byStage}: PageSummary, stages: readonly string[]): Markup =>
  html`<tr><th scope="row"><a href="${linkTo(page)}"><bdi>${path}</bdi></a></th><td><bdi>${title}</bdi></td><td class="${outcome}">${outcome}${
    reason === undefined ? undefined : html`: <bdi>${reason}</bdi>`
  }</td>${stages.map((stage) => cell(byStage[stage]))}</tr>
`

function cell(count: StageCount | undefined): Markup {
  const {applied, others} = count ?? {applied: 0, others: 0}
  const more = others === 0 ? undefined : html` <small>+${others}</small>`
  return html`<td class="n" data-v="${applied + others}">${applied === 0 && others === 0 ? html`<span class="none">–</span>` : applied}${more}</td>`
}

function total(pages: readonly PageSummary[], stage: string): StageCount {
  let applied = 0
  let others = 0
  for (const {byStage} of pages) {
    applied += byStage[stage]?.applied ?? 0
    others += byStage[stage]?.others ?? 0
  }
  return {applied, others}
}

function outcomes(pages: readonly PageSummary[]): string {
  const said = (['changed', 'unchanged', 'rejected'] as const).map((outcome) => {
    const n = pages.filter((page) => page.outcome === outcome).length
    return n === 0 ? '' : `${n} ${outcome}`
  })
  return said.filter(Boolean).join(', ')
}

/** A relative link that cannot be read as a scheme, a query or a fragment, whatever the file is called. */
const linkTo = (page: string): string =>
  `./${page
    .replace(/\p{Cs}/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/')}`
