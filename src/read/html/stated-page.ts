/**
 * The article as the page's data for search engines state it, for pages whose own text waits for a script: what is
 * stated may be cut or be a summary, so the page's own text comes first wherever it has some.
 */
import type {Block, WebPage} from '../../draft/index.js'

/** A shorter one is a summary (UTF-16 code units). */
const SHORTEST_BODY = 600
/** A page with less prose than this share of the stated article does not show it. */
const LEAST_SHOWN = 0.3
/** Shorter blocks are no prose (UTF-16 code units). */
const SHORTEST_PROSE = 60

/** The stated article as a page; undefined when the page shows an article itself, or states none. */
export function statedPage({blocks, told}: WebPage, htmlLength: number): WebPage | undefined {
  const {body} = told
  if (body.length < SHORTEST_BODY) return undefined
  const shown = blocks.reduce(
    (sum, {text, linkLength}) => sum + (text.length >= SHORTEST_PROSE ? text.length - linkLength : 0),
    0,
  )
  if (shown >= body.length * LEAST_SHOWN) return undefined
  const paragraphs = body.split('\n').filter((line) => line.trim() !== '')
  return {
    elements: {
      count: paragraphs.length + 1,
      parents: [-1, ...paragraphs.map(() => 0)],
      names: ['article', ...paragraphs.map(() => 'p')],
      groups: [0, ...paragraphs.map(() => 0)],
    },
    blocks: paragraphs.map((text, i) => paragraph(text.trim(), i + 1, htmlLength)),
    told,
  }
}

/** Its place is the whole page: data have no place that a reader could see. */
const paragraph = (text: string, element: number, end: number): Block => ({
  text,
  element,
  container: element,
  start: 0,
  end,
  links: 0,
  linkLength: 0,
  emphasisLength: 0,
  images: 0,
  followsBreak: false,
  isHidden: false,
})
