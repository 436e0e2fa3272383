/** A page's HTML to its blocks of text, what they stood in, and what the page says about its article. */
import type {WebPage} from '../../draft/index.js'
import type {PageFacts} from './conclusion.js'
import {MetadataCollector} from './metadata.js'
import {PageBuilder} from './page-builder.js'
import {type Attributes, readTags, type TagHandler} from './tag-stream.js'

/** The attributes that somebody asks for. */
const WANTED: ReadonlySet<string> = new Set(
  (
    'aria-hidden class content datetime hidden href http-equiv id itemprop itemscope itemtype lang name property pubdate ' +
    'rel role shadowrootmode src style type xml:lang'
  ).split(' '),
)

export interface ReadPage {
  readonly page: WebPage
  readonly facts: PageFacts
}

/**
 * Reads a page. Scripts never run, nothing is fetched, and nothing a page holds makes it throw. Time is linear in its
 * length; elements and blocks beyond a bound count as part of the last.
 *
 * @param url Where the page was found, for addresses that are relative to it.
 */
export function readPage(html: string, url?: string): ReadPage {
  const builder = new PageBuilder()
  const collector = new MetadataCollector()
  readTags(html, WANTED, new Both(builder, collector))
  const facts = collector.result({url, headline: builder.headline})
  const {title = ''} = facts.metadata
  const told = {title, description: facts.description ?? '', body: facts.articleBody ?? ''}
  return {page: builder.page(told), facts}
}

/** Tells two readers of one stream. */
class Both implements TagHandler {
  readonly #builder: PageBuilder
  readonly #collector: MetadataCollector

  constructor(builder: PageBuilder, collector: MetadataCollector) {
    this.#builder = builder
    this.#collector = collector
  }

  open(name: string, attributes: Attributes, start: number, end: number): void {
    this.#builder.open(name, attributes, start, end)
    this.#collector.open(name, attributes)
  }

  close(name: string, end: number): void {
    this.#builder.close(name, end)
    this.#collector.close()
  }

  text(text: string, start: number, end: number): void {
    this.#builder.text(text, start, end)
    if (this.#collector.wantsText) this.#collector.text(text)
  }
}
