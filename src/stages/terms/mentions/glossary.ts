/** The term base in memory: headwords in both scripts in one trie, pinyin and renderings ready to be compared. */
import {GLUED, gapBefore, HAN, kindOf, NEW_LINE, type Span, type Words, wordsOf} from '../../../draft/index.js'
import {packSections, type Section, unpackSections} from '../../../matching/sections.js'
import {type TokenSequence, TokenTrie, type TrieArrays} from '../../../matching/token-trie.js'
import {type Compiled, isCompiledFrom, type Table} from '../../../rules/rule.js'
import {plainPinyin, spellingsOf} from './pinyin.js'
import {type Renderings, renderingsOf} from './rendering.js'

export interface Term {
  readonly term: string
  /** In every script. */
  readonly headwords: readonly string[]
  /** With tone marks, joined by word. */
  readonly pinyin: string
  /** Letters only. */
  readonly plainPinyin: string
  readonly gloss: string
  /** What stands for the term in running English. */
  readonly short: string
  readonly renderings: Renderings
  /** Its gloss has its pinyin in it, as `shopping site Taobao` has: a name that English has, too. */
  readonly isName: boolean
}

/** One place where the characters of a term stand, or its pinyin. */
export interface Sighting extends Span {
  readonly term: Term
  readonly kind: 'hanzi' | 'pinyin'
}

/** Shorter pinyin is too often another word. */
const SHORTEST_PINYIN = 5

/** "term" in little-endian order. */
const MARK_OF_FILE = 0x6d726574
/** To be raised with any change of what `compiled` writes, and of how texts are tokenised. */
const VERSION = 1

/** Phrases, and the row of the tables that each is of. */
interface Index {
  readonly trie: TokenTrie
  readonly rows: Uint32Array
}

export class Glossary {
  readonly #tables: readonly Table[]
  readonly #terms: Term[] = []
  #rows: Table['rows'] | undefined
  #headwords: ReadonlySet<string> | undefined
  #hanzi: Index | undefined
  #pinyin: Index | undefined

  /** What the build compiled is taken when it is of these tables. */
  constructor(tables: readonly Table[], compiled?: Pick<Compiled, 'tables' | 'buffer'>) {
    this.#tables = tables
    const isOfThese = compiled && isCompiledFrom(compiled.tables, tables)
    const sections = isOfThese && unpackSections(compiled.buffer, MARK_OF_FILE, VERSION)
    if (!sections) return
    this.#hanzi = indexFrom(sections.slice(0, sections.length / 2))
    this.#pinyin = indexFrom(sections.slice(sections.length / 2))
  }

  /** What the build keeps of these tables. */
  static compiled(tables: readonly Table[]): ArrayBuffer {
    const glossary = new Glossary(tables)
    const indexes = [glossary.#hanziIndex(), glossary.#pinyinIndex()]
    return packSections(
      MARK_OF_FILE,
      VERSION,
      indexes.flatMap(({trie, rows}) => [...trie.arrays(), rows]),
    )
  }

  /** Needs no more of the terms than how they are written: the rest of them would take twice as long. */
  has(headword: string): boolean {
    this.#headwords ??= new Set(this.#allRows().flatMap(({cells}) => headwordsIn(cells)))
    return this.#headwords.has(headword)
  }

  /** Every term that is a whole run of Chinese characters, the longest where headwords share a beginning. */
  hanzi(words: Words): Sighting[] {
    return found(
      words,
      this.#hanziIndex(),
      (row) => ({term: this.#term(row), kind: 'hanzi'}),
      (left) => isOneRun(words, left),
    )
  }

  /** Every term whose pinyin stands there, with or without tones, as one word or several; not its characters. */
  pinyin(words: Words): Sighting[] {
    return found(
      words,
      this.#pinyinIndex(),
      (row) => ({term: this.#term(row), kind: 'pinyin'}),
      () => false,
    )
  }

  #hanziIndex(): Index {
    this.#hanzi ??= indexOf(this.#all().map(({headwords}) => headwords))
    return this.#hanzi
  }

  #pinyinIndex(): Index {
    this.#pinyin ??= indexOf(
      this.#all().map(({plainPinyin, pinyin}) =>
        plainPinyin.length < SHORTEST_PINYIN ? [] : [...spellingsOf(pinyin)],
      ),
    )
    return this.#pinyin
  }

  #allRows(): Table['rows'] {
    this.#rows ??= this.#tables.flatMap(({rows}) => rows)
    return this.#rows
  }

  #all(): Term[] {
    return this.#allRows().map((_, row) => this.#term(row))
  }

  #term(row: number): Term {
    this.#terms[row] ??= termOf(this.#allRows()[row]!.cells)
    return this.#terms[row]
  }
}

const indexFrom = (sections: readonly Section[]): Index => ({
  trie: TokenTrie.from(sections.slice(0, 6) as unknown as TrieArrays),
  rows: sections[6] as Uint32Array,
})

/** Tokenised as one text, a line each: a buffer for every phrase would cost more than all the rest. */
function indexOf(phrases: ReadonlyArray<readonly string[]>): Index {
  const words = wordsOf(phrases.flat().join('\n'))
  const sequences: TokenSequence[] = []
  let first = 0
  for (let i = 1; i <= words.count; i++) {
    if (i < words.count && gapBefore(words, i) < NEW_LINE) continue
    sequences.push({hashes: words.hashes.subarray(first, i), checks: words.checks.subarray(first, i)})
    first = i
  }
  return {trie: new TokenTrie(sequences), rows: Uint32Array.from(phrases.flatMap((forms, row) => forms.map(() => row)))}
}

/** Sightings that do not overlap; `isTorn` says that a word goes on after a token. */
function found(
  words: Words,
  {trie, rows}: Index,
  meant: (row: number) => Pick<Sighting, 'term' | 'kind'>,
  isTorn: (left: number) => boolean,
): Sighting[] {
  const sightings: Sighting[] = []
  for (let i = 0; i < words.count; i++) {
    let state = trie.enter(words.hashes[i]!, words.checks[i]!, words.hashes[i + 1] ?? 0)
    if (state === 0 || isTorn(i - 1)) continue
    let best: number | undefined
    let last = i
    for (let next = i + 1; state !== 0; next++) {
      const value = trie.valueAt(state)
      if (value >= 0 && !isTorn(next - 1)) {
        best = rows[value]
        last = next
      }
      state = next < words.count ? trie.step(state, words.hashes[next]!, words.checks[next]!) : 0
    }
    if (best === undefined) continue
    sightings.push({...meant(best), start: words.starts[i]!, end: words.ends[last - 1]!})
    i = last - 1
  }
  return sightings
}

/** Whether two neighbouring tokens are one run of Chinese, so that a headword between them would be torn out of a text. */
export function isOneRun(words: Words, left: number): boolean {
  if (left < 0 || left + 1 >= words.count) return false
  return kindOf(words, left) === HAN && kindOf(words, left + 1) === HAN && gapBefore(words, left + 1) === GLUED
}

type Cells = Table['rows'][number]['cells']

const headwordsIn = ({term = '', traditional}: Cells): readonly string[] => headwordsOf(term, traditional || term)

/** A column that a table lacks is empty. Renderings are compared with only where a term stands. */
function termOf(cells: Cells): Term {
  const cell = (name: string): string => cells[name] ?? ''
  const plain = plainPinyin(cell('pinyin'))
  const gloss = cell('gloss')
  let renderings: Renderings | undefined
  return {
    term: cell('term'),
    headwords: headwordsIn(cells),
    pinyin: cell('pinyin'),
    plainPinyin: plain,
    gloss,
    short: cell('short') || gloss,
    isName: plain.length >= SHORTEST_PINYIN && plainPinyin(gloss).includes(plain),
    get renderings() {
      const alternates = [cell('short'), ...cell('alternates').split('|')]
      const accepted = [gloss, ...alternates.filter((text) => plainPinyin(text) !== plain)]
      renderings ??= renderingsOf(filled(accepted), filled([cell('literal')]))
      return renderings
    },
  }
}

/** Terms that differ in more characters have no mixed forms. */
const MOST_MIXED = 3

/** In both scripts, and with some characters of either: 內捲 is also written 內卷, 臺灣 also 台灣. */
function headwordsOf(simplified: string, traditional: string): string[] {
  const [a, b] = [[...simplified], [...traditional]]
  const differing = a.filter((char, i) => char !== b[i]).length
  if (a.length !== b.length || differing > MOST_MIXED) return [...new Set([simplified, traditional])]
  let forms = ['']
  for (const [i, char] of a.entries()) {
    const chars = new Set([char, b[i]!])
    forms = forms.flatMap((form) => [...chars].map((one) => form + one))
  }
  return forms
}

const filled = (texts: readonly string[]): string[] => texts.map((text) => text.trim()).filter((text) => text !== '')
