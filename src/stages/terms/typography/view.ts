/** What a rule sees of a text: a stretch in one language without code and addresses, and the line that it looks at. */
import {type Draft, type Lines, lineAt, type Span} from '../../../draft/index.js'
import {BREAK, DIGIT, FOREIGN, HAN, kindAt, LATIN, SHIELD} from './characters.js'

/** What a line is, as far as it decides about its punctuation. */
interface LineTraits {
  readonly start: number
  readonly end: number
  /** Whether its half-width marks part fields instead of clauses: code, a row of data, a bibliographic reference. */
  readonly isNotation: boolean
  /** Whether it holds a full-width mark, as prose does. */
  readonly isProse: boolean
  /** Whether it holds three Latin words; a comment in a program may have one in a Chinese phrase. */
  readonly hasWords: boolean
  /** Whether three Latin words follow one another, one blank between: a sentence, no columns kept apart by blanks. */
  readonly hasPhrase: boolean
}

export class View {
  readonly text: string
  /** The stretch that rules may look at; what stands beside it on its lines is shielded. */
  start = 0
  end = 0
  readonly #lines: Lines
  #line: LineTraits | undefined
  #token: Span = {start: -1, end: -1}

  constructor(draft: Draft) {
    this.text = draft.text
    this.#lines = draft.lines()
  }

  kind(at: number): number {
    const kind = kindAt(this.text, at)
    return (at >= this.start && at < this.end) || kind === BREAK ? kind : SHIELD
  }

  /** The line that an offset is on; asked in rising order, each line is read once. */
  lineAt(at: number): LineTraits {
    if (!this.#line || at < this.#line.start || at > this.#line.end) this.#line = this.#traits(lineAt(this.#lines, at))
    return this.#line
  }

  /** The letters and digits around an offset, with the marks that make one name of them; each token is read once. */
  tokenAt(at: number): Span {
    if (at < this.#token.start || at > this.#token.end) {
      let [start, end] = [at, at]
      while (this.#isPart(start - 1)) start--
      while (this.#isPart(end)) end++
      this.#token = {start, end}
    }
    return this.#token
  }

  #isPart(at: number): boolean {
    const kind = this.kind(at)
    const isLetter = kind === HAN || kind === LATIN || kind === DIGIT || kind === FOREIGN
    return isLetter || (kind !== BREAK && JOINT.test(this.text[at]!))
  }

  #traits(index: number): LineTraits {
    const line = this.#lineText(index)
    const start = this.#lines.starts[index] ?? 0
    const isNotation = NOTATION.test(line) || isListOfNames(line) || this.#isRow(index)
    const beginning = line.slice(0, READ_OF_LINE)
    const hasWords = (beginning.match(/[A-Za-z]{2,}/g)?.length ?? 0) >= 3
    const hasPhrase = hasWords && /[a-z]{2,} [a-z]{2,} [a-z]{2,}/.test(beginning)
    return {start, end: start + line.length, isNotation, isProse: /[，。；！？]/.test(line), hasWords, hasPhrase}
  }

  #lineText(index: number): string {
    return this.text.slice(this.#lines.starts[index] ?? 0, this.#lines.ends[index] ?? 0)
  }

  /** A row has as many commas as the row before or after it, no blank after any, and ends in no sentence mark. */
  #isRow(index: number): boolean {
    const commas = commasOf(this.#lineText(index))
    if (commas === 0) return false
    return commas === commasOf(this.#lineText(index - 1)) || commas === commasOf(this.#lineText(index + 1))
  }
}

/** What makes one name of words and marks: a hashtag, a handle, a file, a compound. */
const JOINT = /[#@/\\_.&=+:~-]/

/** How much of a line tells whether it is English (UTF-16 units). */
const READ_OF_LINE = 1000

/** Of longer lines nobody makes tables (UTF-16 units). */
const LONGEST_ROW = 1000

/** Signs of code, and the type marks of Chinese references (GB/T 7714), whose `. ` and `, ` are part of the standard. */
const NOTATION = /[={}\\]|\[(?:[JMDCNRSPAGZ]|DB|CP|EB)(?:\/(?:OL|CD|DK|MT))?\]/

/** `陈家刚;陈凌宇`: what databases put between authors and keywords, and no clauses. */
function isListOfNames(line: string): boolean {
  if (line.length > LONGEST_ROW || !line.includes(';') || /[，。！？]/.test(line)) return false
  return line.split(/[;；]/).every((piece) => piece.trim().length <= LONGEST_NAME)
}

const LONGEST_NAME = 5

function commasOf(line: string): number {
  if (line.length > LONGEST_ROW || /,(?:[ \t]|$)|[。.！!？?][”」"]?[ \t\r]*$/.test(line)) return 0
  return line.split(',').length - 1
}
