/**
 * Markup is a type of its own: a plain string put into the `html` template is escaped, always, so that no text, path
 * or note of a document can become an element. Only this folder makes `Markup`.
 */

/** Text that is HTML already. */
export class Markup {
  readonly html: string

  constructor(html: string) {
    this.html = html
  }
}

type Value = string | number | Markup | readonly Markup[] | undefined

/** HTML with every value escaped that is not markup itself; undefined leaves nothing. */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Markup {
  let result = strings[0]!
  for (let i = 0; i < values.length; i++) result += written(values[i]) + strings[i + 1]!
  return new Markup(result)
}

function written(value: Value): string {
  if (typeof value === 'string') return escaped(value)
  if (value instanceof Markup) return value.html
  if (Array.isArray(value)) return value.map((part: Markup) => part.html).join('')
  return value === undefined ? '' : String(value)
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** The five characters that mean something to HTML. */
export const withEntities = (text: string): string => text.replace(/[&<>"']/g, (char) => ENTITIES[char]!)

/** Short text for an element or an attribute; what cannot be seen is written out, so that it steers no reader. */
export function escaped(text: string): string {
  const plain = text.replace(
    /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/gu,
    (char) => `‹${hex(char)}›`,
  )
  return withEntities(plain)
}

/** `00AD`: as code points are written. */
export const hex = (char: string): string => char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')
