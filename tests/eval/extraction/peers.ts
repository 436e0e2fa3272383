/** Other extractors for Node, run as their authors do, each with the DOM it is usually run on. */
import {Readability} from '@mozilla/readability'
import {Defuddle} from 'defuddle/node'
import {parseHTML} from 'linkedom'
import {namedEncoding} from '../../../src/read/html/page-encoding.js'
import {decodeBytes} from '../../../src/stages/decode/bytes/bytes.js'

/** From a page as it was served to the text of its article; throws where the extractor does. */
export type Peer = (page: Uint8Array, url: string) => string | Promise<string>

export const PEERS: Readonly<Record<string, Peer>> = {
  'Readability 0.6.0': (page, url) => {
    const article = new Readability(domOf(page, url)).parse()
    return article?.content ? textOf(article.content) : ''
  },
  'Defuddle 0.19.4': async (page, url) => {
    const {content} = await quietly(() => Defuddle(domOf(page, url), url, {useAsync: false}))
    return textOf(content)
  },
  'all text of the page': (page, url) => blockText(domOf(page, url)),
}

/** Without the stack traces that it prints of what it catches. */
async function quietly<T>(run: () => Promise<T>): Promise<T> {
  const {error, warn} = console
  Object.assign(console, {error: () => {}, warn: () => {}})
  try {
    return await run()
  } finally {
    Object.assign(console, {error, warn})
  }
}

/** Character sets are found as they are for us: what is compared is extraction. */
function domOf(bytes: Uint8Array, url: string): Document {
  const {document} = parseHTML(decodeBytes(bytes, namedEncoding(bytes)).text)
  Object.defineProperty(document, 'documentURI', {value: url, configurable: true})
  return document
}

const textOf = (html: string): string => blockText(parseHTML(`<html><body>${html}</body></html>`).document.body)

const INLINE = new Set(
  (
    'A ABBR ACRONYM B BDI BDO BIG CITE CODE DATA DEL DFN EM FONT I INS KBD LABEL MARK Q RUBY RB RP RT S SAMP SMALL SPAN ' +
    'STRIKE STRONG SUB SUP TIME TT U VAR WBR'
  ).split(' '),
)
const UNSEEN = new Set([
  'SCRIPT',
  'STYLE',
  'NOSCRIPT',
  'TEMPLATE',
  'HEAD',
  'IFRAME',
  'OBJECT',
  'SVG',
  'CANVAS',
  'TEXTAREA',
])

/** The text of a node; `textContent` would glue what stands in two blocks. */
function blockText(node: Node): string {
  const parts: string[] = []
  const walk = (one: Node): void => {
    if (one.nodeType === 3) parts.push(one.nodeValue ?? '')
    const name = one.nodeName.toUpperCase()
    if ((one.nodeType !== 1 && one.nodeType !== 9) || UNSEEN.has(name)) return
    const gap = INLINE.has(name) ? '' : '\n'
    parts.push(gap)
    for (const child of one.childNodes) walk(child)
    parts.push(gap)
  }
  walk(node)
  return parts.join('')
}
