/** Pages of our own, and the collector driven over them as the reader of HTML drives it. */
import {Parser} from 'htmlparser2'
import type {Metadata} from '../../src/draft/index.js'
import type {PageFacts} from '../../src/read/html/conclusion.js'
import {MetadataCollector} from '../../src/read/html/metadata.js'

export interface Page {
  readonly url?: string
  readonly headline?: string
}

/** What a page of this markup says about its article. */
export function factsOf(html: string, page: Page = {}): PageFacts {
  const collector = new MetadataCollector()
  const parser = new Parser({
    onopentag: (name, attributes) => collector.open(name, attributes),
    ontext: (text) => {
      if (collector.wantsText) collector.text(text)
    },
    onclosetag: () => collector.close(),
  })
  parser.write(html)
  parser.end()
  return collector.result(page)
}

/** A block of JSON-LD; a string is taken as it is. */
export const ld = (value: unknown): string =>
  `<script type="application/ld+json">${typeof value === 'string' ? value : JSON.stringify(value).replaceAll('<', '\\u003c')}</script>`

/** A `<meta>` for each pair; names with a colon are properties. */
export const meta = (pairs: Readonly<Record<string, string>>): string =>
  Object.entries(pairs)
    .map(([name, content]) => `<meta ${name.includes(':') ? 'property' : 'name'}="${name}" content="${content}">`)
    .join('\n')

/** An article in JSON-LD, and what is known by it. */
export const ARTICLE = {
  '@context': 'https://schema.org',
  '@type': 'NewsArticle',
  headline: 'The Mill Turns Again',
  author: {'@type': 'Person', name: 'Ann Harper'},
  datePublished: '2024-03-05T10:20:00+08:00',
}
export const SAID: Metadata = {title: 'The Mill Turns Again', byline: 'Ann Harper', date: '2024-03-05T10:20:00+08:00'}
