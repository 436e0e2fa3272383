/** Line and column are born when printed; everywhere else a position is an offset. */

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

const [LF, CR] = [0x0a, 0x0d]

function lineStarts(text: string): number[] {
  const starts = [0]
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit === LF || (unit === CR && text.charCodeAt(i + 1) !== LF)) starts.push(i + 1)
  }
  return starts
}
