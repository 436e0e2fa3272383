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

  /** What the form of a token in small letters is to the vocabulary: `KNOWN` … `SLIP`. */
  kindAt(words: Words, token: number): number {
    if (words.ends[token]! - words.starts[token]! > LONGEST) return KNOWN
    const hash = words.hashes[token]!
    const check = words.checks[token]!
    let kind = this.#memo.get(hash, check)
    if (kind < 0) {
      kind = this.#vocabulary.kindOf(plainForm(words, token))
      this.#memo.set(hash, check, kind)
    }
    return kind
  }
}

/** Straight apostrophes, as tables and dictionaries have them. */
export const plainForm = (words: Words, i: number): string => wordText(words, i).replaceAll('’', "'")
