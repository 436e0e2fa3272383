/** The page of one document: its head and filters, the article with its marks, the note under way, all notes. */
import type {Cleaned} from '../clean.js'
import type {RuleId} from '../draft/index.js'
import type {Report} from '../report/report.js'
import type {Fault} from '../stage/fault.js'
import {articleHtml} from './article.js'
import {unchangedText} from './characters.js'
import {DOCUMENT_SCRIPT} from './document-script.js'
import {DOCUMENT_STYLE} from './document-style.js'
import {factsHtml, languageTag, nameOfDocument} from './facts.js'
import {barHtml, filtersHtml} from './filters.js'
import {pageHtml} from './frame.js'
import {html, Markup} from './html.js'
import {notesHtml} from './notes.js'
import {placesIn} from './places.js'

/**
 * The page of one document, linear in its size and its findings.
 *
 * @param page - Name of the page below the output folder, with forward slashes: the link to the index depends on it.
 */
export function documentPage(
  {report, source}: Cleaned,
  catalogue: ReadonlyMap<RuleId, Fault>,
  page = 'document.review.html',
): string {
  const hasArticle = report.rejected === undefined || report.revisions.length > 0 || report.text !== ''
  const hasFindings = report.findings.length > 0
  return pageHtml({
    title: `${nameOfDocument(report)} – changes`,
    style: DOCUMENT_STYLE,
    script: DOCUMENT_SCRIPT,
    body: html`<a class="skip" href="#article">Skip to the article</a>
${hasFindings ? html`<a class="skip" href="#notes">Skip to the notes</a>` : undefined}
<header>
${factsHtml(report, source, indexFrom(page))}${hasArticle ? filtersHtml(report) : undefined}</header>
${hasFindings ? barHtml() : undefined}
${hasArticle ? body(report, source, catalogue) : sourceOnly(report, source)}
${hasFindings ? KEYS : undefined}`,
  })
}

const indexFrom = (page: string): string => `${'../'.repeat(page.split('/').length - 1)}index.html`

function body(report: Report, source: string, catalogue: ReadonlyMap<RuleId, Fault>): Markup {
  const places = placesIn(source, report)
  const article = new Markup(articleHtml(source, places, report.findings))
  const main = html`<main><article id="article" lang="${languageTag(report)}" tabindex="-1" aria-label="The article with its changes">${article}</article></main>`
  if (report.findings.length === 0) return html`<div class="desk">${main}</div>`
  return html`<div class="desk">
${main}
<aside id="panel" class="live" tabindex="-1" aria-label="About this change">
<p class="where"><span id="where"></span> <button type="button" id="previous" aria-keyshortcuts="k p">Previous</button> <button type="button" id="next" aria-keyshortcuts="j n">Next</button></p>
<div id="note"></div>
</aside>
<p id="told" class="unseen" aria-live="polite"></p>
</div>
<section id="notes" tabindex="-1" aria-label="Notes">
<h2>Notes</h2>
${notesHtml(source, report.findings, places.homes, catalogue)}</section>`
}

/** A document that never became an article is shown as it came. */
function sourceOnly({text}: Report, source: string): Markup {
  const shown = source === '' ? text : source
  if (shown === '') return html`<main id="article"><p class="nothing">There is no text to show.</p></main>`
  const came = new Markup(unchangedText(shown.replaceAll('\r\n', '\n')))
  return html`<main id="article"><details class="source"><summary>The document as it came</summary><p dir="auto">${came}</p></details></main>`
}

const KEYS = html`<dialog id="keys" aria-labelledby="keys-title">
<h2 id="keys-title">Keys</h2>
<dl>
<div><dt><kbd>j</kbd> or <kbd>n</kbd></dt><dd>next change</dd></div>
<div><dt><kbd>k</kbd> or <kbd>p</kbd></dt><dd>previous change</dd></div>
<div><dt><kbd>Enter</kbd></dt><dd>read about the change; on removed lines, unfold them</dd></div>
<div><dt><kbd>f</kbd></dt><dd>to the filters</dd></div>
<div><dt><kbd>c</kbd></dt><dd>clean text only, and back</dd></div>
<div><dt><kbd>Escape</kbd></dt><dd>back to the change, then to the article</dd></div>
<div><dt><kbd>?</kbd></dt><dd>these keys</dd></div>
</dl>
<p><label><input type="checkbox" id="letters" checked autocomplete="off"> letter keys are on</label></p>
<form method="dialog"><button>Close</button></form>
</dialog>
`
