/**
 * English translated word for word from Chinese: what an editor would write instead, as suggestions that are never applied
 * of themselves. One such phrase proves nothing, so they are made only where a text has several.
 */
import {type Draft, GLUED, gapBefore, NEW_PARAGRAPH, type Proposal, wordsOf} from '../../draft/index.js'
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
  readonly phrase: Phrase
  readonly start: number
  readonly end: number
}

/** "tran" in little-endian order. */
const MARK_OF_FILE = 0x6e617274
/** To be raised with any change of what `compiled` writes, and of how texts are tokenised. */
const VERSION = 1

/** The tables with the columns found, chinese, original, note. */
const isOfTranslations = ({columns}: Table): boolean => columns.includes('chinese')

export class Translated {
  readonly #tables: readonly Table[]
  readonly #trie: TokenTrie
  #phrases: readonly Phrase[] | undefined

  /** What the build compiled is taken when it is of these tables. */
  constructor(tables: readonly Table[], compiled?: Pick<Compiled, 'tables' | 'buffer'>) {
    this.#tables = tables.filter(isOfTranslations)
    const isOfThese = compiled && isCompiledFrom(compiled.tables.filter(isOfTranslations), this.#tables)
    const sections = isOfThese && unpackSections(compiled.buffer, MARK_OF_FILE, VERSION)
    this.#trie = sections
      ? TokenTrie.from(sections as unknown as TrieArrays)
      : new TokenTrie(this.#all().map(({found}) => wordsOf(found)))
  }

  /** What the build keeps of these tables. */
  static compiled(tables: readonly Table[]): ArrayBuffer {
    return packSections(MARK_OF_FILE, VERSION, new Translated(tables).#trie.arrays())
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
    if (hits.length === 0) return
    const odd = new Set(hits.filter(({phrase}) => phrase.note === '').map(({phrase}) => phrase.chinese))
    if (odd.size < (HAN_CHARACTER.test(draft.text) ? LEAST_PHRASES / 2 : LEAST_PHRASES)) return
    for (const {phrase, start, end} of hits) {
      const {chinese, originals, note} = phrase
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

  /** The longest phrase at each place, none overlapping another. */
  #hits(draft: Draft): Hit[] {
    const words = draft.words()
    const {hashes, checks, starts, ends, count} = words
    const hits: Hit[] = []
    for (let first = 0; first < count; first++) {
      let longest: {phrase: Phrase; last: number} | undefined
      let state = this.#trie.enter(hashes[first]!, checks[first]!, hashes[first + 1] ?? 0)
      for (let last = first + 1; state !== 0; last++) {
        const value = this.#trie.valueAt(state)
        if (value >= 0) longest = {phrase: this.#all()[value]!, last}
        const isOpen = last < count && gapBefore(words, last) !== NEW_PARAGRAPH
        state = isOpen ? this.#trie.step(state, hashes[last]!, checks[last]!) : 0
      }
      if (!longest) continue
      const {phrase, last} = longest
      if (first > 0 && gapBefore(words, first) === GLUED && isHyphen(draft.text, starts[first]!)) continue
      hits.push({phrase, start: starts[first]!, end: ends[last - 1]!})
      first = last - 1
    }
    return hits
  }
}

/** Whether what stands before is a hyphen: part of another compound. */
const isHyphen = (text: string, start: number): boolean => text[start - 1] === '-'
