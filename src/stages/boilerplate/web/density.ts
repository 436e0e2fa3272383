/**
 * A cheap extractor, as a witness: the container with the most prose and the fewest links, its like siblings, and within
 * them what is not a list of links. The rules and constants are Readability's (Arc90 2009; Mozilla, Apache-2.0), on
 * blocks instead of a DOM.
 */
import {bits, LIKELY, UNLIKELY} from './groups.js'
import type {Outline} from './outline.js'

const BASE: Readonly<Record<string, number>> = {
  div: 5,
  pre: 3,
  td: 3,
  blockquote: 3,
  address: -3,
  ol: -3,
  ul: -3,
  dl: -3,
  dd: -3,
  dt: -3,
  li: -3,
  form: -3,
  h1: -5,
  h2: -5,
  h3: -5,
  h4: -5,
  h5: -5,
  h6: -5,
  th: -5,
}
const CLEANED = new Set(['form', 'fieldset', 'table', 'ul', 'ol', 'dl', 'div', 'section', 'aside', 'header', 'li'])
const REMOVED = new Set(['aside', 'nav', 'footer', 'button', 'form', 'figcaption', 'dialog'])
/** Blocks shorter than this (UTF-16 code units; ideographs count as three) say nothing. */
const SHORTEST = 25
/** A result shorter than this (tokens) is tried again with less strict rules. */
const TOO_LITTLE = 90

const NEGATIVE = UNLIKELY | bits('hidden', 'tags')

/** The blocks that such an extractor keeps. */
export function densest(outline: Outline): Uint8Array {
  let best: Uint8Array = new Uint8Array(outline.blocks.length)
  let most = -1
  for (const strictness of [2, 1, 0]) {
    const kept = new Density(outline, strictness).kept()
    let tokens = 0
    for (const [i, look] of outline.looks.entries()) if (kept[i]) tokens += look.tokens
    if (tokens > most) {
      most = tokens
      best = kept
    }
    if (tokens >= TOO_LITTLE) return kept
  }
  return best
}

class Density {
  readonly #outline: Outline
  readonly #strictness: number
  readonly #scores: Float64Array
  readonly #unlikely: Uint8Array

  constructor(outline: Outline, strictness: number) {
    this.#outline = outline
    this.#strictness = strictness
    const {count} = outline.page.elements
    this.#scores = new Float64Array(count)
    this.#unlikely = new Uint8Array(count)
  }

  kept(): Uint8Array {
    this.#mark()
    this.#score()
    const top = this.#top()
    const kept = new Uint8Array(this.#outline.blocks.length)
    if (top < 0) return kept
    const chosen = this.#siblings(top)
    const dropped = new Map<number, boolean>()
    const {parents} = this.#outline.page.elements
    for (const [i, {container}] of this.#outline.blocks.entries()) {
      let e = container
      let isDropped = false
      while (e >= 0 && !chosen.has(e)) {
        isDropped ||= this.#isDropped(e, dropped)
        e = parents[e]!
      }
      kept[i] = Number(e >= 0 && !isDropped && this.#unlikely[container] === 0)
    }
    return kept
  }

  /** Unlikely elements, with all that is in them. */
  #mark(): void {
    const {count, groups, names, parents} = this.#outline.page.elements
    for (let e = 0; e < count; e++) {
      const parent = parents[e]!
      const own = groups[e]!
      const isUnlikely =
        this.#strictness === 2 &&
        (own & UNLIKELY) !== 0 &&
        (own & LIKELY) === 0 &&
        names[e] !== 'body' &&
        names[e] !== 'article' &&
        names[e] !== 'main'
      this.#unlikely[e] = Number(isUnlikely || (parent >= 0 && this.#unlikely[parent] === 1))
    }
  }

  #score(): void {
    const {names, parents} = this.#outline.page.elements
    for (const [i, block] of this.#outline.blocks.entries()) {
      if (block.container < 0 || this.#unlikely[block.container]) continue
      const look = this.#outline.looks[i]!
      const length = block.text.length + 2 * look.ideographs
      if (length < SHORTEST) continue
      const points = 1 + look.pauses + Math.min(3, Math.floor(length / 100))
      let e =
        names[block.container] === 'p' || names[block.container] === 'td' || names[block.container] === 'pre'
          ? parents[block.container]!
          : block.container
      for (let level = 0; level < 5 && e >= 0; level++) {
        if (this.#scores[e] === 0) this.#scores[e] = this.#base(e)
        this.#scores[e]! += points / (level === 0 ? 1 : level === 1 ? 2 : level * 3)
        e = parents[e]!
      }
    }
  }

  #base(e: number): number {
    const {names} = this.#outline.page.elements
    return (BASE[names[e]!] ?? 0) + this.#weight(e) + 0.001
  }

  #weight(e: number): number {
    if (this.#strictness === 0) return 0
    const groups = this.#outline.page.elements.groups[e]!
    return (groups & LIKELY ? 25 : 0) - (groups & NEGATIVE ? 25 : 0)
  }

  #linkShare(e: number): number {
    return this.#outline.linkTokens[e]! / Math.max(1, this.#outline.tokens[e]!)
  }

  /** The best element, or one further up where its scores rise again. */
  #top(): number {
    const {count, parents} = this.#outline.page.elements
    let best = -1
    let most = 0
    for (let e = 0; e < count; e++) {
      if (this.#scores[e] === 0) continue
      this.#scores[e]! *= 1 - this.#linkShare(e)
      if (this.#scores[e]! > most) {
        most = this.#scores[e]!
        best = e
      }
    }
    if (best < 0) return -1
    const third = most / 3
    for (let e = parents[best]!, last = most; e >= 0; e = parents[e]!) {
      const score = this.#scores[e]!
      if (score < third) break
      if (score > last) {
        best = e
        break
      }
      last = score
    }
    while (parents[best]! >= 0 && this.#outline.blockCounts[parents[best]!] === this.#outline.blockCounts[best])
      best = parents[best]!
    return best
  }

  /** The element and those beside it that look like more of the same. */
  #siblings(top: number): ReadonlySet<number> {
    const {count, parents, groups, names} = this.#outline.page.elements
    const least = Math.max(10, this.#scores[top]! * 0.2)
    const chosen = new Set([top])
    const parent = parents[top]!
    if (parent < 0) return chosen
    for (let e = parent + 1; e < count; e++) {
      if (parents[e] !== parent || e === top) continue
      const bonus = groups[e] !== 0 && groups[e] === groups[top] ? this.#scores[top]! * 0.2 : 0
      const {tokens} = this.#outline
      if (this.#scores[e]! + bonus >= least) chosen.add(e)
      else if (names[e] === 'p' && tokens[e]! > 16 && this.#linkShare(e) < 0.25) chosen.add(e)
    }
    return chosen
  }

  /** Whether an element within the article is furniture. */
  #isDropped(e: number, known: Map<number, boolean>): boolean {
    let answer = known.get(e)
    if (answer === undefined) {
      answer = this.#isFurniture(e)
      known.set(e, answer)
    }
    return answer
  }

  #isFurniture(e: number): boolean {
    const {names, groups} = this.#outline.page.elements
    const {tokens, blockCounts, paragraphs, proseTokens} = this.#outline
    const name = names[e]!
    if (REMOVED.has(name)) return true
    if (groups[e]! & bits('share') && tokens[e]! < 100) return true
    if (!CLEANED.has(name) || this.#strictness === 0) return false
    const weight = this.#weight(e)
    if (weight < 0) return true
    const prose = proseTokens[e]!
    if (prose > 100) return this.#linkShare(e) > 0.5
    const isList = name === 'ul' || name === 'ol' || name === 'li' || name === 'dl'
    const link = this.#linkShare(e)
    if (weight < 25 && link > 0.2 && !isList) return true
    if (link > 0.5) return true
    return !isList && name !== 'table' && blockCounts[e]! > 2 && prose === 0 && paragraphs[e] === 0
  }
}
