/** The elements of a page with what their text adds up to. */
import type {Block, WebPage} from '../../../draft/index.js'
import {isProse, type Look, lookAt} from '../look.js'

export class Outline {
  readonly page: WebPage
  readonly blocks: readonly Block[]
  readonly looks: readonly Look[]
  readonly isProse: readonly boolean[]
  /** Share of a block's text that stands in links. */
  readonly linkShares: Float64Array
  /** Sums of all blocks in an element, by its number. */
  readonly tokens: Float64Array
  readonly linkTokens: Float64Array
  readonly proseTokens: Float64Array
  readonly blockCounts: Float64Array
  readonly paragraphs: Float64Array
  readonly totalTokens: number
  readonly totalProse: number

  constructor(page: WebPage) {
    const {blocks} = page
    const {count, parents} = page.elements
    this.page = page
    this.blocks = blocks
    this.looks = blocks.map((block) => lookAt(block.text))
    this.linkShares = Float64Array.from(blocks, (block) =>
      Math.min(1, block.linkLength / Math.max(1, block.text.length)),
    )
    this.isProse = this.looks.map((look, i) => isProse(look, this.linkShares[i]!))
    this.tokens = new Float64Array(count)
    this.linkTokens = new Float64Array(count)
    this.proseTokens = new Float64Array(count)
    this.blockCounts = new Float64Array(count)
    this.paragraphs = new Float64Array(count)
    this.#count()
    const sums = [this.tokens, this.linkTokens, this.proseTokens, this.blockCounts, this.paragraphs]
    for (const sum of sums) {
      for (let e = count - 1; e >= 0; e--) {
        const parent = parents[e]!
        if (parent >= 0) sum[parent]! += sum[e]!
      }
    }
    this.totalTokens = this.looks.reduce((sum, look) => sum + look.tokens, 0)
    this.totalProse = this.looks.reduce((sum, look, i) => sum + (this.isProse[i] ? look.tokens : 0), 0)
  }

  #count(): void {
    const {names} = this.page.elements
    for (const [i, {container}] of this.blocks.entries()) {
      if (container < 0) continue
      const {tokens} = this.looks[i]!
      this.tokens[container]! += tokens
      this.linkTokens[container]! += tokens * this.linkShares[i]!
      if (this.isProse[i]) this.proseTokens[container]! += tokens
      if (names[container] === 'p') this.paragraphs[container]!++
      this.blockCounts[container]!++
    }
  }
}
