/** Where a finding in the text of a page stands in its HTML: exactly where its words stand so there, else its block. */
import {type Finding, firstEndingAfter, type Span} from '../../draft/index.js'

/** Start and end of each block in the text, then in the HTML. */
export type BlockPlaces = readonly (readonly [start: number, end: number, htmlStart: number, htmlEnd: number])[]

/** Answers with a span of the HTML; between two blocks it is the second. */
export function spansInHtml(html: string, places: BlockPlaces): (finding: Pick<Finding, 'start' | 'actual'>) => Span {
  const blocks = places.map(([start, end, htmlStart, htmlEnd]) => ({start, end, htmlStart, htmlEnd}))
  return ({start, actual}) => {
    const block = blocks[firstEndingAfter(blocks, start)] ?? blocks.at(-1)
    if (!block) return {start: 0, end: 0}
    const {htmlStart, htmlEnd} = block
    const within = html.slice(htmlStart, htmlEnd)
    const at = actual === '' ? -1 : within.indexOf(actual)
    if (at < 0 || within.includes(actual, at + 1)) return {start: htmlStart, end: htmlEnd}
    return {start: htmlStart + at, end: htmlStart + at + actual.length}
  }
}
