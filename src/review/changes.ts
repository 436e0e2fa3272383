/**
 * What was changed, place by place: the report's revisions as edits of the source, each with the findings behind it.
 *
 * No diff is computed. What several stages did to one place is one change with several findings; what they did to
 * neighbours is told apart where their findings account for every character of it.
 */
import {compose, type Edit, type Finding, firstEndingAfter, type Revision} from '../draft/index.js'

export interface Change extends Edit {
  /** Indices into the report's findings: those applied, then those that were displaced here. */
  readonly findings: number[]
  /** It removes lines and leaves what stands before and after them alone. */
  readonly isWholeLines: boolean
}

export interface Changes {
  /** Sorted and apart. */
  readonly changes: Change[]
  /** Applied findings of which nothing is left to see, because a later one undid them. */
  readonly undone: number[]
}

/** The changes of a document in reading order. Linear in its edits, but for a binary search for each finding. */
export function changesOf(source: string, revisions: readonly Revision[], findings: readonly Finding[]): Changes {
  const edits = compose(source, revisions).filter(({start, end, insert}) => source.slice(start, end) !== insert)
  const behind: number[][] = edits.map(() => [])
  const undone: number[] = []
  for (const [i, finding] of findings.entries()) {
    if (finding.state !== 'applied') continue
    const at = firstEndingAfter(edits, finding.end - 1)
    if (edits[at] && edits[at].start <= finding.start) behind[at]!.push(i)
    else undone.push(i)
  }
  const changes = edits.flatMap((edit, i) => parts(source, edit, behind[i]!, findings))
  return {changes: withWholeLines(source, changes), undone}
}

/** A change for each finding where their spans and texts, in a row, are the edit; otherwise one for all. */
function parts(source: string, edit: Edit, behind: readonly number[], findings: readonly Finding[]): Change[] {
  const whole = {...edit, findings: [...behind], isWholeLines: false}
  if (behind.length < 2) return [whole]
  const row = behind.toSorted((a, b) => findings[a]!.start - findings[b]!.start || findings[a]!.end - findings[b]!.end)
  const result: Change[] = []
  let at = edit.start
  let inserted = ''
  for (const i of row) {
    const {start, end, actual, expected} = findings[i]!
    if (start !== at || actual !== source.slice(start, end)) return [whole]
    const insert = expected[0] ?? ''
    const last = result.at(-1)
    if (last?.insert === '' && insert === '') result[result.length - 1] = joined(last, end, i)
    else result.push({start, end, insert, findings: [i], isWholeLines: false})
    at = end
    inserted += insert
  }
  return at === edit.end && inserted === edit.insert ? result : [whole]
}

/** Deletions in a row read as one. */
const joined = (last: Change, end: number, finding: number): Change => ({
  ...last,
  end,
  findings: [...last.findings, finding],
})

/**
 * Marks removals of whole lines, moved over a line break where that makes them such: to remove `⏎b` from `a⏎b⏎` is to
 * remove `b⏎`. `before` and `next` are where the neighbours end and start: what they changed is not there to stand on.
 */
function withWholeLines(source: string, changes: readonly Change[]): Change[] {
  return changes.map((change, i) => {
    if (change.insert !== '') return change
    return wholeLines(source, change, changes[i - 1]?.end ?? -1, changes[i + 1]?.start ?? source.length) ?? change
  })
}

function wholeLines(source: string, change: Change, before: number, next: number): Change | undefined {
  const {start, end} = change
  const removed = source.slice(start, end)
  if (!/\S/.test(removed)) return undefined
  if (start === 0 || source[start - 1] === '\n') {
    if (before === start) return undefined
    const isAtLineEnd = end === source.length || source[end - 1] === '\n' || lineBreakAt(source, end) > 0
    return isAtLineEnd ? {...change, isWholeLines: true} : undefined
  }
  const size = lineBreakAt(source, start)
  if (size === 0) return undefined
  if (end === source.length) return {...change, isWholeLines: true}
  if (lineBreakAt(source, end) !== size || end + size > next) return undefined
  return {...change, start: start + size, end: end + size, isWholeLines: true}
}

/** How long the line break at an offset is; 0 where there is none. */
const lineBreakAt = (text: string, at: number): number => (text[at] === '\n' ? 1 : text.startsWith('\r\n', at) ? 2 : 0)
