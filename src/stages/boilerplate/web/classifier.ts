/** How likely each block of a web page is of its article. */

import type {WebPage} from '../../../draft/index.js'
import {logitOf, probabilityOf, type TreeEnsemble} from '../../../matching/tree-ensemble.js'
import {FEATURE_COUNT} from './feature-names.js'
import {featuresOf} from './features.js'
import {Outline} from './outline.js'

/** Probabilities by block, 0–1. */
export function blockProbabilities(trees: TreeEnsemble, page: WebPage): Float32Array {
  const rows = featuresOf(new Outline(page))
  return Float32Array.from(page.blocks, (_, i) => probabilityOf(logitOf(trees, rows, i * FEATURE_COUNT)))
}
