/** From elements that open and close to blocks of text. One pass; nothing is looked up again. */
import type {Block, Told, WebPage} from '../../draft/index.js'
import {groupsOf} from './class-words.js'
import {INLINE, UNSEEN, VOID} from './element-kinds.js'
import {GatheredText} from './gathered-text.js'
import type {Attributes, TagHandler} from './tag-stream.js'

/** Further elements count as the one they stand in, further blocks as lines of the last one: memory stays bounded. */
const MOST_ELEMENTS = 300_000
const MOST_BLOCKS = 50_000

const EMPHASIS: ReadonlySet<string> = new Set(['b', 'strong', 'em', 'i'])
const HIDING = /display\s*:\s*none|visibility\s*:\s*hidden/i

export class PageBuilder implements TagHandler {
  readonly #parents: number[] = []
  readonly #names: string[] = []
  readonly #groups: number[] = []
  readonly #blocks: Block[] = []
  /** The open elements; of those that were not recorded, the one they count as. */
  readonly #open: number[] = []
  /** How many elements are open within one that is not shown, itself included. */
  #unseen = 0
  #hidden = 0
  #emphasis = 0
  #preformatted = 0
  #images = 0
  #followsBreak = false

  readonly #text = new GatheredText()
  #needsBlank = false
  #endsInBreak = false
  /** How many elements are open around all of the block's text, and how many at least since its last piece. */
  #depth = 0
  #leastDepth = 0
  /** The innermost element around all of the block's text. */
  #element = -1
  #start = 0
  #end = 0
  #linkCount = 0
  #linkLength = 0
  #emphasisLength = 0
  /** The number of the link that the block's text last stood in. */
  #lastLink = -1
  #linkElement = -1

  open(name: string, attributes: Attributes, start: number, end: number): void {
    const isHiding = isHidden(name, attributes)
    if (this.#unseen > 0 || isUnseen(name, attributes) || (isHiding && isInLine(name))) {
      this.#unseen++
      this.#open.push(-1)
      return
    }
    const element = this.#record(name, attributes)
    this.#open.push(element)
    if (name === 'br') this.#break(true)
    else if (name === 'img' || name === 'amp-img' || name === 'picture') this.#images++
    else if (!INLINE.has(name)) this.#break(false)
    else if (name === 'a') this.#openLink(element, attributes, start)
    if (this.#hidden > 0 || isHiding) this.#hidden++
    if (EMPHASIS.has(name)) this.#emphasis++
    if (name === 'pre') this.#preformatted++
    if (this.#text.length === 0) this.#start = start
    if (name === 'q') this.#add('“', start, end)
  }

  close(name: string, end: number): void {
    if (name === 'q' && this.#unseen === 0) {
      this.#needsBlank = false
      this.#add('”', end, end)
    }
    const element = this.#open.pop()!
    this.#leastDepth = Math.min(this.#leastDepth, this.#open.length)
    if (this.#unseen > 0) {
      this.#unseen--
      return
    }
    if (!INLINE.has(name) && name !== 'br') this.#break(false)
    else if (this.#text.length > 0) this.#end = end
    if (this.#hidden > 0) this.#hidden--
    if (name === 'a' && element === this.#linkElement) this.#linkElement = -1
    if (EMPHASIS.has(name)) this.#emphasis--
    if (name === 'pre') this.#preformatted--
  }

  text(text: string, start: number, end: number): void {
    if (this.#unseen > 0) return
    if (this.#preformatted > 0) {
      this.#add(text, start, end)
      return
    }
    const collapsed = /[\t\n\f\r]| {2}/.test(text) ? text.replace(/[ \t\n\f\r]+/g, ' ') : text
    if (collapsed === ' ') {
      this.#needsBlank = true
      return
    }
    const from = collapsed.startsWith(' ') ? 1 : 0
    const to = collapsed.endsWith(' ') ? collapsed.length - 1 : collapsed.length
    if (from === 1) this.#needsBlank = true
    this.#add(from === 0 && to === collapsed.length ? collapsed : collapsed.slice(from, to), start, end)
    if (to < collapsed.length) this.#needsBlank = true
  }

  /** The text of the first first-level heading that is shown. */
  get headline(): string | undefined {
    return this.#blocks.find(({container, isHidden}) => !isHidden && this.#names[container] === 'h1')?.text
  }

  /** What was read; to be called once, at the end of the page. */
  page(told: Told): WebPage {
    const last = this.#text.take().trim()
    if (last !== '') this.#blocks.push(this.#block(last))
    return {
      elements: {count: this.#parents.length, parents: this.#parents, names: this.#names, groups: this.#groups},
      blocks: shownOf(this.#blocks),
      told,
    }
  }

  #record(name: string, attributes: Attributes): number {
    const parent = this.#open.at(-1) ?? -1
    if (this.#parents.length >= MOST_ELEMENTS) return parent
    this.#parents.push(parent)
    this.#names.push(name)
    // What body and html are called says what the site can do, not what stands here.
    this.#groups.push(name === 'body' || name === 'html' ? 0 : groupsOfElement(attributes))
    return this.#parents.length - 1
  }

  #openLink(element: number, attributes: Attributes, start: number): void {
    if (attributes['href'] === undefined) return
    // Two links side by side are two words, whatever draws the gap between them.
    if (this.#text.length > 0 && this.#linkElement < 0 && this.#lastLink >= 0 && this.#end === start)
      this.#needsBlank = true
    this.#linkElement = element
  }

  #add(text: string, start: number, end: number): void {
    if (text === '') return
    if (this.#text.length === 0) {
      this.#start = start
      this.#depth = this.#open.length
      this.#needsBlank = false
    } else {
      if (this.#needsBlank && this.#preformatted === 0) this.#text.add(' ')
      this.#needsBlank = false
      this.#depth = Math.min(this.#depth, this.#leastDepth)
    }
    this.#leastDepth = this.#open.length
    this.#element = this.#open[this.#depth - 1] ?? -1
    this.#text.add(text)
    this.#endsInBreak = false
    this.#end = end
    if (this.#linkElement >= 0) {
      this.#linkLength += text.length
      if (this.#linkElement !== this.#lastLink) this.#linkCount++
      this.#lastLink = this.#linkElement
    }
    if (this.#emphasis > 0) this.#emphasisLength += text.length
  }

  #break(isLineBreak: boolean): void {
    const isInCode = this.#preformatted > 0 && isLineBreak
    if (isInCode || this.#blocks.length >= MOST_BLOCKS) {
      if (this.#text.length > 0 && (isInCode || !this.#endsInBreak)) this.#text.add('\n')
      this.#endsInBreak = true
      return
    }
    const gathered = this.#text.take()
    const text = this.#preformatted > 0 ? gathered : gathered.trim()
    if (/\S/.test(text)) {
      this.#blocks.push(this.#block(text))
      this.#images = 0
      this.#followsBreak = isLineBreak
    } else if (!isLineBreak) this.#followsBreak = false
    this.#needsBlank = false
    this.#linkCount = 0
    this.#linkLength = 0
    this.#emphasisLength = 0
    this.#lastLink = -1
  }

  #block(text: string): Block {
    let container = this.#element
    while (container >= 0 && INLINE.has(this.#names[container]!)) container = this.#parents[container]!
    return {
      text,
      element: this.#element,
      container,
      start: this.#start,
      end: this.#end,
      links: this.#linkCount,
      linkLength: this.#linkLength,
      emphasisLength: this.#emphasisLength,
      images: this.#images,
      followsBreak: this.#followsBreak,
      isHidden: this.#hidden > 0,
    }
  }
}

/** Blocks that the page shows; all, when nearly all of its text waits for a script to show it. */
function shownOf(blocks: readonly Block[]): readonly Block[] {
  const shown = blocks.filter(({isHidden}) => !isHidden)
  return proseLength(shown) * HIDDEN_PAGE < proseLength(blocks) ? blocks : shown
}

/** A page with this many times as much prose hidden as shown is not hiding it from readers. */
const HIDDEN_PAGE = 3
const PROSE_LENGTH = 100

const proseLength = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, {text}) => sum + (text.length > PROSE_LENGTH ? text.length : 0), 0)

/** Whether an element is a part of a line that has text of its own: hidden, it is not part of the line. */
const isInLine = (name: string): boolean => INLINE.has(name) && !VOID.has(name)

/** Templates are shown where they make a shadow tree. */
function isUnseen(name: string, attributes: Attributes): boolean {
  return UNSEEN.has(name) || (name === 'template' && attributes['shadowrootmode'] === undefined)
}

/** What stands in `noscript` says that the page needs scripts, or is there already; whole articles do, too. */
function isHidden(name: string, attributes: Attributes): boolean {
  const {hidden, style} = attributes
  if (name === 'noscript') return true
  return (hidden !== undefined && hidden !== 'until-found') || (style !== undefined && HIDING.test(style))
}

function groupsOfElement(attributes: Attributes): number {
  const {class: names, id, role, itemprop, property} = attributes
  const hidden = attributes['aria-hidden'] === 'true' ? ' hidden' : ''
  const words = `${names ?? ''} ${id ?? ''} ${role ?? ''} ${itemprop ?? ''} ${property ?? ''}${hidden}`
  return words.length > 5 ? groupsOf(words) : 0
}
