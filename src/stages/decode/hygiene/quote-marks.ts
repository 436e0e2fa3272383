/** Double quotation marks by paragraphs, each with the side it stands on. */
import {type Draft, firstEndingAfter} from '../../../draft/index.js'

export interface QuoteMark {
  readonly at: number
  readonly isStraight: boolean
  /** Straight marks tell it by the blanks beside them, or not at all. */
  readonly side: 'open' | 'close' | 'unclear'
}

/** What stands between empty lines, if any mark does. */
export interface Paragraph {
  readonly start: number
  readonly marks: readonly QuoteMark[]
}

const MARK = /["“”]/g

/** Without the marks in code, tags and addresses. From mark to mark, as most paragraphs have none. */
export function quotedParagraphs(draft: Draft): Paragraph[] {
  const {text} = draft
  const shields = draft.protected()
  const paragraphs: Paragraph[] = []
  let marks: QuoteMark[] | undefined
  let last = 0
  for (const {0: sign, index: at} of text.matchAll(MARK)) {
    const shield = shields[firstEndingAfter(shields, at)]
    if (shield && shield.start <= at) continue
    const start = afterEmptyLine(text, last, at)
    if (!marks || start !== undefined) {
      marks = []
      paragraphs.push({start: start ?? 0, marks})
    }
    marks.push({at, isStraight: sign === '"', side: sideOf(text, at, sign)})
    last = at + 1
  }
  return paragraphs
}

/** Where the text after the last empty line between two offsets begins; undefined where there is none. */
function afterEmptyLine(text: string, from: number, to: number): number | undefined {
  let isAfterBreak = false
  for (let i = to - 1, after = to; i >= from; i--) {
    const unit = text.charCodeAt(i)
    if (unit === LINE_FEED) {
      if (isAfterBreak) return after
      isAfterBreak = true
      after = i + 1
    } else if (!isBlank(unit)) isAfterBreak = false
  }
  return undefined
}

const LINE_FEED = 10
const isBlank = (unit: number): boolean => unit === 32 || unit === 9 || unit === 13

function sideOf(text: string, at: number, sign: string): QuoteMark['side'] {
  if (sign !== '"') return sign === '“' ? 'open' : 'close'
  const [before, after] = [text[at - 1] ?? '\n', text[at + 1] ?? '\n']
  const canOpen = /[\s([{—–-]/.test(before) && /\S/.test(after)
  const canClose = /\S/.test(before) && /[\s)\]}.,;:!?—–]/.test(after)
  if (canOpen === canClose) return 'unclear'
  return canOpen ? 'open' : 'close'
}
