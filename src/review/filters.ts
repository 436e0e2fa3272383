/**
 * Counts by stage and state, which are the filters as well: each row and each column can be switched off. Without a
 * script the boxes are not shown and the table remains.
 */
import type {State} from '../draft/index.js'
import type {Report} from '../report/report.js'
import {html, type Markup} from './html.js'

/** In the order of the pipeline. */
export const STAGES: readonly string[] = [
  'decode',
  'identify',
  'boilerplate',
  'residue',
  'unspin',
  'terms',
  'spell',
  'outside',
]

export const STATES: readonly State[] = ['applied', 'proposed', 'reported', 'overruled', 'refused']

/** What each state means, for whoever asks. */
const MEANINGS: Readonly<Record<State, string>> = {
  applied: 'The change was made',
  proposed: 'Not sure enough to be made: for an editor to decide',
  reported: 'Seen; there is nothing to put in its place',
  overruled: 'Another change or a protected text stood in the way',
  refused: 'Its author or an editor turned it down',
}

/** The table of counts with its filters; nothing where nothing was found. */
export function filtersHtml({counts: {byStage}}: Pick<Report, 'counts'>): Markup {
  const stages = STAGES.filter((stage) => byStage[stage])
  const states = STATES.filter((state) => stages.some((stage) => byStage[stage]![state]))
  if (stages.length === 0) return html`<p class="nothing">Nothing was found: the article is as it came.</p>`
  const rows = stages.map(
    (stage) => html`<tr><th scope="row">${box('stage', stage)}</th>${states.map(
      (state) => html`<td>${byStage[stage]![state] ?? html`<span class="none">–</span>`}</td>`,
    )}</tr>
`,
  )
  return html`<form id="filters" autocomplete="off">
<table>
<caption>Findings by stage and state</caption>
<thead><tr><td></td>${states.map((state) => html`<th scope="col" title="${MEANINGS[state]}">${box('state', state)}</th>`)}</tr></thead>
<tbody>
${rows}</tbody>
</table>
</form>
`
}

const box = (kind: string, name: string): Markup =>
  html`<label><input type="checkbox" name="${kind}" value="${name}" checked class="live"> ${name}</label>`

/** What stays in sight while the article scrolls: how much is shown, how sure it must be, the plain article. */
export const barHtml = (): Markup => html`<div id="bar" class="live">
<p id="shown" role="status"></p>
<label class="sure">at least <input id="sure" type="range" min="0" max="100" step="1" value="0" form="filters" autocomplete="off"> <output id="least">0</output> % sure</label>
<label><input id="clean" type="checkbox" form="filters" autocomplete="off"> clean text only</label>
<button type="button" id="ask" aria-keyshortcuts="?">Keys</button>
</div>
`
