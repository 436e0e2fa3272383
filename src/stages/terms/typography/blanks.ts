/** Blanks that are too many in Chinese for everybody. Those that houses dispute are in `meetings.ts`. */
import {BLANK, CLOSE, DIGIT, HAN, LATIN, OPEN, PAUSE} from './characters.js'
import type {TypographyRule} from './rule.js'
import type {View} from './view.js'

/** More blanks than this are a layout. */
const MOST_BEFORE_MARK = 3

/** What nobody disputes, and what a blank may have been put there for. */
const [SURE, UNSURE] = [0.9, 0.6]

/** A full-width mark brings its own blank. */
export const strayBlank: TypographyRule = {
  looksAt: [' \u00a0'],
  find(view, at) {
    if (view.kind(at - 1) === BLANK) return undefined
    const end = endOfBlanks(view, at)
    const confidence = isBeforeMark(view, at, end) ? SURE : certaintyAfterMark(view, at, end)
    if (confidence === 0) return undefined
    return {start: at, end, rule: 'terms/stray-blank', expected: [''], confidence}
  },
}

const isText = (kind: number): boolean => kind === HAN || kind === LATIN || kind === DIGIT

function isBeforeMark(view: View, at: number, end: number): boolean {
  const [left, right] = [view.kind(at - 1), view.kind(end)]
  return (right === PAUSE || right === CLOSE) && (isText(left) || left === CLOSE) && end - at <= MOST_BEFORE_MARK
}

/**
 * After a closing bracket a blank may part two things, a title and its author, and after a caption's last stop the
 * caption and its credit. A mark within Latin words is in the wrong width, and its blank in the right place.
 */
function certaintyAfterMark(view: View, at: number, end: number): number {
  const [left, right] = [view.kind(at - 1), view.kind(end)]
  if (end - at > 1 || !(isText(right) || right === OPEN)) return 0
  if (left === CLOSE || (right === OPEN && isText(left))) return UNSURE
  if (left !== PAUSE && left !== OPEN) return 0
  if (right === LATIN && view.kind(at - 2) === LATIN) return 0
  return /[。！？]/.test(view.text[at - 1]!) && !goesOn(view, end) ? UNSURE : SURE
}

/** Whether a sentence follows on the line: its end within what is read of it, or more than a credit would take. */
function goesOn({text}: View, from: number): boolean {
  const rest = text.slice(from, from + LONGEST_CREDIT).split(/[\r\n]/, 1)[0]!
  return rest.length === LONGEST_CREDIT || /[，。；：？！]/.test(rest)
}

const LONGEST_CREDIT = 40

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
