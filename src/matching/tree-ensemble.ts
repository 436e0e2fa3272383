/** An ensemble of decision trees, as gradient boosting makes them (Friedman 2001), in flat arrays. */

export interface TreeEnsemble {
  /** What every sum begins with: the logit of the share of positives in training. */
  readonly bias: number
  /** The first node of each tree. */
  readonly roots: Uint32Array
  /** Which feature a node asks; at a leaf 0xffff. */
  readonly features: Uint16Array
  /** A value up to here goes left; at a leaf, what it adds. */
  readonly thresholds: Float32Array
  /** The left child; the right one stands beside it. */
  readonly children: Uint32Array
}

export const LEAF = 0xffff

/** The logit of a row that begins at `offset`. */
export function logitOf(trees: TreeEnsemble, rows: Float32Array, offset: number): number {
  const {roots, features, thresholds, children} = trees
  let sum = trees.bias
  for (let t = 0; t < roots.length; t++) {
    let node = roots[t]!
    for (let feature = features[node]!; feature !== LEAF; feature = features[node]!) {
      node = children[node]! + (rows[offset + feature]! <= thresholds[node]! ? 0 : 1)
    }
    sum += thresholds[node]!
  }
  return sum
}

/** Probabilities by row, 0–1; `width` values a row. */
export const probabilitiesOf = (trees: TreeEnsemble, rows: Float32Array, width: number): Float32Array =>
  Float32Array.from({length: rows.length / width}, (_, i) => probabilityOf(logitOf(trees, rows, i * width)))

/** Logit to probability. */
export const probabilityOf = (logit: number): number => 1 / (1 + Math.exp(-logit))
