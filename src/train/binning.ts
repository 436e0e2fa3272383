/** Values of features as small numbers, so that a split is looked for among 64 places instead of all. */

export const MOST_BINS = 64

/** Where each feature is cut, and every value's bin, feature after feature. */
export interface Binned {
  readonly cuts: readonly Float32Array[]
  readonly bins: readonly Uint8Array[]
}

/** Bins of every feature; `rows` lie one after the other, `width` values each. */
export function binnedOf(rows: Float32Array, width: number): Binned {
  const count = rows.length / width
  const cuts: Float32Array[] = []
  const bins: Uint8Array[] = []
  const column = new Float32Array(count)
  for (let f = 0; f < width; f++) {
    for (let i = 0; i < count; i++) column[i] = rows[i * width + f]!
    const cut = cutsOf(column)
    const bin = new Uint8Array(count)
    for (let i = 0; i < count; i++) bin[i] = binFor(cut, column[i]!)
    cuts.push(cut)
    bins.push(bin)
  }
  return {cuts, bins}
}

/** Cuts between the values so that each bin holds about as many examples. */
function cutsOf(column: Float32Array): Float32Array {
  const sorted = column.toSorted()
  const cuts: number[] = []
  let next = sorted.length / MOST_BINS
  for (let i = 1; i < sorted.length; i++) {
    if (sorted[i] === sorted[i - 1]) continue
    if (i < next && distinctLeft(sorted, i) > MOST_BINS - cuts.length) continue
    cuts.push(Math.fround((sorted[i]! + sorted[i - 1]!) / 2))
    next = i + (sorted.length - i) / (MOST_BINS - cuts.length)
    if (cuts.length === MOST_BINS - 1) break
  }
  return Float32Array.from(cuts)
}

/** How many different values follow, counted no further than there are bins. */
function distinctLeft(sorted: Float32Array, from: number): number {
  let distinct = 1
  for (let i = from + 1; i < sorted.length && distinct <= MOST_BINS; i++) if (sorted[i] !== sorted[i - 1]) distinct++
  return distinct
}

function binFor(cuts: Float32Array, value: number): number {
  let [low, high] = [0, cuts.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (value <= cuts[middle]!) high = middle
    else low = middle + 1
  }
  return low
}
