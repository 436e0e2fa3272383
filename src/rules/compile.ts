/** From rules to scans: what stands at the start of a line is looked for only there, everything else everywhere. */
import {gapBefore, kindOf, MARK, NEW_LINE, type Words} from '../draft/words.js'
import {adoptCase} from '../matching/letter-case.js'
import {packSections, unpackSections} from '../matching/sections.js'
import {PhraseList} from './phrase-list.js'
import {type Phrase, PhraseTrie, slotsOf} from './phrase-trie.js'
import {type Expert, regexOf} from './regex.js'
import type {Compiled, Rule, Timer} from './rule.js'

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

/** "scan" in little-endian order. */
const MARK_OF_FILE = 0x6e616373
/** To be raised with any change of what `compiled` writes, and of how texts are tokenised. */
const VERSION = 2

export class RuleScan {
  readonly #anywhere: readonly PhraseTrie[]
  readonly #lineStarts: readonly PhraseTrie[]
  readonly #hasRegexes: boolean
  readonly #timer: Timer | undefined

  /** Rules that stand in `compiled` are not compiled again; what stands there and not among the rules is passed over. */
  constructor(rules: readonly Rule[], compiled?: Pick<Compiled, 'rules' | 'buffer'>, timer?: Timer) {
    this.#timer = timer
    const built = compiled && unpackSections(compiled.buffer, MARK_OF_FILE, VERSION)
    const done = new Set(built ? compiled.rules : [])
    const added = rules.filter((rule) => !done.has(rule))
    this.#anywhere = added.length > 0 || !built ? [trieOf(added, (rule) => !opensLine(rule))] : []
    this.#lineStarts = added.length > 0 || !built ? [trieOf(added, opensLine)] : []
    if (built) {
      const kept = new Set(rules)
      const known = compiled.rules.map((rule) => (kept.has(rule) ? rule : undefined))
      this.#anywhere = [PhraseTrie.from(built.slice(0, built.length / 2), known), ...this.#anywhere]
      this.#lineStarts = [PhraseTrie.from(built.slice(built.length / 2), known), ...this.#lineStarts]
    }
    this.#hasRegexes = rules.some(({regex}) => regex !== undefined)
  }

  /** What the build keeps of these rules. */
  static compiled(rules: readonly Rule[]): ArrayBuffer {
    const tries = [trieOf(rules, (rule) => !opensLine(rule)), trieOf(rules, opensLine)]
    return packSections(
      MARK_OF_FILE,
      VERSION,
      tries.flatMap((trie) => trie.arrays()),
    )
  }

  /**
   * All hits in the order of the text; of several phrases of one rule at one place the longest.
   *
   * @param isText - Whether a phrase at a place counts: what an expert's regex must contain is asked for, not its match.
   */
  scan(words: Words, isText: (phrase: Pick<Hit, 'start' | 'end'>) => boolean = () => true): Hit[] {
    const [anywhere, lineStarts] = [this.#anywhere, this.#lineStarts]
    const hits: Hit[] = []
    const found = (phrase: Phrase, first: number, last: number): void => {
      const hit = hitOf(phrase, words, first, last)
      if (isText(hit)) hits.push(hit)
    }
    let isLineStart = true
    for (let i = 0; i < words.count; i++) {
      if (gapBefore(words, i) >= NEW_LINE) isLineStart = true
      if (isLineStart) {
        for (let k = 0; k < lineStarts.length; k++) lineStarts[k]!.at(words, i, found)
        if (kindOf(words, i) !== MARK) isLineStart = false
      }
      for (let k = 0; k < anywhere.length; k++) anywhere[k]!.at(words, i, found)
    }
    return this.#hasRegexes ? this.#runRegexes(words.text, hits) : hits
  }

  /** Runs each expert's regex around what it must contain; RE2 needs time linear in what it is given. */
  #runRegexes(text: string, hits: Hit[]): Hit[] {
    const result: Hit[] = []
    const done = new Map<Rule, number>()
    for (const hit of hits) {
      const regex = hit.rule.regex === undefined ? undefined : regexOf(hit.rule.regex)
      if (!regex) result.push(hit)
      else if (hit.start >= (done.get(hit.rule) ?? 0)) {
        const window = windowAround(text, hit, done.get(hit.rule) ?? 0)
        done.set(hit.rule, window.end)
        const run = (): Hit[] => [...regexHits(hit, regex, text, window)]
        result.push(...(this.#timer ? this.#timer(hit.rule.id, run) : run()))
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

const opensLine = (rule: Rule): boolean => rule.at === 'line' || rule.at === 'line-start'

const trieOf = (rules: readonly Rule[], isWanted: (rule: Rule) => boolean): PhraseTrie =>
  new PhraseTrie(PhraseList.of(rules, isWanted))

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

function* regexHits(
  hit: Hit,
  {re, opensLine}: Expert,
  text: string,
  line: {start: number; end: number},
): Iterable<Hit> {
  const matcher = re.matcher(text.slice(line.start, line.end))
  for (
    let isFound = opensLine ? matcher.lookingAt() : matcher.find();
    isFound;
    isFound = !opensLine && matcher.find()
  ) {
    const [start, end] = [line.start + matcher.start(), line.start + matcher.end()]
    const captured = matcher.groupCount() > 0 ? matcher.group(1) : null
    if (end > start) yield {...hit, start, end, expected: hit.rule.expect, ...(captured ? {captured} : {})}
  }
}
