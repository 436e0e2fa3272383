/**
 * Tables of n-grams: sorted keys and two columns of figures.
 *
 * The key of the n-gram u v w is (u·V + v)·V + w, V being the size of the vocabulary. With V up to 200,000 it is an
 * exact double. The key of the context is the key divided by V, the key of the shorter n-gram the remainder.
 */

export interface Table {
  readonly keys: Float64Array
  readonly first: Float64Array
  readonly second: Float64Array
}

/**
 * What one source of text says about one order of n-grams. Everything is on the scale of token counts, so sources are
 * merged by adding. P(w|h) = share(hw) / total(h) + freed(h) / total(h) · P(w|shorter h).
 */
export interface Estimate {
  /** Discounted count (first column) and occurrences (second) of each n-gram. */
  readonly grams: Table
  /** Total (first) and the part of it that discounting has freed for the shorter history (second) of each context. */
  readonly contexts: Table
}

/** The order of keys, by ascending key. */
function sortedOrder(keys: Float64Array): Uint32Array {
  const order = Uint32Array.from(keys, (_, i) => i)
  return order.sort((a, b) => keys[a]! - keys[b]! || a - b)
}

/** A table from rows in any order; rows with the same key are added. */
export function tableOf(keys: Float64Array, first: Float64Array, second: Float64Array): Table {
  const order = sortedOrder(keys)
  const builder = new TableBuilder(keys.length)
  for (const row of order) builder.add(keys[row]!, first[row]!, second[row]!)
  return builder.finish()
}

/** Collects rows that come in the order of their keys; a row with the key of the one before is added to it. */
export class TableBuilder {
  readonly #keys: Float64Array
  readonly #first: Float64Array
  readonly #second: Float64Array
  #count = 0

  constructor(capacity: number) {
    this.#keys = new Float64Array(capacity)
    this.#first = new Float64Array(capacity)
    this.#second = new Float64Array(capacity)
  }

  add(key: number, first: number, second: number): void {
    if (this.#count === 0 || this.#keys[this.#count - 1] !== key) this.#keys[this.#count++] = key
    this.#first[this.#count - 1]! += first
    this.#second[this.#count - 1]! += second
  }

  finish(): Table {
    const count = this.#count
    return {
      keys: this.#keys.slice(0, count),
      first: this.#first.slice(0, count),
      second: this.#second.slice(0, count),
    }
  }
}

/** Rows in any order, for a table. */
export class Rows {
  #keys = new Float64Array(1024)
  #first = new Float64Array(1024)
  #second = new Float64Array(1024)
  #count = 0

  add(key: number, first: number, second: number): void {
    if (this.#count === this.#keys.length) this.#grow()
    this.#keys[this.#count] = key
    this.#first[this.#count] = first
    this.#second[this.#count++] = second
  }

  table(): Table {
    const count = this.#count
    return tableOf(this.#keys.subarray(0, count), this.#first.subarray(0, count), this.#second.subarray(0, count))
  }

  #grow(): void {
    const larger = (old: Float64Array): Float64Array<ArrayBuffer> => {
      const next = new Float64Array(old.length * 2)
      next.set(old)
      return next
    }
    this.#keys = larger(this.#keys)
    this.#first = larger(this.#first)
    this.#second = larger(this.#second)
  }
}

/** The sum of two tables, the figures of each multiplied by a weight. */
export function addTables(a: Table, b: Table, weightOfA = 1, weightOfB = 1): Table {
  const builder = new TableBuilder(a.keys.length + b.keys.length)
  let i = 0
  let j = 0
  while (i < a.keys.length || j < b.keys.length) {
    const left = i < a.keys.length ? a.keys[i]! : Infinity
    const right = j < b.keys.length ? b.keys[j]! : Infinity
    if (left <= right) {
      builder.add(left, a.first[i]! * weightOfA, a.second[i]! * weightOfA)
      i++
    } else {
      builder.add(right, b.first[j]! * weightOfB, b.second[j]! * weightOfB)
      j++
    }
  }
  return builder.finish()
}

export const emptyTable = (): Table => ({
  keys: new Float64Array(0),
  first: new Float64Array(0),
  second: new Float64Array(0),
})

/** The row of a key, or -1. */
export function rowOf(keys: Float64Array, key: number): number {
  let low = 0
  let high = keys.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (keys[middle]! < key) low = middle + 1
    else high = middle
  }
  return keys[low] === key ? low : -1
}
