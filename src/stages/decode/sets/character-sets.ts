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
  for (const [bytes, char] of decoded(name)) learn(set, bytes, char, DOUBLES[name])
  if (name === 'big5') add(set, big5Beyond())
  if (name === 'euc-kr') {
    const known = new Set(set.ofPair)
    add(
      set,
      eucKrBeyond((syllable) => known.has(syllable)),
    )
  }
  // Under its older name some decoders put a few characters of GB 18030 into private use.
  if (name === 'gb18030')
    for (const [bytes, char] of decoded('gbk')) if (set.bytesOf[char] === 0) set.bytesOf[char] = bytes
  return set
}

function add(set: Learning, pairs: Pairs): void {
  for (const [pair, char] of pairs) {
    set.ofPair[pair] = 0
    if (char > 0xffff) set.astral.set(char, pair)
    else learn(set, pair, char)
  }
}

/** All that the platform's decoder makes of one byte and of two. */
function* decoded(name: DoubleByte | 'gbk'): Pairs {
  const decoder = new TextDecoder(name)
  for (let lead = FIRST; lead < 0x100; lead++) {
    const single = decoder.decode(Uint8Array.of(lead, 0x0a))
    if (single.length === 2) yield [lead, single.charCodeAt(0)]
    // A line break after each pair keeps a broken one from taking a byte of the next.
    const bytes = new Uint8Array(3 * (0x100 - 0x40)).fill(0x0a)
    for (let trail = 0x40; trail < 0x100; trail++) bytes.set([lead, trail], 3 * (trail - 0x40))
    for (const [i, char] of decoder.decode(bytes).split('\n').entries()) {
      if (char.length === 1 && char.charCodeAt(0) !== LOST) yield [(lead << 8) | (i + 0x40), char.charCodeAt(0)]
    }
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
