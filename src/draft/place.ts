/** Line and column are born when printed; everywhere else a position is an offset. */
import {linesOf} from './lines.js'

/** A point as people count: line and column from 1, in UTF-16 code units. */
export interface Place {
  readonly line: number
  readonly column: number
}

/** Answers where in a text an offset lies. Lines end at LF, CRLF or CR; they are found when the first answer is wanted. */
export function placesOf(text: string): (offset: number) => Place {
  let starts: readonly number[] | undefined
  return (offset) => {
    starts ??= lineStarts(text)
    let low = 0
    let high = starts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (starts[middle]! <= offset) low = middle + 1
      else high = middle
    }
    return {line: low, column: offset - starts[low - 1]! + 1}
  }
}

/** With that of the empty line behind a last break: the end of the text lies there. */
function lineStarts(text: string): readonly number[] {
  const starts = Array.from(linesOf(text).starts)
  if (text === '' || text.endsWith('\n') || text.endsWith('\r')) starts.push(text.length)
  return starts
}
