/** Which script a stretch of text is in: one pass over its tokens, letters counted as the words they make. */
import {caseOf, HAN as HAN_TOKEN, kindOf, LOWER, MARK, type ProtectedSpan, WORD, type Words} from '../../draft/index.js'
import {Frame} from './frame.js'
import {isNoise} from './noise.js'
import {HAN, HANGUL, KANA, LATIN, NO_SCRIPT, SCRIPTS, type Script, scriptIndex, WEIGHTS} from './script.js'
import type {SmallWords} from './small-words.js'

export interface Counts {
  readonly script: Script
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

export class ScriptCounter {
  readonly #words: Words
  readonly #shields: readonly ProtectedSpan[]
  readonly #smallWords: SmallWords
  readonly #weights = new Float64Array(SCRIPTS.length)
  readonly #frame = new Frame()
  /** Most stretches have none. */
  #small: number[] | undefined
  readonly #noSmall: readonly number[]
  #shield = 0
  #count = 0
  #lower = 0

  constructor(words: Words, shields: readonly ProtectedSpan[], smallWords: SmallWords) {
    this.#words = words
    this.#shields = shields
    this.#smallWords = smallWords
    this.#noSmall = new Array(smallWords.languages.length).fill(0)
  }

  /** Counts a token; tokens come in the order of the text. What is protected or in no language is left out. */
  add(token: number): void {
    const words = this.#words
    const kind = kindOf(words, token)
    if (kind === MARK) this.#frame.addMark(words, token)
    else if (this.#isShielded(words.starts[token]!)) return
    else if (kind === HAN_TOKEN) {
      const unit = words.text.charCodeAt(words.starts[token]!)
      const script = scriptIndex(unit)
      this.#weights[script]! += WEIGHTS[script]!
      this.#frame.addCharacter(unit)
    } else if (kind === WORD && !isNoise(words, token)) this.#addWord(token)
  }

  /** What was counted since it was last asked. */
  take(): Counts {
    const weights = this.#weights
    const {script, isMixed} = this.#carrier()
    let weight = 0
    for (let i = 0; i < NO_SCRIPT; i++) weight += weights[i]!
    const own = script === KANA ? weights[HAN]! + weights[KANA]! : weights[script]!
    const foreign = Math.max(0, weight - own)
    const counts = {
      script: SCRIPTS[script]!,
      isMixed,
      weight,
      foreign,
      small: this.#small ?? this.#noSmall,
      words: this.#count,
      lower: this.#lower,
    }
    this.#clear()
    return counts
  }

  #isShielded(start: number): boolean {
    const shields = this.#shields
    while (this.#shield < shields.length && shields[this.#shield]!.end <= start) this.#shield++
    return this.#shield < shields.length && shields[this.#shield]!.start <= start
  }

  #addWord(token: number): void {
    const {text, starts, ends, hashes} = this.#words
    const [start, end] = [starts[token]!, ends[token]!]
    const script = scriptIndex(text.charCodeAt(start))
    if (scriptIndex(text.charCodeAt(end - 1)) === script) this.#weights[script]! += WEIGHTS[script]! * (end - start)
    else for (let i = start; i < end; i++) this.#addLetter(text.charCodeAt(i))
    if (script === LATIN) this.#frame.addWord()
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

  /** The script that carries the stretch; whether that was hard to tell. */
  #carrier(): {script: number; isMixed: boolean} {
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
    if (best === HAN && weights[HANGUL]! * HANJA_OUTWEIGH >= most && !this.#frame.isChinese) best = HANGUL
    const latin = weights[LATIN]!
    const small = largest(this.#small)
    if (latin > 0 && best === chinese) {
      const {isLatin, isClear} = this.#frame.verdict(latin, eastAsian, small)
      return {script: isLatin ? LATIN : chinese, isMixed: !isClear}
    }
    const isOfNames = small < FEWEST_SMALL && most * NAMES_OUTWEIGH >= latin
    return {script: latin > most && !isOfNames ? LATIN : best, isMixed: false}
  }

  #clear(): void {
    this.#weights.fill(0)
    this.#frame.clear()
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
