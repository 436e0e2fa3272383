/** Whether what a finding expects can be written in its place in a file. */
import type {LintFinding} from '../lint/lint.js'

/** What would have to be written otherwise in HTML, or stands there otherwise. */
const MARKUP = /[<>&]/

/** A repair of a later round speaks of a text that is not there yet, and one of a page perhaps of its Markdown. */
export function isReplacement({expected, actual, start, end}: LintFinding, file: string, isPage: boolean): boolean {
  if (expected.length === 0 || file.slice(start.offset, end.offset) !== actual) return false
  return !isPage || ![actual, ...expected].some((text) => MARKUP.test(text))
}
