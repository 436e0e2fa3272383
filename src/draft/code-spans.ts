/** Code between backticks. */
import {Ascending} from './ascending.js'
import type {ProtectedSpan, Span} from './span.js'

/** A run of backticks closes at the next run of the same length in the same paragraph. */
export function codeSpans(text: string): ProtectedSpan[] {
  const runs = backtickRuns(text)
  const spans: ProtectedSpan[] = []
  const paragraphEnds = new Ascending((from) => {
    EMPTY_LINE.lastIndex = from
    return EMPTY_LINE.exec(text)?.index ?? -1
  })
  let closers: Int32Array | undefined
  for (let i = 0; i < runs.length; i++) {
    let close = i + 1
    if (close === runs.length || !isAsLong(runs[i]!, runs[close]!)) {
      closers ??= nextOfSameLength(runs)
      close = closers[i]!
    }
    if (close < 0 || runs[close]!.end > paragraphEnds.from(runs[i]!.end)) continue
    spans.push({start: runs[i]!.start, end: runs[close]!.end, kind: 'code'})
    i = close
  }
  return spans
}

const isAsLong = (a: Span, b: Span): boolean => a.end - a.start === b.end - b.start

const EMPTY_LINE = /\n[ \t]*\r?\n/g

function backtickRuns(text: string): Span[] {
  const runs: Span[] = []
  for (let start = text.indexOf('`'), end = start; start >= 0; start = text.indexOf('`', end)) {
    for (end = start + 1; text[end] === '`'; ) end++
    runs.push({start, end})
  }
  return runs
}

function nextOfSameLength(runs: readonly Span[]): Int32Array {
  const next = new Int32Array(runs.length).fill(-1)
  const seen = new Map<number, number>()
  for (let i = runs.length - 1; i >= 0; i--) {
    const length = runs[i]!.end - runs[i]!.start
    next[i] = seen.get(length) ?? -1
    seen.set(length, i)
  }
  return next
}
