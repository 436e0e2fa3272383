/** A linter that repairs: its results tell how a file reads now, and what is left in it. Nothing is written here. */
import {fileOf, fix} from './fix.js'
import type {LintResult} from './lint.js'
import {createLinter, type Fixes, type Linter, type LintInput, type LintSettings} from './linter.js'

/** As `createLinter`; findings are those that are left after the repairs, if not all are asked for. */
export function createFixer(settings: LintSettings, fixes: Fixes): Linter {
  const linter = createLinter(settings)
  const see = (input: LintInput) => linter.see(input, fixes === 'proposed')
  return {
    ...linter,
    lint: (input) => resultOf(input, fix(input, see), {fixes, findsAll: settings.findsAll ?? false, lint: linter.lint}),
  }
}

/** A file that could not be written as it was but for its repairs is not repaired: the result is that of the file as it is. */
function resultOf(
  before: LintInput,
  after: LintInput,
  {fixes, findsAll, lint}: {readonly fixes: Fixes; readonly findsAll: boolean; readonly lint: Linter['lint']},
): LintResult {
  if (after === before) return withLeft(lint(before), fixes)
  const unfixed = hindrance(before, after)
  if (unfixed !== undefined) return {...lint(before), unfixed}
  const {line} = before
  const fixed = {source: fileOf(before), text: fileOf(after), ...(line ? {line: line.number} : {})}
  const {findings, ...left} = withLeft(lint(after), fixes)
  return {...left, findings: findsAll ? lint(before).findings : findings, fixed}
}

/** Says of repairs that were asked for and are not made that they are not. */
function withLeft(result: LintResult, fixes: Fixes): LintResult {
  const left = result.findings.filter(({level}) => level === 'safe' || level === fixes).length
  if (left === 0) return result
  return {
    ...result,
    unfixed: `${left === 1 ? 'one repair' : `${left} repairs`} would change more than the words it is about`,
  }
}

/** Why a file is not to be rewritten. */
function hindrance({content, facts, line}: LintInput, after: LintInput): string | undefined {
  if (/\.gz$/i.test(facts.path)) return 'it is compressed'
  if (!/[^\s\uFEFF]/.test(fileOf(after))) return 'nothing of it would be left'
  if (line || typeof content === 'string') return undefined
  const bytes = new TextEncoder().encode(fileOf({content, facts}))
  return Buffer.compare(bytes, content) === 0 ? undefined : 'it is not UTF-8'
}
