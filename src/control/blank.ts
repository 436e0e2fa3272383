/**
 * The text that stages read: directives are blank in it, as long as they are in the source.
 *
 * So no stage sees them, whatever it looks at, and a directive changes nothing but what it says. One on a line of its
 * own becomes the tail of the line before, because an empty line would part what belongs together; text after one at the
 * beginning of a line begins a line itself, because blanks before it would make it code.
 */
import {applyEdits, type Edit, type Span} from '../draft/index.js'

/** With a blank for every character of the spans but their line breaks. */
export function blanked(text: string, spans: readonly Span[]): string {
  const edits = spans.map(({start, end}) => ({start, end, insert: text.slice(start, end).replace(/[^\r\n]/g, ' ')}))
  return applyEdits(text, edits)
}

/** What stages read in place of the comments, as edits that change no length: sorted and apart. */
export function asidesOf(text: string, comments: readonly Span[]): Edit[] {
  const kept = blanked(text, comments)
  const edits: Edit[] = []
  for (const comment of comments) {
    const edit = asideOf(kept, comment)
    if (edit.start >= (edits.at(-1)?.end ?? 0)) edits.push(edit)
  }
  return edits
}

/** Of several on one line the first takes along all that is blank around it. */
function asideOf(kept: string, comment: Span): Edit {
  let {start, end} = comment
  while (start > 0 && (kept[start - 1] === ' ' || kept[start - 1] === '\t' || kept[start - 1] === '>')) start--
  while (end < kept.length && (kept[end] === ' ' || kept[end] === '\t')) end++
  const isFirst = start === 0 || isBreak(kept[start - 1]!)
  const isLast = end === kept.length || isBreak(kept[end]!)
  const isQuoted = kept.slice(start, comment.start).includes('>')
  if (!isFirst || (isLast ? start === 0 : isQuoted)) return blanks(comment, '')
  const from = start - (kept.startsWith('\r\n', start - 2) ? 2 : Math.min(1, start))
  return blanks({start: from, end}, isLast ? '' : '\n')
}

/** Blanks as long as a span, the last of them given. */
const blanks = ({start, end}: Span, tail: string): Edit => ({
  start,
  end,
  insert: ' '.repeat(end - start - tail.length) + tail,
})

const isBreak = (char: string): boolean => char === '\n' || char === '\r'
