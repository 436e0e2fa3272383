/** What changed, word by word, for a terminal. No diff is computed: the revisions say it. */
import {compose, type Edit, placesOf, type Revision} from '../draft/index.js'

/** How removed and inserted text is marked; the default is that of wdiff. */
export interface Marks {
  readonly removed: (text: string) => string
  readonly inserted: (text: string) => string
  readonly place: (text: string) => string
}

export const PLAIN_MARKS: Marks = {
  removed: (text) => `[-${text}-]`,
  inserted: (text) => `{+${text}+}`,
  place: (text) => text,
}

/** Context to either side of a change in a long line, UTF-16 units. */
const CONTEXT = 60
/** Longer removals are shown by their ends. */
const LONGEST_REMOVAL = 400

/** One entry for each line that changed; empty for a text that did not. `visible` makes control characters harmless. */
export function wordDiff(
  path: string,
  source: string,
  revisions: readonly Revision[],
  marks: Marks,
  visible: (text: string) => string,
): string {
  const edits = compose(source, revisions)
  if (edits.length === 0) return ''
  const placeOf = placesOf(source)
  const shown = grouped(edits).map((group) => {
    const {line} = placeOf(group[0]!.start)
    return `${marks.place(`${visible(path)}:${line}:`)} ${hunk(source, group, marks, visible)}`
  })
  return `${shown.join('\n')}\n`
}

/** Edits whose contexts would overlap are shown together. */
function grouped(edits: readonly Edit[]): Edit[][] {
  const groups: Edit[][] = []
  for (const edit of edits) {
    const last = groups.at(-1)?.at(-1)
    if (last && edit.start - last.end <= 2 * CONTEXT) groups.at(-1)!.push(edit)
    else groups.push([edit])
  }
  return groups
}

function hunk(source: string, edits: readonly Edit[], marks: Marks, visible: (text: string) => string): string {
  const first = edits[0]!
  const last = edits.at(-1)!
  const from = Math.max(0, source.lastIndexOf('\n', first.start - 1) + 1, first.start - CONTEXT)
  const lineEnd = source.indexOf('\n', last.end)
  const to = Math.min(lineEnd < 0 ? source.length : lineEnd, last.end + CONTEXT)
  let shown = ''
  let at = from
  for (const {start, end, insert} of edits) {
    shown += visible(source.slice(at, start))
    if (end > start) shown += marks.removed(visible(abridged(source.slice(start, end))))
    if (insert !== '') shown += marks.inserted(visible(insert))
    at = end
  }
  return shown + visible(source.slice(at, Math.max(at, to)))
}

const abridged = (text: string): string =>
  text.length <= LONGEST_REMOVAL ? text : `${text.slice(0, LONGEST_REMOVAL / 2)} … ${text.slice(-LONGEST_REMOVAL / 2)}`
