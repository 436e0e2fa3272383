/** From rules to scans: what stands at the start of a line is looked for only there, everything else everywhere. */
import {RE2JS} from 're2js'
import {gapBefore, kindOf, MARK, NEW_LINE, type Words, wordsOf} from '../draft/words.js'
import {adoptCase} from '../matching/letter-case.js'
import {expandPattern} from './pattern.js'
import {type Phrase, PhraseTrie, slotsOf} from './phrase-trie.js'
import type {Rule} from './rule.js'

/** One place where a rule's phrase stands, its conditions met. */
export interface Hit {
  readonly rule: Rule
  readonly start: number
  readonly end: number
  /** What should stand there; undefined when the rule does not say. */
  readonly expected: string | undefined
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
      if (rule.regex !== undefined) this.#regexes.set(rule, RE2JS.compile(rule.regex, RE2JS.MULTILINE))
    }
  }

  /** All hits in the order of the text; of several phrases of one rule at one place the longest. */
  scan(words: Words): Hit[] {
    const hits: Hit[] = []
    const found = (phrase: Phrase, first: number, last: number): void => {
      hits.push(hitOf(phrase, words, first, last))
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

  /** Runs each expert's regex on the lines that hold what it must contain; RE2 needs time linear in the line. */
  #runRegexes(text: string, hits: Hit[]): Hit[] {
    const result: Hit[] = []
    const done = new Set<string>()
    for (const hit of hits) {
      const regex = this.#regexes.get(hit.rule)
      if (!regex) {
        result.push(hit)
        continue
      }
      const start = text.lastIndexOf('\n', hit.start - 1) + 1
      const key = `${hit.rule.id} ${start}`
      if (done.has(key)) continue
      done.add(key)
      const found = text.indexOf('\n', hit.end)
      result.push(...regexHits(hit, regex, text, {start, end: found < 0 ? text.length : found}))
    }
    return result.sort((a, b) => a.start - b.start)
  }
}

function phrasesOf(rule: Rule): Phrase[] {
  const patterns = (rule.regex === undefined ? rule.find : rule.must_contain) ?? []
  return patterns.flatMap(expandPattern).map((text) => {
    const words = wordsOf(text)
    return {rule, words, hashes: words.hashes, checks: words.checks}
  })
}

function hitOf(phrase: Phrase, words: Words, first: number, last: number): Hit {
  const start = words.starts[first]!
  const end = words.ends[last - 1]!
  return {rule: phrase.rule, start, end, expected: expectedOf(phrase, words, first, words.text.slice(start, end))}
}

function expectedOf(phrase: Phrase, words: Words, first: number, actual: string): string | undefined {
  const {expect, case: letterCase} = phrase.rule
  if (expect === undefined) return undefined
  const slots = slotsOf(phrase, words, first)
  let hasSlot = false
  const filled = expect.replace(/\{(word|number)\}/g, (_, name: 'word' | 'number') => {
    hasSlot = true
    return slots[name].shift() ?? ''
  })
  return hasSlot || letterCase === 'exact' ? filled : adoptCase(actual, filled)
}

function* regexHits(hit: Hit, regex: RE2JS, text: string, line: {start: number; end: number}): Iterable<Hit> {
  const matcher = regex.matcher(text.slice(line.start, line.end))
  while (matcher.find()) {
    const [start, end] = [line.start + matcher.start(), line.start + matcher.end()]
    if (end > start) yield {...hit, start, end, expected: hit.rule.expect}
  }
}
