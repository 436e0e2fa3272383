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
  const from = start - lineBefore(text, start).length
  const [line = ''] = /^[^\r\n]*/.exec(text.slice(from, start + WIDTH)) ?? []
  const first = Math.max(0, Math.min(start - from - LEAD, line.length - WIDTH))
  const shown = line.slice(first, first + WIDTH)
  const at = start - from - first
  return {
    text: shown,
    start: at,
    end: Math.min(end - start + at, shown.length),
    isCutBefore: first > 0 || !/^[\r\n]?$/.test(text.slice(Math.max(0, from - 1), from)),
    isCutAfter: !/^(?:[\r\n]|$)/.test(text.slice(from + first + shown.length, from + first + shown.length + 1)),
  }
}

/** What stands before an offset in its line; no more of it than is shown, as lines may be as long as their text. */
const lineBefore = (text: string, offset: number): string =>
  /[^\r\n]*$/.exec(text.slice(Math.max(0, offset - WIDTH), offset))![0]
