/** From rules to scans: what stands at the start of a line is looked for only there, everything else everywhere. */
import {kindOf, MARK, nextLine, type Words} from '../draft/words.js'
import {adoptCase} from '../matching/letter-case.js'
import {packSections, unpackSections} from '../matching/sections.js'
import type {Hit} from './hit.js'
import {PhraseList} from './phrase-list.js'
import {type Found, type Phrase, PhraseTrie, slotsOf} from './phrase-trie.js'
import {RegexRuns} from './regex-runs.js'
import type {Compiled, Rule, Timer} from './rule.js'
import {sieveTable} from './sieve-table.js'

/** "scan" in little-endian order. */
const MARK_OF_FILE = 0x6e616373
/** To be raised with any change of what `compiled` writes, and of how texts are tokenised. */
const VERSION = 3

export class RuleScan {
  readonly #anywhere: readonly PhraseTrie[]
  readonly #lineStarts: readonly PhraseTrie[]
  readonly #regexes: RegexRuns | undefined

  /** Rules that stand in `compiled` are not compiled again; what stands there and not among the rules is passed over. */
  constructor(rules: readonly Rule[], compiled?: Pick<Compiled, 'rules' | 'buffer'>, timer?: Timer) {
    const built = compiled && unpackSections(compiled.buffer, MARK_OF_FILE, VERSION)
    const done = new Set(built ? compiled.rules : [])
    const added = rules.filter((rule) => !done.has(rule))
    this.#anywhere = added.length > 0 || !built ? [trieOf(added, (rule) => !opensLine(rule))] : []
    this.#lineStarts = added.length > 0 || !built ? [trieOf(added, opensLine)] : []
    const experts = built ? compiled.rules.filter(isExpert) : []
    if (built) {
      const kept = new Set(rules)
      const known = compiled.rules.map((rule) => (kept.has(rule) ? rule : undefined))
      const tries = built.slice(experts.length)
      this.#anywhere = [PhraseTrie.from(tries.slice(0, tries.length / 2), known), ...this.#anywhere]
      this.#lineStarts = [PhraseTrie.from(tries.slice(tries.length / 2), known), ...this.#lineStarts]
    }
    const sieves = new Map(experts.map((rule, i) => [rule, built![i] as Uint16Array]))
    this.#regexes = rules.some(isExpert) ? new RegexRuns(sieves, timer) : undefined
  }

  /** What the build keeps of these rules: the sieves of regexes, then what stands anywhere and what opens a line. */
  static compiled(rules: readonly Rule[]): ArrayBuffer {
    const sieves = rules.filter(isExpert).map(({regex}) => sieveTable(regex!))
    const tries = [trieOf(rules, (rule) => !opensLine(rule)), trieOf(rules, opensLine)]
    return packSections(MARK_OF_FILE, VERSION, [...sieves, ...tries.flatMap((trie) => trie.arrays())])
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
    for (const trie of this.#lineStarts) scanLineStarts(trie, words, found)
    for (const trie of this.#anywhere) trie.scan(words, found)
    hits.sort((a, b) => a.start - b.start)
    return this.#regexes ? this.#regexes.in(words.text, hits) : hits
  }
}

/** Marks at the start of a line do not count: what stands behind them opens it as well. */
function scanLineStarts(trie: PhraseTrie, words: Words, found: Found): void {
  for (let line = 0; line < words.count; ) {
    const next = nextLine(words, line)
    for (let i = line; i < next; i++) {
      trie.at(words, i, found)
      if (kindOf(words, i) !== MARK) break
    }
    line = next
  }
}

const isExpert = ({regex}: Rule): boolean => regex !== undefined

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
