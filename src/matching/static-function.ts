/**
 * Static functions (Bloomier filters) as the n-gram model lays them out: the value of a key is the exclusive or of three slots.
 * The training program builds them, the model reads them; both hash here.
 */

/** The shape of a static function: three consecutive segments out of `segments + 2` hold the slots of a key. */
export interface Shape {
  readonly seed: number
  /** Log2 of the slots of a segment, at most 16. */
  readonly segmentBits: number
  readonly segments: number
}

export const slotCount = (shape: Shape): number => (shape.segments + 2) << shape.segmentBits

/** The finaliser of MurmurHash3 by Austin Appleby (public domain): every bit in reaches every bit out. */
function spread(x: number): number {
  x ^= x >>> 16
  x = Math.imul(x, 0x85ebca6b)
  x ^= x >>> 13
  x = Math.imul(x, 0xc2b2ae35)
  return x ^ (x >>> 16)
}

/** Two independent 32-bit hashes of three token ids. The multipliers are odd numbers without a pattern. */
export const firstHash = (u: number, v: number, w: number, seed: number): number =>
  spread(Math.imul(u, 0x9e3779b1) + Math.imul(v, 0x2c1b3c6d) + Math.imul(w, 0x297a2d39) + seed)
export const secondHash = (u: number, v: number, w: number, seed: number): number =>
  spread(Math.imul(u, 0x7feb352d) + Math.imul(v, 0x3243f6a9) + Math.imul(w, 0x1b873593) - seed)
/** A third, made of the two others. */
export const thirdHash = (a: number, b: number): number => {
  const x = Math.imul(a ^ ((b << 13) | (b >>> 19)), 0x5bd1e995)
  return x ^ (x >>> 15)
}

/** Where the first slot of a key is: in one of the segments, by the first hash. */
export const segmentOf = (a: number, segments: number): number => ((a >>> 0) * (segments / 0x100000000)) | 0

/** The fingerprint of a key, in its place in the slot. It is made of hash bits that choose no slot. */
export const fingerprintOf = (c: number, valueBits: number): number => (c >>> 16) & (0xffff << valueBits)
/** The byte of fingerprint in the slots' extra bytes. */
export const extraFingerprintOf = (a: number): number => a & 0xff

/** From keys to values, without the keys. */
export class StaticFunction {
  readonly #slots: Uint16Array
  /** A byte for each slot, or none. */
  readonly #extra: Uint8Array
  readonly #seed: number
  readonly #segments: number
  readonly #bits: number
  readonly #valueBits: number

  constructor(slots: Uint16Array, extra: Uint8Array, shape: Shape, valueBits: number) {
    this.#slots = slots
    this.#extra = extra
    this.#seed = shape.seed
    this.#segments = shape.segments
    this.#bits = shape.segmentBits
    this.#valueBits = valueBits
  }

  /** The value of a key, or -1. */
  find(u: number, v: number, w: number): number {
    const slots = this.#slots
    const bits = this.#bits
    const mask = (1 << bits) - 1
    const a = firstHash(u, v, w, this.#seed)
    const b = secondHash(u, v, w, this.#seed)
    const c = thirdHash(a, b)
    const segment = segmentOf(a, this.#segments)
    const i = (segment << bits) + (b & mask)
    const j = ((segment + 1) << bits) + ((b >>> 16) & mask)
    const k = ((segment + 2) << bits) + (c & mask)
    const found = slots[i]! ^ slots[j]! ^ slots[k]! ^ fingerprintOf(c, this.#valueBits)
    if (found >= 1 << this.#valueBits) return -1
    const extra = this.#extra
    if (extra.length > 0 && (extra[i]! ^ extra[j]! ^ extra[k]!) !== extraFingerprintOf(a)) return -1
    return found
  }
}
