/** Where the lines of a text lie, in typed arrays; found once per text and shared by every stage. */
export interface Lines {
  readonly count: number
  readonly starts: Uint32Array
  /** Without the line break. */
  readonly ends: Uint32Array
}

/** Lines end at LF, CRLF or a lone CR; the last may lack its break. A text that ends in a break has no empty last line. */
export function linesOf(text: string): Lines {
  let starts = new Uint32Array(64)
  let ends = new Uint32Array(64)
  let count = 0
  let at = 0
  const hasLoneReturns = text.includes('\r')
  while (at < text.length) {
    if (count === starts.length) {
      starts = doubled(starts)
      ends = doubled(ends)
    }
    let end = text.indexOf('\n', at)
    let next = end + 1
    if (end < 0) next = end = text.length
    if (hasLoneReturns) {
      const back = text.indexOf('\r', at)
      if (back >= 0 && back < end) {
        next = text.charCodeAt(back + 1) === 10 ? back + 2 : back + 1
        end = back
      }
    }
    starts[count] = at
    ends[count++] = end
    at = next
  }
  return {count, starts: starts.subarray(0, count), ends: ends.subarray(0, count)}
}

function doubled(old: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(old.length * 2)
  larger.set(old)
  return larger
}

/** The index of the line that holds an offset (a line holds its own break). */
export function lineAt(lines: Lines, offset: number): number {
  let low = 0
  let high = lines.count
  while (low < high) {
    const middle = (low + high) >> 1
    if (lines.starts[middle]! <= offset) low = middle + 1
    else high = middle
  }
  return low - 1
}
