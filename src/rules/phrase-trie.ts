/** The phrases of many rules in one trie, followed from a token as far as any of them goes. */
import {GLUED, gapBefore, kindOf, NEW_LINE, NUMBER, WORD, type Words, wordsOf, wordText} from '../draft/words.js'
import type {Section} from '../matching/sections.js'
import {TokenTrie, type TrieArrays} from '../matching/token-trie.js'
import {type Contexts, contextsOf, isExcepted, isPlaced} from './conditions.js'
import {NUMBER_SLOT, WORD_SLOT} from './pattern.js'
import {PhraseList} from './phrase-list.js'
import type {Rule} from './rule.js'

/** One wording of one rule: its tokens are those of all phrases from `first` on. */
export interface Phrase {
  readonly rule: Rule
  readonly words: Words
  readonly first: number
  readonly count: number
}

/** Told of a phrase, its first token and the one after its last. */
export type Found = (phrase: Phrase, first: number, last: number) => void

const wordSlot = wordsOf(WORD_SLOT)
const numberSlot = wordsOf(NUMBER_SLOT)

/** No phrase is longer than this (tokens). */
const MOST_TOKENS = 64

export class PhraseTrie {
  readonly #phrases: PhraseList
  readonly #trie: TokenTrie
  /** 1 for states from which a slot leads on. */
  readonly #slotStates: Uint8Array
  /** Made for rules whose phrases are met. */
  readonly #contexts = new Map<Rule, Contexts>()

  constructor(phrases: PhraseList, compiled?: {readonly trie: TokenTrie; readonly slotStates: Uint8Array}) {
    this.#phrases = phrases
    this.#trie =
      compiled?.trie ?? new TokenTrie(phrases.sequences(), new Set([wordSlot.hashes[0]!, numberSlot.hashes[0]!]))
    this.#slotStates = compiled?.slotStates ?? slotStates(this.#trie)
  }

  /** As arrays, for `from`. */
  arrays(): Section[] {
    return [...this.#phrases.arrays(), ...this.#trie.arrays(), this.#slotStates]
  }

  /** What `arrays` gave, of the same rules. */
  static from(sections: readonly Section[], rules: ReadonlyArray<Rule | undefined>): PhraseTrie {
    const trie = TokenTrie.from(sections.slice(8, 14) as unknown as TrieArrays)
    return new PhraseTrie(PhraseList.from(sections.slice(0, 8), rules), {trie, slotStates: sections[14] as Uint8Array})
  }

  /** Calls `found` for each phrase of a text, by where it begins; see `at`. */
  scan(words: Words, found: Found): void {
    const {hashes, checks, count} = words
    for (let i = this.#trie.candidate(hashes, 0, count); i < count; i = this.#trie.candidate(hashes, i + 1, count)) {
      const entered = this.#trie.step(0, hashes[i]!, checks[i]!)
      if (entered !== 0) this.#follow(words, i, entered, found)
    }
  }

  /** Calls `found` for each phrase that stands at a token with its conditions met; of several of one rule for the longest. */
  at(words: Words, first: number, found: Found): void {
    const entered = this.#trie.enter(words, first)
    if (entered !== 0) this.#follow(words, first, entered, found)
  }

  /** Ways part only where a slot may stand beside a literal. */
  #follow(words: Words, first: number, entered: number, found: Found): void {
    let longest: Array<[phrase: Phrase, last: number]> | undefined
    let parted: Array<[state: number, next: number]> | undefined
    let state = entered
    let next = first + 1
    for (;;) {
      for (let value = this.#trie.valueAt(state); value >= 0; value = this.#trie.next(value)) {
        const rule = this.#phrases.ruleOf(value)
        if (!rule || !isPlaced(rule, words, first, next)) continue
        const phrase = this.#phrase(rule, value)
        if (this.#holds(phrase, words, first, next)) longest = keepLongest(longest ?? [], phrase, next)
      }
      const isOpen = next < words.count && next - first < MOST_TOKENS
      const literal = isOpen ? this.#trie.step(state, words.hashes[next]!, words.checks[next]!) : 0
      const slotted = isOpen && this.#slotStates[state] === 1 ? this.#throughSlot(words, state, next) : 0
      if (literal !== 0 && slotted !== 0) {
        parted ??= []
        parted.push([slotted, next + 1])
      }
      state = literal || slotted
      next++
      if (state === 0) {
        const other = parted?.pop()
        if (!other) break
        ;[state, next] = other
      }
    }
    for (const [phrase, last] of longest ?? []) found(phrase, first, last)
  }

  #throughSlot(words: Words, state: number, next: number): number {
    const kind = kindOf(words, next)
    if (kind === WORD) return this.#trie.step(state, wordSlot.hashes[0]!, wordSlot.checks[0]!)
    return kind === NUMBER ? this.#trie.step(state, numberSlot.hashes[0]!, numberSlot.checks[0]!) : 0
  }

  #phrase(rule: Rule, value: number): Phrase {
    const {firsts, words} = this.#phrases
    return {rule, words, first: firsts[value]!, count: firsts[value + 1]! - firsts[value]!}
  }

  #contextsOf(rule: Rule): Contexts {
    const contexts = this.#contexts.get(rule) ?? contextsOf(rule)
    this.#contexts.set(rule, contexts)
    return contexts
  }

  #holds(phrase: Phrase, words: Words, first: number, last: number): boolean {
    const {rule} = phrase
    for (let k = 1; k < last - first; k++) {
      const gap = gapBefore(words, first + k)
      if (gap >= NEW_LINE || (gap === GLUED) !== (gapBefore(phrase.words, phrase.first + k) === GLUED)) return false
    }
    if (rule.case === 'exact' && !isSameCase(phrase, words, first)) return false
    return !isExcepted(this.#contextsOf(rule), words, first, last)
  }
}

function slotStates(trie: TokenTrie): Uint8Array {
  const states = new Uint8Array(trie.size)
  for (let state = 0; state < states.length; state++) {
    for (const {hashes, checks} of [wordSlot, numberSlot]) {
      if (trie.step(state, hashes[0]!, checks[0]!) !== 0) states[state] = 1
    }
  }
  return states
}

function keepLongest(longest: Array<[Phrase, number]>, phrase: Phrase, last: number): Array<[Phrase, number]> {
  const known = longest.findIndex(([other]) => other.rule === phrase.rule)
  if (known < 0) longest.push([phrase, last])
  else if (longest[known]![1] < last) longest[known] = [phrase, last]
  return longest
}

/** What stood in the slots of a phrase, by kind. */
export function slotsOf(phrase: Phrase, words: Words, first: number): Record<'word' | 'number', string[]> {
  const slots: Record<'word' | 'number', string[]> = {word: [], number: []}
  for (let k = 0; k < phrase.count; k++) {
    const token = wordText(phrase.words, phrase.first + k)
    if (token === WORD_SLOT) slots.word.push(wordText(words, first + k))
    else if (token === NUMBER_SLOT) slots.number.push(wordText(words, first + k))
  }
  return slots
}

function isSameCase(phrase: Phrase, words: Words, first: number): boolean {
  for (let k = 0; k < phrase.count; k++) {
    const token = wordText(phrase.words, phrase.first + k)
    if (token !== WORD_SLOT && token !== NUMBER_SLOT && token !== wordText(words, first + k)) return false
  }
  return true
}
