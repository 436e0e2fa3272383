/**
 * Whose sentence it is, of Latin letters and Chinese characters. An English sentence may hold more Chinese characters than
 * words, and a Chinese one more English; but terms and brand names bring no particles and no punctuation along, and how
 * often the two take turns says more than how long the terms are.
 *
 * Weights are those of a logistic regression on every second sentence of Lingua's test data with terms and brand names
 * put in at random, rounded; `npm run eval:languages` measures on the others.
 */
import {GLUED, gapBefore, type Words} from '../../draft/index.js'

/** What a Chinese sentence has and a term hardly. */
const PARTICLES = '的了是在和這这們们也都就我他她你它很把被从從对對为為与與及吗嗎呢吧着著到说說等将將并並而'
const CLAUSE_MARKS = '。，、！？；'
const LATIN_MARKS = '.,;:!?'

const [PARTICLE, CLAUSE_MARK, LATIN_MARK] = [1, 2, 3]
/** Which of these a UTF-16 unit is. */
const roles = new Uint8Array(65536)
for (const [role, chars] of [
  [PARTICLE, PARTICLES],
  [CLAUSE_MARK, CLAUSE_MARKS],
  [LATIN_MARK, LATIN_MARKS],
] as const)
  for (const char of chars) roles[char.charCodeAt(0)] = role

const FIRST_IDEOGRAPH = 0x3400

const [CHINESE, LATIN, OTHER] = [0, 1, 2]

/** In words of Latin letters. */
const WEIGHTS = {smallWord: 1.5, latinMark: 2, chineseWord: 0.2, particle: 2, kana: 0.8, clauseMark: 3, run: 1}
/** A Chinese heading with a brand name is more frequent than an English one with a term. */
const BIAS = 1.5
/** From here on it is clear. */
const CLEAR = 2

export class Frame {
  #latinMarks = 0
  /** Of particles, kana and clause marks. */
  #chinese = 0
  #runs = 0
  #last = OTHER

  clear(): void {
    this.#latinMarks = 0
    this.#chinese = 0
    this.#runs = 0
    this.#last = OTHER
  }

  /** A word in Latin letters. */
  addWord(): void {
    this.#last = LATIN
  }

  addCharacter(unit: number): void {
    if (roles[unit] === PARTICLE) this.#chinese += WEIGHTS.particle
    else if (unit < FIRST_IDEOGRAPH) this.#chinese += WEIGHTS.kana
    if (this.#last !== CHINESE) this.#runs++
    this.#last = CHINESE
  }

  addMark(words: Words, token: number): void {
    const role = roles[words.text.charCodeAt(words.starts[token]!)]
    if (role === CLAUSE_MARK) this.#chinese += WEIGHTS.clauseMark
    else if (this.#last === LATIN && role === LATIN_MARK && isBetweenWords(words, token)) this.#latinMarks++
    this.#last = OTHER
  }

  /** Whether any particle or mark of Chinese was met. */
  get isChinese(): boolean {
    return this.#chinese > 0
  }

  /** Of a stretch with so many words of each script and so many small words of a language in Latin letters. */
  verdict(latin: number, chinese: number, smallWords: number): {isLatin: boolean; isClear: boolean} {
    const balance =
      latin +
      WEIGHTS.smallWord * smallWords +
      WEIGHTS.latinMark * this.#latinMarks -
      WEIGHTS.chineseWord * chinese -
      this.#chinese -
      WEIGHTS.run * this.#runs -
      BIAS
    return {isLatin: balance > 0, isClear: Math.abs(balance) >= CLEAR}
  }
}

/** Glued to what is before and to nothing after: the comma of a sentence, not the one of a number or an address. */
const isBetweenWords = (words: Words, token: number): boolean =>
  gapBefore(words, token) === GLUED && (token + 1 === words.count || gapBefore(words, token + 1) !== GLUED)
