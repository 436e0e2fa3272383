/**
 * Two cheap extractors of different kinds, as witnesses for the classifier. One finds the container with the most prose
 * and the fewest links, as Readability does (Arc90, 2009); the other believes what the page's author called things.
 */
import type {Outline} from './outline.js'

/** Groups by name are bits; see `GROUP_NAMES` in read/html. */
const bit = (n: number): number => 1 << n
const NEGATIVE = bit(0) | bit(2) | bit(3) | bit(4) | bit(5) | bit(6) | bit(7) | bit(8) | bit(12) | bit(15) | bit(17)
const POSITIVE = bit(19) | bit(20) | bit(21)

/** The element with the highest score of prose; -1 where no block is prose. */
export function densestElement(outline: Outline): number {
  const {elements} = outline.page
  const scores = new Map<number, number>()
  for (const [i, block] of outline.blocks.entries()) {
    if (!outline.isProse[i]) continue
    const look = outline.looks[i]!
    const points = 1 + look.pauses + Math.min(3, look.tokens / 20)
    // A paragraph speaks for what holds it, less for what holds that.
    let element = elements.names[block.container] === 'p' ? elements.parents[block.container]! : block.container
    for (let step = 1; element >= 0 && step <= 4; step++) {
      scores.set(element, (scores.get(element) ?? 0) + points / (step === 1 ? 1 : step * 1.5))
      element = elements.parents[element]!
    }
  }
  let best = -1
  let most = 0
  for (const [element, points] of scores) {
    const groups = elements.groups[element]!
    const weight = 1 + (groups & POSITIVE ? 0.25 : 0) - (groups & NEGATIVE ? 0.25 : 0)
    const score = points * weight * (1 - outline.linkTokens[element]! / Math.max(1, outline.tokens[element]!))
    if (score > most) {
      most = score
      best = element
    }
  }
  return best
}
