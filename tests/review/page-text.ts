/** Reads a page as text: a tokenizer for the HTML the pages are written in, and what an article's marks amount to. */

export interface Tag {
  readonly name: string
  readonly isClosing: boolean
  readonly attributes: Readonly<Record<string, string>>
}

export type Token = Tag | string

const ENTITIES: Readonly<Record<string, string>> = {'&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'"}
const decoded = (text: string): string => text.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity]!)

/**
 * Tags and texts. Style and script count as one text each, as they do for a browser.
 *
 * @throws Error where a tag is not as the pages write theirs: a document got through.
 */
export function tokensOf(page: string): Token[] {
  const tokens: Token[] = []
  const raw = /(<style>|<script>)([\s\S]*?)(?=<\/(?:style|script)>)/
  const tag = /<(\/?)([a-z0-9!]+)((?:\s+[a-z-]+(?:="[^"]*")?)*)\s*>/
  const pattern = new RegExp(`${raw.source}|${tag.source}|[^<]+|<`, 'gi')
  for (const [whole, opening, body, slash, name, attributes] of page.matchAll(pattern)) {
    if (opening !== undefined) tokens.push({name: opening.slice(1, -1), isClosing: false, attributes: {}}, body!)
    else if (whole === '<') throw new Error('Unexpected bare `<`, expected `&lt;` or a tag as the pages write them')
    else if (name === undefined) tokens.push(decoded(whole))
    else tokens.push({name: name.toLowerCase(), isClosing: slash === '/', attributes: attributesIn(attributes!)})
  }
  return tokens
}

const attributesIn = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(/([a-z-]+)(?:="([^"]*)")?/gi)].map(([, name, value]) => [name!, decoded(value ?? '')]),
  )

/** What the article says: with what was removed left out, or with what was inserted left out. */
export function articleText(page: string, side: 'result' | 'source'): string {
  const html = /<article[^>]*>([\s\S]*)<\/article>/.exec(page)![1]!
  const skipped = side === 'result' ? 'del' : 'ins'
  let depth = 0
  let text = ''
  for (const token of tokensOf(html)) {
    if (typeof token === 'string') {
      if (depth === 0) text += token
      continue
    }
    if (token.name === skipped || token.name === 'summary') depth += token.isClosing ? -1 : 1
    const code = token.attributes['data-c']
    if (depth === 0 && code !== undefined) text += String.fromCharCode(Number.parseInt(code, 16))
  }
  return text
}

/** Line breaks as HTML has them; a page writes a carriage return out only where it stands alone. */
export const normalised = (text: string): string => text.replace(/\r*\n/g, '\n')
