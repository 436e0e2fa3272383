/** What judges ask about the text around a run; answered when first asked, since most texts never ask. */
import {EAST_ASIAN, RIGHT_TO_LEFT} from './scripts.js'

/** What the line around a place is written in. */
export interface Line {
  readonly text: string
  readonly isEastAsian: boolean
  /** Latin letters of any width. */
  readonly latin: number
  readonly eastAsian: number
  /** Letters of Hangul, not its fillers. */
  readonly isHangul: boolean
  readonly isBraille: boolean
}

/** How far of a long line is looked at, to either side (UTF-16 units). */
const LINE_REACH = 500

export class Surroundings {
  readonly #text: string
  #isRightToLeft: boolean | undefined
  #noBreaks: {isFrench: boolean; isScraped: boolean} | undefined
  #isRuled: boolean | undefined
  #line: (Line & {readonly from: number; readonly to: number}) | undefined

  constructor(text: string) {
    this.#text = text
  }

  get isRightToLeft(): boolean {
    this.#isRightToLeft ??= RIGHT_TO_LEFT.test(this.#text)
    return this.#isRightToLeft
  }

  /** French sets a no-break space before high punctuation; whoever does that means all of them. */
  get isFrench(): boolean {
    this.#noBreaks ??= noBreaksOf(this.#text)
    return this.#noBreaks.isFrench
  }

  /** No-break spaces between plain words: a scraper left them, so those before a number mean nothing either. */
  get isScraped(): boolean {
    this.#noBreaks ??= noBreaksOf(this.#text)
    return this.#noBreaks.isScraped
  }

  /** Spaces of fixed width between plain words: no typographer set them, so those elsewhere mean little either. */
  get isRuled(): boolean {
    this.#isRuled ??= RULED.test(this.#text)
    return this.#isRuled
  }

  /** The line that an offset stands in; of a long one, what is near. */
  line(offset: number): Line {
    if (!this.#line || offset < this.#line.from || offset >= this.#line.to) this.#line = lineAround(this.#text, offset)
    return this.#line
  }
}

function lineAround(text: string, offset: number): Line & {from: number; to: number} {
  const before = text.slice(Math.max(0, offset - LINE_REACH), offset)
  const after = text.slice(offset, offset + LINE_REACH)
  const start = offset - before.length + before.lastIndexOf('\n') + 1
  const breakAt = after.indexOf('\n')
  const end = offset + (breakAt < 0 ? after.length : breakAt)
  const line = text.slice(start, end)
  const eastAsian = countOf(line, /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu)
  const latin = countOf(line, /\p{Script=Latin}/gu)
  // The next run in the same line is judged by the same stretch, but not at its very end.
  const to = breakAt < 0 ? offset + LINE_REACH / 2 : end
  const isHangul = /[\u1100-\u115e\u1161-\u11ff\u3131-\u3163\u3165-\u318e\uac00-\ud7a3\uffa1-\uffdc]/.test(line)
  const isBraille = /[\u2801-\u28ff]/.test(line)
  return {
    text: line,
    isHangul,
    isBraille,
    isEastAsian: EAST_ASIAN.test(line),
    latin,
    eastAsian,
    from: start,
    to: Math.max(to, offset + 1),
  }
}

const countOf = (line: string, pattern: RegExp): number => line.match(pattern)?.length ?? 0

const RULED =
  /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]{2}[\u2000-\u200a\u202f\u205f\u3000][\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]{2}/u

/** Typographers keep prepositions with what follows, those of Russian all short words with their neighbours. */
const SCRAPED = /^.(?!\p{Script=Cyrillic})\p{L}{3}\u00a0\p{L}{2}|^\p{Script=Cyrillic}{4}\u00a0\p{Script=Cyrillic}{4}/su

function noBreaksOf(text: string): {isFrench: boolean; isScraped: boolean} {
  let isFrench = false
  let isScraped = false
  for (let at = text.indexOf('\u00a0'); at >= 0; at = text.indexOf('\u00a0', at + 1)) {
    const around = text.slice(Math.max(0, at - 4), at).padStart(4) + text.slice(at, at + 5)
    if (/\p{L}\u00a0[:;!?»]|«\u00a0/u.test(around)) isFrench = true
    else if (SCRAPED.test(around)) isScraped = true
  }
  return {isFrench, isScraped}
}
