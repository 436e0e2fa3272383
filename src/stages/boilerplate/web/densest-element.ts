/** The container that holds most prose and fewest links: where the article most likely is, were there nothing else. */
import {LIKELY, UNLIKELY} from './groups.js'
import type {Outline} from './outline.js'

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
    const weight = 1 + (groups & LIKELY ? 0.25 : 0) - (groups & UNLIKELY ? 0.25 : 0)
    const score = points * weight * (1 - outline.linkTokens[element]! / Math.max(1, outline.tokens[element]!))
    if (score > most) {
      most = score
      best = element
    }
  }
  return best
}
