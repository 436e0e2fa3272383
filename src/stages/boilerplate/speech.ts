/**
 * Somebody says the words of a button: “Read more: you have time,” said my aunt. A page does not put its buttons between
 * quotation marks, and has no dash before one that has none behind.
 */
import type {Hit} from '../../rules/hit.js'
import type {Page} from './page.js'

/** The marks that may follow an opening one: closed is what was opened. `«` alone is an arrow. */
const CLOSING: Readonly<Record<string, RegExp>> = {
  '“': /[”“]/,
  '„': /[“”]/,
  '‘': /’/,
  '"': /"/,
  '「': /」/,
  '『': /』/,
  '«': /»/,
  '»': /«/,
}
const OPENING_MARK = /(["“„‘「『«»])[\s\u00a0\u202f]*$/
const OPENING_DASH = /^[\s\u00a0]*[—–―][\s\u00a0]*$/
const CLOSING_DASH = /[—–―][\s\u00a0]*$/

/** Whether what a rule found stands at the beginning of somebody's words. */
export function isSpoken(page: Page, line: number, {start, end}: Hit): boolean {
  const {text} = page.draft
  const {start: lineStart, end: lineEnd} = page.line(line)
  const before = text.slice(Math.max(lineStart, start - 8), start)
  if (before === '') return false
  const after = text.slice(start, Math.min(lineEnd, end + 1000))
  const mark = OPENING_MARK.exec(before)?.[1]
  if (mark !== undefined) return CLOSING[mark]!.test(after)
  return OPENING_DASH.test(before) && !CLOSING_DASH.test(after)
}
