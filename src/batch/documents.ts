/** From inputs to documents: a file is one, a file of records holds many. */
import type {DocumentFacts} from '../clean.js'
import type {Span} from '../draft/index.js'
import {JsonRecord, RecordError} from '../read/record.js'
import {DEFAULT_FIELDS, type RecordFields} from './fields.js'
import type {Input} from './inputs.js'
import {type Line, linesOf} from './lines.js'
import {bytesOf, streamOf} from './open.js'

/** A line of a file of records. */
export interface RecordLine {
  /** Without its line break; empty for one that cannot be read. */
  readonly text: string
  /** Where the document stands in it, quotation marks included; undefined where there is none. */
  readonly value: Span | undefined
  /** From 1. */
  readonly number: number
  /** Where it begins in the file, in UTF-16 code units; lines that cannot be read count as many as they have bytes. */
  readonly offset: number
}

export interface Document {
  readonly input: Input
  readonly content: string | Uint8Array
  readonly facts: DocumentFacts & {readonly path: string}
  /** The line it came from; undefined for a file of its own, and for a line that is no record. */
  readonly record: JsonRecord | undefined
  /** Of a record. */
  readonly line?: RecordLine
  /** As it came, decompressed. */
  readonly bytes: number
  /** How many bytes of the input were read for it, as they lie on the disk. */
  readonly bytesRead: number
}

/** An input that could not be read, or not to its end. */
export interface Unreadable {
  readonly input: Input
  readonly error: string
}

/** A record takes no more than this; a longer line is rejected without being held. */
const LONGEST_LINE_BYTES = 64 * 1024 * 1024

/** The documents of all inputs in their order; while one file is worked on the next ones are read. */
export async function* documentsOf(
  inputs: readonly Input[],
  fields: RecordFields = DEFAULT_FIELDS,
): AsyncIterable<Document | Unreadable> {
  let read: Array<Promise<Document | Unreadable>> = []
  for (const [i, input] of inputs.entries()) {
    if (input.holds === 'records') {
      yield* recordsOf(input, fields)
      continue
    }
    if (read.length === 0) read = readFrom(inputs, i)
    const document = await read.shift()!
    if (read.length === 0) read = readFrom(inputs, i + 1)
    yield document
  }
}

/** What is read at once: for a file alone the paths through the system are cold, which takes three times as long. */
const MOST_AT_ONCE = 32
const MOST_BYTES_AT_ONCE = 262_144

/** Begins to read a document, and with a small file the small files after it. */
function readFrom(inputs: readonly Input[], first: number): Array<Promise<Document | Unreadable>> {
  const read = []
  let bytes = 0
  for (const input of inputs.slice(first, first + MOST_AT_ONCE)) {
    bytes += input.bytes
    const isOneOfMany = isPlainFile(input) && bytes <= MOST_BYTES_AT_ONCE
    if (input.holds === 'records' || (read.length > 0 && !isOneOfMany)) break
    read.push(wholeOf(input))
    if (!isOneOfMany) break
  }
  return read
}

/** What is compressed may be large, and what has no size may be a pipe, for which others would wait. */
const isPlainFile = ({isCompressed, read, bytes}: Input): boolean => !isCompressed && !read && bytes > 0

async function wholeOf(input: Input): Promise<Document | Unreadable> {
  try {
    const content = await bytesOf(input)
    const facts = {path: input.path, format: input.format}
    return {input, content, facts, record: undefined, bytes: content.length, bytesRead: input.bytes}
  } catch (error) {
    return {input, error: (error as Error).message}
  }
}

/** A line that is no record is a document that is rejected; empty lines are none. */
async function* recordsOf(input: Input, fields: RecordFields): AsyncIterable<Document | Unreadable> {
  const stream = streamOf(input)
  let number = 0
  let read = 0
  let offset = 0
  try {
    for await (const line of linesOf(stream.bytes, LONGEST_LINE_BYTES)) {
      number = line.number
      const document = isBlank(line) ? undefined : opened(line, `${input.path}:${line.number}`, fields)
      const mark = line.number === 1 && isMarked(line) ? 1 : 0
      if (document) {
        const bytesRead = stream.bytesRead() - read
        read += bytesRead
        yield {input, ...withLine(document, number, offset + mark), bytes: line.length, bytesRead}
      }
      offset += (document?.record ? document.record.line.length + mark : line.length) + 1
    }
  } catch (error) {
    yield {input, error: `${(error as Error).message}, after line ${number}`}
  }
}

const isBlank = ({bytes, length}: Line): boolean =>
  length === 0 || (length < 8 && bytes !== undefined && /^\s*$/.test(Buffer.from(bytes).toString('latin1')))

const isMarked = ({bytes}: Line): boolean => bytes?.[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf

type Opened = Pick<Document, 'content' | 'facts' | 'record'> & {readonly field?: string}

function withLine(
  {field, ...document}: Opened,
  number: number,
  offset: number,
): Omit<Document, 'input' | 'bytes' | 'bytesRead'> {
  const {record} = document
  const value = field === undefined ? undefined : record?.spanOf(field)
  return {...document, line: {text: record?.line ?? '', value, number, offset}}
}

function opened({bytes, number, length}: Line, path: string, fields: RecordFields): Opened {
  const rejected = (reason: string, content: Uint8Array = new Uint8Array()): Opened => ({
    content,
    facts: {path, rejected: reason},
    record: undefined,
  })
  if (!bytes) return rejected(`a line of ${length} bytes, at most ${LONGEST_LINE_BYTES}`)
  try {
    return document(new JsonRecord(decoded(bytes, number)), path, fields)
  } catch (error) {
    if (error instanceof RecordError) return rejected(error.message, bytes)
    throw error
  }
}

const utf8 = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true})
/** In a file of its own it may stand before the first line; JSON does not know it. */
const BYTE_ORDER_MARK = '\uFEFF'

function decoded(bytes: Uint8Array, number: number): string {
  try {
    const line = utf8.decode(bytes)
    return number === 1 && line.startsWith(BYTE_ORDER_MARK) ? line.slice(1) : line
  } catch {
    throw new RecordError('not UTF-8, as JSON Lines must be')
  }
}

function document(record: JsonRecord, path: string, fields: RecordFields): Opened {
  const url = record.get(fields.url)
  const facts = {
    path,
    // What stands in a collection was written by others, for other programs.
    heedsDirectives: false,
    ...(typeof url === 'string' ? {url} : {}),
    ...idOf(record, fields.id),
  }
  const html = record.get(fields.html)
  if (typeof html === 'string' && html !== '') {
    return {content: html, facts: {...facts, markup: 'html'}, record, field: fields.html}
  }
  const text = record.get(fields.text)
  if (typeof text === 'string') return {content: text, facts, record, field: fields.text}
  return {content: '', facts: {...facts, rejected: missing(text, fields.text)}, record}
}

function missing(text: unknown, field: string): string {
  if (text === undefined) return `no field "${field}"; name the one that holds the text with --text-field`
  const kind = text === null ? 'null' : Array.isArray(text) ? 'a list' : `of type ${typeof text}`
  return `field "${field}" is ${kind}, expected a string`
}

/** A text as it is, a number with all its digits. */
function idOf(record: JsonRecord, field: string): {readonly id?: string} {
  const id = record.get(field)
  if (typeof id === 'string') return {id}
  return typeof id === 'number' ? {id: record.written(field)!} : {}
}
