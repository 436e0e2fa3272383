/**
 * Which of a stage's proposals become edits: the policy's word first, then protected spans, then what was decided, then
 * each other. What is turned down therefore displaces nobody.
 */
import type {Decision, Policy, Proposal, State} from './finding.js'
import {firstEndingAfter, overlaps, type ProtectedSpan} from './span.js'

/** What became of one proposal. */
export interface Verdict {
  readonly proposal: Proposal
  state: State
  note?: string
}

/** What was decided about a proposal whose text is `actual`. */
export type DecisionOn = (proposal: Proposal, actual: string) => Decision | undefined

/** Verdicts in the order of the text; those `applied` do not overlap and leave protected spans alone. */
export function settleOverlaps(
  text: string,
  proposals: Proposal[],
  protectedSpans: readonly ProtectedSpan[],
  policy: Policy,
  decisionOn?: DecisionOn,
): Verdict[] {
  proposals.sort((a, b) => a.start - b.start || a.end - b.end)
  const verdicts: Verdict[] = []
  let last: Verdict | undefined
  for (const proposal of proposals) {
    const actual = text.slice(proposal.start, proposal.end)
    const state = policy.verdict(proposal, actual)
    if (state === 'dropped') continue
    const verdict: Verdict = {proposal, state}
    verdicts.push(verdict)
    const shield =
      verdict.state === 'reported' ? holderOf(proposal, protectedSpans) : trespass(proposal, actual, protectedSpans)
    if (shield) overrule(verdict, `inside ${shield.kind}`)
    else if (decisionOn) heed(decisionOn(proposal, actual), verdict)
    if (verdict.state === 'applied') last = compete(last, verdict)
  }
  return verdicts
}

/** A decision takes away from what the policy allows, and never adds to it. */
function heed(decision: Decision | undefined, verdict: Verdict): void {
  if (!decision || (decision.state === 'proposed' && verdict.state !== 'applied')) return
  verdict.state = decision.state
  verdict.note = decision.note
}

/**
 * The protected span an edit would reach into. Deleting one whole, with what stands around it, is no trespass
 * (a boilerplate line may hold a URL), unless it is code or front matter. What no text may hold goes from everywhere.
 */
function trespass(proposal: Proposal, actual: string, spans: readonly ProtectedSpan[]): ProtectedSpan | undefined {
  for (let i = firstEndingAfter(spans, proposal.start); i < spans.length; i++) {
    const shield = spans[i]!
    if (!overlaps(shield, proposal)) break
    if (proposal.isNoCode && shield.kind === 'code' && holdsMarkOf(shield, proposal)) continue
    const isMovable = shield.kind !== 'code' && shield.kind !== 'front-matter'
    const isDeletedWhole = proposal.expected[0] === '' && proposal.start <= shield.start && proposal.end >= shield.end
    if (!isMovable || !isDeletedWhole) return /^[\ud800-\udfff\0]+$/.test(actual) ? undefined : shield
  }
  return undefined
}

/** The code, front matter or tag that holds what is only reported: it is no text of the author's. Of an address a reader should know. */
function holderOf({start, end, isNoCode}: Proposal, spans: readonly ProtectedSpan[]): ProtectedSpan | undefined {
  if (isNoCode) return undefined
  const shield = spans[firstEndingAfter(spans, start)]
  if (!shield || shield.kind === 'url' || shield.kind === 'email') return undefined
  return shield.start <= start && end <= shield.end ? shield : undefined
}

/** Whether the first or the last mark of a protected span lies in a proposal. */
const holdsMarkOf = (shield: ProtectedSpan, {start, end}: Proposal): boolean =>
  (start <= shield.start && shield.start < end) || (start < shield.end && shield.end <= end)

/** Of two that overlap the surer wins, then the longer, then the earlier. Answers which one now stands last. */
function compete(last: Verdict | undefined, next: Verdict): Verdict {
  if (!last || next.proposal.start >= last.proposal.end) {
    // Two insertions at one place would be applied in an order nobody chose.
    const isSamePlace = last?.proposal.end === next.proposal.start && next.proposal.start === next.proposal.end
    if (!isSamePlace || last!.proposal.start !== last!.proposal.end) return next
  }
  const isBetter =
    next.proposal.confidence > last!.proposal.confidence ||
    (next.proposal.confidence === last!.proposal.confidence && length(next) > length(last!))
  const [winner, loser] = isBetter ? [next, last!] : [last!, next]
  overrule(loser, `${winner.proposal.rule} stands here`)
  return winner
}

const length = ({proposal}: Verdict): number => proposal.end - proposal.start

function overrule(verdict: Verdict, note: string): void {
  verdict.state = 'overruled'
  verdict.note = note
}
