/** From the comments and the front matter of a document to its directives: each with its reach, and what is wrong. */
import type {Format, Span} from '../draft/index.js'
import {blanked} from './blank.js'
import {type Comment, commentsIn, mayHoldOrders} from './comments.js'
import {type Directive, type Mistake, type Order, readOrder} from './directive.js'
import {asDirective, saidInFrontMatter} from './front-matter.js'
import {commentsInPage, type PageComment} from './page-comments.js'
import {Reach} from './reach.js'

/** A mistake and where it stands in the file. */
export type Mistaken = Span & Mistake

export interface Orders {
  readonly comments: readonly Comment[]
  readonly directives: readonly Directive[]
  readonly mistakes: readonly Mistaken[]
  /** That nothing of the document is to be looked at. */
  readonly isOff: boolean
}

/** What a text or Markdown document says; undefined where it says nothing, which costs a search for a word. */
export function ordersIn(text: string, format: Format): Orders | undefined {
  if (!mayHoldOrders(text)) return undefined
  const said = saidInFrontMatter(text, format)
  const comments = commentsIn(text, format)
  if (!said && comments.length === 0) return undefined
  const reach = new Reach(blanked(text, comments))
  const reader = new OrderReader(text.length, (comment, verb) =>
    verb === 'ignore-line' ? reach.lineOf(comment) : reach.blockAfter(comment),
  )
  const own = said && asDirective(said)
  if (own) reader.directives.push(own)
  if (said && 'mistake' in said) reader.mistakes.push(said)
  for (const comment of comments) reader.read(comment)
  return {comments, ...reader.end(), isOff: said !== undefined && 'isOff' in said}
}

/** What a web page says. */
export function ordersInPage(html: string): Orders | undefined {
  const comments = mayHoldOrders(html) ? commentsInPage(html) : []
  if (comments.length === 0) return undefined
  const reader = new OrderReader<PageComment>(html.length, ({line, next}, verb) =>
    verb === 'ignore-line' ? line : next,
  )
  for (const comment of comments) reader.read(comment)
  return {comments, ...reader.end(), isOff: false}
}

/** Every finding asks all directives: more are a flood and no control. */
const MOST_DIRECTIVES = 1000

type ReachOf<C> = (comment: C, verb: 'ignore-line' | 'ignore-next') => Span

class OrderReader<C extends Comment> {
  readonly directives: Directive[] = []
  readonly mistakes: Mistaken[] = []
  readonly #length: number
  readonly #reachOf: ReachOf<C>
  /** Regions that were begun, as indexes of their directives. */
  readonly #begun: number[] = []

  constructor(length: number, reachOf: ReachOf<C>) {
    this.#length = length
    this.#reachOf = reachOf
  }

  read(comment: C): void {
    const order = readOrder(comment.body)
    if (!order) return
    if ('mistake' in order) this.#fault(comment, order.mistake)
    else if (order.verb === 'ignore-end') this.#end(comment)
    else if (this.directives.length < MOST_DIRECTIVES) this.#begin(comment, order)
    else this.#fault(comment, `a document has at most ${MOST_DIRECTIVES}`)
  }

  /** What is left open at the end reaches up to there, and is said to be open. */
  end(): Pick<Orders, 'directives' | 'mistakes'> {
    for (const i of this.#begun) this.#fault(this.directives[i]!, 'nothing ends it, expected `unspun ignore-end`')
    const {directives, mistakes} = this
    return {directives, mistakes: mistakes.sort((a, b) => a.start - b.start)}
  }

  #begin(comment: C, order: Order): void {
    const {start, end} = comment
    if (order.verb === 'ignore-start') this.#begun.push(this.directives.length)
    this.directives.push({...order, start, end, reach: this.#reach(comment, order.verb)})
  }

  #reach(comment: C, verb: Order['verb']): Span | undefined {
    if (verb === 'ignore-phrase') return undefined
    if (verb === 'ignore-start') return {start: comment.end, end: this.#length}
    return this.#reachOf(comment, verb === 'ignore-line' ? verb : 'ignore-next')
  }

  #end(comment: C): void {
    const i = this.#begun.pop()
    if (i === undefined) this.#fault(comment, 'it ends nothing, expected `unspun ignore-start` before it')
    else this.directives[i] = {...this.directives[i]!, reach: {start: this.directives[i]!.end, end: comment.start}}
  }

  #fault({start, end}: Span, mistake: string): void {
    this.mistakes.push({start, end, mistake})
  }
}
