/** Where the text of a page stands in its HTML just as it is read: no tags, no references, no scripts, styles and code. */
import type {Span} from '../../draft/index.js'
import {readTags} from './tag-stream.js'

const NO_PROSE: ReadonlySet<string> = new Set(['script', 'style', 'template', 'textarea', 'pre', 'code', 'kbd', 'samp'])

/** The runs in the order of the page; those that touch are one. */
export function textRuns(html: string): readonly Span[] {
  const runs: Span[] = []
  let hidden = 0
  readTags(html, new Set(), {
    open(name) {
      if (NO_PROSE.has(name)) hidden++
    },
    close(name) {
      if (NO_PROSE.has(name)) hidden--
    },
    text(text, start, end) {
      if (hidden > 0 || text !== html.slice(start, end)) return
      const last = runs.at(-1)
      if (last?.end === start) runs[runs.length - 1] = {start: last.start, end}
      else runs.push({start, end})
    },
  })
  return runs
}
