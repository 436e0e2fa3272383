/**
 * English translated word for word from Chinese: what an editor would write instead, as suggestions that are never applied
 * of themselves. One such phrase proves nothing, so they are made only where a text has several.
 */
import {type Draft, GLUED, gapBefore, NEW_PARAGRAPH, type Proposal, type Words, wordsOf} from '../../draft/index.js'
import {adoptCase} from '../../matching/letter-case.js'
import {packSections, unpackSections} from '../../matching/sections.js'
import {TokenTrie, type TrieArrays} from '../../matching/token-trie.js'
import {type Compiled, isCompiledFrom, type Table} from '../../rules/rule.js'

interface Phrase {
  readonly found: string
  readonly chinese: string
  readonly originals: readonly string[]
  /** When the plain reading is possible too. */
  readonly note: string
}

/** So many different phrases that are odd in any English text, or half as many where Chinese characters stand by. */
const LEAST_PHRASES = 4
/** Below what any policy applies by itself. */
const CONFIDENCE = 0.3
const HAN_CHARACTER = /\p{Script=Han}/u

interface Hit {
  /** Of the phrase. */
  readonly row: number
  readonly start: number
  readonly end: number
}

/** "tran" in little-endian order. */
const MARK_OF_FILE = 0x6e617274
/** To be raised with any change of what `compiled` writes, and of how texts are tokenised. */
const VERSION = 2

/** The tables with the columns found, chinese, original, note. */
const isOfTranslations = ({columns}: Table): boolean => columns.includes('chinese')

export class Translated {
  readonly #tables: readonly Table[]
  readonly #trie: TokenTrie
  /** By row: 0 where the plain reading is possible too, else a number for what stands in Chinese. Nearly every text is decided by it. */
  readonly #meanings: Uint16Array
  #phrases: readonly Phrase[] | undefined

  /** What the build compiled is taken when it is of these tables. */
  constructor(tables: readonly Table[], compiled?: Pick<Compiled, 'tables' | 'buffer'>) {
    this.#tables = tables.filter(isOfTranslations)
    const isOfThese = compiled && isCompiledFrom(compiled.tables.filter(isOfTranslations), this.#tables)
    const sections = isOfThese && unpackSections(compiled.buffer, MARK_OF_FILE, VERSION)
    this.#trie = sections
      ? TokenTrie.from(sections.slice(0, -1) as unknown as TrieArrays)
      : new TokenTrie(this.#all().map(({found}) => wordsOf(found)))
    this.#meanings = sections ? (sections.at(-1) as Uint16Array) : meaningsOf(this.#all())
  }

  /** What the build keeps of these tables. */
  static compiled(tables: readonly Table[]): ArrayBuffer {
    const translated = new Translated(tables)
    return packSections(MARK_OF_FILE, VERSION, [...translated.#trie.arrays(), translated.#meanings])
  }

  #all(): readonly Phrase[] {
    this.#phrases ??= this.#tables
      .flatMap(({rows}) => rows)
      .map(({cells}) => ({
        found: cells['found']!,
        chinese: cells['chinese']!,
        originals: cells['original']!.split('|'),
        note: cells['note']!,
      }))
    return this.#phrases
  }

  *proposals(draft: Draft): Iterable<Proposal> {
    const hits = this.#hits(draft)
    if (!this.#areEnough(hits, draft.text)) return
    for (const {row, start, end} of hits) {
      const {chinese, originals, note} = this.#all()[row]!
      const actual = draft.text.slice(start, end)
      yield {
        start,
        end,
        rule: 'unspin/translated-wording',
        expected: originals.map((original) => adoptCase(actual, original)),
        confidence: CONFIDENCE,
        note: note === '' ? chinese : `${chinese}; ${note}`,
      }
    }
  }

  #areEnough(hits: readonly Hit[], text: string): boolean {
    if (hits.length < LEAST_PHRASES / 2) return false
    const odd = new Set(hits.map(({row}) => this.#meanings[row]!).filter((meaning) => meaning !== 0)).size
    return odd >= LEAST_PHRASES || (odd >= LEAST_PHRASES / 2 && HAN_CHARACTER.test(text))
  }

  /** The longest phrase at each place, none overlapping another. */
  #hits(draft: Draft): Hit[] {
    const words = draft.words()
    const {hashes, starts, ends, count} = words
    const trie = this.#trie
    const hits: Hit[] = []
    for (
      let first = trie.candidate(hashes, 0, count);
      first < count;
      first = trie.candidate(hashes, first + 1, count)
    ) {
      const [row, last] = this.#longestAt(words, first)
      if (row < 0) continue
      if (first > 0 && gapBefore(words, first) === GLUED && isHyphen(draft.text, starts[first]!)) continue
      hits.push({row, start: starts[first]!, end: ends[last - 1]!})
      first = last - 1
    }
    return hits
  }

  /** The row of a phrase, and the token after its last; -1 where none stands. */
  #longestAt(words: Words, first: number): [row: number, last: number] {
    const {hashes, checks, count} = words
    let longest: [number, number] = [-1, first]
    let state = this.#trie.step(0, hashes[first]!, checks[first]!)
    for (let last = first + 1; state !== 0; last++) {
      const row = this.#trie.valueAt(state)
      if (row >= 0) longest = [row, last]
      const isOpen = last < count && gapBefore(words, last) !== NEW_PARAGRAPH
      state = isOpen ? this.#trie.step(state, hashes[last]!, checks[last]!) : 0
    }
    return longest
  }
}

function meaningsOf(phrases: readonly Phrase[]): Uint16Array {
  const numbers = new Map<string, number>()
  for (const {chinese} of phrases) if (!numbers.has(chinese)) numbers.set(chinese, numbers.size + 1)
  return Uint16Array.from(phrases, ({chinese, note}) => (note === '' ? numbers.get(chinese)! : 0))
}

/** Whether what stands before is a hyphen: part of another compound. */
const isHyphen = (text: string, start: number): boolean => text[start - 1] === '-'
