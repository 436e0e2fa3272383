/** From lines that go to proposals that take them out without gluing or tearing what stays. */
import type {Proposal, RuleId} from '../../draft/index.js'
import type {Page} from './page.js'

/** Why a line goes. */
export interface Removal {
  readonly rule: RuleId
  readonly confidence: number
  /** Whether the end of the article can lie right before such a line: a byline or a date is part of it. */
  readonly opensTail: boolean
  /** The evidence, where there is more than the rule says. */
  readonly note?: string
}

/** Confidence that something goes which so likely stays, to three digits. */
export const certaintyOf = (likely: number): number => Math.round((1 - likely) * 1000) / 1000

/** The lines that go, by number. */
export type Removals = Map<number, Removal>

/** One proposal a line; empty lines around go with them, so that one separation remains where there was one. */
export function* removals(page: Page, gone: Removals): Iterable<Proposal> {
  const numbers = [...gone.keys()].sort((a, b) => a - b)
  for (let first = 0; first < numbers.length; ) {
    let last = first
    while (last + 1 < numbers.length && onlyBlank(page, numbers[last]! + 1, numbers[last + 1]!)) last++
    yield* region(page, gone, numbers.slice(first, last + 1))
    first = last + 1
  }
}

function onlyBlank(page: Page, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (!page.line(i).isBlank) return false
  return true
}

/** Lines that go with nothing but empty ones between them. */
function* region(page: Page, gone: Removals, numbers: readonly number[]): Iterable<Proposal> {
  const [first, last] = [numbers[0]!, numbers.at(-1)!]
  let [before, after] = [first, last + 1]
  while (before > 0 && page.line(before - 1).isBlank) before--
  while (after < page.count && page.line(after).isBlank) after++
  const isAtEnd = after === page.count
  const takesAfter = isAtEnd || before < first || first === 0
  let start = isAtEnd ? page.line(before).start : page.line(first).start
  const end = takesAfter ? page.line(after - 1).next : page.line(last).next
  for (const [k, number] of numbers.entries()) {
    const {rule, confidence, note} = gone.get(number)!
    const next = numbers[k + 1]
    const until = next === undefined ? end : page.line(next).start
    yield {start, end: until, rule, expected: [''], confidence, ...(note === undefined ? {} : {note})}
    start = until
  }
}
