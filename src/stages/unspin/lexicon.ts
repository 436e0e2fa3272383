/**
 * Spun forms and what may have stood there, packed in typed arrays: a trie over the forms, for each form its pairs,
 * for each pair an original, for each original its ids in the language model and its letters.
 *
 * The arrays come from `compileLexicon`, or from a file that holds what it gave.
 */
import {SPACED, type Words} from '../../draft/index.js'
import {packSections, type Section, unpackSections} from '../../matching/sections.js'
import {TokenTrie, type TrieArrays} from '../../matching/token-trie.js'

/** "slex" in little-endian order. */
const MARK = 0x78656c73
/** To be raised with any change of the sections, of what is in them, or of how they are computed. */
const LEXICON_VERSION = 4

/** Where a pair is known from: guessed from entries of a thesaurus, seen in real spun articles, seen in papers of science. */
export const FAMILIES = ['thesaurus', 'articles', 'science'] as const
export type Family = (typeof FAMILIES)[number]

/** Ids of an original at most. */
export const LONGEST_ORIGINAL = 16

export interface LexiconArrays {
  /** What it was compiled from, UTF-8; see `sourcesOf`. */
  readonly sources: Uint8Array
  readonly trie: TrieArrays
  /** The forms that clean text hardly uses, in a trie of their own, and their numbers. */
  readonly markTrie: TrieArrays
  readonly marks: Uint32Array
  /** First pair of each form, and one more for the end. */
  readonly pairStarts: Uint32Array
  /** The gaps before the second, third … token of a form, two bits each. */
  readonly gaps: Uint32Array
  /** log10 of a form's probability on its own. */
  readonly formScores: Float32Array
  /** How much one hit of a form speaks for a spun text, log10 of the ratio of its rates. */
  readonly evidence: Float32Array
  /** 1 where a form is an original of other forms, so that a spinner would have replaced it too. */
  readonly heads: Uint8Array
  readonly originals: Uint32Array
  /** log10; 0 is believed most. */
  readonly weights: Float32Array
  /** The family of each pair, as its place in `FAMILIES`. */
  readonly families: Uint8Array
  /** 1 for pairs whose original is a name, to be put only where the form is written like one. */
  readonly names: Uint8Array
  /** First id of each original, and one more for the end. */
  readonly idStarts: Uint32Array
  readonly ids: Uint32Array
  /** log10 of an original's probability on its own; the part of it that follows its first word; what backing off from its last word costs. */
  readonly originalScores: Float32Array
  readonly innerScores: Float32Array
  readonly contextWeights: Float32Array
  /** First byte of each original's letters, and one more for the end; UTF-8. */
  readonly letterStarts: Uint32Array
  readonly letters: Uint8Array
}

export class Lexicon {
  readonly trie: TokenTrie
  /** Of the marks alone; its values count them. */
  readonly markTrie: TokenTrie
  readonly #arrays: LexiconArrays
  readonly #decoder = new TextDecoder()

  constructor(arrays: LexiconArrays) {
    this.#arrays = arrays
    this.trie = TokenTrie.from(arrays.trie)
    this.markTrie = TokenTrie.from(arrays.markTrie)
  }

  get pairCount(): number {
    return this.#arrays.originals.length
  }

  /** The form that a value of the marks' trie stands for. */
  mark(value: number): number {
    return this.#arrays.marks[value]!
  }

  /** The first pair of a form; those of form `f` end where those of `f + 1` begin. */
  pairStart(form: number): number {
    return this.#arrays.pairStarts[form]!
  }

  formScore(form: number): number {
    return this.#arrays.formScores[form]!
  }

  evidence(form: number): number {
    return this.#arrays.evidence[form]!
  }

  isHead(form: number): boolean {
    return this.#arrays.heads[form] === 1
  }

  weight(pair: number): number {
    return this.#arrays.weights[pair]!
  }

  family(pair: number): Family {
    return FAMILIES[this.#arrays.families[pair]!]!
  }

  isName(pair: number): boolean {
    return this.#arrays.names[pair] === 1
  }

  /** Puts the model ids of a pair's original at the start of `into`, and tells how many they are. */
  copyIds(pair: number, into: Uint32Array): number {
    const {ids, idStarts} = this.#arrays
    const original = this.#arrays.originals[pair]!
    const [from, to] = [idStarts[original]!, idStarts[original + 1]!]
    for (let at = from; at < to; at++) into[at - from] = ids[at]!
    return to - from
  }

  firstId(pair: number): number {
    return this.#arrays.ids[this.#arrays.idStarts[this.#arrays.originals[pair]!]!]!
  }

  lastId(pair: number): number {
    return this.#arrays.ids[this.#arrays.idStarts[this.#arrays.originals[pair]! + 1]! - 1]!
  }

  /** log10 of an original's words after its first. */
  innerScore(pair: number): number {
    return this.#arrays.innerScores[this.#arrays.originals[pair]!]!
  }

  /** log10 of the model's back-off weight after an original's last word. */
  contextWeight(pair: number): number {
    return this.#arrays.contextWeights[this.#arrays.originals[pair]!]!
  }

  /** log10 of the original's probability on its own. */
  originalScore(pair: number): number {
    return this.#arrays.originalScores[this.#arrays.originals[pair]!]!
  }

  original(pair: number): string {
    const original = this.#arrays.originals[pair]!
    const {letters, letterStarts} = this.#arrays
    return this.#decoder.decode(letters.subarray(letterStarts[original]!, letterStarts[original + 1]!))
  }

  /** Whether the gaps between the tokens of a hit are those of the form: none, or one that does not end the paragraph. */
  hasGaps(form: number, words: Words, first: number, last: number): boolean {
    const gaps = this.#arrays.gaps[form]!
    for (let i = first + 1, shift = 0; i < last; i++, shift += 2) {
      const wanted = (gaps >> shift) & 3
      const found = (words.traits[i]! >> 2) & 3
      if (wanted === SPACED ? found === 0 || found === 3 : found !== wanted) return false
    }
    return true
  }
}

/** The order of the sections in a file, after those of the two tries. */
const SECTIONS = [
  'sources',
  'marks',
  'pairStarts',
  'gaps',
  'formScores',
  'evidence',
  'heads',
  'originals',
  'weights',
  'families',
  'names',
  'idStarts',
  'ids',
  'originalScores',
  'innerScores',
  'contextWeights',
  'letterStarts',
  'letters',
] as const satisfies readonly (keyof LexiconArrays)[]

/** The arrays as the bytes of a file. */
export function packLexicon(arrays: LexiconArrays): ArrayBuffer {
  return packSections(MARK, LEXICON_VERSION, [
    ...arrays.trie,
    ...arrays.markTrie,
    ...SECTIONS.map((name) => arrays[name]),
  ])
}

/** Views of a file; undefined when it is of another version, damaged, or was compiled from other sources. */
export function unpackLexicon(buffer: ArrayBuffer, sources: string | undefined): LexiconArrays | undefined {
  const sections = unpackSections(buffer, MARK, LEXICON_VERSION)
  if (!sections) return undefined
  const rest = sections.splice(-SECTIONS.length)
  const markTrie = sections.splice(sections.length / 2)
  const named: Record<string, Section | undefined> = Object.fromEntries(SECTIONS.map((name, i) => [name, rest[i]]))
  const arrays = {...named, trie: sections, markTrie} as unknown as LexiconArrays
  return new TextDecoder().decode(arrays.sources) === sources ? arrays : undefined
}
