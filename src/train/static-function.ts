/** Building the static functions of the model file: values are found by peeling, as in a binary fuse filter. */

import {
  fingerprintOf,
  firstHash,
  type Shape,
  secondHash,
  segmentOf,
  slotCount,
  thirdHash,
} from '../matching/ngram-model.js'

export interface Built {
  readonly shape: Shape
  readonly slots: Uint16Array
}

/** Keys as columns of token ids; the shorter n-grams have zeros at the end. */
export interface Keys {
  readonly u: Uint32Array
  readonly v: Uint32Array
  readonly w: Uint32Array
}

/** A function that gives each key its value. Keys must differ. */
export function buildFunction(keys: Keys, values: Uint32Array, valueBits: number): Built {
  for (let seed = 1; seed < 100; seed++) {
    const shape = shapeFor(values.length, seed)
    const slots = tryBuild(keys, values, shape, valueBits)
    if (slots) return {shape, slots}
  }
  throw new Error('No static function found in a hundred attempts: are there two equal keys?')
}

/** Sizes from Graf and Lemire's implementation of three-wise binary fuse filters. */
function shapeFor(count: number, seed: number): Shape {
  const n = Math.max(count, 2)
  const segmentBits = Math.min(16, Math.max(2, Math.floor(Math.log(n) / Math.log(3.33) + 2.25)))
  const factor = Math.max(1.125, 0.875 + (0.25 * Math.log(1e6)) / Math.log(n))
  const segments = Math.max(1, Math.ceil((n * factor) / (1 << segmentBits)) - 2)
  return {seed: Math.imul(seed, 0x9e3779b1) >>> 0, segmentBits, segments}
}

function tryBuild(keys: Keys, values: Uint32Array, shape: Shape, valueBits: number): Uint16Array | undefined {
  const count = values.length
  const [slot, thirds] = slotsOf(keys, count, shape)
  const order = peel(slot, count, slotCount(shape))
  if (!order) return undefined
  const slots = new Uint16Array(slotCount(shape))
  for (let n = count - 1; n >= 0; n--) {
    const [key, own] = [order.keys[n]!, order.slots[n]!]
    const [a, b, c] = [slot[key * 3]!, slot[key * 3 + 1]!, slot[key * 3 + 2]!]
    slots[own] = 0
    slots[own] = fingerprintOf(thirds[key]!, valueBits) ^ values[key]! ^ slots[a]! ^ slots[b]! ^ slots[c]!
  }
  return slots
}

/** The three slots of each key, and its third hash, whose high bits are the fingerprint. */
function slotsOf(keys: Keys, count: number, {seed, segmentBits, segments}: Shape): [Uint32Array, Int32Array] {
  const mask = (1 << segmentBits) - 1
  const slots = new Uint32Array(count * 3)
  const thirds = new Int32Array(count)
  for (let i = 0; i < count; i++) {
    const a = firstHash(keys.u[i]!, keys.v[i]!, keys.w[i]!, seed)
    const b = secondHash(keys.u[i]!, keys.v[i]!, keys.w[i]!, seed)
    const c = thirdHash(a, b)
    const segment = segmentOf(a, segments)
    slots[i * 3] = (segment << segmentBits) + (b & mask)
    slots[i * 3 + 1] = ((segment + 1) << segmentBits) + ((b >>> 16) & mask)
    slots[i * 3 + 2] = ((segment + 2) << segmentBits) + (c & mask)
    thirds[i] = c
  }
  return [slots, thirds]
}

/** An order in which each key has a slot that no later key uses; undefined if there is none. */
function peel(slot: Uint32Array, count: number, size: number): {keys: Uint32Array; slots: Uint32Array} | undefined {
  const users = new Int32Array(size)
  const sums = new Int32Array(size)
  for (let i = 0; i < slot.length; i++) {
    users[slot[i]!]!++
    sums[slot[i]!]! ^= Math.floor(i / 3)
  }
  const queue = Array.from(users.keys()).filter((at) => users[at] === 1)
  const order = {keys: new Uint32Array(count), slots: new Uint32Array(count)}
  let done = 0
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    if (users[at] !== 1) continue
    const key = sums[at]!
    order.keys[done] = key
    order.slots[done++] = at
    for (let j = key * 3; j < key * 3 + 3; j++) {
      users[slot[j]!]!--
      sums[slot[j]!]! ^= key
      if (users[slot[j]!] === 1) queue.push(slot[j]!)
    }
  }
  return done === count ? order : undefined
}

/** Bytes of a function of so many keys, if the first seed is good. */
export function functionBytes(count: number): number {
  return slotCount(shapeFor(count, 1)) * 2
}
