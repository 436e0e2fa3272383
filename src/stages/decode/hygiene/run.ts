/** A run of characters that may not belong, where it stands, and what is known of the text around it. */
import type {Proposal, RuleId, Span} from '../../../draft/index.js'
import type {Surroundings} from './surroundings.js'

export interface Run extends Span {
  readonly text: string
  readonly run: string
  readonly around: Surroundings
}

/** Says what is wrong with a run, if anything is. */
export type Judge = (run: Run) => Iterable<Proposal>

/** Runs of one kind, and who judges them. */
export type Kind = readonly [pattern: RegExp, judge: Judge]

/** A judge who always says the same. */
export const always =
  (rule: RuleId, confidence: number, expected: (run: Run) => string): Judge =>
  ({start, end, ...run}) => [{start, end, rule, expected: [expected({start, end, ...run})], confidence}]

/** The character (not the UTF-16 unit) that ends at an offset; empty at the start of the text. */
export function characterBefore(text: string, offset: number): string {
  const isPair = /[\udc00-\udfff]/.test(text[offset - 1] ?? '') && /[\ud800-\udbff]/.test(text[offset - 2] ?? '')
  return text.slice(Math.max(0, offset - (isPair ? 2 : 1)), offset)
}

/** The character that begins at an offset; empty at the end of the text. */
export function characterAfter(text: string, offset: number): string {
  const point = text.codePointAt(offset)
  return point === undefined ? '' : String.fromCodePoint(point)
}
