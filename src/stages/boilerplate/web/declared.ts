/**
 * The other cheap extractor: it believes what the page's author called things. The body is the element that is named so,
 * as trafilatura looks for it (Barbaresi 2021), without what is named navigation, sharing, related pages and the like.
 */
import {bits, LIKELY, UNLIKELY} from './groups.js'
import type {Outline} from './outline.js'

const BAD = UNLIKELY | bits('byline', 'tags', 'caption', 'hidden')
const REMOVED = new Set([
  'aside',
  'nav',
  'footer',
  'form',
  'figure',
  'button',
  'figcaption',
  'dialog',
  'header',
  'label',
])
/** A body with less than this share of the page's prose is not it. */
const LEAST_SHARE = 0.15
/** What is left after taking things out must be at least this share; else nothing is taken out. */
const LEAST_LEFT = 1 / 7

/** The element that the page itself calls the article; -1 where none is. */
export function declaredElement(outline: Outline): number {
  const {elements} = outline.page
  let best = -1
  let most = 0
  for (let e = 0; e < elements.count; e++) {
    const worth = worthOf(elements.names[e]!, elements.groups[e]!)
    const share = outline.proseTokens[e]! / Math.max(1, outline.totalProse)
    if (worth === 0 || share < LEAST_SHARE) continue
    const purity = 1 - outline.linkTokens[e]! / Math.max(1, outline.tokens[e]!)
    const score = worth * Math.sqrt(share) * purity
    if (score >= most) {
      most = score
      best = e
    }
  }
  return best
}

function worthOf(name: string, groups: number): number {
  if (groups & UNLIKELY) return 0
  if (groups & bits('prose')) return 4
  if ((groups & LIKELY) === bits('article', 'content')) return 3
  if (name === 'article') return 2.5
  if (name === 'main') return 1.5
  return groups & LIKELY ? 1 : 0
}

/** The blocks that such an extractor keeps. */
export function declared(outline: Outline, element: number): Uint8Array {
  const {parents, names, groups} = outline.page.elements
  const kept = new Uint8Array(outline.blocks.length)
  const within = new Uint8Array(outline.blocks.length)
  let [left, all] = [0, 0]
  for (const [i, {container}] of outline.blocks.entries()) {
    let isBad = false
    let e = container
    for (; e > element; e = parents[e]!) {
      isBad ||= REMOVED.has(names[e]!) || ((groups[e]! & BAD) !== 0 && (groups[e]! & LIKELY) === 0)
    }
    if (e !== element || (element < 0 && !outline.isProse[i])) continue
    const {tokens} = outline.looks[i]!
    within[i] = 1
    all += tokens
    const isLinks = outline.linkShares[i]! > 0.8 && tokens < 40
    kept[i] = Number(!isBad && !isLinks)
    if (kept[i]) left += tokens
  }
  return left >= all * LEAST_LEFT ? kept : within
}
