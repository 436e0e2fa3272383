/**
 * What the classifier knows of a line of text that has lost its tags: its characters, its neighbours, its place. No word
 * of any language.
 */
import {isProse, type Look} from '../look.js'
import {hasAddress, LOOK_FEATURES, lookFeatures, namesCopyright} from '../look-features.js'
import {type Near, nearOf} from '../near.js'

/** A line as the classifier sees it. */
export interface Line {
  /** Without the marks of Markdown. */
  readonly text: string
  /** Share of the text that stands in links, where the text tells. */
  readonly linkShare: number
  /** Level of a Markdown heading, 0 for other lines. */
  readonly heading: number
  readonly isItem: boolean
}

const NEIGHBOURS = [-4, -3, -2, -1, 1, 2, 3, 4]
const WINDOWS = [2, 5, 10]

/** The names of the features, in their order. */
export const LINE_FEATURES: readonly string[] = [
  ...['tokens', 'logTokens', 'linkShare'],
  ...LOOK_FEATURES,
  ...'hasTime hasCopyright hasAddress ideographs isProse heading isItem meanLength'.split(' '),
  ...NEIGHBOURS.flatMap((n) =>
    ['tokens', 'links', 'sentence', 'prose', 'capitalised'].map((what) => `neighbour ${n} ${what}`),
  ),
  ...WINDOWS.map((n) => `prose within ${n}`),
  ...WINDOWS.flatMap((n) => [`prose ${n} before`, `prose ${n} after`]),
  'prose to the left',
  'prose to the right',
  'short run before',
  'short run after',
  'lines to prose before',
  'lines to prose after',
  'longest before',
  'longest after',
  'line place',
  'token place',
  'prose before',
  'prose after',
  'lines before',
  'lines after',
  'occurrences',
  'like first',
  'page tokens',
  'page lines',
  'page prose share',
  'page ideographs',
  'page has links',
  'page sentence share',
  'page short share',
]
export const LINE_FEATURE_COUNT = LINE_FEATURES.length

/** Lines of fewer tokens are short. */
const SHORT = 12

/** One row of numbers a line, row after row; `looks` are at the lines' texts. */
export function lineFeatures(lines: readonly Line[], looks: readonly Look[]): Float32Array {
  return new Rows(lines, looks).rows
}

class Rows {
  readonly rows: Float32Array
  #at = 0
  readonly #lines: readonly Line[]
  readonly #looks: readonly Look[]
  readonly #isProse: readonly boolean[]
  readonly #near: Near
  readonly #runs: Runs
  readonly #occurrences: ReadonlyMap<string, number>
  readonly #totalTokens: number
  readonly #totalProse: number
  readonly #page: readonly number[]
  readonly #first: ReadonlySet<string>

  constructor(lines: readonly Line[], looks: readonly Look[]) {
    this.#lines = lines
    this.rows = new Float32Array(lines.length * LINE_FEATURE_COUNT)
    this.#looks = looks
    this.#isProse = this.#looks.map((look, i) => isProse(look, lines[i]!.linkShare))
    this.#near = nearOf(this.#looks, this.#isProse)
    this.#runs = runsOf(this.#looks, this.#isProse)
    const occurrences = new Map<string, number>()
    for (const {text} of lines) occurrences.set(text, (occurrences.get(text) ?? 0) + 1)
    this.#occurrences = occurrences
    this.#totalTokens = this.#near.tokensBefore[lines.length]!
    this.#totalProse = this.#near.proseBefore[lines.length]!
    this.#first = new Set(lines[0]?.text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
    this.#page = this.#pageRow()
    for (let i = 0; i < lines.length; i++) {
      this.#text(i)
      this.#around(i)
      this.#place(i)
      for (const value of this.#page) this.#put(value)
    }
  }

  #put(value: number): void {
    this.rows[this.#at++] = value
  }

  #pageRow(): number[] {
    const count = Math.max(1, this.#lines.length)
    const share = (isSo: (look: Look) => boolean): number => this.#looks.filter(isSo).length / count
    const ideographs = this.#looks.reduce((sum, look) => sum + look.ideographs, 0)
    return [
      Math.log1p(this.#totalTokens),
      Math.log1p(this.#lines.length),
      this.#totalProse / Math.max(1, this.#totalTokens),
      ideographs / Math.max(1, this.#totalTokens),
      Number(this.#lines.some(({linkShare}) => linkShare > 0)),
      share((look) => look.isSentence),
      share((look) => look.tokens < SHORT),
    ]
  }

  #text(i: number): void {
    const {text, linkShare, heading, isItem} = this.#lines[i]!
    const look = this.#looks[i]!
    const tokens = Math.max(1, look.tokens)
    this.#put(look.tokens)
    this.#put(Math.log1p(look.tokens))
    this.#put(linkShare)
    for (const value of lookFeatures(look, text)) this.#put(value)
    this.#put(Number(/\d:\d\d/.test(text)))
    this.#put(Number(namesCopyright(text)))
    this.#put(Number(hasAddress(text)))
    this.#put(look.ideographs / tokens)
    this.#put(Number(this.#isProse[i]))
    this.#put(heading)
    this.#put(Number(isItem))
    this.#put(look.letters / tokens)
  }

  #around(i: number): void {
    for (const n of NEIGHBOURS) {
      const look = this.#looks[i + n]
      if (!look) {
        for (let k = 0; k < 5; k++) this.#put(-1)
        continue
      }
      this.#put(Math.log1p(look.tokens))
      this.#put(this.#lines[i + n]!.linkShare)
      this.#put(Number(look.isSentence))
      this.#put(Number(this.#isProse[i + n]))
      this.#put(look.capitalised / Math.max(1, look.tokens))
    }
    for (const n of WINDOWS) this.#put(this.#near.within(i, n))
    for (const n of WINDOWS) {
      this.#put(this.#prose(i - n, i))
      this.#put(this.#prose(i + 1, i + 1 + n))
    }
    this.#put(this.#near.left[i]!)
    this.#put(this.#near.right[i]!)
    this.#put(this.#runs.shortBefore[i]!)
    this.#put(this.#runs.shortAfter[i]!)
    this.#put(this.#runs.toProseBefore[i]!)
    this.#put(this.#runs.toProseAfter[i]!)
    this.#put(Math.log1p(this.#longest(i - 5, i)))
    this.#put(Math.log1p(this.#longest(i + 1, i + 6)))
  }

  #prose(from: number, to: number): number {
    const count = this.#lines.length
    const [a, b] = [Math.max(0, from), Math.min(count, to)]
    return b <= a ? 0 : Math.log1p(this.#near.proseBefore[b]! - this.#near.proseBefore[a]!)
  }

  #longest(from: number, to: number): number {
    let longest = 0
    for (let i = Math.max(0, from); i < Math.min(this.#looks.length, to); i++)
      longest = Math.max(longest, this.#looks[i]!.tokens)
    return longest
  }

  #place(i: number): void {
    const count = this.#lines.length
    this.#put(i / Math.max(1, count - 1))
    this.#put(this.#near.tokensBefore[i]! / Math.max(1, this.#totalTokens))
    this.#put(this.#near.proseBefore[i]! / Math.max(1, this.#totalProse))
    this.#put((this.#totalProse - this.#near.proseBefore[i]!) / Math.max(1, this.#totalProse))
    this.#put(Math.min(60, i))
    this.#put(Math.min(60, count - 1 - i))
    this.#put(this.#occurrences.get(this.#lines[i]!.text)!)
    this.#put(this.#likeFirst(i))
  }

  /** Share of the first line's words that stand here: pages begin with their title, and repeat it above the article. */
  #likeFirst(i: number): number {
    const {text} = this.#lines[i]!
    if (i === 0 || text.length > 300 || this.#first.size === 0) return 0
    const words = new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
    let shared = 0
    for (const word of words) if (this.#first.has(word)) shared++
    return shared / (words.size + this.#first.size - shared || 1)
  }
}

interface Runs {
  /** Short lines directly before and after. */
  readonly shortBefore: Float32Array
  readonly shortAfter: Float32Array
  /** Lines to the nearest prose. */
  readonly toProseBefore: Float32Array
  readonly toProseAfter: Float32Array
}

const FARTHEST = 50

function runsOf(looks: readonly Look[], isProse: readonly boolean[]): Runs {
  const count = looks.length
  const [shortBefore, shortAfter] = [new Float32Array(count), new Float32Array(count)]
  const [toProseBefore, toProseAfter] = [new Float32Array(count).fill(FARTHEST), new Float32Array(count).fill(FARTHEST)]
  for (let i = 1; i < count; i++) {
    shortBefore[i] = looks[i - 1]!.tokens < SHORT ? Math.min(FARTHEST, shortBefore[i - 1]! + 1) : 0
    toProseBefore[i] = isProse[i - 1] ? 1 : Math.min(FARTHEST, toProseBefore[i - 1]! + 1)
  }
  for (let i = count - 2; i >= 0; i--) {
    shortAfter[i] = looks[i + 1]!.tokens < SHORT ? Math.min(FARTHEST, shortAfter[i + 1]! + 1) : 0
    toProseAfter[i] = isProse[i + 1] ? 1 : Math.min(FARTHEST, toProseAfter[i + 1]! + 1)
  }
  return {shortBefore, shortAfter, toProseBefore, toProseAfter}
}
