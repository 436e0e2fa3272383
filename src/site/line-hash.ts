/**
 * What a line is known by on other pages: the hash of its normal form.
 *
 * Whoever counts the lines of pages elsewhere, as in a shuffle over machines, must come to the same numbers. So the
 * normal form is four steps that every language has, and the hash is a public one: MurmurHash3 x86_128 with seed 0 over
 * UTF-8, of which the low 53 bits of the first 64 are kept, as a number of JSON holds no more. In Python:
 * `mmh3.hash64(line, 0, False, signed=False)[0] & (2**53 - 1)`.
 */

/** NFKC, lower case, every decimal digit a 0, runs of blanks one space, none at the ends. */
export function normalLine(line: string): string {
  // Most lines are ASCII, where NFKC changes nothing and costs most.
  const isPlain = /^[\x00-\x7f]*$/.test(line)
  const lower = (isPlain ? line : line.normalize('NFKC')).toLowerCase()
  return (isPlain ? lower.replace(/\d/g, '0') : lower.replace(/\p{Nd}/gu, '0')).replace(/\s+/g, ' ').trim()
}

/** A line with fewer letters is a rule, a number, a bullet: it repeats everywhere and says nothing. */
const FEWEST_LETTERS = 2

/** Whether a normal form says enough to be counted. */
export const isCounted = (normal: string): boolean => {
  let letters = 0
  for (const _ of normal.matchAll(/\p{L}/gu)) if (++letters >= FEWEST_LETTERS) return true
  return false
}

const encoder = new TextEncoder()
let bytes = new Uint8Array(4096)

/** An integer from 0 to 2^53 − 1. */
export function hashOf(normal: string): number {
  if (normal.length * 3 > bytes.length) bytes = new Uint8Array(normal.length * 6)
  const {written} = encoder.encodeInto(normal, bytes)
  return murmur(bytes, written)
}

const [C1, C2, C3, C4] = [0x239b961b, 0xab0e9789, 0x38b34ae5, 0xa1e38b93]

const rotated = (x: number, bits: number): number => (x << bits) | (x >>> (32 - bits))

/** What a block contributes to each of the four states. */
const mixed1 = (k: number): number => Math.imul(rotated(Math.imul(k, C1), 15), C2)
const mixed2 = (k: number): number => Math.imul(rotated(Math.imul(k, C2), 16), C3)
const mixed3 = (k: number): number => Math.imul(rotated(Math.imul(k, C3), 17), C4)
const mixed4 = (k: number): number => Math.imul(rotated(Math.imul(k, C4), 18), C1)

/** MurmurHash3 x86_128 by Austin Appleby (public domain), seed 0; the low 53 bits of its first two words. */
function murmur(input: Uint8Array, length: number): number {
  let [h1, h2, h3, h4] = [0, 0, 0, 0]
  const end = length - (length % 16)
  for (let at = 0; at < end; at += 16) {
    h1 = (Math.imul(rotated(h1 ^ mixed1(word(input, at, 4)), 19) + h2, 5) + 0x561ccd1b) | 0
    h2 = (Math.imul(rotated(h2 ^ mixed2(word(input, at + 4, 4)), 17) + h3, 5) + 0x0bcaa747) | 0
    h3 = (Math.imul(rotated(h3 ^ mixed3(word(input, at + 8, 4)), 15) + h4, 5) + 0x96cd1c35) | 0
    h4 = (Math.imul(rotated(h4 ^ mixed4(word(input, at + 12, 4)), 13) + h1, 5) + 0x32ac3b17) | 0
  }
  h1 ^= mixed1(word(input, end, Math.min(4, length - end))) ^ length
  h2 ^= mixed2(word(input, end + 4, Math.min(4, length - end - 4))) ^ length
  h3 ^= mixed3(word(input, end + 8, Math.min(4, length - end - 8))) ^ length
  h4 ^= mixed4(word(input, end + 12, Math.min(4, length - end - 12))) ^ length
  return finished(h1, h2, h3, h4)
}

/** Up to four bytes, the first the lowest. */
function word(input: Uint8Array, at: number, count: number): number {
  let value = 0
  for (let i = 0; i < count; i++) value |= input[at + i]! << (8 * i)
  return value
}

function finished(h1: number, h2: number, h3: number, h4: number): number {
  h1 = (h1 + h2 + h3 + h4) | 0
  const [a, b, c, d] = [spread(h1), spread(h2 + h1), spread(h3 + h1), spread(h4 + h1)]
  const first = (a + b + c + d) | 0
  const second = (b + first) | 0
  return (second & 0x1fffff) * 0x100000000 + (first >>> 0)
}

function spread(x: number): number {
  x ^= x >>> 16
  x = Math.imul(x, 0x85ebca6b)
  x ^= x >>> 13
  x = Math.imul(x, 0xc2b2ae35)
  return x ^ (x >>> 16)
}
