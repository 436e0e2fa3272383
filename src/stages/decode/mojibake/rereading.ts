/** From text back to the bytes that it was read from, and to what these say in another character set. */
import type {Span} from '../../../draft/index.js'
import {type CharacterSet, characterSet, type DoubleByte, type Encoder, encoder} from '../sets/character-sets.js'
import {surpriseOf} from '../sets/surprise.js'

export type ReadAs = DoubleByte | 'windows-1252'
export type Truth = DoubleByte | 'utf-8'

/** A stretch of text and what its bytes say in another character set. Offsets: UTF-16 units of the line. */
export interface Rereading {
  readonly start: number
  readonly end: number
  /** With a replacement character for what cannot be read. */
  readonly text: string
  /** Bytes of it were lost, so that this is not all of it. */
  readonly isLossy: boolean
  /** How much less surprising it is than the text as it stands, in tenths of a nat. */
  readonly evidence: number
  /** How much less surprising it is than East Asian characters at random. */
  readonly gain: number
  /** Chinese, Japanese and Korean characters, and sequences of UTF-8: what evidence is made of. */
  readonly witnesses: number
}

const REPLACEMENT = '\ufffd'
/** In place of a byte: there was one that nobody knows. */
const LOST = 0x100
/** In place of a byte: a character that the set does not have, so nothing was read with it here. */
const NONE = 0

/** A line as bytes, and the character that each belongs to. */
export interface Encoded {
  readonly bytes: Uint16Array
  readonly charAt: Uint32Array
  readonly length: number
  /** Other bytes that a character may have been read from, by where its first byte lies. */
  readonly others: ReadonlyMap<number, number>
  /** How surprising its stretches are as they stand, by where they begin and end; filled in on the way. */
  readonly surprises: Map<number, number>
}

/** Text that was read with a set consists of its characters; what was added since is little. */
const FOREIGN_SHARE = 0.1

/** The bytes of a line in the set that it may have been read with; undefined for a line that has too little of the set. */
export function encode(line: string, name: ReadAs): Encoded | undefined {
  const set = encoder(name)
  const others = new Map<number, number>()
  const bytes = new Uint16Array(line.length * 2)
  const charAt = new Uint32Array(line.length * 2 + 1)
  let length = 0
  let foreign = 0
  for (let i = 0; i < line.length; i++) {
    const code = codeAt(line, i, set)
    const other = code > LOST ? set.otherBytesOf.get(line.charCodeAt(i)) : undefined
    if (code === NONE) foreign++
    if (other !== undefined && other > LOST) others.set(length, other)
    charAt.fill(i, length, length + 2)
    if (code > LOST) bytes[length++] = code >> 8
    bytes[length++] = code > LOST ? code & 0xff : code
    if (line.codePointAt(i)! > 0xffff) i++
  }
  charAt[length] = line.length
  if (foreign > FOREIGN_SHARE * line.length) return undefined
  return {bytes, charAt, length, others, surprises: new Map()}
}

/** One byte, or two as a number above 256, or that there is none. */
function codeAt(line: string, at: number, {bytesOf, astral}: Encoder): number {
  const unit = line.charCodeAt(at)
  if (unit < 0x80) return unit
  if (line[at] === REPLACEMENT) return LOST
  return (unit >> 10 === 0xd800 >> 10 ? astral.get(line.codePointAt(at)!) : bytesOf[unit]) ?? NONE
}

/** What stands between ASCII characters, as the bytes say in another set; nothing where they say nothing. */
export function* readAgain(line: string, given: Encoded, truth: Truth): Iterable<Rereading> {
  // Where there is a choice, it is made anew for every set that the text may be in.
  const encoded = given.others.size > 0 ? {...given, bytes: given.bytes.slice()} : given
  const {bytes, charAt, length} = encoded
  const step = truth === 'utf-8' ? utf8Step : pairStep(characterSet(truth))
  for (let at = 0; at < length; ) {
    if (bytes[at]! < 0x80) {
      at++
      continue
    }
    const stretch = stretchFrom(encoded, at, step)
    const span = {start: charAt[at]!, end: charAt[stretch.end]!}
    at = stretch.end
    if (stretch.isLegible && !isCutOut(line, span)) yield weighed(line, encoded, span, stretch, truth)
  }
}

interface Stretch {
  readonly end: number
  readonly text: string
  readonly isLossy: boolean
  /** All of it can be read; or would be, were no bytes lost. */
  readonly isLegible: boolean
}

/** From a byte that is not ASCII to the next that is, but for those which are second bytes. */
function stretchFrom(encoded: Encoded, start: number, step: StepOf): Stretch {
  const {bytes, charAt, length} = encoded
  const parts: string[] = []
  let isLossy = false
  let broken = 0
  let at = start
  while (at < length && (bytes[at]! >= 0x80 || (at > start && charAt[at] === charAt[at - 1]))) {
    if (bytes[at]! < 0x80) {
      parts.push(String.fromCharCode(bytes[at++]!))
      continue
    }
    if (encoded.others.size > 0) choose(encoded, at, step)
    const read = bytes[at] === LOST ? undefined : step(bytes, at, length)
    isLossy ||= bytes[at] === LOST || read?.char === REPLACEMENT
    if (bytes[at] !== LOST && !read) broken++
    parts.push(read?.char ?? REPLACEMENT)
    at += read?.length ?? 1
  }
  return {end: at, text: parts.join(''), isLossy, isLegible: isLossy || broken === 0}
}

/** Of two pairs of bytes that are the same character, those stay that read less surprisingly; none where both may be. */
function choose({bytes, length, others}: Encoded, at: number, step: StepOf): void {
  for (const first of [at, at + 1]) {
    const other = others.get(first)
    if (other === undefined) continue
    const known = [bytes[first]!, bytes[first + 1]!] as const
    const surprise = surpriseOf(fewFrom(bytes, at, length, step), '').total
    bytes.set([other >> 8, other & 0xff], first)
    const difference = surpriseOf(fewFrom(bytes, at, length, step), '').total - surprise
    if (Math.abs(difference) < DECIDED) bytes.set([LOST, LOST], first)
    else if (difference > 0) bytes.set(known, first)
  }
}

const DECIDED = 40

/** The next characters, two or three pairs of bytes. */
function fewFrom(bytes: Uint16Array, start: number, end: number, step: StepOf): string {
  let text = ''
  for (let at = start; at < Math.min(end, start + 4); ) {
    const read = bytes[at] === LOST ? undefined : step(bytes, at, end)
    text += read?.char ?? REPLACEMENT
    at += read?.length ?? 1
  }
  return text
}

/** Letters that the set does not have, beside the stretch, were not read with it, and so the rest probably neither. */
function isCutOut(line: string, {start, end}: Span): boolean {
  return FOREIGN_NEIGHBOUR.test((line[start - 1] ?? '') + (line[end] ?? ''))
}

const FOREIGN_NEIGHBOUR = /[^\0-\x7f\u2010-\u203a]/

function weighed(
  line: string,
  encoded: Encoded,
  {start, end}: Span,
  {text, isLossy}: Stretch,
  truth: Truth,
): Rereading {
  const [before, after] = [line[start - 1] ?? '\n', line[end] ?? '\n']
  const key = start * encoded.charAt.length + end
  const now = encoded.surprises.get(key) ?? surpriseOf(line.slice(start, end) + after, before).total
  encoded.surprises.set(key, now)
  const then = surpriseOf(text + after, before, truth)
  const sequences = truth === 'utf-8' ? (text.match(NOT_ASCII)?.length ?? 0) : 0
  return {
    ...{start, end, text, isLossy},
    evidence: now - then.total,
    gain: then.gain + sequences * SEQUENCE,
    // A sequence of UTF-8 is seldom valid by chance.
    witnesses: isPrivate(line.slice(start, end)) ? 0 : 2 * sequences || then.eastAsian,
  }
}

/** Symbols of a font, as web pages have them; some decoders have no other signs for bytes that are no character. */
const isPrivate = (stretch: string): boolean => /^[\ue000-\uf8ff]+$/.test(stretch)

/** What a sequence of UTF-8 gains. */
const SEQUENCE = 100

const NOT_ASCII = /[^\0-\x7f\ufffd]/g

interface Step {
  readonly char: string
  /** How many bytes it took. */
  readonly length: number
}

type StepOf = (bytes: Uint16Array, at: number, end: number) => Step | undefined

const pairStep =
  ({charOf}: CharacterSet): StepOf =>
  (bytes, at, end) => {
    const single = charOf[bytes[at]!]!
    if (isPublic(single)) return {char: String.fromCharCode(single), length: 1}
    const trail = at + 1 < end ? bytes[at + 1]! : NONE
    const char = trail === LOST ? 0 : charOf[(bytes[at]! << 8) | trail]!
    return isPublic(char) ? {char: String.fromCharCode(char), length: 2} : undefined
  }

/** A character, and none for private use, which some decoders have where others have none. */
const isPublic = (char: number): boolean => char !== 0 && (char < 0xe000 || char > 0xf8ff)

const utf8Step: StepOf = (bytes, at, end) => {
  const lead = bytes[at]!
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2
  if (lead < 0xc2 || lead > 0xf4 || at + length > end) return undefined
  let code = lead & (0xff >> (length + 1))
  for (let i = 1; i < length; i++) {
    const byte = bytes[at + i]!
    if (byte >> 6 !== 2) return undefined
    code = (code << 6) | (byte & 0x3f)
  }
  const isOverlong = (length === 3 && code < 0x800) || (length === 4 && code < 0x10000)
  if (isOverlong || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) return undefined
  return {char: String.fromCodePoint(code), length}
}
