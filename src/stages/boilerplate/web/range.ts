/** The stretch of a page that an element takes up. */
import type {Outline} from './outline.js'

export interface Range {
  readonly first: number
  readonly last: number
}

/** The first and last block in an element. */
export function rangeOf(outline: Outline, element: number): Range {
  if (element < 0) return {first: 0, last: 0}
  const {parents} = outline.page.elements
  let first = -1
  let last = -1
  for (const [i, block] of outline.blocks.entries()) {
    let e = block.container
    while (e > element) e = parents[e]!
    if (e !== element) continue
    if (first < 0) first = i
    last = i
  }
  return {first, last}
}
