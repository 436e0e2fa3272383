/** The stretch of a line in which a finding stands: all that is shown of its document. */
import type {Span} from '../draft/index.js'

/** What a reader sees of the line, and where in that the finding lies (UTF-16 code units). */
export interface Frame extends Span {
  readonly text: string
  readonly isCutBefore: boolean
  readonly isCutAfter: boolean
}

/** Longer lines are cut to this, UTF-16 units. */
const WIDTH = 76
/** How much of a long line stands before the finding. */
const LEAD = 20

/** The frame of a span; of one that spans several lines, its first. */
export function frameIn(text: string, {start, end}: Span): Frame {
  const [before = ''] = /[^\r\n]*$/.exec(text.slice(Math.max(0, start - WIDTH), start)) ?? []
  const from = start - before.length
  const [line = ''] = /^[^\r\n]*/.exec(text.slice(from, start + WIDTH)) ?? []
  const first = Math.max(0, Math.min(start - from - LEAD, line.length - WIDTH))
  const shown = line.slice(first, first + WIDTH)
  const at = start - from - first
  return {
    text: shown,
    start: at,
    end: Math.min(end - start + at, shown.length),
    isCutBefore: !/^[\r\n]?$/.test(text.slice(Math.max(0, from + first - 1), from + first)),
    isCutAfter: !/^(?:[\r\n]|$)/.test(text.slice(from + first + shown.length, from + first + shown.length + 1)),
  }
}
