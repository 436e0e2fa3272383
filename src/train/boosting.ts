/**
 * Gradient-boosted trees for a probability, grown leaf by leaf over histograms of binned features, as LightGBM does
 * (Ke et al. 2017). Deterministic for a seed. It is here because the features are computed by this project's own code,
 * and a model should be made where they are made.
 */
import {LEAF, type TreeEnsemble} from '../matching/tree-ensemble.js'
import {type Binned, binnedOf, MOST_BINS} from './binning.js'

export interface BoostingOptions {
  readonly trees: number
  readonly leaves: number
  readonly rate: number
  /** Least weight of a leaf: sum of second derivatives. */
  readonly leastHessian: number
  readonly l2: number
  /** Share of the features that each tree may ask. */
  readonly featureShare: number
  /** Share of the pages that each tree sees. */
  readonly pageShare: number
  readonly seed: number
}

export interface Examples {
  /** Row after row. */
  readonly rows: Float32Array
  readonly width: number
  /** Which page a row is of; pages follow each other. Trees see whole pages: rows of one are no independent witnesses. */
  readonly pages: Uint32Array
  /** 0 to 1. */
  readonly labels: Float32Array
  readonly weights: Float32Array
}

/** Learns an ensemble from examples; `told` hears the loss after each tree. */
export function boost(
  examples: Examples,
  options: BoostingOptions,
  told: (tree: number, loss: number) => void = () => {},
): TreeEnsemble {
  const {labels, weights} = examples
  const count = labels.length
  const binned = binnedOf(examples.rows, examples.width)
  const random = randomOf(options.seed)
  const bias = startOf(labels, weights)
  const logits = new Float64Array(count).fill(bias)
  const gradients = new Float32Array(count)
  const hessians = new Float32Array(count)
  const forest = new Forest(bias)
  for (let t = 0; t < options.trees; t++) {
    told(t, derive(logits, labels, weights, gradients, hessians))
    const rows = rowsOfPages(examples.pages, options.pageShare, random)
    const features = [...sample(examples.width, options.featureShare, random)]
    const grower = new Grower(binned, gradients, hessians, options, features)
    const tree = grower.grow(rows)
    forest.add(tree, binned.cuts)
    for (let i = 0; i < count; i++) logits[i]! += valueFor(tree, binned.bins, i)
  }
  return forest.ensemble()
}

function startOf(labels: Float32Array, weights: Float32Array): number {
  let [positive, all] = [0, 0]
  for (const [i, weight] of weights.entries()) {
    positive += weight * labels[i]!
    all += weight
  }
  return Math.log(positive / (all - positive))
}

/** First and second derivatives of the logarithmic loss; answers with its mean. */
function derive(
  logits: Float64Array,
  labels: Float32Array,
  weights: Float32Array,
  gradients: Float32Array,
  hessians: Float32Array,
): number {
  let [loss, all] = [0, 0]
  for (let i = 0; i < labels.length; i++) {
    const p = 1 / (1 + Math.exp(-logits[i]!))
    const [label, weight] = [labels[i]!, weights[i]!]
    gradients[i] = weight * (p - label)
    hessians[i] = weight * p * (1 - p)
    loss -= weight * (label * Math.log(p + 1e-12) + (1 - label) * Math.log(1 - p + 1e-12))
    all += weight
  }
  return loss / all
}

interface Node {
  /** -1 at a leaf. */
  feature: number
  bin: number
  value: number
  left: number
}

function valueFor(tree: readonly Node[], bins: readonly Uint8Array[], row: number): number {
  let node = tree[0]!
  while (node.feature >= 0) node = tree[node.left + (bins[node.feature]![row]! <= node.bin ? 0 : 1)]!
  return node.value
}

/** A leaf that may be split further. */
interface Leaf {
  readonly node: number
  readonly rows: Uint32Array
  readonly histogram: Float64Array
  readonly gradient: number
  readonly hessian: number
  readonly split: Split | undefined
}

interface Split {
  readonly gain: number
  readonly feature: number
  readonly bin: number
}

class Grower {
  readonly #binned: Binned
  readonly #gradients: Float32Array
  readonly #hessians: Float32Array
  readonly #options: BoostingOptions
  readonly #features: readonly number[]

  constructor(
    binned: Binned,
    gradients: Float32Array,
    hessians: Float32Array,
    options: BoostingOptions,
    features: readonly number[],
  ) {
    this.#binned = binned
    this.#gradients = gradients
    this.#hessians = hessians
    this.#options = options
    this.#features = features
  }

  /** Splits the leaf that gains most, again and again. */
  grow(rows: Uint32Array): Node[] {
    const nodes: Node[] = [{feature: -1, bin: 0, value: 0, left: 0}]
    const leaves = [this.#leaf(0, rows, this.#histogram(rows))]
    while (leaves.length < this.#options.leaves) {
      const best = leaves.reduce((a, b) => ((b.split?.gain ?? 0) > (a.split?.gain ?? 0) ? b : a))
      if (!best.split) break
      leaves.splice(leaves.indexOf(best), 1, ...this.#split(best, best.split, nodes))
    }
    for (const {node, gradient, hessian} of leaves) {
      nodes[node]!.value = (-gradient / (hessian + this.#options.l2)) * this.#options.rate
    }
    return nodes
  }

  #split(leaf: Leaf, {feature, bin}: Split, nodes: Node[]): [Leaf, Leaf] {
    const column = this.#binned.bins[feature]!
    const isLeft = (row: number): boolean => column[row]! <= bin
    const left = leaf.rows.filter(isLeft)
    const right = leaf.rows.filter((row) => !isLeft(row))
    const at = nodes.length
    nodes.push({feature: -1, bin: 0, value: 0, left: 0}, {feature: -1, bin: 0, value: 0, left: 0})
    Object.assign(nodes[leaf.node]!, {feature, bin, left: at})
    const small = this.#histogram(left.length < right.length ? left : right)
    const large = leaf.histogram
    for (let k = 0; k < large.length; k++) large[k]! -= small[k]!
    const [ofLeft, ofRight] = left.length < right.length ? [small, large] : [large, small]
    return [this.#leaf(at, left, ofLeft), this.#leaf(at + 1, right, ofRight)]
  }

  #leaf(node: number, rows: Uint32Array, histogram: Float64Array): Leaf {
    let [gradient, hessian] = [0, 0]
    for (let bin = 0; bin < MOST_BINS; bin++) {
      gradient += histogram[2 * bin]!
      hessian += histogram[2 * bin + 1]!
    }
    return {node, rows, histogram, gradient, hessian, split: this.#bestSplit(histogram, gradient, hessian)}
  }

  /** Sums of both derivatives by feature and bin. */
  #histogram(rows: Uint32Array): Float64Array {
    const histogram = new Float64Array(this.#features.length * MOST_BINS * 2)
    const [gradients, hessians] = [this.#gradients, this.#hessians]
    for (const [k, feature] of this.#features.entries()) {
      const column = this.#binned.bins[feature]!
      const base = k * MOST_BINS * 2
      for (let r = 0; r < rows.length; r++) {
        const row = rows[r]!
        const at = base + 2 * column[row]!
        histogram[at]! += gradients[row]!
        histogram[at + 1]! += hessians[row]!
      }
    }
    return histogram
  }

  #bestSplit(histogram: Float64Array, gradient: number, hessian: number): Split | undefined {
    const {l2, leastHessian} = this.#options
    const own = gradient ** 2 / (hessian + l2)
    let best: Split | undefined
    for (const [k, feature] of this.#features.entries()) {
      const most = this.#binned.cuts[feature]!.length
      let [g, h] = [0, 0]
      for (let bin = 0; bin < most; bin++) {
        const at = (k * MOST_BINS + bin) * 2
        g += histogram[at]!
        h += histogram[at + 1]!
        if (h < leastHessian) continue
        const rest = hessian - h
        if (rest < leastHessian) break
        const gain = g ** 2 / (h + l2) + (gradient - g) ** 2 / (rest + l2) - own
        if (gain > 1e-9 && gain > (best?.gain ?? 0)) best = {gain, feature, bin}
      }
    }
    return best
  }
}

/** Trees laid out one after the other. */
class Forest {
  readonly #bias: number
  readonly #roots: number[] = []
  readonly #features: number[] = []
  readonly #thresholds: number[] = []
  readonly #children: number[] = []

  constructor(bias: number) {
    this.#bias = bias
  }

  add(tree: readonly Node[], cuts: readonly Float32Array[]): void {
    const base = this.#features.length
    this.#roots.push(base)
    for (const {feature, bin, value, left} of tree) {
      this.#features.push(feature < 0 ? LEAF : feature)
      this.#thresholds.push(feature < 0 ? value : cuts[feature]![bin]!)
      this.#children.push(feature < 0 ? 0 : base + left)
    }
  }

  ensemble(): TreeEnsemble {
    return {
      bias: this.#bias,
      roots: Uint32Array.from(this.#roots),
      features: Uint16Array.from(this.#features),
      thresholds: Float32Array.from(this.#thresholds),
      children: Uint32Array.from(this.#children),
    }
  }
}

/** The rows of some of the pages. */
function rowsOfPages(pages: Uint32Array, share: number, random: () => number): Uint32Array {
  const count = (pages.at(-1) ?? -1) + 1
  const chosen = new Set(sample(count, share, random))
  return Uint32Array.from(pages.keys()).filter((row) => chosen.has(pages[row]!))
}

/** Some of the numbers below `count`, in order. */
function sample(count: number, share: number, random: () => number): Uint32Array {
  const chosen: number[] = []
  for (let i = 0; i < count; i++) if (share >= 1 || random() < share) chosen.push(i)
  return Uint32Array.from(chosen)
}

/** Mulberry32 (T. Ettinger 2017). */
function randomOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
