/** From the text of a mention to its canonical form by the smallest edits, around what is protected. */
import type {Span} from '../../../draft/index.js'

export interface SmallEdit extends Span {
  readonly insert: string
}

/** Destinations of links and tags: nothing may touch them. */
const FIXED = /(\]\([^()\s]*\)|<[^<>\s][^<>]*>)/

/** The edits that make `wanted` of a span; none when nothing differs; undefined when something fixed would have to move. */
export function editsBetween(text: string, {start, end}: Span, wanted: string): SmallEdit[] | undefined {
  const written = text.slice(start, end).split(FIXED)
  const split = written.length === 1 ? [wanted] : wanted.split(FIXED)
  if (written.length !== split.length) return undefined
  const edits: SmallEdit[] = []
  let at = start
  for (const [i, piece] of written.entries()) {
    if (i % 2 === 1 && piece !== split[i]) return undefined
    if (piece !== split[i]) edits.push(trimmed(text, {start: at, end: at + piece.length}, split[i]!))
    at += piece.length
  }
  return edits
}

const INSIDE = /[\p{L}\p{M}\p{N}\ud800-\udfff]/u

/** Without what both have in common at their ends, but for whole words. */
function trimmed(text: string, {start, end}: Span, insert: string): SmallEdit {
  const written = text.slice(start, end)
  let head = 0
  while (head < written.length && head < insert.length && written[head] === insert[head]) head++
  while (head > 0 && isInWord(written, head) | isInWord(insert, head)) head--
  let tail = 0
  const most = Math.min(written.length, insert.length) - head
  while (tail < most && written.at(-1 - tail) === insert.at(-1 - tail)) tail++
  while (tail > 0 && isInWord(written, written.length - tail) | isInWord(insert, insert.length - tail)) tail--
  return {start: start + head, end: end - tail, insert: insert.slice(head, insert.length - tail)}
}

/** Whether a cut at `at` would go through a word; Chinese characters are words of their own. */
function isInWord(text: string, at: number): number {
  const [before, after] = [text[at - 1] ?? '', text[at] ?? '']
  return INSIDE.test(before) && INSIDE.test(after) && !/\p{Script=Han}/u.test(before + after) ? 1 : 0
}
