/** How likely each line of a text is of its article. */
import {logitOf, probabilityOf, type TreeEnsemble} from '../../../matching/tree-ensemble.js'
import {LINE_FEATURE_COUNT, type Line, lineFeatures} from './features.js'

/** Probabilities by line, 0–1. */
export function lineProbabilities(trees: TreeEnsemble, lines: readonly Line[]): Float32Array {
  const rows = lineFeatures(lines)
  return Float32Array.from(lines, (_, i) => probabilityOf(logitOf(trees, rows, i * LINE_FEATURE_COUNT)))
}
