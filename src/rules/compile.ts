/** From rules to one scan: every phrase of every rule in one trie, its conditions checked where it was met. */
import {RE2JS} from 're2js'
import {GLUED, gapBefore, kindOf, MARK, NEW_LINE, NUMBER, WORD, type Words, wordsOf, wordText} from '../draft/words.js'
import {adoptCase} from '../matching/letter-case.js'
import {type TokenSequence, TokenTrie} from '../matching/token-trie.js'
import {expandPattern, NUMBER_SLOT, WORD_SLOT} from './pattern.js'
import type {Rule} from './rule.js'

/** One place where a rule's phrase stands, its conditions met. */
export interface Hit {
  readonly rule: Rule
  readonly start: number
  readonly end: number
  /** First token and the one after the last. */
  readonly first: number
  readonly last: number
  /** What should stand there; undefined when the rule does not say. */
  readonly expected: string | undefined
}

interface Phrase extends TokenSequence {
  readonly rule: Rule
  readonly text: string
  readonly words: Words
}

const wordSlot = wordsOf(WORD_SLOT)
const numberSlot = wordsOf(NUMBER_SLOT)

/** Bound on how many ways through the slots are tried from one token. */
const MOST_TOKENS = 64

export class RuleScan {
  readonly #phrases: Phrase[] = []
  readonly #trie: TokenTrie
  readonly #hasSlots: boolean
  readonly #regexes = new Map<Rule, RE2JS>()
  readonly #contexts = new Map<Rule, Contexts>()

  constructor(rules: readonly Rule[]) {
    for (const rule of rules) {
      const patterns = rule.regex === undefined ? rule.find : rule.must_contain
      for (const pattern of patterns ?? []) {
        for (const text of expandPattern(pattern)) this.#phrases.push(phraseOf(rule, text))
      }
      if (rule.regex !== undefined) this.#regexes.set(rule, RE2JS.compile(rule.regex, RE2JS.MULTILINE))
      this.#contexts.set(rule, contextsOf(rule))
    }
    this.#hasSlots = this.#phrases.some(({text}) => text.includes(WORD_SLOT) || text.includes(NUMBER_SLOT))
    this.#trie = new TokenTrie(this.#phrases)
  }

  /** All hits in the order of the text; of several phrases of one rule at one place the longest. */
  scan(words: Words): Hit[] {
    const hits: Hit[] = []
    const {hashes, checks, count} = words
    for (let i = 0; i < count; i++) {
      const state = this.#trie.enter(hashes[i]!, checks[i]!)
      if (state !== 0) this.#follow(words, i, state, hits)
    }
    return this.#regexes.size === 0 ? hits : this.#runRegexes(words.text, hits)
  }

  #follow(words: Words, first: number, entered: number, hits: Hit[]): void {
    const open: Array<[state: number, next: number]> = [[entered, first + 1]]
    const longest = new Map<Rule, [phrase: Phrase, last: number]>()
    for (let entry = open.pop(); entry; entry = open.pop()) {
      const [state, next] = entry
      for (let value = this.#trie.valueAt(state); value >= 0; value = this.#trie.next(value)) {
        const phrase = this.#phrases[value]!
        const best = longest.get(phrase.rule)
        if ((!best || best[1] < next) && this.#holds(phrase, words, first, next))
          longest.set(phrase.rule, [phrase, next])
      }
      if (next >= words.count || next - first >= MOST_TOKENS) continue
      this.#push(open, state, next, words.hashes[next]!, words.checks[next]!)
      if (!this.#hasSlots) continue
      const slot = kindOf(words, next) === WORD ? wordSlot : kindOf(words, next) === NUMBER ? numberSlot : undefined
      if (slot) this.#push(open, state, next, slot.hashes[0]!, slot.checks[0]!)
    }
    for (const [rule, [phrase, last]] of longest) hits.push(hitOf(rule, phrase, words, first, last))
  }

  #push(open: Array<[number, number]>, state: number, next: number, hash: number, check: number): void {
    const target = this.#trie.step(state, hash, check)
    if (target !== 0) open.push([target, next + 1])
  }

  #holds(phrase: Phrase, words: Words, first: number, last: number): boolean {
    const {rule} = phrase
    for (let k = 1; k < last - first; k++) {
      const isGlued = gapBefore(words, first + k) === GLUED
      if (isGlued !== (gapBefore(phrase.words, k) === GLUED)) return false
    }
    if (rule.case === 'exact' && !isSameCase(phrase, words, first)) return false
    return isPlaced(rule, words, first, last) && !isExcepted(this.#contexts.get(rule)!, words, first, last)
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

function phraseOf(rule: Rule, text: string): Phrase {
  const words = wordsOf(text)
  return {rule, text, words, hashes: words.hashes, checks: words.checks}
}

function hitOf(rule: Rule, phrase: Phrase, words: Words, first: number, last: number): Hit {
  const start = words.starts[first]!
  const end = words.ends[last - 1]!
  return {rule, start, end, first, last, expected: expectedOf(rule, phrase, words, first, words.text.slice(start, end))}
}

function expectedOf(rule: Rule, phrase: Phrase, words: Words, first: number, actual: string): string | undefined {
  if (rule.expect === undefined) return undefined
  const slots: Record<string, string[]> = {word: [], number: []}
  for (let k = 0; k < phrase.words.count; k++) {
    const token = wordText(phrase.words, k)
    if (token === WORD_SLOT) slots['word']!.push(wordText(words, first + k))
    else if (token === NUMBER_SLOT) slots['number']!.push(wordText(words, first + k))
  }
  let hasSlot = false
  const filled = rule.expect.replace(/\{(word|number)\}/g, (_, name: string) => {
    hasSlot = true
    return slots[name]!.shift() ?? ''
  })
  return hasSlot || rule.case === 'exact' ? filled : adoptCase(actual, filled)
}

function* regexHits(hit: Hit, regex: RE2JS, text: string, line: {start: number; end: number}): Iterable<Hit> {
  const matcher = regex.matcher(text.slice(line.start, line.end))
  while (matcher.find()) {
    const [start, end] = [line.start + matcher.start(), line.start + matcher.end()]
    if (end > start) yield {...hit, start, end, expected: hit.rule.expect}
  }
}

function isSameCase(phrase: Phrase, words: Words, first: number): boolean {
  for (let k = 0; k < phrase.words.count; k++) {
    const token = wordText(phrase.words, k)
    if (token !== WORD_SLOT && token !== NUMBER_SLOT && token !== wordText(words, first + k)) return false
  }
  return true
}

/** Whether the phrase stands where its rule wants it: marks before and after it in the line do not count. */
function isPlaced(rule: Rule, words: Words, first: number, last: number): boolean {
  const at = rule.at ?? 'anywhere'
  if ((at === 'line' || at === 'line-start') && !isLineStart(words, first)) return false
  if ((at === 'line' || at === 'line-end') && !isLineEnd(words, last)) return false
  return rule.longest_line === undefined || isShortLine(words, first, rule.longest_line)
}

function isLineStart(words: Words, first: number): boolean {
  let i = first
  while (gapBefore(words, i) < NEW_LINE) {
    if (kindOf(words, --i) !== MARK) return false
  }
  return true
}

function isLineEnd(words: Words, last: number): boolean {
  for (let i = last; i < words.count && gapBefore(words, i) < NEW_LINE; i++) {
    if (kindOf(words, i) !== MARK) return false
  }
  return true
}

/** Whether the line has no more words and numbers than allowed. */
function isShortLine(words: Words, first: number, most: number): boolean {
  let start = first
  while (gapBefore(words, start) < NEW_LINE && first - start <= 2 * most) start--
  let count = 0
  for (let i = start; i < words.count && (i === start || gapBefore(words, i) < NEW_LINE); i++) {
    if (kindOf(words, i) !== MARK && ++count > most) return false
  }
  return true
}

interface Contexts {
  readonly after: readonly Words[]
  readonly before: readonly Words[]
  readonly inside: readonly Words[]
}

function contextsOf(rule: Rule): Contexts {
  const expand = (patterns: readonly string[] = []): Words[] => patterns.flatMap(expandPattern).map(wordsOf)
  return {after: expand(rule.not_after), before: expand(rule.not_before), inside: expand(rule.not_inside)}
}

function isExcepted({after, before, inside}: Contexts, words: Words, first: number, last: number): boolean {
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
