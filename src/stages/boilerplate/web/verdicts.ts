/** Which blocks of a web page go, each with what it is. */
import type {Block, Group, RuleId, WebPage} from '../../../draft/index.js'
import {probabilitiesOf, type TreeEnsemble} from '../../../matching/tree-ensemble.js'
import type {Fault} from '../../../stage/fault.js'
import type {Look} from '../look.js'
import {certaintyOf} from '../removal.js'
import {FEATURE_COUNT} from './feature-names.js'
import {featuresOf} from './features.js'
import {bits} from './groups.js'
import {Outline} from './outline.js'

/** Why a block goes. */
export interface Verdict {
  readonly rule: RuleId
  /** Probability that it is none of the article's, 0–1. */
  readonly confidence: number
}

/** What a block can be, by the words of the classes around it and the elements it stands in; the first that fits. */
const KINDS: readonly (readonly [name: string, groups: readonly Group[], elements: readonly string[], what: string])[] =
  [
    ['comment', ['comment'], [], 'It stands among comments of readers.'],
    ['notice', ['notice'], ['dialog'], 'It stands in a notice or window laid over the page.'],
    ['newsletter', ['newsletter'], [], 'It asks the reader to subscribe or to pay.'],
    ['sharing', ['share'], [], 'It stands among buttons that pass the page on.'],
    ['advertising', ['advertising'], [], 'It stands in a place for advertising.'],
    ['related', ['related'], [], 'It stands among links to other pages.'],
    ['caption', ['caption'], ['figcaption', 'figure'], 'It stands under a picture.'],
    ['navigation', ['navigation', 'pagination', 'toc'], ['nav'], 'It stands in a menu.'],
    ['byline', ['byline'], ['time', 'address'], 'It says who wrote the article and when.'],
    ['tags', ['tags'], [], 'It lists what the article is filed under.'],
    ['footer', ['footer'], ['footer'], 'It stands at the foot of the page.'],
    ['header', ['header'], ['header'], 'It stands at the head of the page.'],
    ['sidebar', ['sidebar', 'widget'], ['aside'], 'It stands beside the article.'],
    ['form', ['account'], ['form', 'button', 'label'], 'It belongs to a form.'],
  ]

const OTHER = 'furniture'
const ruleOf = (kind: string): RuleId => `boilerplate/page-${kind}`

/** What is said of the verdicts. */
export const PAGE_FAULTS: readonly Fault[] = [
  ...KINDS.map(([kind, , , why]) => ({id: ruleOf(kind), message: messageOf(kind), why})),
  {id: ruleOf(OTHER), message: messageOf('text'), why: 'By its shape and place it is none of the article.'},
]

function messageOf(kind: string): string {
  return `Unexpected ${kind} of the page: \`{actual}\``
}

/** By block; undefined for those that stay. */
export function verdictsOn(trees: TreeEnsemble, page: WebPage): readonly (Verdict | undefined)[] {
  const outline = new Outline(page)
  const likely = probabilitiesOf(trees, featuresOf(outline), FEATURE_COUNT)
  const least = leastFor(outline.looks, likely)
  return page.blocks.map((block, i) =>
    likely[i]! >= least ? undefined : {rule: kindOf(block, page), confidence: certaintyOf(likely[i]!)},
  )
}

/**
 * The likelihood from which on blocks stay: that at which the expected F1 of the page is highest. It is a half on a page
 * of clear cases and less on one of doubtful ones, so that a page keeps its text rather than nothing.
 */
function leastFor(looks: readonly Look[], likely: Float32Array): number {
  const order = [...likely.keys()].sort((a, b) => likely[b]! - likely[a]!)
  const expected = looks.reduce((sum, {tokens}, i) => sum + tokens * likely[i]!, 0)
  let [right, kept, best, least] = [0, 0, 0, 1]
  for (const i of order) {
    const {tokens} = looks[i]!
    right += tokens * likely[i]!
    kept += tokens
    const f1 = (2 * right) / (kept + expected)
    if (f1 <= best) continue
    best = f1
    least = likely[i]!
  }
  return Math.min(least, EVEN)
}

/** What is more likely of the article than not stays in any case. */
const EVEN = 0.5

/** How far up the page a block's kind is looked for. */
const STEPS = 8
const KIND_BITS = KINDS.map(([, groups]) => bits(...groups))

/** The nearest element that tells decides. */
function kindOf(block: Block, {elements}: WebPage): RuleId {
  const {names, groups, parents} = elements
  for (let e = block.element, step = 0; e >= 0 && step < STEPS; e = parents[e]!, step++) {
    const at = KINDS.findIndex(([, , own], k) => (groups[e]! & KIND_BITS[k]!) !== 0 || own.includes(names[e]!))
    if (at >= 0) return ruleOf(KINDS[at]![0])
  }
  return ruleOf(OTHER)
}
