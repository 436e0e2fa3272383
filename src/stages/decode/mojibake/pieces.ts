/** Lines, and pieces of lines that are too long to be looked at as a whole. */
import type {Lines, Span} from '../../../draft/index.js'

/** UTF-16 units. Even, for most sets have two bytes a character. */
const LONGEST = 10_000

/** The lines of a text; a long one is cut behind an ASCII character, so that no pair of bytes is torn. */
export function* piecesOf(lines: Lines, text: string): Iterable<Span> {
  for (let i = 0; i < lines.count; i++) {
    const last = lines.ends[i]!
    for (let start = lines.starts[i]!; start < last; ) {
      const end = last - start <= LONGEST ? last : cut(text, start)
      yield {start, end}
      start = end
    }
  }
}

function cut(text: string, start: number): number {
  for (let at = start + LONGEST; at > start; at--) {
    const isAscii = text.charCodeAt(at - 1) < 0x40
    // The ASCII character is far: pairs are counted from it.
    if (isAscii) return at > start + LONGEST / 2 ? at : start + LONGEST - ((start + LONGEST - at) % 2)
  }
  return start + LONGEST
}
