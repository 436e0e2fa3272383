/** From lines that go to proposals that take them out without gluing or tearing what stays. */
import type {Proposal, RuleId} from '../../draft/index.js'
import type {PageLine} from './page.js'

/** Why a line goes. */
export interface Removal {
  readonly rule: RuleId
  readonly confidence: number
  /** Whether the end of the article can lie right before such a line: a byline or a date is part of it. */
  readonly opensTail: boolean
}

/** One proposal a line; empty lines around go with them, so that one separation remains where there was one. */
export function* removals(page: readonly PageLine[], gone: ReadonlyMap<number, Removal>): Iterable<Proposal> {
  for (let first = 0; first < page.length; first++) {
    if (!gone.has(first)) continue
    let last = first
    for (let i = first; i < page.length && (gone.has(i) || page[i]!.isBlank); i++) if (gone.has(i)) last = i
    yield* region(page, gone, first, last)
    first = last
  }
}

function* region(
  page: readonly PageLine[],
  gone: ReadonlyMap<number, Removal>,
  first: number,
  last: number,
): Iterable<Proposal> {
  let [before, after] = [first, last + 1]
  while (page[before - 1]?.isBlank) before--
  while (page[after]?.isBlank) after++
  const isAtEnd = after >= page.length
  const takesAfter = isAtEnd || before < first || first === 0
  const start = isAtEnd ? page[before]!.start : page[first]!.start
  const end = takesAfter ? page[after - 1]!.next : page[last]!.next
  let at = start
  for (let i = first; i <= last; i++) {
    const removal = gone.get(i)
    if (!removal) continue
    const next = nextGone(gone, i + 1, last)
    const until = next === undefined ? end : page[next]!.start
    yield {start: at, end: until, rule: removal.rule, expected: [''], confidence: removal.confidence}
    at = until
  }
}

function nextGone(gone: ReadonlyMap<number, Removal>, from: number, last: number): number | undefined {
  for (let i = from; i <= last; i++) if (gone.has(i)) return i
  return undefined
}
