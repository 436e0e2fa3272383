/** How many bytes of UTF-8 a stretch takes: a short look; one pass over the text more, where a stretch is long. */

/** Code units from one noted sum to the next. */
const STEP = 1024

/** Answers for stretches in UTF-16 code units, of a text without lone surrogates. */
export function bytesIn(text: string): (start: number, end: number) => number {
  let before: ((offset: number) => number) | undefined
  return (start, end) => {
    if (end - start <= STEP) return bytesBetween(text, start, end)
    before ??= bytesBefore(text)
    return before(end) - before(start)
  }
}

function bytesBefore(text: string): (offset: number) => number {
  const sums = new Float64Array(Math.floor(text.length / STEP) + 1)
  for (let i = 1; i < sums.length; i++) sums[i] = sums[i - 1]! + bytesBetween(text, (i - 1) * STEP, i * STEP)
  return (offset) => {
    const step = Math.floor(offset / STEP)
    return sums[step]! + bytesBetween(text, step * STEP, offset)
  }
}

/** Each half of a surrogate pair counts as two of its four bytes. */
function bytesBetween(text: string, start: number, end: number): number {
  let bytes = 0
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i)
    bytes += code < 0x80 ? 1 : code < 0x800 || (code >= 0xd800 && code < 0xe000) ? 2 : 3
  }
  return bytes
}
