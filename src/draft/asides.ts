/**
 * Asides: spans that are no part of what a text says, although something stands there in its file, such as a comment to
 * this program. Stages read blanks for them.
 */
import {applyEdits} from './edit.js'
import type {Proposal} from './finding.js'
import {firstEndingAfter, overlaps, type Span} from './span.js'

/** Unicode's character for something that is not text. */
const OBJECT = '\ufffc'

/** A text with something in place of its asides: blanks there would make code of what stands behind them. */
export function withObjects(text: string, asides: readonly Span[]): string {
  const edits = asides.map(({start, end}) => ({start, end, insert: text.slice(start, end).replace(/[^\r\n]/g, OBJECT)}))
  return applyEdits(text, edits)
}

/** A deletion that takes blanks along at its edges, without those that stand for an aside; every other proposal as it is. */
export function besideAsides(proposal: Proposal, text: string, asides: readonly Span[]): Proposal {
  if (proposal.expected[0] !== '') return proposal
  const first = firstEndingAfter(asides, proposal.start)
  let last = first
  while (last < asides.length && overlaps(asides[last]!, proposal)) last++
  let {start, end} = proposal
  for (const aside of asides.slice(first, last)) {
    if (isBlank(text, start, aside.end)) start = Math.min(aside.end, end)
    else if (isBlank(text, aside.start, end)) end = aside.start
  }
  return start === proposal.start && end === proposal.end ? proposal : {...proposal, start, end}
}

const isBlank = (text: string, start: number, end: number): boolean => !/\S/.test(text.slice(start, end))
