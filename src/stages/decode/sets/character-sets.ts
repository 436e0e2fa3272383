/**
 * Character sets of two bytes a character, in both directions. Browsers decode these but do not encode them, so the way
 * back is made once by decoding every pair of bytes.
 */
import {big5Beyond, eucKrBeyond, type Take} from './beyond-decoders.js'
import {windows1252} from './windows-1252.js'

/** WHATWG labels. */
export type DoubleByte = 'gb18030' | 'big5' | 'shift_jis' | 'euc-kr' | 'euc-jp'

/** From bytes to characters. */
export interface CharacterSet {
  /** The character of one byte from 0x80, or of two (`lead << 8 | trail`); 0 where they are none or one outside the BMP. */
  readonly charOf: Uint16Array
}

/** The way back. */
export interface Encoder {
  /** The bytes of a character: one below 256, otherwise two; 0 where it has none. ASCII has none: it is itself. */
  readonly bytesOf: Uint16Array
  /** Other bytes of a character that the set has twice. */
  readonly otherBytesOf: ReadonlyMap<number, number>
  /** The bytes of characters beyond the BMP, by code point. They are only written, never read. */
  readonly astral: ReadonlyMap<number, number>
}

const sets = new Map<DoubleByte, CharacterSet>()
const encoders = new Map<DoubleByte | 'windows-1252', Encoder>()

/** Made at the first use, then kept. */
export function characterSet(name: DoubleByte): CharacterSet {
  let set = sets.get(name)
  if (!set) {
    const charOf = decoded(name)
    addBeyond(name, charOf, (pair, char) => {
      charOf[pair] = char > 0xffff ? 0 : char
    })
    set = {charOf}
    sets.set(name, set)
  }
  return set
}

/** Made at the first use, then kept: hardly any text is ever turned back. */
export function encoder(name: DoubleByte | 'windows-1252'): Encoder {
  let made = encoders.get(name)
  if (!made) {
    made = name === 'windows-1252' ? western() : doubleByte(name)
    encoders.set(name, made)
  }
  return made
}

const FIRST = 0x80
const LOST = 0xfffd

/** Rows that hold characters a second time; encoders write the other (WHATWG Encoding, index Shift_JIS and Big5 pointers). */
const DOUBLES: Readonly<Partial<Record<DoubleByte, readonly number[]>>> = {shift_jis: [0xed, 0xee], big5: [0xa2]}

type Learning = Encoder & Record<'otherBytesOf' | 'astral', Map<number, number>>

function doubleByte(name: DoubleByte): Encoder {
  const learning = emptyEncoder()
  const doubles = DOUBLES[name] ?? []
  const chars = decoded(name)
  for (let bytes = FIRST; bytes < chars.length; bytes++) {
    if (chars[bytes] !== 0) learn(learning, bytes, chars[bytes]!, doubles)
  }
  addBeyond(name, chars, (pair, char) => {
    if (char > 0xffff) learning.astral.set(char, pair)
    else learn(learning, pair, char, [])
  })
  // Under its older name some decoders put a few characters of GB 18030 into private use.
  if (name === 'gb18030') addMissing(learning, decoded('gbk'))
  return learning
}

function addMissing({bytesOf}: Learning, chars: Uint16Array): void {
  for (let bytes = FIRST; bytes < chars.length; bytes++) {
    const char = chars[bytes]!
    if (char !== 0 && bytesOf[char] === 0) bytesOf[char] = bytes
  }
}

/** What the decoder of the platform may not know, which has `chars`. */
function addBeyond(name: DoubleByte, chars: Uint16Array, take: Take): void {
  if (name === 'big5') big5Beyond(take)
  if (name !== 'euc-kr') return
  const known = new Uint8Array(0x10000)
  for (let bytes = FIRST; bytes < chars.length; bytes++) known[chars[bytes]!] = 1
  eucKrBeyond(known, take)
}

const LINE_BREAK = 0x0a
const FIRST_TRAIL = 0x40
const TRAILS = 0x100 - FIRST_TRAIL

/** All that the platform's decoder makes of one byte and of two, by these; 0 where it makes no character of them. */
function decoded(name: DoubleByte | 'gbk'): Uint16Array {
  const decoder = new TextDecoder(name)
  const chars = new Uint16Array(0x10000)
  // A line break after each pair keeps a broken one from taking a byte of the next.
  const pairs = new Uint8Array(3 * TRAILS).fill(LINE_BREAK)
  for (let i = 0; i < TRAILS; i++) pairs[3 * i + 1] = FIRST_TRAIL + i
  for (let lead = FIRST; lead < 0x100; lead++) {
    const single = decoder.decode(Uint8Array.of(lead, LINE_BREAK))
    if (single.length === 2) readLines(single, chars, lead)
    for (let i = 0; i < TRAILS; i++) pairs[3 * i] = lead
    readLines(decoder.decode(pairs), chars, (lead << 8) | FIRST_TRAIL)
  }
  return chars
}

/** Puts the lines of a text that are one UTF-16 unit where they belong, the first line at `at`. */
function readLines(text: string, chars: Uint16Array, at: number): void {
  let start = 0
  for (let end = 0; end <= text.length; end++) {
    if (end < text.length && text.charCodeAt(end) !== LINE_BREAK) continue
    const char = text.charCodeAt(start)
    if (end - start === 1 && char !== LOST && char >= FIRST) chars[at] = char
    at++
    start = end + 1
  }
}

const emptyEncoder = (): Learning => ({bytesOf: new Uint16Array(0x10000), otherBytesOf: new Map(), astral: new Map()})

function learn({bytesOf, otherBytesOf}: Learning, bytes: number, char: number, doubles: readonly number[]): void {
  const known = bytesOf[char]!
  const isBetter = known === 0 || doubles.includes(known >> 8)
  if (isBetter) bytesOf[char] = bytes
  if (known !== 0) otherBytesOf.set(char, isBetter ? known : bytes)
}

/** What browsers take for windows-1252 and others for Latin-1, both at once: nothing is in the way of the other. */
function western(): Encoder {
  const {bytesOf, ...rest} = emptyEncoder()
  for (let byte = FIRST; byte < 0x100; byte++) {
    const control = String.fromCharCode(byte)
    bytesOf[(windows1252(control) || control).charCodeAt(0)] = byte
    bytesOf[byte] = byte
  }
  return {bytesOf, ...rest}
}
