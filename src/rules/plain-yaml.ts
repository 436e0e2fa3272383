/**
 * Reads the plain YAML that nearly all rule files are written in, ten times as fast as a parser that keeps every token:
 * a list of maps in block style, each value a text on one line, a list of them, or a list of maps of them; what stands
 * on one line may be in brackets. Whatever else it meets it leaves to the parser. A test holds both to the same reading.
 */
import type {Place} from '../draft/place.js'

type TextMap = Record<string, string>
type Value = string | TextMap | Array<string | TextMap>

/** One map of the list, and where it begins. */
export interface PlainEntry {
  readonly value: Readonly<Record<string, Value>>
  readonly place: Place
}

/** The entries of a file; undefined where it takes the parser to tell what is in it. */
export function plainYaml(text: string): readonly PlainEntry[] | undefined {
  if (UNUSUAL.test(text)) return undefined
  try {
    return new Reader(text).entries()
  } catch (error) {
    if (error instanceof NotPlain) return undefined
    throw error
  }
}

class NotPlain extends Error {}

/** Tabs have rules of their own, a lone CR is a line break, and the parser uses some of the others as signs. */
const UNUSUAL = /[\0-\t\v\f\x0e-\x1f\x7f\ufeff]|\r(?!\n)/

const DOCUMENT_START = /(?:---\r?\n)?/y
const KEY = /([a-z_]+):(?=[ \r\n]|$)/y
const BLANKS = / */y
const LINE_END = / *(?: #[^\n]*)?\r?(?:\n|$)/y
/** As it must begin so that it is not something else than text, and without the blanks after it. */
const PLAIN = /[^\s\-?:,[\]{}#&*!|>'"%@`](?:[^\r\n]*[^ \r\n])?/y
/** In a plain text: a key, or a comment that cuts the text off. */
const CUT = /:(?: |$)| #/
const PLAIN_IN_BRACKETS = /[^\s\-?:,[\]{}#&*!|>'"%@`](?:[^\r\n,[\]{}]*[^ \r\n,[\]{}])?/y
/** With no more escapes than an expression can keep in mind. */
const SINGLE_QUOTED = /'([^'\r\n]*(?:''[^'\r\n]*){0,9999})'/y
const DOUBLE_QUOTED = /"([^"\\\r\n]*(?:\\["\\/nt][^"\\\r\n]*){0,9999})"/y

const ESCAPED: Readonly<Record<string, string>> = {'\\n': '\n', '\\t': '\t', '\\"': '"', '\\\\': '\\', '\\/': '/'}

class Reader {
  readonly #text: string
  #at = 0
  #line = 1
  /** Of the line it stands in; -1 at the end of the text. */
  #indent = 0

  constructor(text: string) {
    this.#text = text
  }

  entries(): readonly PlainEntry[] {
    const entries: PlainEntry[] = []
    if (this.#take(DOCUMENT_START) !== '') this.#line++
    this.#toContent()
    while (this.#indent === 0) {
      this.#expect('- ')
      const place = {line: this.#line, column: 3}
      entries.push({value: this.#map(2, () => this.#value()), place})
    }
    if (this.#indent >= 0 || entries.length === 0) throw new NotPlain()
    return entries
  }

  /** From the beginning of a line to what stands first in it or in one of the next; comments are passed over. */
  #toContent(): void {
    const text = this.#text
    for (;;) {
      const indent = this.#take(BLANKS).length
      const first = text[this.#at]
      this.#indent = first === undefined ? -1 : indent
      if (first !== '#' && first !== '\n' && first !== '\r') return
      const end = text.indexOf('\n', this.#at)
      this.#at = end < 0 ? text.length : end + 1
      this.#line++
    }
  }

  /** The pairs whose keys stand in one column. */
  #map<V>(column: number, value: () => V): Record<string, V> {
    const map: Record<string, V> = {}
    do {
      const key = this.#match(KEY)[1]!
      if (key in map) throw new NotPlain()
      map[key] = value()
    } while (this.#indent === column)
    return map
  }

  /** What stands behind a key of a rule: in its line, or as a list in the lines below. */
  #value(): Value {
    if (!this.#endsLine()) return this.#inline()
    const column = this.#indent
    if (column < 2) throw new NotPlain()
    const items: Array<string | TextMap> = []
    while (this.#indent === column && this.#text.startsWith('- ', this.#at)) items.push(this.#item(column + 2))
    if (items.length === 0) throw new NotPlain()
    return items
  }

  #item(column: number): string | TextMap {
    this.#expect('- ')
    KEY.lastIndex = this.#at
    if (KEY.test(this.#text)) return this.#map(column, () => asText(this.#inline()))
    const value = this.#inline()
    if (Array.isArray(value)) throw new NotPlain()
    return value
  }

  /** The value that stands in the rest of a line. */
  #inline(): string | TextMap | string[] {
    this.#take(BLANKS)
    const opening = this.#text[this.#at]
    const value = opening === '[' ? this.#list() : opening === '{' ? this.#bracedMap() : this.#scalar(PLAIN)
    if (!this.#endsLine()) throw new NotPlain()
    return value
  }

  #list(): string[] {
    const items: string[] = []
    do {
      this.#at++
      items.push(this.#enclosed())
    } while (this.#text[this.#at] === ',')
    this.#expect(']')
    return items
  }

  #bracedMap(): TextMap {
    const map: TextMap = {}
    do {
      this.#at++
      this.#take(BLANKS)
      const key = this.#match(KEY)[1]!
      if (key in map) throw new NotPlain()
      map[key] = this.#enclosed()
    } while (this.#text[this.#at] === ',')
    this.#expect('}')
    return map
  }

  /** A text between brackets, with the blanks around it. */
  #enclosed(): string {
    this.#take(BLANKS)
    const text = this.#scalar(PLAIN_IN_BRACKETS)
    this.#take(BLANKS)
    return text
  }

  #scalar(plain: RegExp): string {
    const opening = this.#text[this.#at]
    if (opening === "'") return this.#match(SINGLE_QUOTED)[1]!.replaceAll("''", "'")
    if (opening === '"') return this.#match(DOUBLE_QUOTED)[1]!.replace(/\\./g, (written) => ESCAPED[written]!)
    const text = this.#take(plain)
    if (CUT.test(text)) throw new NotPlain()
    return text
  }

  /** Whether nothing but a comment stands in the rest of the line; then goes on to the next one. */
  #endsLine(): boolean {
    LINE_END.lastIndex = this.#at
    if (!LINE_END.test(this.#text)) return false
    this.#at = LINE_END.lastIndex
    this.#line++
    this.#toContent()
    return true
  }

  #expect(literal: string): void {
    if (!this.#text.startsWith(literal, this.#at)) throw new NotPlain()
    this.#at += literal.length
  }

  #take(pattern: RegExp): string {
    return this.#match(pattern)[0]
  }

  #match(pattern: RegExp): RegExpExecArray {
    pattern.lastIndex = this.#at
    const match = pattern.exec(this.#text)
    if (!match) throw new NotPlain()
    this.#at = pattern.lastIndex
    return match
  }
}

function asText(value: Value): string {
  if (typeof value === 'string') return value
  throw new NotPlain()
}
