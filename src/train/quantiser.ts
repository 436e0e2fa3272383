/** Scalar quantisers (Lloyd 1982): a few representative values for many, with little squared error. */

const ROUNDS = 40
/** Values are grouped this finely before the search; log10 probabilities differ by less than this unnoticed. */
const GRAIN = 1 / 1024

export interface Quantiser {
  /** Ascending. */
  readonly levels: Float32Array
  /** The index of the level nearest to a value. */
  indexOf(value: number): number
}

/** So many levels; weights say how much the error of each value matters. */
export function quantiserFor(values: Float64Array, weights: Float64Array, count: number): Quantiser {
  const [points, masses] = histogram(values, weights)
  let levels = quantiles(points, masses, count)
  for (let round = 0; round < ROUNDS; round++) levels = centroids(points, masses, levels)
  return quantiserOf(Float32Array.from(levels))
}

function quantiserOf(levels: Float32Array): Quantiser {
  return {levels, indexOf: (value) => nearest(levels, value)}
}

function nearest(levels: ArrayLike<number>, value: number): number {
  let low = 0
  let high = levels.length - 1
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((levels[middle]! + levels[middle + 1]!) / 2 < value) low = middle + 1
    else high = middle
  }
  return low
}

function histogram(values: Float64Array, weights: Float64Array): [Float64Array, Float64Array] {
  const bins = new Map<number, number>()
  values.forEach((value, i) => {
    const bin = Math.round(value / GRAIN)
    bins.set(bin, (bins.get(bin) ?? 0) + weights[i]!)
  })
  const sorted = [...bins].sort((a, b) => a[0] - b[0])
  return [Float64Array.from(sorted, ([bin]) => bin * GRAIN), Float64Array.from(sorted, ([, mass]) => mass)]
}

/** Starting levels: the middles of slices of equal weight. */
function quantiles(points: Float64Array, masses: Float64Array, count: number): number[] {
  const total = masses.reduce((sum, mass) => sum + mass, 0)
  const levels: number[] = []
  let at = 0
  let below = 0
  for (let level = 0; level < count; level++) {
    const target = ((level + 0.5) / count) * total
    while (at + 1 < points.length && below + masses[at]! < target) below += masses[at++]!
    levels.push(points[at] ?? 0)
  }
  return levels
}

/** Each level moves to the mean of the values nearest to it. */
function centroids(points: Float64Array, masses: Float64Array, levels: number[]): number[] {
  const sums = new Float64Array(levels.length)
  const weights = new Float64Array(levels.length)
  points.forEach((point, i) => {
    const level = nearest(levels, point)
    sums[level]! += point * masses[i]!
    weights[level]! += masses[i]!
  })
  return levels.map((level, i) => (weights[i]! > 0 ? sums[i]! / weights[i]! : level)).sort((a, b) => a - b)
}
