/** What was found out about word forms, so that each is asked for once. */
import {type Words, wordText} from '../../draft/index.js'
import {WordMemo} from '../../matching/word-memo.js'
import {KNOWN, type Vocabulary} from './vocabulary.js'

/** Distinct word forms remembered: about 4 MB. */
const MOST_FORMS = 200_000

/** UTF-16 units; what is longer is no word, and nobody is asked for all the ways to cut it. */
const LONGEST = 40

export class Memory {
  readonly #memo = new WordMemo(MOST_FORMS)
  readonly #vocabulary: Vocabulary

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary
  }

  /** What was found out about the form of a token, or -1. */
  notedAt(words: Words, token: number): number {
    return this.#memo.get(words.hashes[token]!, words.checks[token]!)
  }

  /** What the form of a token in small letters is to the vocabulary: `KNOWN` … `SLIP`. */
  kindAt(words: Words, token: number): number {
    const noted = this.notedAt(words, token)
    if (noted >= 0) return noted
    if (words.ends[token]! - words.starts[token]! > LONGEST) return KNOWN
    const hash = words.hashes[token]!
    const kind = this.#vocabulary.kindOf(plainForm(words, token), hash)
    this.#memo.set(hash, words.checks[token]!, kind)
    return kind
  }

  /** Whether a token and the next one are listed as halves of one word. */
  areHalves({hashes, count}: Words, token: number): boolean {
    return token + 1 < count && this.#vocabulary.areHalves(hashes[token]!, hashes[token + 1]!)
  }
}

/** Straight apostrophes, as tables and dictionaries have them. */
export const plainForm = (words: Words, i: number): string => wordText(words, i).replaceAll('’', "'")
