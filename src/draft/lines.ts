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
  let feed = nextIndex(text, '\n', 0)
  let carriage = nextIndex(text, '\r', 0)
  for (let at = 0; at < text.length; ) {
    if (count === starts.length) {
      starts = doubled(starts)
      ends = doubled(ends)
    }
    if (feed < at) feed = nextIndex(text, '\n', at)
    if (carriage < at) carriage = nextIndex(text, '\r', at)
    const end = Math.min(feed, carriage)
    starts[count] = at
    ends[count++] = end
    at = carriage + 1 === feed ? feed + 1 : end + 1
  }
  return {count, starts: starts.subarray(0, count), ends: ends.subarray(0, count)}
}

/** Where a character comes next; the length of the text when it does not, so that nobody searches for it again. */
function nextIndex(text: string, char: string, from: number): number {
  const found = text.indexOf(char, from)
  return found < 0 ? text.length : found
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

/** Where the line that holds an offset begins. */
export const lineStartAt = (lines: Lines, offset: number): number =>
  lines.starts[Math.max(0, lineAt(lines, offset))] ?? 0
