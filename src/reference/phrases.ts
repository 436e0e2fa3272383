/**
 * Phrases that say nothing new: those that stand twice, and those that a wider rule finds wherever theirs does. Nothing is
 * wrong with them but that whoever changes one of the two wonders why nothing changes; so they are remarks, no faults.
 */
import {expandPattern, NUMBER_SLOT, WORD_SLOT} from '../rules/pattern.js'
import {confidenceOf, type Rule, type RuleError} from '../rules/rule.js'
import {complaint, type TextOf} from './complaint.js'
import {stageOf} from './entry.js'

/** One wording of a rule. */
interface Wording {
  readonly rule: Rule
  readonly written: string
  /** As it is compared: in small letters. */
  readonly folded: string
}

/** Wordings by stage and folded text. */
type Wordings = ReadonlyMap<string, readonly Wording[]>

/**
 * What is idle among the phrases of rules, one remark for each rule and reason.
 *
 * @param own - The rules that are looked at.
 * @param all - The rules that run together, `own` among them.
 */
export function idlePhrases(own: readonly Rule[], all: readonly Rule[], textOf: TextOf): RuleError[] {
  const known = wordingsOf(all)
  const order = new Map(all.map((rule, i) => [rule, i]))
  return own.flatMap((rule) => {
    const idle = new Map<string, string[]>()
    const add = (reason: string, phrase: string): void => void idle.set(reason, [...(idle.get(reason) ?? []), phrase])
    for (const phrase of repeated(rule)) add('the rule has it twice', phrase)
    for (const wording of wordingsIn(rule)) {
      const reason = reasonFor(wording, known, order)
      if (reason !== undefined) add(reason, wording.written)
    }
    return Array.from(idle, ([reason, phrases]) =>
      complaint(rule.origin, textOf, `Idle in ${rule.id}: ${listed(phrases)}; ${reason}`),
    )
  })
}

/** Phrases that a rule puts in their own place. */
export function idleReplacements(rules: readonly Rule[], textOf: TextOf): RuleError[] {
  return rules.flatMap((rule) =>
    wordingsIn(rule)
      .filter(({written, folded}) =>
        rule.case === 'exact' ? written === rule.expect : folded === rule.expect?.toLowerCase(),
      )
      .map(({written}) =>
        complaint(rule.origin, textOf, `Unexpected replacement of ${shown(written)} by itself in ${rule.id}`),
      ),
  )
}

/** More than this of a list nobody reads. */
const MOST_LISTED = 3

function listed(phrases: readonly string[]): string {
  const more = phrases.length - MOST_LISTED
  return `${phrases.slice(0, MOST_LISTED).map(shown).join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}

const shown = (phrase: string): string =>
  `\`${phrase.replaceAll(WORD_SLOT, '{word}').replaceAll(NUMBER_SLOT, '{number}').trim()}\``

function wordingsIn(rule: Rule): Wording[] {
  const phrases = new Set((rule.find ?? []).flatMap((pattern) => expandPattern(pattern)))
  return Array.from(phrases, (written) => ({rule, written, folded: written.toLowerCase()}))
}

function wordingsOf(rules: readonly Rule[]): Wordings {
  const known = new Map<string, Wording[]>()
  for (const wording of rules.flatMap(wordingsIn)) {
    const key = keyOf(wording.rule, wording.folded)
    const same = known.get(key)
    if (same) same.push(wording)
    else known.set(key, [wording])
  }
  return known
}

const keyOf = ({id}: Rule, folded: string): string => `${stageOf(id)}\0${folded}`

/** Phrases that two patterns of a rule stand for. */
function repeated({find = []}: Rule): string[] {
  const seen = new Set<string>()
  return find.flatMap((pattern) => expandPattern(pattern)).filter((phrase) => seen.has(phrase) || !seen.add(phrase))
}

/** Which other rule makes a wording idle; of two that make each other idle, the later one is. */
function reasonFor(wording: Wording, known: Wordings, order: ReadonlyMap<Rule, number>): string | undefined {
  const {rule, folded} = wording
  for (const other of known.get(keyOf(rule, folded)) ?? []) {
    if (other.rule === rule || !isCovered(wording, other)) continue
    if (!isCovered(other, wording)) return `${other.rule.id} finds it wherever this rule does`
    if (order.get(rule)! > order.get(other.rule)!) return `${other.rule.id} has it, too`
  }
  const taker = rule.cut === undefined ? undefined : partTaken(wording, known)
  return taker && `${taker.rule.id} takes out every line with ${shown(taker.written)}`
}

/** A part of a wording for which another rule takes out the whole line already. */
function partTaken({rule, written}: Wording, known: Wordings): Wording | undefined {
  const words = written.split(' ')
  for (let first = 0; first < words.length; first++) {
    for (let last = first + 1; last <= words.length; last++) {
      if (last - first === words.length) continue
      const part: Wording = {rule, ...folding(words.slice(first, last).join(' '))}
      const others = known.get(keyOf(rule, part.folded))
      const taker = others?.find(
        (other) => other.rule !== rule && takesLine(other.rule, first) && isCovered(part, other),
      )
      if (taker) return taker
    }
  }
  return undefined
}

const folding = (written: string): Pick<Wording, 'written' | 'folded'> => ({written, folded: written.toLowerCase()})

/** Whether a rule takes out a line that holds its phrase from so many words on. */
const takesLine = ({cut, at = 'anywhere'}: Rule, first: number): boolean =>
  cut === 'line' && (at === 'anywhere' || (at === 'line-start' && first === 0))

/** Whether the rule of the wider wording finds, as surely, whatever that of the narrower does. */
function isCovered(narrow: Wording, wide: Wording): boolean {
  if (wide.rule.case === 'exact' && (narrow.rule.case !== 'exact' || wide.written !== narrow.written)) return false
  return (
    wide.rule.regex === undefined &&
    narrow.rule.regex === undefined &&
    confidenceOf(wide.rule) >= confidenceOf(narrow.rule) &&
    isPlaceWithin(narrow.rule.at ?? 'anywhere', wide.rule.at ?? 'anywhere') &&
    (narrow.rule.longest_line ?? Infinity) <= (wide.rule.longest_line ?? Infinity) &&
    (['not_after', 'not_before', 'not_inside'] as const).every((key) => hasAll(narrow.rule[key], wide.rule[key]))
  )
}

const isPlaceWithin = (narrow: string, wide: string): boolean =>
  wide === 'anywhere' || wide === narrow || (narrow === 'line' && wide !== 'line')

const hasAll = (phrases: readonly string[] = [], wanted: readonly string[] = []): boolean =>
  wanted.every((phrase) => phrases.includes(phrase))
