/** Where a phrase must stand, and what must not be around it: checked only where the phrase was met. */
import {gapBefore, kindOf, MARK, NEW_LINE, type Words, wordsOf} from '../draft/words.js'
import {expandPattern} from './pattern.js'
import type {Rule} from './rule.js'

/** Tokens that are looked over from a phrase on; a line of more marks is no line that somebody wrote, and taken for prose. */
const REACH = 200

/** Whether the phrase stands where its rule wants it: marks before and after it in the line do not count. */
export function isPlaced(rule: Rule, words: Words, first: number, last: number): boolean {
  const at = rule.at ?? 'anywhere'
  if ((at === 'line' || at === 'line-start') && !isLineStart(words, first)) return false
  if ((at === 'line' || at === 'line-end') && !isLineEnd(words, last)) return false
  return rule.longest_line === undefined || isShortLine(words, first, rule.longest_line)
}

function isLineStart(words: Words, first: number): boolean {
  let i = first
  while (gapBefore(words, i) < NEW_LINE) {
    if (kindOf(words, --i) !== MARK || first - i > REACH) return false
  }
  return true
}

function isLineEnd(words: Words, last: number): boolean {
  for (let i = last; i < words.count && gapBefore(words, i) < NEW_LINE; i++) {
    if (kindOf(words, i) !== MARK || i - last > REACH) return false
  }
  return true
}

/** Whether the line has no more words and numbers than allowed. */
function isShortLine(words: Words, first: number, most: number): boolean {
  let start = first
  while (gapBefore(words, start) < NEW_LINE && first - start <= 2 * most) start--
  let count = 0
  for (let i = start; i < words.count && (i === start || gapBefore(words, i) < NEW_LINE); i++) {
    if ((kindOf(words, i) !== MARK && ++count > most) || i - first > REACH) return false
  }
  return true
}

/** The phrases of a rule's exceptions. */
export interface Contexts {
  readonly after: readonly Words[]
  readonly before: readonly Words[]
  readonly inside: readonly Words[]
}

export function contextsOf(rule: Rule): Contexts {
  const expand = (patterns: readonly string[] = []): Words[] =>
    patterns.flatMap((pattern) => expandPattern(pattern)).map(wordsOf)
  return {after: expand(rule.not_after), before: expand(rule.not_before), inside: expand(rule.not_inside)}
}

/** Whether an exception holds: a phrase right before, right after, or around the match. */
export function isExcepted({after, before, inside}: Contexts, words: Words, first: number, last: number): boolean {
  return (
    after.some((phrase) => standsAt(phrase, words, first - phrase.count)) ||
    before.some((phrase) => standsAt(phrase, words, last)) ||
    inside.some((phrase) => {
      for (let i = last - phrase.count; i <= first; i++) if (standsAt(phrase, words, i)) return true
      return false
    })
  )
}

function standsAt(phrase: Words, words: Words, at: number): boolean {
  if (at < 0 || at + phrase.count > words.count) return false
  for (let k = 0; k < phrase.count; k++) {
    if (phrase.hashes[k] !== words.hashes[at + k] || phrase.checks[k] !== words.checks[at + k]) return false
  }
  return true
}
