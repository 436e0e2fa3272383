/**
 * One line of JSON Lines: an object of which a few fields are read and one or two are set, while every other byte stays.
 *
 * Values are replaced by their span in the line instead of writing the object anew: that would lose repeated keys and
 * the digits of numbers beyond 2^53, and move keys that look like indexes to the front.
 */
import type {Span} from '../draft/index.js'

/** What cannot be read as a record, with the reason. */
export class RecordError extends Error {}

/** Deeper nesting is refused before it is parsed: a line of nothing but `[` would take gigabytes. */
const DEEPEST = 500

export class JsonRecord {
  /** As it was read. */
  readonly line: string
  /** The value of each key at its last mention, which is the one that counts. */
  readonly #values: ReadonlyMap<string, Span>
  /** Right behind the object's opening bracket. */
  readonly #start: number

  /** @throws RecordError for what is no JSON object. */
  constructor(line: string) {
    if (depthOf(line) > DEEPEST) throw new RecordError(`JSON nested deeper than ${DEEPEST} levels`)
    if (!isObject(parsed(line))) throw new RecordError('not a JSON object')
    this.line = line
    this.#start = line.indexOf('{') + 1
    this.#values = valuesOf(line, this.#start)
  }

  /** A field's value; undefined when there is no such field. */
  get(field: string): unknown {
    const span = this.#values.get(field)
    return span && JSON.parse(this.line.slice(span.start, span.end))
  }

  /** Where a field's value stands in the line. */
  spanOf(field: string): Span | undefined {
    return this.#values.get(field)
  }

  /** A field's value as it is written; a number keeps all its digits. */
  written(field: string): string | undefined {
    const span = this.#values.get(field)
    return span && this.line.slice(span.start, span.end)
  }

  /** The line with other values; a field that is not there comes last. */
  with(fields: ReadonlyMap<string, unknown>): string {
    const edits: (Span & {readonly insert: string})[] = []
    const added: string[] = []
    for (const [field, value] of fields) {
      const span = this.#values.get(field)
      if (span) edits.push({...span, insert: JSON.stringify(value)})
      else added.push(`${JSON.stringify(field)}:${JSON.stringify(value)}`)
    }
    if (added.length > 0) edits.push(this.#addition(added))
    edits.sort((a, b) => a.start - b.start)
    let at = 0
    const parts: string[] = []
    for (const {start, end, insert} of edits) {
      parts.push(this.line.slice(at, start), insert)
      at = end
    }
    return parts.join('') + this.line.slice(at)
  }

  /** Before the closing bracket, behind the last value. */
  #addition(added: readonly string[]): Span & {readonly insert: string} {
    let at = this.line.lastIndexOf('}')
    while (/\s/.test(this.line[at - 1]!)) at--
    return {start: at, end: at, insert: (at > this.#start ? ',' : '') + added.join(',')}
  }
}

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value)

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch (error) {
    throw new RecordError(`not JSON: ${(error as Error).message}`)
  }
}

const BRACKET = /["[\]{}]/g

/** How deep brackets are nested outside strings; a text that is no JSON gets some answer, too. */
export function depthOf(line: string): number {
  let depth = 0
  let deepest = 0
  BRACKET.lastIndex = 0
  for (let match = BRACKET.exec(line); match; match = BRACKET.exec(line)) {
    if (match[0] === '"') BRACKET.lastIndex = stringEnd(line, match.index)
    else if (match[0] === '[' || match[0] === '{') deepest = Math.max(deepest, ++depth)
    else depth--
  }
  return deepest
}

/** Where each key's value lies, in an object that is known to be well-formed. */
function valuesOf(line: string, start: number): ReadonlyMap<string, Span> {
  const values = new Map<string, Span>()
  for (let at = line.indexOf('"', start); at >= 0; ) {
    const keyEnd = stringEnd(line, at)
    const key = JSON.parse(line.slice(at, keyEnd)) as string
    const valueStart = skipBlanks(line, line.indexOf(':', keyEnd) + 1)
    const end = valueEnd(line, valueStart)
    values.set(key, {start: valueStart, end})
    at = line.indexOf('"', end)
  }
  return values
}

function skipBlanks(line: string, at: number): number {
  while (/\s/.test(line[at]!)) at++
  return at
}

function valueEnd(line: string, start: number): number {
  const first = line[start]!
  if (first === '"') return stringEnd(line, start)
  if (first === '{' || first === '[') return bracketEnd(line, start)
  let end = start
  while (!/[\s,}]/.test(line[end]!)) end++
  return end
}

function bracketEnd(line: string, start: number): number {
  let depth = 0
  BRACKET.lastIndex = start
  for (let match = BRACKET.exec(line); match; match = BRACKET.exec(line)) {
    if (match[0] === '"') BRACKET.lastIndex = stringEnd(line, match.index)
    else if (match[0] === '[' || match[0] === '{') depth++
    else if (--depth === 0) return match.index + 1
  }
  return line.length
}

/** Behind the quotation mark that closes a string; an even number of backslashes before it escapes only each other. */
function stringEnd(line: string, start: number): number {
  for (let at = line.indexOf('"', start + 1); at >= 0; at = line.indexOf('"', at + 1)) {
    let escapes = 0
    while (line[at - 1 - escapes] === '\\') escapes++
    if (escapes % 2 === 0) return at + 1
  }
  return line.length
}
