/** What is said of a file that was repaired: what is left, and how it reads now. Nothing is written here. */
import {fileOf} from './fix.js'
import type {LintResult} from './lint.js'
import type {LintInput} from './look.js'

/**
 * The result of the repaired input. A file whose bytes would not come back as they were is not repaired: the result is that
 * of the file as it is, with the reason.
 */
export function withFixes(before: LintInput, after: LintInput, lint: (input: LintInput) => LintResult): LintResult {
  if (after === before) return lint(before)
  const unfixed = hindranceIn(before)
  if (unfixed !== undefined) return {...lint(before), unfixed}
  const {line} = before
  const fixed = {source: fileOf(before), text: fileOf(after), ...(line ? {line: line.number} : {})}
  return {...lint(after), fixed}
}

/** Why a file cannot be written as it was but for its repairs. */
function hindranceIn({content, facts, line}: LintInput): string | undefined {
  if (/\.gz$/i.test(facts.path)) return 'it is compressed'
  if (line || typeof content === 'string') return undefined
  const bytes = new TextEncoder().encode(fileOf({content, facts}))
  return Buffer.compare(bytes, content) === 0 ? undefined : 'it is not UTF-8'
}
