/** What was found out about word forms, so that each is asked for once. */
import {caseOf, kindOf, LOWER, WORD, type Words, wordText} from '../../draft/index.js'
import {WordMemo} from '../../matching/word-memo.js'
import {FIRST_HALF, KNOWN, type Vocabulary} from './vocabulary.js'

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

  /**
   * The first token from one on that is a word in small letters and not yet known to be one, or may be half of one; or
   * `count`. Nearly every token is passed over in here: few lines, so that they are compiled early.
   */
  candidate(words: Words, from: number): number {
    const {hashes, checks, count} = words
    for (let i = from; i < count; i++) {
      if (kindOf(words, i) !== WORD || caseOf(words, i) !== LOWER) continue
      const kind = this.#memo.get(hashes[i]!, checks[i]!)
      if (kind !== KNOWN && (kind !== FIRST_HALF || this.areHalves(words, i))) return i
    }
    return count
  }

  /** What the form of a token in small letters is to the vocabulary: `KNOWN` … `SLIP`. */
  kindAt(words: Words, token: number): number {
    const hash = words.hashes[token]!
    const check = words.checks[token]!
    const noted = this.#memo.get(hash, check)
    if (noted >= 0) return noted
    if (words.ends[token]! - words.starts[token]! > LONGEST) return KNOWN
    const kind = this.#vocabulary.kindOf(plainForm(words, token), hash)
    this.#memo.set(hash, check, kind)
    return kind
  }

  /** Whether a token and the next one are listed as halves of one word. */
  areHalves({hashes, count}: Words, token: number): boolean {
    return token + 1 < count && this.#vocabulary.areHalves(hashes[token]!, hashes[token + 1]!)
  }
}

/** Straight apostrophes, as tables and dictionaries have them. */
export const plainForm = (words: Words, i: number): string => wordText(words, i).replaceAll('’', "'")
