/**
 * Repairs, made in the file as it is written: a repair of a value is an edit of its literal, a repair of a page an edit of
 * its HTML, and whatever lies between keeps its bytes. What would change the structure of Markdown is not made.
 *
 * What was written is read again: a value that does not come back as it should is written in quotes, or left alone. The
 * whole is repeated until there is nothing more to repair, so that fixing twice is fixing once.
 */
import {escapeText} from 'entities'
import {applyEdits, compose, type Edit, type Finding, isMarkdown} from '../draft/index.js'
import {spansInHtml} from '../read/html/in-html.js'
import type {LintInput, Look, Sight} from './look.js'
import type {Writing} from './parts/part.js'
import {soundEdits} from './structure.js'

/** A repair can make room for another; more rounds than this nobody needed yet. */
const MOST_ROUNDS = 8

const MARK = '\uFEFF'

type See = (input: LintInput) => Sight

/** The input with all repairs made that `see` calls applied; the same object where there are none. */
export function fix(input: LintInput, see: See): LintInput {
  const seeOnce = rememberingLast(see)
  let now = input
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const sight = seeOnce(now)
    const text = repaired(now, sight, seeOnce)
    if (text === sight.file) break
    now = withFile(now, text)
  }
  return now
}

/** What was written is read to check it, and then to repair it further. */
function rememberingLast(see: See): See {
  let last: {readonly file: string; readonly sight: Sight} | undefined
  return (input) => {
    const file = fileOf(input)
    if (file !== last?.file) last = {file, sight: see(input)}
    return last.sight
  }
}

/** In how many ways a value may be written: in place, in quotes, not at all. */
const WAYS = ['in place', 'anew', 'not'] as const
type Way = (typeof WAYS)[number]

/** What is to become of a part. */
interface Plan {
  readonly writing: Writing | undefined
  /** Of the part's own text. */
  readonly edits: readonly Edit[]
  /** What it should say. */
  readonly text: string
}

/** The file with its repairs; those of a value that would not be read as they are meant are left out. */
function repaired(input: LintInput, sight: Sight, see: See): string {
  const plans = sight.looks.map(planFor)
  const ways: Way[] = plans.map(() => 'in place')
  for (;;) {
    const text = applyEdits(sight.file, plans.flatMap((plan, i) => fileEdits(plan, ways[i]!)).sort(inOrder))
    const wrong = text === sight.file ? [] : misread(plans, ways, () => see(withFile(input, text)).looks)
    if (wrong.length === 0) return text
    for (const i of wrong) ways[i] = WAYS[WAYS.indexOf(ways[i]!) + 1]!
  }
}

const inOrder = (a: Edit, b: Edit): number => a.start - b.start || a.end - b.end

function planFor({cleaned, writing}: Look): Plan {
  const {report, html, source} = cleaned
  const before = html ?? source
  const edits = report.rejected === undefined ? editsFor(cleaned) : []
  const text = applyEdits(before, edits)
  // A value of which nothing would be left is its owner's to take out.
  return writing && !/\S/.test(text) ? {writing, edits: [], text: before} : {writing, edits, text}
}

function editsFor({report, html, source}: Look['cleaned']): readonly Edit[] {
  if (html !== undefined) return htmlEdits({report, html, source})
  const edits = compose(source, report.revisions)
  return isMarkdown(report.format) ? soundEdits(source, edits) : edits
}

/** Which values, of those that were to be edited, are now read as something else. */
function misread(plans: readonly Plan[], ways: readonly Way[], again: () => readonly Look[]): number[] {
  const written = plans.flatMap(({writing}, i) => (writing && ways[i] !== 'not' ? [i] : []))
  if (written.length === 0) return []
  const now = again()
  return written.filter((i) => now.length !== plans.length || sourceOf(now[i]!) !== plans[i]!.text)
}

const sourceOf = ({cleaned: {html, source}}: Look): string => html ?? source

/** The repairs of a part as edits of the file. */
function fileEdits({writing, edits, text}: Plan, way: Way): readonly Edit[] {
  if (!writing || edits.length === 0) return edits
  if (way === 'not') return []
  const written = edits.map(({insert}) => writing.written(insert))
  if (way === 'in place' && written.every((insert) => insert !== undefined)) {
    return edits.map((edit, i) => ({...(writing.editSpanOf ?? writing.spanOf)(edit), insert: written[i]!}))
  }
  const anew = writing.anew?.(text)
  return anew ? [anew] : []
}

/** Of a page, what stands in its HTML as it is read; what is none of the article belongs to the site, and stays. */
function htmlEdits({report, html, source}: Look['cleaned'] & {readonly html: string}): Edit[] {
  const spanOf = spansInHtml(html, source, report.page?.places ?? [])
  const edits: Edit[] = []
  for (const finding of report.findings.filter(isRepair).sort((a, b) => a.start - b.start)) {
    const {start, end, isExact} = spanOf(finding)
    if (isExact && start >= (edits.at(-1)?.end ?? 0)) edits.push({start, end, insert: escapeText(finding.expected[0]!)})
  }
  return edits
}

const isRepair = ({state, stage}: Finding): boolean => state === 'applied' && stage !== 'boilerplate'

/** The same input with another file; of a record, with another line. A mark before the file stays. */
function withFile(input: LintInput, file: string): LintInput {
  const {line} = input
  if (!line?.value) return {...input, content: (fileOf(input).startsWith(MARK) ? MARK : '') + file}
  const value = {start: line.value.start, end: line.value.end + file.length - line.text.length}
  return {...input, content: JSON.parse(file.slice(value.start, value.end)), line: {...line, text: file, value}}
}

/** What stands on the disk, decoded; of a record, its line. */
export function fileOf({content, line}: LintInput): string {
  if (line) return line.text
  return typeof content === 'string' ? content : new TextDecoder('utf-8', {ignoreBOM: true}).decode(content)
}
