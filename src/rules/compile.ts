/** From rules to scans: what stands at the start of a line is looked for only there, everything else everywhere. */
import type {RE2JS} from 're2js'
import {gapBefore, kindOf, MARK, NEW_LINE, type Words, wordsOf} from '../draft/words.js'
import {adoptCase} from '../matching/letter-case.js'
import {expandPattern} from './pattern.js'
import {type Phrase, PhraseTrie, slotsOf} from './phrase-trie.js'
import {regexOf} from './regex.js'
import type {Rule} from './rule.js'

/** One place where a rule's phrase stands, its conditions met. */
export interface Hit {
  readonly rule: Rule
  readonly start: number
  readonly end: number
  /** What should stand there; undefined when the rule does not say. */
  readonly expected: string | undefined
  /** The first group of an expert's regex. */
  readonly captured?: string
}

export class RuleScan {
  readonly #anywhere: PhraseTrie
  readonly #lineStarts: PhraseTrie
  readonly #regexes = new Map<Rule, RE2JS>()

  constructor(rules: readonly Rule[]) {
    const opensLine = (rule: Rule): boolean => rule.at === 'line' || rule.at === 'line-start'
    this.#anywhere = new PhraseTrie(rules.filter((rule) => !opensLine(rule)).flatMap(phrasesOf))
    this.#lineStarts = new PhraseTrie(rules.filter(opensLine).flatMap(phrasesOf))
    for (const rule of rules) {
      if (rule.regex !== undefined) this.#regexes.set(rule, regexOf(rule.regex))
    }
  }

  /**
   * All hits in the order of the text; of several phrases of one rule at one place the longest.
   *
   * @param isText - Whether a phrase at a place counts: what an expert's regex must contain is asked for, not its match.
   */
  scan(words: Words, isText: (phrase: Pick<Hit, 'start' | 'end'>) => boolean = () => true): Hit[] {
    const hits: Hit[] = []
    const found = (phrase: Phrase, first: number, last: number): void => {
      const hit = hitOf(phrase, words, first, last)
      if (isText(hit)) hits.push(hit)
    }
    let isLineStart = true
    for (let i = 0; i < words.count; i++) {
      if (gapBefore(words, i) >= NEW_LINE) isLineStart = true
      if (isLineStart) {
        this.#lineStarts.at(words, i, found)
        if (kindOf(words, i) !== MARK) isLineStart = false
      }
      this.#anywhere.at(words, i, found)
    }
    return this.#regexes.size === 0 ? hits : this.#runRegexes(words.text, hits)
  }

  /** Runs each expert's regex around what it must contain; RE2 needs time linear in what it is given. */
  #runRegexes(text: string, hits: Hit[]): Hit[] {
    const result: Hit[] = []
    const done = new Map<Rule, number>()
    for (const hit of hits) {
      const regex = this.#regexes.get(hit.rule)
      if (!regex) result.push(hit)
      else if (hit.start >= (done.get(hit.rule) ?? 0)) {
        const window = windowAround(text, hit, done.get(hit.rule) ?? 0)
        done.set(hit.rule, window.end)
        result.push(...regexHits(hit, regex, text, window))
      }
    }
    return result.sort((a, b) => a.start - b.start)
  }
}

/** How far to either side of its words a regex may reach (UTF-16 units). */
const REGEX_REACH = 1000

/** The line a hit is in, or the part of it that is near and not before `least`. */
function windowAround(text: string, {start, end}: Hit, least: number): {start: number; end: number} {
  const before = text.slice(Math.max(least, start - REGEX_REACH), start)
  const after = text.slice(end, end + REGEX_REACH)
  const lineEnd = after.indexOf('\n')
  return {
    start: start - before.length + before.lastIndexOf('\n') + 1,
    end: end + (lineEnd < 0 ? after.length : lineEnd),
  }
}

/** The phrases of a rule, read as the lines of one text: tokenising each by itself costs an array buffer a phrase. */
function phrasesOf(rule: Rule): Phrase[] {
  const patterns = (rule.regex === undefined ? rule.find : rule.must_contain) ?? []
  const text = patterns.flatMap((pattern) => expandPattern(pattern)).join('\n')
  const all = wordsOf(text)
  const phrases: Phrase[] = []
  for (let first = 0; first < all.count; ) {
    let last = first + 1
    while (last < all.count && gapBefore(all, last) < NEW_LINE) last++
    const words = partOf(all, first, last)
    phrases.push({rule, words, hashes: words.hashes, checks: words.checks})
    first = last
  }
  return phrases
}

const partOf = ({text, starts, ends, hashes, checks, traits}: Words, first: number, last: number): Words => ({
  text,
  count: last - first,
  starts: starts.subarray(first, last),
  ends: ends.subarray(first, last),
  hashes: hashes.subarray(first, last),
  checks: checks.subarray(first, last),
  traits: traits.subarray(first, last),
})

function hitOf(phrase: Phrase, words: Words, first: number, last: number): Hit {
  const start = words.starts[first]!
  const end = words.ends[last - 1]!
  return {rule: phrase.rule, start, end, expected: expectedOf(phrase, words, first, last)}
}

function expectedOf(phrase: Phrase, words: Words, first: number, last: number): string | undefined {
  const {expect, case: letterCase} = phrase.rule
  if (expect === undefined) return undefined
  const slots = slotsOf(phrase, words, first)
  let hasSlot = false
  const filled = expect.replace(/\{(word|number)\}/g, (_, name: 'word' | 'number') => {
    hasSlot = true
    return slots[name].shift() ?? ''
  })
  if (hasSlot || letterCase === 'exact') return filled
  return adoptCase(words.text.slice(words.starts[first]!, words.ends[last - 1]!), filled)
}

function* regexHits(hit: Hit, regex: RE2JS, text: string, line: {start: number; end: number}): Iterable<Hit> {
  const matcher = regex.matcher(text.slice(line.start, line.end))
  while (matcher.find()) {
    const [start, end] = [line.start + matcher.start(), line.start + matcher.end()]
    const captured = matcher.groupCount() > 0 ? matcher.group(1) : null
    if (end > start) yield {...hit, start, end, expected: hit.rule.expect, ...(captured ? {captured} : {})}
  }
}
