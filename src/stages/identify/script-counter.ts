/** Which script a stretch of text is in: one pass over its tokens, letters counted as the words they make. */
import {
  caseOf,
  HAN as HAN_TOKEN,
  kindOf,
  LOWER,
  MARK,
  NUMBER,
  type ProtectedSpan,
  type Words,
} from '../../draft/index.js'
import {Frame} from './frame.js'
import {isNoise} from './noise.js'
import {HAN, HANGUL, KANA, LATIN, NO_SCRIPT, SCRIPTS, scriptIndex, WEIGHTS} from './script.js'
import {Shields} from './shields.js'
import type {SmallWords} from './small-words.js'
import type {Stretch} from './stretch.js'

/** A stretch that is judged by itself, with what was counted in it. */
export interface Block extends Stretch {
  /** Whether it is hard to tell if Latin letters or Chinese characters carry it: the document then decides. */
  readonly isMixed: boolean
  /** Of all its scripts, in words. */
  readonly weight: number
  /** Of other scripts than its own, in words. */
  readonly foreign: number
  /** Small words by language of the counter's list. */
  readonly small: readonly number[]
  /** Words outside Chinese, and how many of them have no capital. */
  readonly words: number
  readonly lower: number
}

/** One kana in ten East Asian characters makes it Japanese; fewer are quoted names. */
const KANA_SHARE = 0.1
/** With fewer small words Latin letters are names, which many a Russian or Korean sentence has more of than words. */
const FEWEST_SMALL = 2
const NAMES_OUTWEIGH = 3
/** Korean written with hanja has no particles of Chinese, and may have more of these than of its own letters. */
const HANJA_OUTWEIGH = 2

interface Carrier {
  /** Index of a script. */
  readonly script: number
  readonly isMixed: boolean
}

const NO_CARRIER: Carrier = {script: NO_SCRIPT, isMixed: false}

export class ScriptCounter {
  readonly #words: Words
  readonly #spans: readonly ProtectedSpan[]
  readonly #shields: Shields
  readonly #smallWords: SmallWords
  readonly #weights = new Float64Array(SCRIPTS.length)
  readonly #frame = new Frame()
  /** Most stretches have none. */
  #small: number[] | undefined
  readonly #noSmall: readonly number[]
  #token = 0
  #count = 0
  #lower = 0

  constructor(words: Words, spans: readonly ProtectedSpan[], smallWords: SmallWords) {
    this.#words = words
    this.#spans = spans
    this.#shields = new Shields(spans)
    this.#smallWords = smallWords
    this.#noSmall = new Array(smallWords.languages.length).fill(0)
  }

  /** Counts the tokens of a stretch, from where the last one ended; what is protected or in no language is left out. */
  read(start: number, end: number): Block {
    const {count, starts} = this.#words
    const first = this.#token
    let token = first
    for (; token < count && starts[token]! < end; token++) this.#add(token)
    this.#token = token
    const block = this.#blockOf(start, end, first, token)
    this.#clear()
    return block
  }

  #add(token: number): void {
    const kind = kindOf(this.#words, token)
    if (kind === MARK || kind === NUMBER || this.#shields.cover(this.#words.starts[token]!)) return
    if (kind === HAN_TOKEN) this.#addLetter(this.#unitOf(token))
    else if (!isNoise(this.#words, token)) this.#addWord(token)
  }

  #unitOf(token: number): number {
    return this.#words.text.charCodeAt(this.#words.starts[token]!)
  }

  #addWord(token: number): void {
    const {text, starts, ends, hashes} = this.#words
    const start = starts[token]!
    const end = ends[token]!
    const script = scriptIndex(text.charCodeAt(start))
    if (scriptIndex(text.charCodeAt(end - 1)) === script) this.#weights[script]! += WEIGHTS[script]! * (end - start)
    else for (let i = start; i < end; i++) this.#addLetter(text.charCodeAt(i))
    this.#count++
    if (caseOf(this.#words, token) === LOWER) this.#lower++
    for (let bits = this.#smallWords.bitsOf(hashes[token]!); bits !== 0; bits &= bits - 1) {
      this.#small ??= [...this.#noSmall]
      this.#small[31 - Math.clz32(bits & -bits)]!++
    }
  }

  #addLetter(unit: number): void {
    const script = scriptIndex(unit)
    this.#weights[script]! += WEIGHTS[script]!
  }

  #blockOf(start: number, end: number, first: number, last: number): Block {
    const weights = this.#weights
    let weight = 0
    for (let i = 0; i < NO_SCRIPT; i++) weight += weights[i]!
    const {script, isMixed} = weight > 0 ? this.#carrier(first, last) : NO_CARRIER
    const own = script === KANA ? weights[HAN]! + weights[KANA]! : weights[script]!
    return {
      start,
      end,
      first,
      last,
      script: SCRIPTS[script]!,
      isMixed,
      weight,
      foreign: Math.max(0, weight - own),
      small: this.#small ?? this.#noSmall,
      words: this.#count,
      lower: this.#lower,
    }
  }

  /** The script that carries a stretch; whether that was hard to tell. */
  #carrier(first: number, last: number): Carrier {
    const weights = this.#weights
    const eastAsian = weights[HAN]! + weights[KANA]!
    const chinese = weights[KANA]! > KANA_SHARE * eastAsian ? KANA : HAN
    let best = eastAsian > 0 ? chinese : NO_SCRIPT
    let most = eastAsian
    for (let i = LATIN + 1; i < NO_SCRIPT; i++) {
      if (i === HAN || i === KANA || weights[i]! <= most) continue
      best = i
      most = weights[i]!
    }
    const latin = weights[LATIN]!
    if (best === chinese && (latin > 0 || weights[HANGUL]! > 0)) this.#readFrame(first, last)
    if (best === HAN && weights[HANGUL]! * HANJA_OUTWEIGH >= most && !this.#frame.isChinese) best = HANGUL
    const small = largest(this.#small)
    if (latin > 0 && best === chinese) {
      const {isLatin, isClear} = this.#frame.verdict(latin, eastAsian, small)
      return {script: isLatin ? LATIN : chinese, isMixed: !isClear}
    }
    const isOfNames = small < FEWEST_SMALL && most * NAMES_OUTWEIGH >= latin
    return {script: latin > most && !isOfNames ? LATIN : best, isMixed: false}
  }

  /** What stands around the Chinese characters of a stretch; no other is read twice. */
  #readFrame(first: number, last: number): void {
    const words = this.#words
    const shields = new Shields(this.#spans, words.starts[first]!)
    this.#frame.clear()
    for (let i = first; i < last; i++) {
      const kind = kindOf(words, i)
      if (kind === MARK) this.#frame.addMark(words, i)
      else if (kind === NUMBER || shields.cover(words.starts[i]!)) continue
      else if (kind === HAN_TOKEN) this.#frame.addCharacter(this.#unitOf(i))
      else if (scriptIndex(this.#unitOf(i)) === LATIN && !isNoise(words, i)) this.#frame.addWord()
    }
  }

  #clear(): void {
    this.#weights.fill(0)
    this.#count = 0
    this.#lower = 0
    this.#small = undefined
  }
}

function largest(counts: readonly number[] | undefined): number {
  let most = 0
  if (counts) for (let i = 0; i < counts.length; i++) if (counts[i]! > most) most = counts[i]!
  return most
}
