/** Building the static functions of the model file: values are found by peeling, as in a binary fuse filter. */

import {FUNCTIONS} from '../matching/ngram-model.js'
import {
  extraFingerprintOf,
  fingerprintOf,
  firstHash,
  type Shape,
  secondHash,
  segmentOf,
  slotCount,
  thirdHash,
} from '../matching/static-function.js'

export interface Built {
  readonly shape: Shape
  readonly slots: Uint16Array
  /** As many as slots, or none. */
  readonly extra: Uint8Array
}

/** Keys as columns of token ids; the shorter n-grams have zeros at the end. */
export interface Keys {
  readonly u: Uint32Array
  readonly v: Uint32Array
  readonly w: Uint32Array
}

/** Which of the four functions of the file. */
export type FunctionIndex = 0 | 1 | 2 | 3

/** One of the functions of the model file. */
export function buildFunction(index: FunctionIndex, keys: Keys, values: Uint32Array): Built {
  // The seeds of the functions differ, so that their fingerprints do.
  const seedOf = (attempt: number): number => Math.imul(attempt * FUNCTIONS.length + index, 0x9e3779b1) >>> 0
  return buildStatic(FUNCTIONS[index], keys, values, seedOf)
}

/** Bits of a value in its slot, and whether slots have the extra byte. */
export interface FunctionKind {
  readonly valueBits: number
  readonly isLong: boolean
}

/**
 * A function that gives each key its value. Keys must differ. `seedOf` counts from 1.
 *
 * @throws Error when no seed of a hundred will do.
 */
export function buildStatic(
  {valueBits, isLong}: FunctionKind,
  keys: Keys,
  values: Uint32Array,
  seedOf: (attempt: number) => number,
): Built {
  for (let attempt = 1; attempt < 100; attempt++) {
    const shape = shapeFor(values.length, seedOf(attempt))
    const places = placesOf(keys, values, shape, valueBits)
    const order = peel(places.slots, values.length, slotCount(shape))
    if (!order) continue
    const slots = solve(places.slots, places.targets, order, new Uint16Array(slotCount(shape)))
    const extra = new Uint8Array(isLong ? slotCount(shape) : 0)
    if (isLong) solve(places.slots, places.extraTargets, order, extra)
    return {shape, slots, extra}
  }
  throw new Error('No static function found in a hundred attempts: are there two equal keys?')
}

/** Sizes from Graf and Lemire's implementation of three-wise binary fuse filters. */
function shapeFor(count: number, seed: number): Shape {
  const n = Math.max(count, 2)
  const segmentBits = Math.min(16, Math.max(2, Math.floor(Math.log(n) / Math.log(3.33) + 2.25)))
  const factor = Math.max(1.125, 0.875 + (0.25 * Math.log(1e6)) / Math.log(n))
  const segments = Math.max(1, Math.ceil((n * factor) / (1 << segmentBits)) - 2)
  return {seed, segmentBits, segments}
}

/** Three slots for each key, and what they must give together. */
interface Places {
  readonly slots: Uint32Array
  readonly targets: Uint16Array
  readonly extraTargets: Uint8Array
}

function placesOf(keys: Keys, values: Uint32Array, shape: Shape, valueBits: number): Places {
  const {seed, segmentBits, segments} = shape
  const mask = (1 << segmentBits) - 1
  const slots = new Uint32Array(values.length * 3)
  const targets = new Uint16Array(values.length)
  const extraTargets = new Uint8Array(values.length)
  for (let i = 0; i < values.length; i++) {
    const a = firstHash(keys.u[i]!, keys.v[i]!, keys.w[i]!, seed)
    const b = secondHash(keys.u[i]!, keys.v[i]!, keys.w[i]!, seed)
    const c = thirdHash(a, b)
    const segment = segmentOf(a, segments)
    slots[i * 3] = (segment << segmentBits) + (b & mask)
    slots[i * 3 + 1] = ((segment + 1) << segmentBits) + ((b >>> 16) & mask)
    slots[i * 3 + 2] = ((segment + 2) << segmentBits) + (c & mask)
    targets[i] = fingerprintOf(c, valueBits) ^ values[i]!
    extraTargets[i] = extraFingerprintOf(a)
  }
  return {slots, targets, extraTargets}
}

interface Order {
  readonly keys: Uint32Array
  readonly slots: Uint32Array
}

/** Fills the slots in the opposite order, so that the one that sets a key right is set after its two others. */
function solve<Slots extends Uint16Array | Uint8Array>(
  places: Uint32Array,
  targets: Slots,
  order: Order,
  slots: Slots,
): Slots {
  for (let n = order.keys.length - 1; n >= 0; n--) {
    const [key, own] = [order.keys[n]!, order.slots[n]!]
    slots[own] = 0
    slots[own] = targets[key]! ^ slots[places[key * 3]!]! ^ slots[places[key * 3 + 1]!]! ^ slots[places[key * 3 + 2]!]!
  }
  return slots
}

/** An order in which each key has a slot that no later key uses; undefined if there is none. */
function peel(slot: Uint32Array, count: number, size: number): Order | undefined {
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

/** Bytes of a function of so many keys. */
export function functionBytes(index: FunctionIndex, count: number): number {
  return slotCount(shapeFor(count, 0)) * (FUNCTIONS[index].isLong ? 3 : 2)
}
