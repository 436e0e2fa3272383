/**
 * The arithmetic of changes: replacements in the coordinates of the text they were made on,
 * and the way of an offset through them in either direction.
 *
 * A span's start belongs to the character after it, its end to the character before it. With one rule for both,
 * a span that follows a deletion would swallow the deleted text.
 */
import type {Span} from './span.js'

/** One replacement, in the coordinates of the text before it. */
export interface Edit extends Span {
  readonly insert: string
}

/** The rooms of the pipeline, in their order; what only names them need not open them. */
export const STAGE_NAMES = ['decode', 'identify', 'boilerplate', 'residue', 'unspin', 'terms', 'spell'] as const
export type StageName = (typeof STAGE_NAMES)[number]

/** What one stage changed: sorted edits that do not overlap. `outside` is a plugin that is not ours. */
export interface Revision {
  readonly stage: StageName | 'outside'
  readonly edits: readonly Edit[]
}

/** Which end of a span an offset is. */
export type Side = 'start' | 'end'

/** The text with the edits made; the same string when there are none. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  if (edits.length === 0) return text
  const parts: string[] = []
  let at = 0
  for (const edit of edits) {
    parts.push(text.slice(at, edit.start), edit.insert)
    at = edit.end
  }
  parts.push(text.slice(at))
  return parts.join('')
}

/** The text after all revisions: what a report must be able to show. */
export function replay(source: string, revisions: readonly Revision[]): string {
  return revisions.reduce((text, revision) => applyEdits(text, revision.edits), source)
}

/** Maps offsets of the text before a list of edits to the text after it, and back. O(log edits) each. */
export class OffsetMap {
  readonly #edits: readonly Edit[]
  /** Where each replacement begins in the text after the edits. */
  readonly #starts: Float64Array

  constructor(edits: readonly Edit[]) {
    this.#edits = edits
    this.#starts = new Float64Array(edits.length)
    let shift = 0
    for (let i = 0; i < edits.length; i++) {
      const edit = edits[i]!
      this.#starts[i] = edit.start + shift
      shift += edit.insert.length - (edit.end - edit.start)
    }
  }

  /** From the text after the edits to the text before them. */
  back(offset: number, side: Side): number {
    const i = lastBefore(this.#edits.length, side, offset, (k) => this.#starts[k]!)
    if (i < 0) return offset
    const edit = this.#edits[i]!
    return cross(offset - this.#starts[i]!, edit.insert.length, edit.start, edit.end, side)
  }

  /** From the text before the edits to the text after them. */
  forth(offset: number, side: Side): number {
    const i = lastBefore(this.#edits.length, side, offset, (k) => this.#edits[k]!.start)
    if (i < 0) return offset
    const edit = this.#edits[i]!
    const start = this.#starts[i]!
    return cross(offset - edit.start, edit.end - edit.start, start, start + edit.insert.length, side)
  }
}

/** The last edit whose character an offset can belong to, or -1. */
function lastBefore(count: number, side: Side, offset: number, startOf: (index: number) => number): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if (side === 'start' ? startOf(middle) <= offset : startOf(middle) < offset) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** An offset `into` a replacement of `length` that becomes `start`–`end` on the other side. */
function cross(into: number, length: number, start: number, end: number, side: Side): number {
  const inside = side === 'start' ? into < length : into <= length
  if (!inside) return end + (into - length)
  return side === 'start' ? start : end
}

/** A stretch of the source that is still there, or text that was put in. */
type Piece = Span | string

const pieceLength = (piece: Piece): number => (typeof piece === 'string' ? piece.length : piece.end - piece.start)

/**
 * All revisions as one list of edits of the source, for whoever shows what changed.
 * Linear in the pieces and edits of each revision.
 */
export function compose(source: string, revisions: readonly Revision[]): Edit[] {
  let pieces: Piece[] = [{start: 0, end: source.length}]
  for (const {edits} of revisions) pieces = editPieces(pieces, edits)
  const composed: Edit[] = []
  let at = 0
  let insert = ''
  const flush = (start: number): void => {
    if (start > at || insert !== '') composed.push({start: at, end: start, insert})
    insert = ''
  }
  for (const piece of pieces) {
    if (typeof piece === 'string') insert += piece
    else {
      flush(piece.start)
      at = piece.end
    }
  }
  flush(source.length)
  return composed
}

/** The pieces after one revision, whose edits are in the coordinates of the text the pieces make. */
function editPieces(pieces: readonly Piece[], edits: readonly Edit[]): Piece[] {
  const result: Piece[] = []
  let next = 0
  let at = 0
  for (const piece of pieces) {
    const end = at + pieceLength(piece)
    let from = at
    for (; next < edits.length && edits[next]!.start < end; next++) {
      const edit = edits[next]!
      if (edit.start >= at) {
        push(result, piece, from - at, edit.start - at)
        if (edit.insert !== '') result.push(edit.insert)
      }
      from = Math.min(edit.end, end)
      if (edit.end > end) break
    }
    push(result, piece, from - at, end - at)
    at = end
  }
  for (; next < edits.length; next++) if (edits[next]!.start >= at) result.push(edits[next]!.insert)
  return result
}

function push(pieces: Piece[], piece: Piece, from: number, to: number): void {
  if (to <= from) return
  if (typeof piece === 'string') pieces.push(piece.slice(from, to))
  else pieces.push({start: piece.start + from, end: piece.start + to})
}

/** The way of spans through several revisions. */
export class RevisionMap {
  readonly #maps: OffsetMap[] = []

  push(edits: readonly Edit[]): OffsetMap {
    const map = new OffsetMap(edits)
    this.#maps.push(map)
    return map
  }

  /** A span of the text as it stands, in the source. */
  toSource(span: Span): Span {
    let {start, end} = span
    if (this.#maps.length === 0) return {start, end}
    for (let i = this.#maps.length - 1; i >= 0; i--) {
      start = this.#maps[i]!.back(start, 'start')
      end = this.#maps[i]!.back(end, 'end')
    }
    return ordered(start, end)
  }

  /** A span of the source, in the text as it stands. */
  fromSource(span: Span): Span {
    let {start, end} = span
    for (const map of this.#maps) {
      start = map.forth(start, 'start')
      end = map.forth(end, 'end')
    }
    return ordered(start, end)
  }
}

/** An empty span beside a deletion maps its two ends to either side of it: put them in order. */
function ordered(start: number, end: number): Span {
  return start <= end ? {start, end} : {start: end, end: start}
}
