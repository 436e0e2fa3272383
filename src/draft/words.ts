/**
 * One tokenising per text, shared by every stage, in typed arrays: 17 bytes a token and no substring until someone asks.
 *
 * A token is a word ("isn't" is one; the "'s" of "Xiaomi's" is a token of its own, so that a phrase table
 * need not list possessives), a number ("3,400"), one Chinese or Japanese character, or a run of one punctuation mark.
 * `Intl.Segmenter` gives finer words at 1 MB/s; this gives 60 MB/s and up, and Chinese terms are matched by character.
 */
import {
  APOSTROPHE_CLASS,
  BREAK_CLASS,
  CHECK_SEED,
  classes,
  classify,
  DIGIT_CLASS,
  finish,
  folded,
  HAN_CLASS,
  HASH_SEED,
  LOWER_CLASS,
  mixCheck,
  mixHash,
  UPPER_CLASS,
} from './letters.js'

export {fold, hashOf} from './letters.js'

export const WORD = 0
export const NUMBER = 1
export const MARK = 2
export const HAN = 3

/** What stands before a token: nothing, blanks, one line break, an empty line (or the start of the text). */
export const GLUED = 0
export const SPACED = 1
export const NEW_LINE = 2
export const NEW_PARAGRAPH = 3

/** How a word is written. */
export const LOWER = 0
export const TITLE = 1
export const UPPER = 2
export const MIXED = 3

export interface Words {
  readonly text: string
  readonly count: number
  readonly starts: Uint32Array
  readonly ends: Uint32Array
  /** 32-bit hash of the folded form (lower case, straight apostrophe); the key of every phrase table and n-gram. */
  readonly hashes: Uint32Array
  /** A second, independent hash, for whoever must not confuse two words: together 64 bits. */
  readonly checks: Uint32Array
  /** WORD, NUMBER, MARK or HAN in bits 0–1, gap before in bits 2–3, letter case in bits 4–5. */
  readonly traits: Uint8Array
}

export const kindOf = (words: Words, i: number): number => words.traits[i]! & 3
export const gapBefore = (words: Words, i: number): number => (words.traits[i]! >> 2) & 3
export const caseOf = (words: Words, i: number): number => (words.traits[i]! >> 4) & 3
export const wordText = (words: Words, i: number): string => words.text.slice(words.starts[i]!, words.ends[i]!)

/** The index of the first token that ends after an offset; `count` when there is none. */
export function wordAt(words: Words, offset: number): number {
  let low = 0
  let high = words.count
  while (low < high) {
    const middle = (low + high) >> 1
    if (words.ends[middle]! > offset) high = middle
    else low = middle + 1
  }
  return low
}

/** The first token of the line after that of a token; `count` when it is the last. */
export function nextLine(words: Words, token: number): number {
  let i = token + 1
  while (i < words.count && gapBefore(words, i) < NEW_LINE) i++
  return i
}

const [APOSTROPHE, S] = [39, 115]
const POSSESSIVE_HASH = mixHash(mixHash(HASH_SEED, APOSTROPHE), S)
const POSSESSIVE_CHECK = mixCheck(mixCheck(CHECK_SEED, APOSTROPHE), S)

/** Finds the tokens of a text in one pass. */
export function wordsOf(text: string): Words {
  const scanner = new Scanner(text)
  while (scanner.next()) {}
  return scanner.finish()
}

/** Reads a text from one place on; after a token nothing is left in it of what stood before. */
export class Scanner {
  readonly #text: string
  #at = 0
  #gap = NEW_PARAGRAPH
  #count = 0
  #starts: Uint32Array
  #ends: Uint32Array
  #hashes: Uint32Array
  #checks: Uint32Array
  #traits: Uint8Array

  constructor(text: string) {
    this.#text = text
    const capacity = (text.length >> 2) + 16
    // One buffer for all: allocation is what small documents would pay most for.
    const buffer = new ArrayBuffer(capacity * 17)
    this.#starts = new Uint32Array(buffer, 0, capacity)
    this.#ends = new Uint32Array(buffer, capacity * 4, capacity)
    this.#hashes = new Uint32Array(buffer, capacity * 8, capacity)
    this.#checks = new Uint32Array(buffer, capacity * 12, capacity)
    this.#traits = new Uint8Array(buffer, capacity * 16, capacity)
  }

  /** Where it has read to. */
  get at(): number {
    return this.#at
  }

  /**
   * Takes over tokens `first` to `last` of another text, which stand in this one `shift` further on, and goes on behind
   * them.
   */
  adopt(words: Words, first: number, last: number, shift: number): void {
    if (first === last) return
    const count = this.#count
    while (count + last - first > this.#starts.length) this.#grow()
    this.#hashes.set(words.hashes.subarray(first, last), count)
    this.#checks.set(words.checks.subarray(first, last), count)
    this.#traits.set(words.traits.subarray(first, last), count)
    for (let i = first, k = count; i < last; i++, k++) {
      this.#starts[k] = words.starts[i]! + shift
      this.#ends[k] = words.ends[i]! + shift
    }
    this.#count = count + last - first
    this.#at = this.#ends[this.#count - 1]!
    this.#gap = GLUED
  }

  finish(): Words {
    const count = this.#count
    return {
      text: this.#text,
      count,
      starts: this.#starts.subarray(0, count),
      ends: this.#ends.subarray(0, count),
      hashes: this.#hashes.subarray(0, count),
      checks: this.#checks.subarray(0, count),
      traits: this.#traits.subarray(0, count),
    }
  }

  /** Reads blanks and one token; false at the end of the text. */
  next(): boolean {
    const text = this.#text
    let at = this.#at
    let kind = 0
    for (; at < text.length; at++) {
      const unit = text.charCodeAt(at)
      kind = classes[unit]! || classify(unit)
      if (kind > BREAK_CLASS) break
      if (kind === BREAK_CLASS) this.#lineBreak(unit, at)
      else if (this.#gap === GLUED) this.#gap = SPACED
    }
    this.#at = at
    if (at >= text.length) return false
    if (kind === LOWER_CLASS || kind === UPPER_CLASS) this.#word(kind)
    else if (kind === DIGIT_CLASS) this.#number()
    else if (kind === HAN_CLASS) this.#single(HAN, 1)
    else this.#mark()
    return true
  }

  #lineBreak(unit: number, at: number): void {
    if (unit === 10 && at > 0 && this.#text.charCodeAt(at - 1) === 13) return
    this.#gap = this.#gap >= NEW_LINE ? NEW_PARAGRAPH : NEW_LINE
  }

  /** Letters, digits and marks, with apostrophes between letters. */
  #word(first: number): void {
    const text = this.#text
    const start = this.#at
    let at = start
    let hash = HASH_SEED
    let check = CHECK_SEED
    let uppers = first === UPPER_CLASS ? 1 : 0
    let letters = 0
    let kind = first
    let unit = text.charCodeAt(at)
    for (;;) {
      const lower = folded[unit]!
      hash = mixHash(hash, lower)
      check = mixCheck(check, lower)
      at++
      letters++
      if (at >= text.length) break
      unit = text.charCodeAt(at)
      kind = classes[unit]! || classify(unit)
      if (kind === UPPER_CLASS) uppers++
      else if (kind === APOSTROPHE_CLASS) {
        if (this.#isPossessive(at)) {
          this.#push(start, at, hash, check, WORD | (this.#caseOf(first, uppers, letters) << 4))
          this.#possessive(at)
          return
        }
        if (!this.#isLetter(at + 1)) break
      } else if (kind !== LOWER_CLASS && kind !== DIGIT_CLASS) break
    }
    this.#push(start, at, hash, check, WORD | (this.#caseOf(first, uppers, letters) << 4))
    this.#at = at
  }

  #caseOf(first: number, uppers: number, letters: number): number {
    if (uppers === 0) return LOWER
    if (uppers === 1 && first === UPPER_CLASS) return TITLE
    return uppers === letters ? UPPER : MIXED
  }

  #isLetter(at: number): boolean {
    if (at >= this.#text.length) return false
    const unit = this.#text.charCodeAt(at)
    const kind = classes[unit]! || classify(unit)
    return kind === LOWER_CLASS || kind === UPPER_CLASS
  }

  /** An apostrophe, an s, and the word ends. */
  #isPossessive(at: number): boolean {
    const s = this.#text.charCodeAt(at + 1)
    if (s !== 115 && s !== 83) return false
    const after = this.#text.charCodeAt(at + 2)
    if (Number.isNaN(after)) return true
    const kind = classes[after]! || classify(after)
    return kind !== LOWER_CLASS && kind !== UPPER_CLASS && kind !== DIGIT_CLASS
  }

  #possessive(at: number): void {
    this.#push(at, at + 2, POSSESSIVE_HASH, POSSESSIVE_CHECK, WORD)
    this.#at = at + 2
  }

  /** Digits, with a point, comma or colon between two of them; a letter turns it into a word ("4K", "3rd"). */
  #number(): void {
    const text = this.#text
    const start = this.#at
    let at = start
    let hash = HASH_SEED
    let check = CHECK_SEED
    let kind = DIGIT_CLASS
    let token = NUMBER
    let uppers = 0
    for (;;) {
      const lower = folded[text.charCodeAt(at)]!
      hash = mixHash(hash, lower)
      check = mixCheck(check, lower)
      at++
      if (at >= text.length) break
      const unit = text.charCodeAt(at)
      kind = classes[unit]! || classify(unit)
      if (kind === LOWER_CLASS || kind === UPPER_CLASS) {
        token = WORD
        if (kind === UPPER_CLASS) uppers++
      } else if (kind !== DIGIT_CLASS) {
        const joins = token === NUMBER && (unit === 44 || unit === 46 || unit === 58)
        if (!joins || !this.#isDigit(at + 1)) break
      }
    }
    this.#push(start, at, hash, check, token | ((uppers === 0 ? LOWER : MIXED) << 4))
    this.#at = at
  }

  #isDigit(at: number): boolean {
    const unit = this.#text.charCodeAt(at)
    return unit >= 48 && unit <= 57
  }

  /** A run of one mark, or one symbol outside the basic plane. */
  #mark(): void {
    const text = this.#text
    const unit = text.charCodeAt(this.#at)
    if (unit >= 0xd800 && unit < 0xdc00) {
      const point = text.codePointAt(this.#at)!
      const isHan = point >= 0x20000 && point < 0x34000
      this.#single(isHan ? HAN : MARK, point > 0xffff ? 2 : 1)
      return
    }
    let end = this.#at + 1
    while (end < text.length && text.charCodeAt(end) === unit) end++
    this.#single(MARK, end - this.#at)
  }

  #single(kind: number, length: number): void {
    const start = this.#at
    let hash = HASH_SEED
    let check = CHECK_SEED
    // Beyond a few, how long a run of one mark is makes no difference to anybody.
    const read = Math.min(length, 8)
    for (let i = 0; i < read; i++) {
      const unit = folded[this.#text.charCodeAt(start + i)] || this.#text.charCodeAt(start + i)
      hash = mixHash(hash, unit)
      check = mixCheck(check, unit)
    }
    this.#push(start, start + length, hash, check, kind)
    this.#at = start + length
  }

  #push(start: number, end: number, hash: number, check: number, trait: number): void {
    if (this.#count === this.#starts.length) this.#grow()
    const i = this.#count++
    this.#starts[i] = start
    this.#ends[i] = end
    this.#hashes[i] = finish(hash)
    this.#checks[i] = check >>> 0
    this.#traits[i] = trait | (this.#gap << 2)
    this.#gap = GLUED
  }

  #grow(): void {
    const capacity = this.#starts.length * 2
    const larger = <A extends Uint32Array | Uint8Array>(old: A, next: A): A => {
      next.set(old)
      return next
    }
    this.#starts = larger(this.#starts, new Uint32Array(capacity))
    this.#ends = larger(this.#ends, new Uint32Array(capacity))
    this.#hashes = larger(this.#hashes, new Uint32Array(capacity))
    this.#checks = larger(this.#checks, new Uint32Array(capacity))
    this.#traits = larger(this.#traits, new Uint8Array(capacity))
  }
}
