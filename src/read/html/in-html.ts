/**
 * Where a finding in the text of a page stands in its HTML: exactly where its words stand so there, else its block.
 *
 * The same words may stand twice in a block, and in its tags: only text counts, and the second time in the text is the
 * second time in the HTML, where both have them equally often.
 */
import {type Finding, firstEndingAfter, type Span} from '../../draft/index.js'
import {textRuns} from './text-runs.js'

/** Start and end of each block in the text, then in the HTML. */
export type BlockPlaces = readonly (readonly [start: number, end: number, htmlStart: number, htmlEnd: number])[]

export interface HtmlSpan extends Span {
  /** Whether these are the finding's own characters. */
  readonly isExact: boolean
}

/** Answers with a span of the HTML; between two blocks it is the second. `source` is the text of the page. */
export function spansInHtml(
  html: string,
  source: string,
  places: BlockPlaces,
): (finding: Pick<Finding, 'start' | 'end' | 'actual'>) => HtmlSpan {
  const blocks = places.map(([start, end, htmlStart, htmlEnd]) => ({start, end, htmlStart, htmlEnd}))
  let runs: readonly Span[] | undefined
  return ({start, end, actual}) => {
    const block = blocks[firstEndingAfter(blocks, start)] ?? blocks.at(-1)
    if (!block) return {start: 0, end: 0, isExact: false}
    const whole = {start: block.htmlStart, end: block.htmlEnd, isExact: false}
    if (actual === '' || source.slice(start, end) !== actual) return whole
    runs ??= textRuns(html)
    const shown = occurrences(source, actual, block)
    const written = runsWithin(runs, whole).flatMap((run) => occurrences(html, actual, run))
    const at = shown.length === written.length ? written[shown.indexOf(start)] : undefined
    return at === undefined ? whole : {start: at, end: at + actual.length, isExact: true}
  }
}

/** Where a text stands within a span; the second of two that overlap does not count. */
function occurrences(text: string, searched: string, {start, end}: Span): number[] {
  const found: number[] = []
  const within = text.slice(start, end)
  for (let at = within.indexOf(searched); at >= 0; at = within.indexOf(searched, at + searched.length)) {
    found.push(start + at)
  }
  return found
}

function runsWithin(runs: readonly Span[], block: Span): Span[] {
  const within: Span[] = []
  for (let i = firstEndingAfter(runs, block.start); i < runs.length && runs[i]!.start < block.end; i++) {
    const {start, end} = runs[i]!
    within.push({start: Math.max(start, block.start), end: Math.min(end, block.end)})
  }
  return within
}
