/**
 * JSON as pages hold it. What is valid goes to the parser of the platform, which is fast and copes with any depth; the
 * rest (one block in forty) is mended in one pass first: raw line breaks and unescaped quotes in strings, trailing
 * commas, comments, CDATA, statements' semicolons, a missing end.
 */
import {decoded} from './values.js'

/** The value, or undefined where the text is no JSON even when mended. Never throws. */
export function parseLenient(text: string): unknown {
  return parse(text) ?? parse(mended(/^\s*[[{]\s*&quot;/.test(text) ? decoded(text) : text))
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** What to leave out between values: HTML and script comments, CDATA, semicolons. */
const SKIPPED =
  /<!--|-->|(?:\/\/|\/\*)?\s*<!\[CDATA\[(?:\s*\*\/)?|(?:\/\/|\/\*)?\s*\]\]>(?:\s*\*\/)?|\/\*[^*]*\*\/|[;\ufeff]/y
/** In strings: what is not as JSON wants it. */
const BLANKS = /[\s\ufeff]*/y
const PLAIN = /[^"\\\u0000-\u001f]+/y
const ESCAPE = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y
const OPENERS = '{['
const CLOSERS = '}]'

function mended(text: string): string {
  return new Mender(text).run()
}

class Mender {
  readonly #text: string
  #at = 0
  #out: string[] = []
  /** Brackets that are open, as what closes them. */
  #open: string[] = []

  constructor(text: string) {
    this.#text = text
  }

  run(): string {
    while (this.#at < this.#text.length) {
      const skipped = this.#match(SKIPPED)
      if (skipped) continue
      const character = this.#text[this.#at]!
      if (character === '"') this.#string()
      else if (this.#structure(character) === 'done') break
    }
    this.#dropComma()
    return this.#out.join('') + this.#open.reverse().join('')
  }

  /** One character between strings; `done` after the end of the outermost value: what follows is another. */
  #structure(character: string): 'done' | undefined {
    this.#at++
    if (OPENERS.includes(character)) this.#open.push(CLOSERS[OPENERS.indexOf(character)]!)
    if (CLOSERS.includes(character)) {
      this.#dropComma()
      if (this.#open.pop() !== character) return 'done'
    }
    if (!/\s/.test(character)) this.#out.push(character)
    return CLOSERS.includes(character) && this.#open.length === 0 ? 'done' : undefined
  }

  #dropComma(): void {
    while (this.#out.at(-1) === ',') this.#out.pop()
  }

  #string(): void {
    this.#at++
    this.#out.push('"')
    while (this.#at < this.#text.length) {
      const part = this.#match(PLAIN) ?? this.#match(ESCAPE)
      if (part) {
        this.#out.push(part)
        continue
      }
      const character = this.#text[this.#at++]!
      if (character === '"' && this.#endsString()) break
      if (character === '"') this.#out.push('\\"')
      else if (character !== '\\') this.#out.push(' ')
    }
    this.#out.push('"')
  }

  /** A quote ends a string where what follows can follow a string. */
  #endsString(): boolean {
    const next = this.#after(this.#at)
    const character = this.#text[next]
    if (character === undefined || ':}]'.includes(character)) return true
    if (character !== ',') return false
    const second = this.#text[this.#after(next + 1)]
    return second === undefined || /["{[}\]\dtfn-]/.test(second)
  }

  /** The place of what comes after blanks. */
  #after(at: number): number {
    BLANKS.lastIndex = at
    return at + BLANKS.exec(this.#text)![0].length
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at
    const found = pattern.exec(this.#text)?.[0]
    if (found) this.#at += found.length
    return found || undefined
  }
}
