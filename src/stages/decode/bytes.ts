/**
 * From bytes to text: marks first, then strict UTF-8, then the legacy character sets, each decoded strictly and judged
 * by how common its characters are. chardet alone takes an English page with four hanzi in GBK for windows-1252.
 */
import {analyse} from 'chardet'
import {binaryKind, controlShare} from './binary.js'

export interface Decoded {
  /** Empty when rejected. */
  readonly text: string
  /** WHATWG label of the character set. */
  readonly encoding: string
  /** How it is known. */
  readonly evidence:
    | 'byte order mark'
    | 'valid'
    | 'mostly valid'
    | 'zero bytes'
    | 'common characters'
    | 'statistics'
    | 'default'
    | 'told'
  /** Why these bytes are no text. */
  readonly rejected?: string
}

/** How much is looked at to guess; what was guessed is then decoded whole. */
const SAMPLE_BYTES = 65536

/**
 * Decodes a document. A `told` character set is believed where the bytes agree with it.
 * Never throws for any bytes; an unknown label in `told` is ignored.
 */
export function decodeBytes(bytes: Uint8Array, told?: string): Decoded {
  if (bytes.length === 0) return {text: '', encoding: 'utf-8', evidence: 'valid'}
  const marked = byMark(bytes)
  if (marked) return marked
  const binary = binaryKind(bytes)
  if (binary) return reject(binary)
  const wide = utf16WithoutMark(bytes)
  if (wide) return wide
  const utf8 = strictly(bytes, 'utf-8')
  if (utf8 !== undefined) return accepted(utf8, 'utf-8', 'valid')
  const wanted = told && strictly(bytes, told)
  if (wanted) return accepted(wanted, told.toLowerCase(), 'told')
  return mostlyUtf8(bytes) ?? legacy(bytes)
}

const reject = (rejected: string): Decoded => ({text: '', encoding: 'binary', evidence: 'statistics', rejected})

/** More control characters than this share, and it is no text. NUL counts; tab, line breaks, form feed and escape do not. */
const MOST_CONTROLS = 0.02

function accepted(text: string, encoding: string, evidence: Decoded['evidence']): Decoded {
  if (controlShare(text) > MOST_CONTROLS) return reject('not text: too many control characters')
  return {text, encoding, evidence}
}

/** The text, or undefined when the bytes are not valid in the character set, or nobody knows it. */
function strictly(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, {fatal: true, ignoreBOM: true}).decode(bytes)
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

/** The share of pairs in the everyday zone that a Chinese text must reach. Measured: GBK news ≥ 0.97, other sets ≤ 0.6. */
const EVERYDAY = 0.85

function legacy(bytes: Uint8Array): Decoded {
  const gb = gbShare(bytes)
  const big5 = big5Share(bytes)
  const guesses = analyse(sampleAroundHighBytes(bytes))
  const asian = guesses.find((g) =>
    ['EUC-KR', 'EUC-JP', 'Shift_JIS', 'GB18030', 'Big5', 'ISO-2022-JP'].includes(g.name),
  )
  if (Math.max(gb, big5) >= EVERYDAY) {
    const isOther = asian && asian.confidence >= 50 && !['GB18030', 'Big5'].includes(asian.name)
    const encoding = isOther ? asian.name : gb >= big5 ? 'gb18030' : 'big5'
    const text = nearlyStrictly(bytes, encoding)
    if (text !== undefined) return accepted(text, encoding.toLowerCase(), isOther ? 'statistics' : 'common characters')
  }
  const best = guesses[0]
  if (
    best &&
    best.confidence >= 30 &&
    !/^(?:ISO-8859-1|windows-1252|UTF|ASCII)/i.test(best.name) &&
    highShare(bytes) > 0.05
  ) {
    const text = nearlyStrictly(bytes, best.name)
    if (text !== undefined) return accepted(text, best.name.toLowerCase(), 'statistics')
  }
  return accepted(loosely(bytes, 'windows-1252'), 'windows-1252', 'default')
}

/** A torn pair or two in a long document are no reason to call it something else: one in a thousand characters. */
function nearlyStrictly(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    const text = loosely(bytes, encoding)
    let broken = 0
    for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) broken++
    return broken <= 1 + text.length / 1000 ? text : undefined
  } catch {
    return undefined
  }
}

/**
 * Of the two-byte characters, how many lie in the everyday zone of GB 2312: signs in rows A1–A9, first-level hanzi in
 * B0–D7, both with a second byte from A1.
 */
function gbShare(bytes: Uint8Array): number {
  return everydayShare(
    bytes,
    (lead, trail) => trail >= 0xa1 && ((lead >= 0xa1 && lead <= 0xa9) || (lead >= 0xb0 && lead <= 0xd7)),
  )
}

/** The same for Big5: signs in A1–A3, frequent hanzi in A4–C6. */
function big5Share(bytes: Uint8Array): number {
  return everydayShare(
    bytes,
    (lead, trail) => lead >= 0xa1 && lead <= 0xc6 && ((trail >= 0x40 && trail <= 0x7e) || trail >= 0xa1),
  )
}

function everydayShare(bytes: Uint8Array, isEveryday: (lead: number, trail: number) => boolean): number {
  let pairs = 0
  let everyday = 0
  const sample = sampleAroundHighBytes(bytes)
  for (let i = 0; i < sample.length; i++) {
    const lead = sample[i]!
    if (lead < 0x80) continue
    pairs++
    const trail = sample[i + 1] ?? 0
    if (trail < 0x40) continue
    if (isEveryday(lead, trail)) everyday++
    i++
  }
  return pairs === 0 ? 0 : everyday / pairs
}

function highShare(bytes: Uint8Array): number {
  let high = 0
  for (const byte of bytes.subarray(0, SAMPLE_BYTES)) if (byte >= 0x80) high++
  return high / Math.min(bytes.length, SAMPLE_BYTES)
}

/** From a little before the first byte that is not ASCII. */
function sampleAroundHighBytes(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte >= 0x80)
  const start = Math.max(0, first - 1024)
  return bytes.subarray(start, start + SAMPLE_BYTES)
}
