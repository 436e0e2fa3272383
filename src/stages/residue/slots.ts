/** `{dollars}`, `<dollars>`: a word that a tool put between brackets and forgot there. `{{name}}`: a slot nobody filled. */
import {type Draft, isHtmlElement, lineStartAt, type Proposal} from '../../draft/index.js'
import {matchesFrom} from './openings.js'

const SURE = 0.95
const UNSURE = 0.5

/** A kind of brackets with what stands in them, and how likely nobody meant them. */
interface Brackets {
  readonly opening: string
  readonly pattern: RegExp
  readonly confidence: number
}

const BRACED: Brackets = {opening: '{', pattern: /\{ ?(\p{L}[\p{L}'’ -]{0,40}?) ?\}/uy, confidence: SURE}
const ANGLED: Brackets = {opening: '<', pattern: /<(\p{Ll}[\p{Ll}'’ -]{1,40})>/uy, confidence: 0.85}
const DOUBLED = /\{\{[^{}\n]{1,80}\}\}/y
const MOST_WORDS = 3

export interface SlotGuard {
  /** Whether a word is usual as the name of a placeholder (`name`, `count`, `file`). */
  readonly isPlaceholder: (word: string) => boolean
  /** Whether the paragraph around an offset speaks of templates, so that brackets may be its subject. */
  readonly isTechnical: (offset: number) => boolean
  /** The same of HTML and angle brackets. */
  readonly isMarkup: (offset: number) => boolean
}

/** Words in brackets that should stand without them. */
export function* slots(draft: Draft, guard: SlotGuard): Iterable<Proposal> {
  yield* bracketed(draft, BRACED, guard, guard.isTechnical)
  yield* unfilled(draft.text)
  yield* bracketed(draft, ANGLED, guard, (at) => guard.isTechnical(at) || guard.isMarkup(at))
}

function* bracketed(
  draft: Draft,
  {opening, pattern, confidence}: Brackets,
  guard: SlotGuard,
  isSubject: (offset: number) => boolean,
): Iterable<Proposal> {
  const {text} = draft
  for (const match of matchesFrom(text, opening, pattern)) {
    const word = match[1]!
    const [start, end] = [match.index, match.index + match[0].length]
    if (word.split(' ').length > MOST_WORDS || isHtmlElement(word) || isSyntax(draft, start, end)) continue
    const isDoubtful = guard.isPlaceholder(word) || isSubject(start) || isQuotedAlone(text, start, end)
    yield {
      start,
      end,
      rule: 'residue/unfilled-slot',
      expected: [word],
      confidence: isDoubtful ? UNSURE : confidence,
    }
  }
}

/** `${x}`, `f{x}`, `{{x}}`, `\emph{x}`, `{x}y`, or a line that looks like code. */
function isSyntax(draft: Draft, start: number, end: number): boolean {
  const {text} = draft
  if (/[$#%@\\{<\w]/.test(text[start - 1] ?? '') || /[\w}>({]/.test(text[end] ?? '')) return true
  const lineStart = lineStartAt(draft.lines(), start)
  const before = text.slice(Math.max(lineStart, start - 200), start)
  const after = text.slice(end, end + 200).split('\n', 1)[0]!
  return /[;=(){}[\]]\s*$|=>|^\s*(?:[$>#]|\/\/)\s/.test(before) || /^\s*[;=]/.test(after) || /;\s*$/.test(after)
}

function isQuotedAlone(text: string, start: number, end: number): boolean {
  return /["'“‘«「]/.test(text[start - 1] ?? '') && /["'”’»」]/.test(text[end] ?? '')
}

function* unfilled(text: string): Iterable<Proposal> {
  for (const match of matchesFrom(text, '{{', DOUBLED)) {
    yield {
      start: match.index,
      end: match.index + match[0].length,
      rule: 'residue/empty-slot',
      expected: [],
      confidence: UNSURE,
    }
  }
}
