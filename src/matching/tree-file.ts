/** An ensemble of trees in a file: typed arrays one after the other, with the names of the features it was made for. */
import {packSections, unpackSections} from './sections.js'
import type {TreeEnsemble} from './tree-ensemble.js'

/** "TREE", little-endian. */
const MARK = 0x45455254
const VERSION = 1

/** The bytes of a model; a model made for other features is refused when it is read. */
export function packTrees(trees: TreeEnsemble, features: readonly string[]): ArrayBuffer {
  const names = new TextEncoder().encode(features.join('\n'))
  const {bias, roots, features: asked, thresholds, children} = trees
  return packSections(MARK, VERSION, [names, Float32Array.of(bias), roots, asked, thresholds, children])
}

/**
 * The trees in a buffer.
 *
 * @throws Error when it holds none, is cut off, or was made for other features than these.
 */
export function readTrees(buffer: ArrayBuffer, features: readonly string[]): TreeEnsemble {
  const sections = unpackSections(buffer, MARK, VERSION)
  if (!sections) throw new Error('Unexpected bytes, expected an ensemble of trees')
  const [names, bias, roots, asked, thresholds, children] = sections as [
    Uint8Array,
    Float32Array,
    Uint32Array,
    Uint16Array,
    Float32Array,
    Uint32Array,
  ]
  if (new TextDecoder().decode(names) !== features.join('\n'))
    throw new Error('Unexpected trees, made for other features; train them again')
  return {bias: bias[0]!, roots, features: asked, thresholds, children}
}
