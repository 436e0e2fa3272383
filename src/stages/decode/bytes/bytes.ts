/**
 * From bytes to text: marks first, then strict UTF-8, then the declared character set, a detector and the usual sets,
 * each of which is verified by decoding and by how common its characters are.
 */

import {decodeWindows1252} from '../sets/windows-1252.js'
import {binaryKind, controlShare} from './binary.js'
import {encodingOf} from './labels.js'
import {type GuessEvidence, likeliest, sampleOf} from './legacy.js'

export interface Decoded {
  /** Empty when rejected. */
  readonly text: string
  /** WHATWG label of the character set. */
  readonly encoding: string
  /** How it is known. */
  readonly evidence: 'byte order mark' | 'valid' | 'mostly valid' | 'zero bytes' | GuessEvidence
  /** Why these bytes are no text. */
  readonly rejected?: string
}

/** How much is looked at to guess; what was guessed is then decoded whole. */
const SAMPLE_BYTES = 65536

/**
 * Decodes a document. A `told` character set is believed where the bytes agree with it and no other makes clearly more
 * sense of them: pages that say big5 and are GBK decode without a fault.
 * Never throws for any bytes; an unknown label in `told` is ignored. What has to be looked for is looked for when the
 * bytes do not say it themselves, as nearly all do.
 */
export function decodeBytes(bytes: Uint8Array, told?: string | (() => string | undefined)): Decoded {
  if (bytes.length === 0) return {text: '', encoding: 'utf-8', evidence: 'valid'}
  const marked = byMark(bytes)
  if (marked) return marked
  const binary = binaryKind(bytes)
  if (binary) return reject(binary)
  const wide = utf16WithoutMark(bytes)
  if (wide) return wide
  const utf8 = strictly(bytes, 'utf-8')
  if (utf8 !== undefined) return escaped(bytes, utf8) ?? accepted(utf8, 'utf-8', 'valid')
  return mostlyUtf8(bytes) ?? legacy(bytes, typeof told === 'function' ? told() : told)
}

const reject = (rejected: string): Decoded => ({text: '', encoding: 'binary', evidence: 'statistics', rejected})

/** More control characters than this share, and it is no text. NUL counts; tab, line breaks, form feed and escape do not. */
const MOST_CONTROLS = 0.02

function accepted(text: string, encoding: string, evidence: Decoded['evidence']): Decoded {
  if (controlShare(text) > MOST_CONTROLS) return reject('not text: too many control characters')
  return {text, encoding, evidence}
}

/** Decoders that reject what is not valid, by encoding: to make one takes as long as to decode a page. */
const strict = new Map<string, InstanceType<typeof TextDecoder>>()

function strictDecoder(encoding: string): InstanceType<typeof TextDecoder> {
  const decoder = strict.get(encoding) ?? new TextDecoder(encoding, {fatal: true, ignoreBOM: true})
  strict.set(encoding, decoder)
  return decoder
}

/** The text, or undefined when the bytes are not valid in the character set. */
function strictly(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return strictDecoder(encoding).decode(bytes)
  } catch {
    return undefined
  }
}

const loosely = (bytes: Uint8Array, encoding: string): string =>
  new TextDecoder(encoding, {ignoreBOM: true}).decode(bytes)

function byMark(bytes: Uint8Array): Decoded | undefined {
  const [a, b, c, d] = bytes
  const encoding =
    a === 0xef && b === 0xbb && c === 0xbf
      ? 'utf-8'
      : a === 0xff && b === 0xfe && !(c === 0 && d === 0 && bytes.length > 3)
        ? 'utf-16le'
        : a === 0xfe && b === 0xff
          ? 'utf-16be'
          : undefined
  return encoding && accepted(loosely(bytes, encoding), encoding, 'byte order mark')
}

/** Western text has a zero byte beside each letter; Chinese at least beside spaces, digits and line breaks. */
function utf16WithoutMark(bytes: Uint8Array): Decoded | undefined {
  if (bytes.length % 2 === 1 || bytes.length < 8) return undefined
  const firstZero = bytes.indexOf(0)
  if (firstZero < 0 || firstZero >= SAMPLE_BYTES) return undefined
  const sample = bytes.subarray(0, SAMPLE_BYTES)
  const zeros = [0, 0]
  for (let i = 0; i < sample.length; i++) if (sample[i] === 0) zeros[i & 1]!++
  const pairs = sample.length / 2
  const [even, odd] = [zeros[0]! / pairs, zeros[1]! / pairs]
  if (Math.max(even, odd) < 0.02 || Math.min(even, odd) > 0.02) return undefined
  const encoding = odd > even ? 'utf-16le' : 'utf-16be'
  const text = strictly(bytes, encoding)
  if (text === undefined || ordinaryShare(text.slice(0, SAMPLE_BYTES)) < 0.95) return undefined
  return accepted(text, encoding, 'zero bytes')
}

function ordinaryShare(text: string): number {
  const ordinary = text.match(
    /[\s\x20-\x7e\u00a0-\u024f\u0370-\u05ff\u2010-\u2027\u3000-\u30ff\u4e00-\u9fff\uac00-\ud7a3\uff00-\uffef]/g,
  )
  return (ordinary?.length ?? 0) / Math.max(1, text.length)
}

/** UTF-8 with a few broken sequences is still UTF-8: at most one in five of the sequences, with the rest as witnesses. */
function mostlyUtf8(bytes: Uint8Array): Decoded | undefined {
  const text = loosely(bytes, 'utf-8')
  let broken = 0
  let good = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit === 0xfffd) broken++
    else if (unit > 0x7f) good++
  }
  return good > 0 && broken * 4 <= good ? accepted(text, 'utf-8', 'mostly valid') : undefined
}

function legacy(bytes: Uint8Array, told: string | undefined): Decoded {
  const wanted = told === undefined ? undefined : encodingOf(told)
  for (const {encoding, evidence} of likeliest(sampleOf(bytes), wanted)) {
    const text = nearlyStrictly(bytes, encoding)
    if (text !== undefined) return accepted(text, encoding, evidence)
  }
  return accepted(decodeWindows1252(bytes), 'windows-1252', 'default')
}

/** Japanese mail: pairs of ASCII characters between escapes, so that it is valid UTF-8 as well. */
function escaped(bytes: Uint8Array, ascii: string): Decoded | undefined {
  if (!ascii.includes('\x1b$')) return undefined
  const text = strictly(bytes, 'iso-2022-jp')
  return text === undefined ? undefined : accepted(text, 'iso-2022-jp', 'valid')
}

/** A torn pair or two in a long document are no reason to call it something else: one in a thousand characters. */
function nearlyStrictly(bytes: Uint8Array, encoding: string): string | undefined {
  const text = encoding === 'windows-1252' ? decodeWindows1252(bytes) : loosely(bytes, encoding)
  let broken = 0
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) broken++
  return broken <= 1 + text.length / 1000 ? text : undefined
}
