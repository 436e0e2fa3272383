/** From a page's HTML to what a draft is opened with. */
import type {Metadata, WrittenPage} from '../../draft/index.js'
import {pageText} from './markdown.js'
import type {PageType} from './page-type.js'
import {readPage} from './read-page.js'

export interface OpenedPage {
  /** All that the page shows, as Markdown: the source of the draft. */
  readonly text: string
  readonly web: WrittenPage
  readonly metadata: Metadata
  /** What the page says it is; undefined where it does not. */
  readonly pageType: PageType | undefined
}

/** Opens a page; `url` is where it was found. */
export function openPage(html: string, url?: string): OpenedPage {
  const {page, facts} = readPage(html, url)
  const {text, spans} = pageText(page)
  return {text, web: {page, spans}, metadata: facts.metadata, pageType: facts.pageType}
}

/** Whether a text begins as a page does. */
export const looksLikeHtml = (text: string): boolean =>
  /^\uFEFF?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head)[\s>]/i.test(
    text.slice(0, 4000),
  )
