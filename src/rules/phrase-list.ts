/** Every wording of some rules, tokenised as the lines of one text: by itself each would cost an array buffer. */
import {gapBefore, NEW_LINE, type Words, wordsOf} from '../draft/words.js'
import type {Section} from '../matching/sections.js'
import type {TokenSequence} from '../matching/token-trie.js'
import {expandPattern} from './pattern.js'
import type {Rule} from './rule.js'

export class PhraseList {
  /** Undefined for a rule that has been set aside since. */
  readonly #rules: ReadonlyArray<Rule | undefined>
  readonly words: Words
  /** The first token of each phrase, and one after the last token of all. */
  readonly firsts: Uint32Array
  /** Which of the rules each phrase is of. */
  readonly #owners: Uint32Array

  private constructor(rules: ReadonlyArray<Rule | undefined>, words: Words, firsts: Uint32Array, owners: Uint32Array) {
    this.#rules = rules
    this.words = words
    this.firsts = firsts
    this.#owners = owners
  }

  /** The phrases of those rules that `isWanted`; of an expert's regex, what it must contain. */
  static of(rules: readonly Rule[], isWanted: (rule: Rule) => boolean): PhraseList {
    const lines: string[] = []
    const owners: number[] = []
    for (const [i, rule] of rules.entries()) {
      if (!isWanted(rule)) continue
      for (const pattern of (rule.regex === undefined ? rule.find : rule.must_contain) ?? []) {
        for (const phrase of expandPattern(pattern)) {
          lines.push(phrase)
          owners.push(i)
        }
      }
    }
    const words = wordsOf(lines.join('\n'))
    return new PhraseList(rules, words, firstsOf(words), Uint32Array.from(owners))
  }

  get count(): number {
    return this.firsts.length - 1
  }

  ruleOf(phrase: number): Rule | undefined {
    return this.#rules[this.#owners[phrase]!]
  }

  *sequences(): Iterable<TokenSequence> {
    const {hashes, checks} = this.words
    for (let i = 0; i < this.count; i++) {
      const [first, last] = [this.firsts[i]!, this.firsts[i + 1]!]
      yield {hashes: hashes.subarray(first, last), checks: checks.subarray(first, last)}
    }
  }

  /** As arrays, for `from`. */
  arrays(): Section[] {
    const {text, starts, ends, hashes, checks, traits} = this.words
    const units = Uint16Array.from({length: text.length}, (_, i) => text.charCodeAt(i))
    return [units, starts, ends, hashes, checks, traits, this.firsts, this.#owners]
  }

  /** What `arrays` gave, of the same rules. */
  static from(sections: readonly Section[], rules: ReadonlyArray<Rule | undefined>): PhraseList {
    const [units, starts, ends, hashes, checks, traits, firsts, owners] = sections
    const text = textOf(units as Uint16Array)
    const words = {text, count: starts!.length, starts, ends, hashes, checks, traits} as Words
    return new PhraseList(rules, words, firsts as Uint32Array, owners as Uint32Array)
  }
}

/** Where the lines begin, and the number of tokens. */
function firstsOf(words: Words): Uint32Array {
  const firsts: number[] = []
  for (let i = 0; i < words.count; i++) if (gapBefore(words, i) >= NEW_LINE) firsts.push(i)
  firsts.push(words.count)
  return Uint32Array.from(firsts)
}

/** More arguments than this a call may not have. */
const MOST_ARGUMENTS = 8192

function textOf(units: Uint16Array): string {
  let text = ''
  for (let at = 0; at < units.length; at += MOST_ARGUMENTS) {
    text += String.fromCharCode(...units.subarray(at, at + MOST_ARGUMENTS))
  }
  return text
}
