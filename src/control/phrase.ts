/** A phrase of a directive, looked for around a finding instead of in the whole document: findings are few. */
import type {Span} from '../draft/index.js'

/** UTF-16 code units that blanks in a phrase may take more in the text. */
const SLACK = 100
/** UTF-16 code units. What is longer is no finding in a phrase, but one in a passage that holds it. */
const LONGEST_FINDING = 400

/** Letters of scripts that put blanks between words. */
const LETTER = String.raw`\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}`
const IS_LETTER = new RegExp(`[${LETTER}]`, 'u')

export class Phrase {
  readonly #pattern: RegExp
  readonly #reach: number

  constructor(phrase: string) {
    const words = phrase.trim().split(/\s+/)
    const said = words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('\\s+')
    const before = IS_LETTER.test(first(phrase.trim())) ? `(?<![${LETTER}])` : ''
    const after = IS_LETTER.test(last(phrase.trim())) ? `(?![${LETTER}])` : ''
    this.#pattern = new RegExp(`${before}${said}${after}`, 'gu')
    this.#reach = phrase.length + SLACK
  }

  /** Whether a finding shares a character with the phrase. */
  isIn(text: string, {start, end}: Span): boolean {
    if (end - start > LONGEST_FINDING) return false
    const from = Math.max(0, start - this.#reach)
    for (const match of text.slice(from, end + this.#reach).matchAll(this.#pattern)) {
      const at = from + match.index
      const isTouched =
        start === end ? at <= start && start <= at + match[0].length : at < end && start < at + match[0].length
      if (isTouched) return true
    }
    return false
  }
}

const first = (text: string): string => String.fromCodePoint(text.codePointAt(0)!)
const last = (text: string): string => [...text.slice(-2)].at(-1)!
