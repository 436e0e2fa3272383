/**
 * The text that stages read: directives are blank in it, as long as they are in the source.
 *
 * So no stage sees them, whatever it looks at, and a directive changes nothing but what it says. One on a line of its
 * own becomes the tail of the line before: an empty line would part what belongs together.
 */
import {applyEdits, type Span} from '../draft/index.js'

/** With blanks in place of the spans, and with the line breaks in them unless they are to go, too. */
export function blanked(text: string, spans: readonly Span[], breaks: 'keep' | 'blank'): string {
  const visible = breaks === 'keep' ? /[^\r\n]/g : /[\s\S]/g
  const edits = spans.map(({start, end}) => ({start, end, insert: text.slice(start, end).replace(visible, ' ')}))
  return applyEdits(text, edits)
}

/** Blanks and the marks of quotations before an offset, and blanks after it, as far as a line goes. */
const BEFORE = /[ \t>]/
const AFTER = /[ \t]/

/** A comment with all of its line and the break before it, where nothing else stands there. */
export function withOwnLine(text: string, comment: Span): Span {
  let {start, end} = comment
  while (start > 0 && BEFORE.test(text[start - 1]!)) start--
  while (end < text.length && AFTER.test(text[end]!)) end++
  const isAlone = (start === 0 || isBreak(text[start - 1]!)) && (end === text.length || isBreak(text[end]!))
  if (!isAlone || start === 0) return comment
  const isPair = text[start - 1] === '\n' && text[start - 2] === '\r'
  return {start: start - (isPair ? 2 : 1), end}
}

const isBreak = (char: string): boolean => char === '\n' || char === '\r'
