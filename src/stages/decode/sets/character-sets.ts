/**
 * Character sets of two bytes a character, in both directions. Browsers decode these but do not encode them, so the way
 * back is made once by decoding every pair of bytes.
 */
import {big5Beyond, eucKrBeyond, type Pairs} from './beyond-decoders.js'
import {windows1252} from './windows-1252.js'

/** WHATWG labels. */
export type DoubleByte = 'gb18030' | 'big5' | 'shift_jis' | 'euc-kr' | 'euc-jp'

export interface CharacterSet {
  /** The character of two bytes (`lead << 8 | trail`); 0 where they are none. Outside the BMP counts as none. */
  readonly ofPair: Uint16Array
  /** The character of one byte from 0x80; 0 where it is none. */
  readonly ofByte: Uint16Array
  /** The bytes of a character: one below 256, otherwise two; 0 where it has none. ASCII has none: it is itself. */
  readonly bytesOf: Uint16Array
  /** Other bytes of a character that the set has twice. */
  readonly otherBytesOf: ReadonlyMap<number, number>
  /** The bytes of characters beyond the BMP, by code point. They are only written, never read. */
  readonly astral: ReadonlyMap<number, number>
}

const made = new Map<DoubleByte | 'windows-1252', CharacterSet>()

/** Made at the first use (4 ms each), then kept. */
export function characterSet(name: DoubleByte | 'windows-1252'): CharacterSet {
  let set = made.get(name)
  if (!set) {
    set = name === 'windows-1252' ? western() : doubleByte(name)
    made.set(name, set)
  }
  return set
}

const FIRST = 0x80
const LOST = 0xfffd

/** Rows that hold characters a second time; encoders write the other (WHATWG Encoding, index Shift_JIS and Big5 pointers). */
const DOUBLES: Readonly<Partial<Record<DoubleByte, readonly number[]>>> = {shift_jis: [0xed, 0xee], big5: [0xa2]}

type Learning = CharacterSet & Record<'otherBytesOf' | 'astral', Map<number, number>>

function doubleByte(name: DoubleByte): CharacterSet {
  const set = emptySet()
  const doubles = DOUBLES[name]
  const chars = decoded(name)
  for (let bytes = FIRST; bytes < chars.length; bytes++) if (chars[bytes]) learn(set, bytes, chars[bytes]!, doubles)
  if (name === 'big5') add(set, big5Beyond())
  if (name === 'euc-kr')
    add(
      set,
      eucKrBeyond((syllable) => set.bytesOf[syllable] !== 0),
    )
  // Under its older name some decoders put a few characters of GB 18030 into private use.
  if (name === 'gb18030') addMissing(set, decoded('gbk'))
  return set
}

function addMissing({bytesOf}: Learning, chars: Uint16Array): void {
  for (let bytes = FIRST; bytes < chars.length; bytes++) {
    const char = chars[bytes]!
    if (char !== 0 && bytesOf[char] === 0) bytesOf[char] = bytes
  }
}

function add(set: Learning, pairs: Pairs): void {
  for (const [pair, char] of pairs) {
    set.ofPair[pair] = 0
    if (char > 0xffff) set.astral.set(char, pair)
    else learn(set, pair, char)
  }
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
    if (single.length === 2) chars[lead] = single.charCodeAt(0)
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
    if (end - start === 1 && text.charCodeAt(start) !== LOST) chars[at] = text.charCodeAt(start)
    at++
    start = end + 1
  }
}

const emptySet = (): Learning => ({
  ofPair: new Uint16Array(0x10000),
  ofByte: new Uint16Array(0x100),
  bytesOf: new Uint16Array(0x10000),
  otherBytesOf: new Map(),
  astral: new Map(),
})

function learn(set: Learning, bytes: number, char: number, doubles: readonly number[] = []): void {
  if (char === LOST || char < FIRST) return
  if (bytes < 0x100) set.ofByte[bytes] = char
  else set.ofPair[bytes] = char
  const known = set.bytesOf[char]!
  const isBetter = known === 0 || doubles.includes(known >> 8)
  if (isBetter) set.bytesOf[char] = bytes
  if (known !== 0) set.otherBytesOf.set(char, isBetter ? known : bytes)
}

/** What browsers take for windows-1252 and others for Latin-1, both at once: nothing is in the way of the other. */
function western(): CharacterSet {
  const set = emptySet()
  for (let byte = FIRST; byte < 0x100; byte++) {
    learn(set, byte, windows1252(String.fromCharCode(byte)).charCodeAt(0) || byte)
    set.bytesOf[byte] = byte
  }
  return set
}
