/** The head of a document's page: what it is, where it came from, and what became of it. */
import type {Report} from '../report/report.js'
import {html, type Markup} from './html.js'

/** How a document is called: by its title, or by the last part of its path. */
export const nameOfDocument = ({metadata, path}: Pick<Report, 'metadata' | 'path'>): string =>
  metadata.title?.trim() || path.slice(path.lastIndexOf('/') + 1)

/** Title, reason of a rejection, and facts. `indexLink` leads to the page of all documents. */
export function factsHtml(report: Report, source: string, indexLink: string): Markup {
  const {path, metadata, source: digest, rejected} = report
  const facts: [string, string | undefined][] = [
    ['File', path],
    ['Byline', metadata.byline],
    ['Date', metadata.date],
    ['Modified', metadata.modified],
    ['Site', metadata.site],
    ['Address', metadata.url],
    ['Licence', metadata.licence],
    ['Language', languageOf(report)],
    ['Encoding', `${digest.encoding} (${digest.evidence})`],
    ['Length', lengthOf(report, source)],
  ]
  return html`<p class="up"><a href="${indexLink}">All documents</a></p>
<h1><bdi>${nameOfDocument(report)}</bdi></h1>
${(rejected !== undefined && html`<p class="rejected"><b>Rejected:</b> ${rejected}</p>`) || undefined}
<dl class="facts">
${facts.map(([name, fact]) => (fact === undefined ? html`` : html`<div><dt>${name}</dt><dd><bdi>${fact}</bdi></dd></div>\n`))}</dl>
`
}

const count = (n: number): string => n.toLocaleString('en')

function lengthOf({text, rejected}: Report, source: string): string {
  if (text === source) return `${count(source.length)} characters, unchanged`
  const before = `${count(source.length)} characters`
  return rejected !== undefined && text === '' ? before : `${before}, now ${count(text.length)}`
}

function languageOf({language}: Report): string {
  if (!language || language.tag === 'und') return 'undetermined'
  return `${englishName(language.tag)} (${language.tag})`
}

/** A tag is for `lang` only if it is one; the empty string says that the language is not known. */
export const languageTag = ({language}: Report): string =>
  language && language.tag !== 'und' && /^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/i.test(language.tag) ? language.tag : ''

function englishName(tag: string): string {
  try {
    return new Intl.DisplayNames('en', {type: 'language'}).of(tag) ?? tag
  } catch {
    return tag
  }
}
