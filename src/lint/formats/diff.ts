/**
 * The repairs as a patch that `git apply` and `patch -p1` take, from the folder in which unspun ran: without git's own
 * header, which would count from the root of the repository. Lines end in \n and nothing else, so a \r before it is
 * text like any other. A document without `fixed` has no part in it, and a record a remark, which git and patch pass over:
 * a patch needs the lines around a change, and a run over records knows one line at a time.
 *
 * Unlike all other formats it carries text of documents as it is: a patch that is not exact cannot be applied.
 */
import {formatPatch, type StructuredPatch, structuredPatch} from 'diff'
import {visible} from '../../stage/visible.js'
import type {Format} from './format.js'
import {quotedPath} from './quoted-path.js'

/** Lines around each change, as git has them. */
const CONTEXT = 3
/**
 * Lines that go and come before the search for the smallest difference is given up: its time grows with their square,
 * measured at 0.4 s for 2 MB with 1,000 lines changed.
 */
const MOST_EDITS = 2000

export const diff: Format = () => ({
  document({path, fixed}) {
    if (fixed === undefined || fixed.source === fixed.text) return ''
    if (fixed.line !== undefined) return `# ${visible(path)} has repairs, which unspun lint --fix makes\n`
    const {hunks} = patchOf(fixed.source, fixed.text)
    const header = `--- ${quotedPath(`a/${path}`)}\n+++ ${quotedPath(`b/${path}`)}\n`
    return header + formatPatch({hunks} as StructuredPatch, WITHOUT_NAMES)
  },
  end: () => '',
})

const WITHOUT_NAMES = {includeIndex: false, includeUnderline: false, includeFileHeaders: false}

/** The smallest patch, or, where finding it would take long, one that replaces every line. */
function patchOf(source: string, text: string): Pick<StructuredPatch, 'hunks'> {
  return (
    structuredPatch('', '', source, text, '', '', {context: CONTEXT, maxEditLength: MOST_EDITS}) ?? {
      hunks: [wholeHunk(linesOf(source), linesOf(text))],
    }
  )
}

function wholeHunk(before: readonly string[], after: readonly string[]): StructuredPatch['hunks'][number] {
  return {
    oldStart: 1,
    oldLines: before.length,
    newStart: 1,
    newLines: after.length,
    lines: [...before.flatMap((line) => hunkLines('-', line)), ...after.flatMap((line) => hunkLines('+', line))],
  }
}

const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? []

const hunkLines = (sign: string, line: string): string[] =>
  line.endsWith('\n') ? [sign + line.slice(0, -1)] : [sign + line, '\\ No newline at end of file']
