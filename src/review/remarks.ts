/**
 * What was seen and not changed, as marks in the unchanged text.
 *
 * Marks that overlap are one mark with several findings, since a link cannot hold a link. What reaches over a line
 * break is no mark but a flag where it begins and a bar beside its lines: a finding about a whole document would
 * otherwise swallow every mark in it.
 */
import type {Finding, Span} from '../draft/index.js'
import type {Change} from './changes.js'

export interface Remark extends Span {
  /** Indices into the report's findings. */
  readonly findings: readonly number[]
  /** A marked text, a place between two characters, or the beginning of marked lines. */
  readonly kind: 'text' | 'point' | 'lines'
  /** The rest of a mark that a change cuts in two. */
  readonly isContinued: boolean
}

export interface Remarks {
  /** Sorted, apart from each other and from the changes. */
  readonly remarks: readonly Remark[]
  /** Lines with a bar beside them. Sorted and apart. */
  readonly bars: readonly Span[]
}

/** A longer mark makes an article hard to read, in UTF-16 units. */
const LONGEST_MARK = 300

/** The marks for the findings whose indices are given; what lies inside a change is added to that change's findings. */
export function remarksOf(
  source: string,
  changes: readonly Change[],
  findings: readonly Finding[],
  seen: readonly number[],
): Remarks {
  const remarks: Remark[] = []
  const marks = seen.map((i) => ({i, ...markOf(source, findings[i]!)}))
  let at = 0
  for (const cluster of clustersOf(marks)) {
    while (at < changes.length && changes[at]!.end <= cluster.start) at++
    const parts = outside(cluster, changes, at)
    for (const part of parts) remarks.push(part)
    if (parts.length === 0) for (const i of cluster.findings) changes[at]!.findings.push(i)
  }
  const long = marks.filter(({kind}) => kind === 'lines')
  return {remarks, bars: union(long.map(({i}) => findings[i]!))}
}

/** Where the mark of a finding stands: without the line breaks at its ends, or only its beginning if it is long. */
function markOf(source: string, {start, end}: Span): Span & Pick<Remark, 'kind'> {
  if (start === end) return {start, end, kind: 'point'}
  if (end - start > LONGEST_MARK) return {start, end: start, kind: 'lines'}
  const text = source.slice(start, end)
  const from = start + /^[\r\n]*/.exec(text)![0].length
  const to = end - /[\r\n]*$/.exec(text)![0].length
  const isOneLine = from < to && !/[\r\n]/.test(source.slice(from, to))
  return isOneLine ? {start: from, end: to, kind: 'text'} : {start, end: start, kind: 'lines'}
}

interface Cluster extends Span {
  end: number
  kind: Remark['kind']
  readonly findings: number[]
}

interface Mark extends Span {
  readonly i: number
  readonly kind: Remark['kind']
}

/** Marks that overlap, together. */
function clustersOf(marks: Mark[]): Cluster[] {
  const clusters: Cluster[] = []
  marks.sort((a, b) => a.start - b.start || a.end - b.end || a.i - b.i)
  for (const {i, start, end, kind} of marks) {
    const last = clusters.at(-1)
    const isSamePoint = last?.start === start && last.end === end
    if (last && (start < last.end || isSamePoint)) {
      last.end = Math.max(last.end, end)
      if (last.kind === 'point') last.kind = kind
      last.findings.push(i)
    } else clusters.push({start, end, kind, findings: [i]})
  }
  return clusters
}

/** The stretches of a cluster that no change covers; `at` is the first change that ends after it begins. */
function outside({start, end, kind, findings}: Cluster, changes: readonly Change[], at: number): Remark[] {
  if (start === end) {
    const isInside = at < changes.length && changes[at]!.start < start
    return isInside ? [] : [{start, end, findings, kind, isContinued: false}]
  }
  const marks: Remark[] = []
  const mark = (from: number, to: number): void => {
    if (to > from) marks.push({start: from, end: to, findings, kind, isContinued: marks.length > 0})
  }
  let from = start
  for (let i = at; i < changes.length && changes[i]!.start < end; i++) {
    mark(from, changes[i]!.start)
    from = Math.max(from, changes[i]!.end)
  }
  mark(from, end)
  return marks
}

function union(spans: readonly Span[]): Span[] {
  const result: {start: number; end: number}[] = []
  for (const {start, end} of spans.toSorted((a, b) => a.start - b.start)) {
    const last = result.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else result.push({start, end})
  }
  return result
}
