/** Tags and comments of HTML among text. */
import type {ProtectedSpan} from './span.js'

/** Attributes hold no angle bracket here, so that an unclosed tag ends the search at the next one. */
const TAG = /<\/?([A-Za-z][A-Za-z0-9-]*)(?:[\s/][^<>]*)?>/y

export function tags(text: string): ProtectedSpan[] {
  const spans: ProtectedSpan[] = []
  for (let start = text.indexOf('<'), end = 0; start >= 0; start = text.indexOf('<', end)) {
    TAG.lastIndex = start
    const match = TAG.exec(text)
    end = match ? TAG.lastIndex : start + 1
    if (match && isElement(match[1]!)) spans.push({start, end, kind: 'html'})
  }
  return spans
}

/** Of HTML, or one that a page defines. */
const isElement = (name: string): boolean => name.includes('-') || isHtmlElement(name)

export function comments(text: string): ProtectedSpan[] {
  const spans: ProtectedSpan[] = []
  for (let at = text.indexOf('<!--'); at >= 0; ) {
    const end = text.indexOf('-->', at + 4)
    if (end < 0) break
    spans.push({start: at, end: end + 3, kind: 'html'})
    at = text.indexOf('<!--', end)
  }
  return spans
}

/** Element names of HTML and the older ones still met; `<dollars>` is none. */
const HTML_ELEMENTS = new Set(
  `a abbr acronym address area article aside audio b base bdi bdo big blockquote body br button canvas caption center
  cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure font
  footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend li
  link main map mark math menu meta meter nav noframes noscript object ol optgroup option output p param picture pre
  progress q rp rt ruby s samp script search section select slot small source span strike strong style sub summary sup
  svg table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr`.split(/\s+/),
)

/** Whether a name between angle brackets is an element of HTML. */
export const isHtmlElement = (name: string): boolean => HTML_ELEMENTS.has(name.toLowerCase())
