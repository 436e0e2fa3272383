/** Where the comments stand that speak to the program: never in code, front matter or another comment. */
import {
  Ascending,
  type Format,
  firstEndingAfter,
  type ProtectedSpan,
  protectedSpans,
  type Span,
} from '../draft/index.js'

export interface Comment extends Span {
  /** Without the marks of the comment. */
  readonly body: string
}

/**
 * What every document pays for, and most documents only this: orders stand in comments and in front matter, and what
 * opens those is found sooner to be missing than a word of common letters.
 */
export const mayHoldOrders = (text: string): boolean =>
  (text.includes('<!--') || text.includes('{/*') || /^\uFEFF?(?:---|\+\+\+)/.test(text)) && text.includes('unspun')

/** Comments of HTML, and of MDX, which has no others. */
const OPENING = /<!--(?=\s*unspun\s)|\{\/\*(?=\s*unspun\s)/g

const NOWHERE = Number.POSITIVE_INFINITY

/** In the order of the text; those that are not closed are none. Linear in the length of the text. */
export function commentsIn(text: string, format: Format): Comment[] {
  const comments: Comment[] = []
  const ends = {
    '<!--': new Ascending((from) => text.indexOf('-->', from)),
    '{/*': new Ascending((from) => text.indexOf('*/}', from)),
  }
  let shields: readonly ProtectedSpan[] | undefined
  let last = 0
  for (const {index: start, 0: mark} of text.matchAll(OPENING)) {
    const close = start < last ? NOWHERE : ends[mark as keyof typeof ends].from(start + mark.length)
    if (close === NOWHERE || (format === 'text' ? mark !== '<!--' : isEscaped(text, start))) continue
    shields ??= protectedSpans(text, format)
    if (isQuoted(shields, start)) continue
    last = close + 3
    comments.push({start, end: last, body: text.slice(start + mark.length, close)})
  }
  return comments
}

/** Whether a comment's mark stands in what is protected for another reason: it is shown there, or is part of a comment. */
function isQuoted(shields: readonly ProtectedSpan[], start: number): boolean {
  const shield = shields[firstEndingAfter(shields, start)]
  return shield !== undefined && (shield.start < start || (shield.start === start && shield.kind !== 'html'))
}

/** Whether a backslash makes a character of Markdown one to be shown. */
const isEscaped = (text: string, at: number): boolean =>
  /\\*$/.exec(text.slice(Math.max(0, at - 20), at))![0].length % 2 === 1
