/** Finds the tokens of a text, from its start or behind those that are known. */
import {
  APOSTROPHE_CLASS,
  BREAK_CLASS,
  CHECK_SEED,
  CLASS,
  DIGIT_CLASS,
  FOLDED,
  finish,
  forms,
  HAN_CLASS,
  HASH_SEED,
  LOWER_CLASS,
  learnt,
  mixCheck,
  mixHash,
  SPACE_CLASS,
  UPPER_CLASS,
} from './letters.js'
import {
  GLUED,
  HAN,
  LOWER,
  MARK,
  MIXED,
  NEW_LINE,
  NEW_PARAGRAPH,
  NUMBER,
  SPACED,
  TITLE,
  traitOf,
  UPPER,
  WORD,
} from './traits.js'
import type {Words} from './words.js'

const [FEED, RETURN, APOSTROPHE, COMMA, POINT, ZERO, NINE, COLON, CAPITAL_S, S] = [
  10, 13, 39, 44, 46, 48, 57, 58, 83, 115,
]
const POSSESSIVE_HASH = mixHash(mixHash(HASH_SEED, APOSTROPHE), S)
const POSSESSIVE_CHECK = mixCheck(mixCheck(CHECK_SEED, APOSTROPHE), S)

/** Beyond a few, how long a run of one mark is makes no difference to anybody. */
const MARKS_READ = 8

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
    let form = 0
    for (; at < text.length; at++) {
      const unit = text.charCodeAt(at)
      form = forms[unit]! || learnt(unit)
      const kind = form & CLASS
      if (kind > BREAK_CLASS) break
      if (kind === SPACE_CLASS) this.#gap ||= SPACED
      else this.#lineBreak(unit, at)
    }
    this.#at = at
    if (at === text.length) return false
    const kind = form & CLASS
    if (kind < DIGIT_CLASS) this.#word(at, form)
    else if (kind === DIGIT_CLASS) this.#number(at, form)
    else this.#mark(at, form)
    return true
  }

  #lineBreak(unit: number, at: number): void {
    if (unit === FEED && at > 0 && this.#text.charCodeAt(at - 1) === RETURN) return
    this.#gap = this.#gap >= NEW_LINE ? NEW_PARAGRAPH : NEW_LINE
  }

  /** Letters, digits and marks, with apostrophes between letters. */
  #word(start: number, first: number): void {
    const text = this.#text
    let at = start
    let hash = HASH_SEED
    let check = CHECK_SEED
    let uppers = 0
    let isOwner = false
    for (let form = first; ; ) {
      hash = mixHash(hash, form >>> FOLDED)
      check = mixCheck(check, form >>> FOLDED)
      if ((form & CLASS) === UPPER_CLASS) uppers++
      at++
      if (at === text.length) break
      const unit = text.charCodeAt(at)
      form = forms[unit]! || learnt(unit)
      const kind = form & CLASS
      if (kind >= LOWER_CLASS && kind <= DIGIT_CLASS) continue
      if (kind !== APOSTROPHE_CLASS || !this.#isLetter(at + 1)) break
      isOwner = this.#isPossessive(at)
      if (isOwner) break
    }
    this.#push(start, at, hash, check, WORD, caseOf(first, uppers, at - start))
    if (isOwner) this.#push(at, at + 2, POSSESSIVE_HASH, POSSESSIVE_CHECK, WORD, LOWER)
  }

  #isLetter(at: number): boolean {
    const kind = this.#classAt(at)
    return kind === LOWER_CLASS || kind === UPPER_CLASS
  }

  /** Whether behind an apostrophe there is an s, and the word ends. */
  #isPossessive(at: number): boolean {
    const s = this.#text.charCodeAt(at + 1)
    if (s !== S && s !== CAPITAL_S) return false
    const after = this.#classAt(at + 2)
    return after < LOWER_CLASS || after > DIGIT_CLASS
  }

  /** 0 behind the text. */
  #classAt(at: number): number {
    if (at >= this.#text.length) return 0
    const unit = this.#text.charCodeAt(at)
    return (forms[unit]! || learnt(unit)) & CLASS
  }

  /** Digits, with a point, comma or colon between two of them; a letter turns it into a word ("4K", "3rd"). */
  #number(start: number, first: number): void {
    const text = this.#text
    let at = start
    let hash = HASH_SEED
    let check = CHECK_SEED
    let token = NUMBER
    let letterCase = LOWER
    for (let form = first; ; ) {
      hash = mixHash(hash, form >>> FOLDED)
      check = mixCheck(check, form >>> FOLDED)
      at++
      if (at === text.length) break
      const unit = text.charCodeAt(at)
      form = forms[unit]! || learnt(unit)
      const kind = form & CLASS
      if (kind === DIGIT_CLASS) continue
      if (kind === LOWER_CLASS || kind === UPPER_CLASS) {
        token = WORD
        if (kind === UPPER_CLASS) letterCase = MIXED
        continue
      }
      const joins = token === NUMBER && (unit === COMMA || unit === POINT || unit === COLON)
      if (!joins || !this.#isDigit(at + 1)) break
    }
    this.#push(start, at, hash, check, token, letterCase)
  }

  #isDigit(at: number): boolean {
    const unit = this.#text.charCodeAt(at)
    return unit >= ZERO && unit <= NINE
  }

  /** A run of one mark, one Chinese or Japanese character, or one symbol outside the basic plane. */
  #mark(start: number, form: number): void {
    const text = this.#text
    const unit = text.charCodeAt(start)
    let end = start + 1
    let kind = (form & CLASS) === HAN_CLASS ? HAN : MARK
    if (unit >= 0xd800 && unit < 0xdc00) {
      const point = text.codePointAt(start)!
      if (point >= 0x20000 && point < 0x34000) kind = HAN
      if (point > 0xffff) end++
    } else if (kind === MARK) while (end < text.length && text.charCodeAt(end) === unit) end++
    let hash = HASH_SEED
    let check = CHECK_SEED
    for (let i = start; i < end && i < start + MARKS_READ; i++) {
      const other = text.charCodeAt(i)
      const folded = (forms[other]! || learnt(other)) >>> FOLDED
      hash = mixHash(hash, folded)
      check = mixCheck(check, folded)
    }
    this.#push(start, end, hash, check, kind, LOWER)
  }

  #push(start: number, end: number, hash: number, check: number, kind: number, letterCase: number): void {
    if (this.#count === this.#starts.length) this.#grow()
    const i = this.#count++
    this.#starts[i] = start
    this.#ends[i] = end
    this.#hashes[i] = finish(hash)
    this.#checks[i] = check
    this.#traits[i] = traitOf(kind, this.#gap, letterCase)
    this.#gap = GLUED
    this.#at = end
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

function caseOf(first: number, uppers: number, letters: number): number {
  if (uppers === 0) return LOWER
  if (uppers === 1 && (first & CLASS) === UPPER_CLASS) return TITLE
  return uppers === letters ? UPPER : MIXED
}
