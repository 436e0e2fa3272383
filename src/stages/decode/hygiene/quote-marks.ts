/** Double quotation marks by paragraphs, each with the side it stands on. */
import {type Draft, firstEndingAfter, type Span} from '../../../draft/index.js'

export interface QuoteMark {
  readonly at: number
  readonly isStraight: boolean
  /** Straight marks tell it by the blanks beside them, or not at all. */
  readonly side: 'open' | 'close' | 'unclear'
}

/** What stands between empty lines. */
export interface Paragraph extends Span {
  readonly marks: readonly QuoteMark[]
}

const MARK_OR_BREAK = /["“”]|\n[ \t\r]*\n/g

/** Without the marks in code, tags and addresses. */
export function* quotedParagraphs(draft: Draft): Iterable<Paragraph> {
  const {text} = draft
  const shields = draft.protected()
  let start = 0
  let marks: QuoteMark[] = []
  for (const {0: sign, index: at} of text.matchAll(MARK_OR_BREAK)) {
    if (sign.length > 1) {
      if (marks.length > 0) yield {start, end: at, marks}
      start = at + sign.length
      marks = []
    } else {
      const shield = shields[firstEndingAfter(shields, at)]
      if (!shield || shield.start > at) marks.push({at, isStraight: sign === '"', side: sideOf(text, at, sign)})
    }
  }
  if (marks.length > 0) yield {start, end: text.length, marks}
}

function sideOf(text: string, at: number, sign: string): QuoteMark['side'] {
  if (sign !== '"') return sign === '“' ? 'open' : 'close'
  const [before, after] = [text[at - 1] ?? '\n', text[at + 1] ?? '\n']
  const canOpen = /[\s([{—–-]/.test(before) && /\S/.test(after)
  const canClose = /\S/.test(before) && /[\s)\]}.,;:!?—–]/.test(after)
  if (canOpen === canClose) return 'unclear'
  return canOpen ? 'open' : 'close'
}
