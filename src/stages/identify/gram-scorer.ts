/**
 * How much a text looks like each of some languages: ELD's algorithm (Nito T.M., Apache-2.0) on typed arrays.
 *
 * Of every word its first four bytes, then four at every third byte, then its last four, with the word's edges told
 * apart; each different one counts once, by the logarithm of its frequency in the language. A test compares with ELD.
 */
import {ENDS_WORD, findGram, type Grams, LAST, STARTS_WORD} from './gram-file.js'

/** Bytes of a text that are read; ELD found no gain in more. */
const MOST_BYTES = 350
/** Bytes of a word that are read. */
const LONGEST_WORD = 70
const LONGEST_LETTER = 3
const GRAM = 4
const STRIDE = 3
/** What every n-gram is worth, besides its score. */
const BASE_SCORE = 53
/** A power of two above the n-grams of a text, of which there is at most one for every two bytes that are read. */
const MET_SIZE = 512

export class GramScorer {
  readonly languages: readonly string[]
  /** By language: what the n-grams read so far are worth; 0 where none is known in it. */
  readonly scores: Float64Array

  readonly #grams: Grams
  /** Place in `scores` by number of a language; behind them for the others, whose sum nobody reads. */
  readonly #places: Uint8Array
  readonly #sums: Float64Array
  /** Open addressing: the n-grams of the text, which fit into the nearest cache as marks on all there are would not. */
  readonly #met = new Uint32Array(MET_SIZE)
  readonly #word = new Uint8Array(LONGEST_WORD)
  #read = 0

  /** Languages that are not in `grams` are never found. */
  constructor(grams: Grams, languages: readonly string[]) {
    const others = languages.length
    this.languages = languages
    this.#grams = grams
    this.#places = Uint8Array.from(grams.languages, (language) =>
      languages.includes(language) ? languages.indexOf(language) : others,
    )
    this.#sums = new Float64Array(others + 1)
    this.scores = this.#sums.subarray(0, others)
  }

  /** Forgets the text before. */
  begin(): void {
    this.scores.fill(0)
    this.#met.fill(0)
    this.#read = 0
  }

  get isFull(): boolean {
    return this.#read > MOST_BYTES
  }

  /** Reads the words of a stretch, until enough is read. */
  add(text: string, start: number, end: number): void {
    if (this.isFull) return
    const word = this.#word
    let length = 0
    for (let i = start; i < end; i++) {
      const unit = text.charCodeAt(i)
      let letter = letters[unit] || letterOf(unit)
      if (letter === JOINS && isLetter(text.charCodeAt(i + 1))) letter = unit
      if (letter > JOINS) {
        if (letter >= 0x80) length = this.#push(letter, length)
        else if (length <= LONGEST_WORD - LONGEST_LETTER) word[length++] = letter
      } else if (length > 0) {
        this.#take(length)
        length = 0
        if (this.isFull) return
      }
    }
    if (length > 0) this.#take(length)
  }

  /** UTF-8; of a word that is too long, its beginning. */
  #push(unit: number, length: number): number {
    const word = this.#word
    if (length > LONGEST_WORD - LONGEST_LETTER) return length
    if (unit < 0x800) word[length++] = 0xc0 | (unit >> 6)
    else {
      word[length++] = 0xe0 | (unit >> 12)
      word[length++] = 0x80 | ((unit >> 6) & 0x3f)
    }
    word[length++] = 0x80 | (unit & 0x3f)
    return length
  }

  #take(length: number): void {
    if (length < GRAM) this.#word.fill(0, length, GRAM)
    let at = 0
    for (; at + GRAM < length; at += STRIDE) this.#count(at, at === 0 ? STARTS_WORD : 0)
    this.#count(Math.max(0, length - GRAM), ENDS_WORD | (at === 0 ? STARTS_WORD : 0))
    this.#read += length + 1
  }

  /** Whether an n-gram was met before in the text; from now on it was. */
  #isMet(slot: number): boolean {
    const met = this.#met
    let at = (slot >>> 2) & (MET_SIZE - 1)
    while (met[at] !== 0 && met[at] !== slot) at = (at + 1) & (MET_SIZE - 1)
    const isMet = met[at] === slot
    met[at] = slot
    return isMet
  }

  #count(start: number, edges: number): void {
    const word = this.#word
    const {slots, pairs} = this.#grams
    const sums = this.#sums
    const places = this.#places
    const key = (word[start]! << 24) | (word[start + 1]! << 16) | (word[start + 2]! << 8) | word[start + 3]!
    const at = findGram(slots, key >>> 0, edges)
    const slot = slots[at + 1]!
    if (slot === 0 || this.#isMet(slot)) return
    for (let i = slot >>> 2, pair = 0; (pair & LAST) === 0; i++) {
      pair = pairs[i]!
      sums[places[(pair >> 8) & 0x7f]!]! += (pair & 0xff) + BASE_SCORE
    }
  }
}

const NO_LETTER = 1
/** An apostrophe, which is part of a word that goes on after it. */
const JOINS = 2
/** Small form of every letter met so far, or one of the above; 0 is "not yet". */
const letters = new Uint16Array(65536)

function letterOf(unit: number): number {
  const char = String.fromCharCode(unit)
  const lower = char.toLowerCase()
  const isJoint = unit === 0x27 || unit === 0x60 || unit === 0x2019
  const found = isJoint ? JOINS : /\p{L}/u.test(char) ? lower.charCodeAt(0) : NO_LETTER
  letters[unit] = found
  return found
}

/** False at the end of the text, whose unit is not a number. */
const isLetter = (unit: number): boolean => (letters[unit] || letterOf(unit)) > JOINS
