/**
 * JSON that is printed as it grows, and that may be looked at in a terminal: what could steer one is written as an
 * escape, which every reader of JSON turns back into the same character.
 */
const STEERING = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu

/** A value on one line. A lone half of a pair is an escape, too, so that the text is always well-formed. */
export const jsonText = (value: unknown): string => JSON.stringify(value).replace(STEERING, escaped)

const escaped = (char: string): string =>
  Array.from({length: char.length}, (_, at) => `\\u${char.charCodeAt(at).toString(16).padStart(4, '0')}`).join('')

/** An array whose items, a line each, are printed as they come. */
export class JsonList {
  readonly #opening: string
  #isEmpty = true

  /** `opening` ends in the bracket that opens the array. */
  constructor(opening: string) {
    this.#opening = opening
  }

  /** What is to be printed for more items. */
  add(items: readonly unknown[]): string {
    return items.map((item) => this.#separator() + jsonText(item)).join('')
  }

  /** The end; `closing` begins with the bracket that closes the array. */
  close(closing: string): string {
    return `${this.#isEmpty ? this.#opening : '\n'}${closing}\n`
  }

  #separator(): string {
    if (!this.#isEmpty) return ',\n'
    this.#isEmpty = false
    return `${this.#opening}\n`
  }
}
