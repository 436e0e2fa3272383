/**
 * Chinese typography: what everybody agrees on, what a house asks for, and in English paragraphs the blanks around
 * Chinese and nothing else. Korean and Japanese are left to their own rules.
 *
 * One pass over the units of a passage: a table says which of them a rule looks at.
 */
import type {Draft, Proposal, Span} from '../../../draft/index.js'
import {chineseStretches, type FreePart, freeParts} from '../stretches.js'
import {innerBlank, strayBlank} from './blanks.js'
import {rangesOf} from './characters.js'
import {blankAfterHan, blankBeforeHan, doubleBlank} from './english.js'
import {markRules} from './marks.js'
import {meetingRules} from './meetings.js'
import {houseOf, type TypographyOptions} from './options.js'
import {foreignQuotes} from './quotes.js'
import type {TypographyRule} from './rule.js'
import {View} from './view.js'
import {halfWidthMark, repeatedMark, wideLetter} from './width.js'

/** Prepares the rules of a house; what it answers with finds their faults in a draft. */
export function typographyOf(options: TypographyOptions): (draft: Draft) => Iterable<Proposal> {
  const house = houseOf(options)
  const core = [strayBlank, halfWidthMark, wideLetter, repeatedMark, innerBlank]
  const inChinese = new Rules([...meetingRules(house), ...markRules(house), ...core])
  const inEnglish = new Rules([blankBeforeHan, blankAfterHan, doubleBlank])
  return function* (draft) {
    const view = new View(draft)
    let reached = 0
    for (const stretch of chineseStretches(draft)) {
      if (stretch.language !== 'zh' && stretch.language !== 'en') continue
      for (const free of freeParts(draft, stretch)) {
        if (free.start >= reached) reached = addressEnd(draft.text, free)
        view.start = Math.max(free.start, reached)
        view.end = free.end
        yield* (stretch.language === 'zh' ? inChinese : inEnglish).faults(view)
        if (stretch.language === 'zh' && house.quotes !== 'keep') yield* foreignQuotes(view, house.quotes)
      }
    }
  }
}

const NOT_BLANK = /\S*[ \t]*/y

/**
 * Where the address that a part follows ends to those who make links of bare addresses: at the next blank. What is glued
 * to it and the blank itself are part of it.
 */
function addressEnd(text: string, {start, after}: FreePart): number {
  if (after?.kind !== 'url' || isEnclosed(text, after)) return start
  NOT_BLANK.lastIndex = start
  NOT_BLANK.test(text)
  return NOT_BLANK.lastIndex
}

/** Whether an address is a link's or stands in angle brackets. */
function isEnclosed(text: string, {start, end}: Span): boolean {
  const before = text.slice(Math.max(0, start - 2), start)
  return before.endsWith('<') || (before === '](' && /[)\s]/.test(text[end] ?? ''))
}

/** Rules by the characters that they look at. */
class Rules {
  readonly #rules: readonly TypographyRule[]
  /** For every UTF-16 unit the rules that look at it, as bits; made for the first Chinese text. */
  #bits: Uint32Array | undefined

  constructor(rules: readonly TypographyRule[]) {
    this.#rules = rules
  }

  *faults(view: View): Iterable<Proposal> {
    this.#bits ??= bitsOf(this.#rules)
    for (let at = view.start; at < view.end; at++) {
      const bits = this.#bits[view.text.charCodeAt(at)]!
      for (let rest = bits, i = 0; rest !== 0; rest >>>= 1, i++) {
        const fault = rest & 1 ? this.#rules[i]!.find(view, at) : undefined
        if (fault) yield fault
      }
    }
  }
}

function bitsOf(rules: readonly TypographyRule[]): Uint32Array {
  const bits = new Uint32Array(65536)
  for (const [i, {looksAt}] of rules.entries()) {
    for (const [first, last] of rangesOf(looksAt)) {
      for (let unit = first; unit <= last; unit++) bits[unit]! |= 1 << i
    }
  }
  return bits
}
