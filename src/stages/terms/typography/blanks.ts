/** Blanks that are too many in Chinese for everybody. Those that houses dispute are in `meetings.ts`. */
import {BLANK, CLOSE, DIGIT, HAN, LATIN, OPEN, PAUSE} from './characters.js'
import type {TypographyRule} from './rule.js'
import type {View} from './view.js'

/** More blanks than this are a layout. */
const MOST_BEFORE_MARK = 3

/** A full-width mark brings its own blank. */
export const strayBlank: TypographyRule = {
  looksAt: [' \u00a0'],
  find(view, at) {
    if (view.kind(at - 1) === BLANK) return undefined
    const end = endOfBlanks(view, at)
    const confidence = strayness(view.kind(at - 1), view.kind(end), end - at)
    if (confidence === 0) return undefined
    return {start: at, end, rule: 'terms/stray-blank', expected: [''], confidence}
  },
}

/** After a closing bracket a blank may part two things: a title and its author, a number and its heading. */
function strayness(left: number, right: number, length: number): number {
  const isText = (kind: number): boolean => kind === HAN || kind === LATIN || kind === DIGIT
  if (right === PAUSE || right === CLOSE)
    return (isText(left) || left === CLOSE) && length <= MOST_BEFORE_MARK ? 0.9 : 0
  if (length > 1 || !(isText(right) || right === OPEN)) return 0
  if (left === PAUSE || left === OPEN) return 0.9
  return left === CLOSE ? 0.6 : right === OPEN && isText(left) ? 0.6 : 0
}

/** So many Han on either side and in a line with marks, a blank is hardly layout; it may stand for a comma. */
const PIECE = /[\u3400-\u4dbf\u4e00-\u9fff]{3}/y

/** A blank between two Han in a sentence: a line that was joined, or a pause. An editor decides. */
export const innerBlank: TypographyRule = {
  looksAt: [' '],
  find(view, at) {
    if (view.kind(at - 1) !== HAN || view.kind(at + 1) !== HAN) return undefined
    if (!isPiece(view.text, at - 3) || !isPiece(view.text, at + 1) || !view.lineAt(at).isProse) return undefined
    return {start: at, end: at + 1, rule: 'terms/inner-blank', expected: [''], confidence: 0.5}
  },
}

function endOfBlanks(view: View, at: number): number {
  let end = at
  while (view.kind(end) === BLANK) end++
  return end
}

function isPiece(text: string, at: number): boolean {
  PIECE.lastIndex = at
  return at >= 0 && PIECE.test(text)
}
