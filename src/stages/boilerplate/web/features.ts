/**
 * What the classifier knows of a block: its text, its element, the elements around it, its neighbours. No word of any
 * language but the English ones that authors name classes with. Nothing of the page as a whole: with that, trees learn
 * pages by heart instead of what they have in common.
 */
import {type Block, GROUPS} from '../../../draft/index.js'
import type {Look} from '../look.js'
import {hasAddress, lookFeatures, namesCopyright} from '../look-features.js'
import {type Near, nearOf} from '../near.js'
import {declared, declaredElement} from './declared.js'
import {densestElement} from './densest-element.js'
import {densest} from './density.js'
import {AROUND, FAR, FEATURE_COUNT, LEVELS, NEIGHBOURS, TAGS} from './feature-names.js'
import {AGAINST, bits} from './groups.js'
import type {Outline} from './outline.js'
import {type Overlap, overlaps} from './overlap.js'
import {type Paths, pathsOf} from './paths.js'
import {type Range, rangeOf} from './range.js'

const AGAINST_NUMBERS = AGAINST.map((group) => GROUPS.indexOf(group))

/** One row of numbers a block, row after row. */
export function featuresOf(outline: Outline): Float32Array {
  return new Rows(outline).rows
}

class Rows {
  readonly rows: Float32Array
  #at = 0
  readonly #outline: Outline
  readonly #densest: number
  readonly #declared: number
  readonly #byDensity: Uint8Array
  readonly #byName: Uint8Array
  readonly #densestRange: Range
  readonly #declaredRange: Range
  readonly #paths: Paths
  readonly #overlap: Overlap
  readonly #near: Near
  /** Steps from the block to the nearest element of each group and name. */
  readonly #groupSteps = new Uint8Array(GROUPS.length)
  readonly #nameSteps = new Uint8Array(AROUND.length)

  constructor(outline: Outline) {
    this.#outline = outline
    this.rows = new Float32Array(outline.blocks.length * FEATURE_COUNT)
    this.#densest = densestElement(outline)
    this.#declared = declaredElement(outline)
    this.#byDensity = densest(outline)
    this.#byName = declared(outline, this.#declared)
    this.#densestRange = rangeOf(outline, this.#densest)
    this.#declaredRange = rangeOf(outline, this.#declared)
    this.#paths = pathsOf(outline)
    this.#overlap = overlaps(outline)
    this.#near = nearOf(outline.looks, outline.isProse)
    for (const [i, block] of outline.blocks.entries()) {
      this.#text(block, outline.looks[i]!, i)
      this.#element(block)
      this.#levels(block)
      this.#place(block, i)
      this.#witnesses(i)
      this.#neighbours(block, i)
      this.#repetition(block, i)
    }
  }

  #put(value: number): void {
    this.rows[this.#at++] = value
  }

  #text(block: Block, look: Look, i: number): void {
    const {text} = block
    const tokens = Math.max(1, look.tokens)
    this.#put(look.tokens)
    this.#put(Math.log1p(look.tokens))
    this.#put(this.#outline.linkShares[i]!)
    this.#put(block.links)
    this.#put(block.emphasisLength / Math.max(1, text.length))
    for (const value of lookFeatures(look, text)) this.#put(value)
    this.#put(Number(namesCopyright(text)))
    this.#put(Number(hasAddress(text)))
    this.#put(look.ideographs / tokens)
    this.#put(block.images)
    this.#put(Number(block.followsBreak))
    this.#put(Number(block.isHidden))
    this.#put(Number(this.#outline.isProse[i]))
  }

  #element(block: Block): void {
    const {names, groups, parents} = this.#outline.page.elements
    const name = names[block.container] ?? ''
    for (const tag of TAGS) this.#put(Number(tag === name))
    const groupSteps = this.#groupSteps.fill(FAR)
    const nameSteps = this.#nameSteps.fill(FAR)
    for (let e = block.element, step = 0; e >= 0 && step < FAR; e = parents[e]!, step++) {
      for (let rest = groups[e]!; rest !== 0; ) {
        const g = 31 - Math.clz32(rest)
        rest &= ~(1 << g)
        if (groupSteps[g] === FAR) groupSteps[g] = step
      }
      const n = AROUND.indexOf(names[e]!)
      if (n >= 0 && nameSteps[n] === FAR) nameSteps[n] = step
    }
    for (const step of nameSteps) this.#put(step)
    for (const step of groupSteps) this.#put(step)
    this.#put(Math.min(...AGAINST_NUMBERS.map((g) => groupSteps[g]!)))
  }

  /** The ancestors that hold more than the one below them. */
  #levels(block: Block): void {
    const {parents} = this.#outline.page.elements
    const {tokens, linkTokens, proseTokens, blockCounts, paragraphs, totalTokens} = this.#outline
    let e = block.container
    let below = -1
    for (let level = 0; level < LEVELS; level++) {
      while (e >= 0 && blockCounts[e]! <= below && parents[e]! >= 0) e = parents[e]!
      if (e < 0) {
        for (let k = 0; k < 6; k++) this.#put(-1)
        continue
      }
      const own = Math.max(1, tokens[e]!)
      this.#put(Math.log1p(tokens[e]!))
      this.#put(linkTokens[e]! / own)
      this.#put(proseTokens[e]! / own)
      this.#put(Math.log1p(blockCounts[e]!))
      this.#put(tokens[e]! / Math.max(1, totalTokens))
      this.#put(paragraphs[e]! / Math.max(1, blockCounts[e]!))
      below = blockCounts[e]!
    }
  }

  #place(block: Block, i: number): void {
    const {blocks, totalTokens, totalProse} = this.#outline
    const before = this.#near.tokensBefore[i]!
    const proseBefore = this.#near.proseBefore[i]!
    this.#put(i / Math.max(1, blocks.length - 1))
    this.#put(before / Math.max(1, totalTokens))
    this.#put(proseBefore / Math.max(1, totalProse))
    this.#put((totalProse - proseBefore) / Math.max(1, totalProse))
    this.#inRange(i, block, this.#densest, this.#densestRange, true)
    this.#put(this.#byDensity[i]!)
    this.#put(this.#byName[i]!)
    let near = 0
    for (let k = i - 2; k <= i + 2; k++) near += (this.#byDensity[k] ?? 0) + (this.#byName[k] ?? 0)
    this.#put(near)
    this.#inRange(i, block, this.#declared, this.#declaredRange, false)
    this.#put(this.#declared < 0 ? -1 : this.#outline.page.elements.groups[this.#declared]! & bits('prose') ? 2 : 1)
  }

  #inRange(i: number, block: Block, element: number, range: Range, withDistance: boolean): void {
    const {parents} = this.#outline.page.elements
    let steps = 0
    let e = block.container
    while (e > element) {
      e = parents[e]!
      steps++
    }
    const isIn = element >= 0 && e === element
    this.#put(Number(isIn))
    if (withDistance) this.#put(isIn ? steps : -1)
    this.#put(element < 0 ? -9 : clamp((i - range.first) / Math.max(1, range.last - range.first), -1, 2))
    this.#put(element < 0 ? 0 : this.#outline.proseTokens[element]! / Math.max(1, this.#outline.totalProse))
  }

  #witnesses(i: number): void {
    const {title, description, body, titleBlock} = this.#overlap
    this.#put(title[i]!)
    this.#put(Number(i === titleBlock))
    this.#put(titleBlock < 0 ? -999 : clamp(i - titleBlock, -50, 200))
    this.#put(description[i]!)
    this.#put(body === undefined ? -1 : body[i]!)
    this.#put(Number(body !== undefined))
  }

  #neighbours(block: Block, i: number): void {
    const {looks, linkShares, isProse, blocks} = this.#outline
    for (const n of NEIGHBOURS) {
      const look = looks[i + n]
      if (!look) {
        for (let k = 0; k < 5; k++) this.#put(-1)
        continue
      }
      this.#put(Math.log1p(look.tokens))
      this.#put(linkShares[i + n]!)
      this.#put(Number(look.isSentence))
      this.#put(Number(isProse[i + n]))
      this.#put(
        Number(this.#paths.of[i + n] === this.#paths.of[i]) + Number(blocks[i + n]!.container === block.container),
      )
    }
    this.#put(this.#near.within(i, 2))
    this.#put(this.#near.within(i, 6))
    this.#put(this.#near.left[i]!)
    this.#put(this.#near.right[i]!)
  }

  #repetition(block: Block, i: number): void {
    const path = this.#paths.all[this.#paths.of[i]!]!
    this.#put(Math.log1p(path.blocks))
    this.#put(path.tokens / path.blocks)
    this.#put(path.links / path.blocks)
    this.#put(path.sentences / path.blocks)
    const parent = this.#outline.page.elements.parents[block.container] ?? -1
    this.#put(Math.log1p(parent < 0 ? 0 : this.#outline.blockCounts[parent]!))
    this.#put(this.#paths.occurrences[i]!)
  }
}

const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value))
