/**
 * Scores a restoration against marked text: `[[spun form→original|also accepted]]`, everything outside marks as it should be.
 *
 * The report's revisions say where each mark went, so nothing has to be aligned.
 */
import {applyEdits, compose, type Edit, type Revision} from '../../src/draft/index.js'

/** One spun span, in the coordinates of the spun text. */
export interface Mark {
  readonly start: number
  readonly end: number
  /** What may stand there, best first. */
  readonly accepted: readonly string[]
}

export interface MarkedText {
  /** The text as spun, without marks. */
  readonly spun: string
  readonly marks: readonly Mark[]
}

export interface Score {
  /** Marks that now read as accepted, and did not before. */
  restored: number
  /** Marks changed into something that is not accepted. */
  wrong: number
  /** Marks left as they were though that is not accepted. */
  missed: number
  /** Changes outside every mark. */
  spurious: number
  /** Marks whose spun form is accepted, changed into another accepted form. */
  tolerated: number
}

/** The spun text of a marked one, and where its marks are. */
export function parseMarked(marked: string): MarkedText {
  const marks: Mark[] = []
  let spun = ''
  let last = 0
  for (const match of marked.matchAll(/\[\[([^\]→]*)→([^\]]*)\]\]/g)) {
    spun += marked.slice(last, match.index)
    marks.push({start: spun.length, end: spun.length + match[1]!.length, accepted: match[2]!.split('|')})
    spun += match[1]
    last = match.index + match[0].length
  }
  return {spun: spun + marked.slice(last), marks}
}

/** Compares what the revisions made of each mark with what it may be. Letter case and blanks do not count. */
export function score({spun, marks}: MarkedText, revisions: readonly Revision[]): Score {
  const edits = compose(spun, revisions).filter((edit) => !isSame(spun.slice(edit.start, edit.end), edit.insert))
  const result: Score = {restored: 0, wrong: 0, missed: 0, spurious: 0, tolerated: 0}
  const used = new Set<Edit>()
  for (const mark of marks) {
    const inside = edits.filter((edit) => edit.start < mark.end && edit.end > mark.start)
    for (const edit of inside) used.add(edit)
    const isFine = mark.accepted.some((form) => isSame(form, spun.slice(mark.start, mark.end)))
    if (inside.length === 0) {
      if (!isFine) result.missed++
    } else if (!readsAsAccepted(spun, mark, inside)) result.wrong++
    else if (isFine) result.tolerated++
    else result.restored++
  }
  result.spurious = edits.filter((edit) => !used.has(edit)).length
  return result
}

/** An edit may reach beyond the mark (an article goes with its word): what it does there must leave the same words. */
function readsAsAccepted(spun: string, mark: Mark, edits: readonly Edit[]): boolean {
  const start = Math.min(mark.start, ...edits.map((edit) => edit.start))
  const end = Math.max(mark.end, ...edits.map((edit) => edit.end))
  const local = edits.map((edit) => ({...edit, start: edit.start - start, end: edit.end - start}))
  const now = applyEdits(spun.slice(start, end), local)
  const [before, after] = [spun.slice(start, mark.start), spun.slice(mark.end, end)]
  return mark.accepted.some(
    (form) => isSame(withoutArticle(before) + form + after, withoutArticle(now)) || isSame(form, now),
  )
}

const withoutArticle = (text: string): string => text.replace(/^\s*an?\s+/i, '')

const plain = (text: string): string =>
  (
    text
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[\p{L}\p{N}']+|[^\s\p{L}\p{N}]/gu) ?? []
  ).join(' ')

const isSame = (a: string, b: string): boolean => plain(a) === plain(b)

export interface Summary extends Score {
  readonly recall: number
  readonly precision: number
  /** F with precision counting twice as much. */
  readonly f05: number
}

/** The sum of several scores, with recall = restored of all marks that needed it, precision = right changes of all changes. */
export function summarise(scores: readonly Score[]): Summary {
  const sum = (key: keyof Score): number => scores.reduce((total, each) => total + each[key], 0)
  const [restored, wrong, missed] = [sum('restored'), sum('wrong'), sum('missed')]
  const [spurious, tolerated] = [sum('spurious'), sum('tolerated')]
  const recall = restored / Math.max(1, restored + wrong + missed)
  const precision = (restored + tolerated) / Math.max(1, restored + tolerated + wrong + spurious)
  const f05 = (1.25 * precision * recall) / Math.max(1e-9, 0.25 * precision + recall)
  return {restored, wrong, missed, spurious, tolerated, recall, precision, f05}
}
