/**
 * How much a text looks like each of some languages: ELD's algorithm (Nito T.M., Apache-2.0) on typed arrays.
 *
 * Of every word its first four bytes, then four at every third byte, then its last four, with the word's edges told
 * apart; each different one counts once, by the logarithm of its frequency in the language. A test compares with ELD.
 */
import {ENDS_WORD, type Grams, STARTS_WORD} from './gram-file.js'

/** Bytes of a text that are read; ELD found no gain in more. */
const MOST_BYTES = 350
/** Bytes of a word that are read. */
const LONGEST_WORD = 70
const GRAM = 4
const STRIDE = 3
/** What every n-gram is worth, besides its score. */
const BASE_SCORE = 53
/** Bit of a pair that is the last of its n-gram. */
const LAST = 0x8000

export class GramScorer {
  readonly languages: readonly string[]
  /** By language: what the n-grams read so far are worth. */
  readonly scores: Float64Array
  /** How many different n-grams were met that some of the languages know. */
  known = 0

  /** Open addressing: key, then first pair and edges; 0 is a free slot. */
  readonly #keys: Uint32Array
  readonly #slots: Uint32Array
  /** Place in `languages`, then score. */
  readonly #pairs: Uint16Array
  /** The text in which an n-gram was last met. */
  readonly #met: Uint32Array
  readonly #mask: number
  readonly #word = new Uint8Array(LONGEST_WORD)
  #text = 0
  #read = 0

  /** Languages that are not in `grams` are never found. */
  constructor(grams: Grams, languages: readonly string[]) {
    this.languages = languages
    this.scores = new Float64Array(languages.length)
    const places = grams.languages.map((language) => languages.indexOf(language))
    const {size, pairs} = sizesFor(grams, places)
    this.#mask = size - 1
    this.#keys = new Uint32Array(size)
    this.#slots = new Uint32Array(size)
    this.#met = new Uint32Array(size)
    this.#pairs = new Uint16Array(pairs)
    this.#fill(grams, places)
  }

  /** Takes over the n-grams that one of the languages knows. */
  #fill({keys, edges, counts, pairs}: Grams, places: readonly number[]): void {
    // No n-gram has its pairs at 0, so that no slot in use is 0.
    let next = 1
    for (let i = 0, at = 0; i < keys.length; i++) {
      const first = next
      for (const end = at + 2 * counts[i]!; at < end; at += 2) {
        const place = places[pairs[at]!]!
        if (place >= 0) this.#pairs[next++] = (place << 8) | pairs[at + 1]!
      }
      if (next === first) continue
      this.#pairs[next - 1]! |= LAST
      const slot = this.#find(keys[i]!, edges[i]!)
      this.#keys[slot] = keys[i]!
      this.#slots[slot] = (first << 2) | edges[i]!
    }
  }

  /** Forgets the text before. */
  begin(): void {
    this.scores.fill(0)
    this.known = 0
    this.#read = 0
    this.#text++
  }

  get isFull(): boolean {
    return this.#read > MOST_BYTES
  }

  /** Reads the words of a stretch, until enough is read. */
  add(text: string, start: number, end: number): void {
    let length = 0
    for (let i = start; i < end; i++) {
      const unit = text.charCodeAt(i)
      const letter = letters[unit] || letterOf(unit)
      if (letter !== NO_LETTER && (letter !== JOINS || isLetter(text.charCodeAt(i + 1)))) {
        length = this.#push(letter === JOINS ? unit : letter, length)
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
    if (length + 3 > LONGEST_WORD) return length
    if (unit < 0x80) word[length++] = unit
    else if (unit < 0x800) {
      word[length++] = 0xc0 | (unit >> 6)
      word[length++] = 0x80 | (unit & 0x3f)
    } else {
      word[length++] = 0xe0 | (unit >> 12)
      word[length++] = 0x80 | ((unit >> 6) & 0x3f)
      word[length++] = 0x80 | (unit & 0x3f)
    }
    return length
  }

  #take(length: number): void {
    let at = 0
    for (; at + GRAM < length; at += STRIDE) this.#count(at, at + GRAM, at === 0 ? STARTS_WORD : 0)
    this.#count(Math.max(0, length - GRAM), length, ENDS_WORD | (at === 0 ? STARTS_WORD : 0))
    this.#read += length + 1
  }

  #count(start: number, end: number, edges: number): void {
    const word = this.#word
    let key = 0
    for (let i = start; i < end; i++) key |= word[i]! << (24 - 8 * (i - start))
    const at = this.#find(key >>> 0, edges)
    const slot = this.#slots[at]!
    if (slot === 0 || this.#met[at] === this.#text) return
    this.#met[at] = this.#text
    this.known++
    const pairs = this.#pairs
    for (let i = slot >>> 2, pair = 0; (pair & LAST) === 0; i++) {
      pair = pairs[i]!
      this.scores[(pair >> 8) & 0x7f]! += (pair & 0xff) + BASE_SCORE
    }
  }

  /** The slot of an n-gram, or the free one where it would be. */
  #find(key: number, edges: number): number {
    let at = spread(key ^ (edges << 6)) & this.#mask
    while (this.#slots[at] !== 0 && (this.#keys[at] !== key || (this.#slots[at]! & 3) !== edges)) {
      at = (at + 1) & this.#mask
    }
    return at
  }
}

/** The finaliser of MurmurHash3 by Austin Appleby (public domain). */
function spread(x: number): number {
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b)
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35)
  return (x ^ (x >>> 16)) >>> 0
}

/** Room for the n-grams that one of the languages knows, two slots for each at least, and for their pairs. */
function sizesFor({counts, pairs}: Grams, places: readonly number[]): {size: number; pairs: number} {
  let grams = 0
  let all = 1
  for (let i = 0, at = 0; i < counts.length; i++) {
    const before = all
    for (const end = at + 2 * counts[i]!; at < end; at += 2) if (places[pairs[at]!]! >= 0) all++
    if (all > before) grams++
  }
  return {size: 2 << (32 - Math.clz32(grams)), pairs: all}
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
