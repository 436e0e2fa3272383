/** Where a converted clause differs from what it was: the smallest stretches, so that an editor can refuse one of them. */
import type {Edit} from '../../../draft/index.js'

/** Longer ones are compared as a whole, once what they share at both ends is off (characters). */
const LONGEST_ALIGNED = 300

/** The edits that make one clause of the other, in its coordinates (UTF-16 units). */
export function changedWords(before: string, after: string): readonly Edit[] {
  if (before === after) return []
  if (before.length === after.length) return editsByPlace(before, after)
  const [a, b] = [[...before], [...after]]
  const kept = aligned(a, b)
  return editsBetween(a, b, (i) => kept[i]!)
}

/** Character for character, as nearly all conversions are. */
function editsByPlace(before: string, after: string): Edit[] {
  const edits: Edit[] = []
  for (let i = 0; i < before.length; ) {
    const start = i
    let end = i
    while (end < before.length && isOther(before, after, end)) end++
    if (end > start) edits.push({start, end, insert: after.slice(start, end)})
    i = end + 1
  }
  return edits
}

/** Whether two texts have another character at a unit; a pair of surrogates is one. */
function isOther(before: string, after: string, at: number): boolean {
  const differs = (i: number): boolean => before.charCodeAt(i) !== after.charCodeAt(i)
  const isLow = isLowSurrogate(before, at) || isLowSurrogate(after, at)
  const isHigh = isLowSurrogate(before, at + 1) || isLowSurrogate(after, at + 1)
  return differs(at) || (isLow && differs(at - 1)) || (isHigh && differs(at + 1))
}

const isLowSurrogate = (text: string, at: number): boolean => (text.charCodeAt(at) & 0xfc00) === 0xdc00

/** `partner` tells which character after is the same one as character `i` before; -1 for none. */
function editsBetween(a: readonly string[], b: readonly string[], partner: (i: number) => number): Edit[] {
  const edits: Edit[] = []
  let offset = 0
  let open = {start: 0, i: 0, j: 0}
  for (let i = 0; i <= a.length; i++) {
    const j = i === a.length ? b.length : partner(i)
    if (j >= 0) {
      if (i > open.i || j > open.j) edits.push({start: open.start, end: offset, insert: b.slice(open.j, j).join('')})
      open = {start: offset + (a[i]?.length ?? 0), i: i + 1, j: j + 1}
    }
    offset += a[i]?.length ?? 0
  }
  return edits
}

/** For every character before its partner in a longest common subsequence, or -1. */
function aligned(a: readonly string[], b: readonly string[]): number[] {
  const partners: number[] = new Array(a.length).fill(-1)
  let head = 0
  while (head < a.length && head < b.length && a[head] === b[head]) partners[head] = head++
  let tail = 0
  while (tail < Math.min(a.length, b.length) - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++
  for (let k = 1; k <= tail; k++) partners[a.length - k] = b.length - k
  const [n, m] = [a.length - head - tail, b.length - head - tail]
  if (n > LONGEST_ALIGNED || m > LONGEST_ALIGNED) return partners
  const lengths = commonLengths(a.slice(head, head + n), b.slice(head, head + m))
  for (let i = 0, j = 0; i < n && j < m; ) {
    if (a[head + i] === b[head + j]) partners[head + i++] = head + j++
    else if (lengths[i + 1]![j]! >= lengths[i]![j + 1]!) i++
    else j++
  }
  return partners
}

/** How long the longest common subsequence of the rests from `i` and `j` on is. */
function commonLengths(a: readonly string[], b: readonly string[]): Uint16Array[] {
  const lengths = Array.from({length: a.length + 1}, () => new Uint16Array(b.length + 1))
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i]![j] = a[i] === b[j] ? lengths[i + 1]![j + 1]! + 1 : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!)
    }
  }
  return lengths
}
