/** The term base in memory: headwords in both scripts in one trie, pinyin and glosses ready to be compared. */
import {GLUED, gapBefore, HAN, kindOf, type Words, wordsOf} from '../../draft/index.js'
import {type TokenSequence, TokenTrie} from '../../matching/token-trie.js'
import type {Table} from '../../rules/rule.js'

export interface Term {
  readonly term: string
  /** With tone marks, joined by word. */
  readonly pinyin: string
  /** Letters only. */
  readonly plainPinyin: string
  readonly gloss: string
  /** The gloss and every other rendering an author may have used, as tokens. */
  readonly renderings: readonly Words[]
}

/** One place where a term stands, by tokens; `last` is the one after it. */
export interface Mention {
  readonly term: Term
  readonly first: number
  readonly last: number
}

export class Glossary {
  readonly #terms: Term[] = []
  readonly #trie: TokenTrie

  constructor(tables: readonly Table[]) {
    const phrases: TokenSequence[] = []
    for (const {cells} of tables.flatMap(({rows}) => rows)) {
      const term = termOf(cells)
      for (const headword of new Set([cells['term']!, cells['traditional'] || cells['term']!])) {
        this.#terms.push(term)
        phrases.push(wordsOf(headword))
      }
    }
    this.#trie = new TokenTrie(phrases)
  }

  /** Every mention that is a whole run of Chinese characters; longest first where headwords share a beginning. */
  mentions(words: Words): Mention[] {
    const found: Mention[] = []
    for (let i = 0; i < words.count; i++) {
      let state = this.#trie.enter(words.hashes[i]!, words.checks[i]!, words.hashes[i + 1] ?? 0)
      if (state === 0 || isOneRun(words, i - 1)) continue
      let best: Mention | undefined
      for (let next = i + 1; state !== 0; next++) {
        const value = this.#trie.valueAt(state)
        if (value >= 0) best = {term: this.#terms[value]!, first: i, last: next}
        state = next < words.count ? this.#trie.step(state, words.hashes[next]!, words.checks[next]!) : 0
      }
      if (!best || isOneRun(words, best.last - 1)) continue
      found.push(best)
      i = best.last - 1
    }
    return found
  }
}

/** Whether two neighbouring tokens are one run of Chinese, so that a headword between them would be torn out of a text. */
function isOneRun(words: Words, left: number): boolean {
  if (left < 0 || left + 1 >= words.count) return false
  return kindOf(words, left) === HAN && kindOf(words, left + 1) === HAN && gapBefore(words, left + 1) === GLUED
}

function termOf(cells: Readonly<Record<string, string>>): Term {
  const renderings = [cells['gloss']!, ...(cells['alternates'] ?? '').split('|')].filter((text) => text !== '')
  return {
    term: cells['term']!,
    pinyin: cells['pinyin']!,
    plainPinyin: plainPinyin(cells['pinyin']!),
    gloss: cells['gloss']!,
    renderings: renderings.map(wordsOf),
  }
}

/** Tones, blanks, hyphens and apostrophes gone, ü as u: the form in which all spellings of one reading agree. */
export function plainPinyin(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
}
