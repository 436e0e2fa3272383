/**
 * The comments of a web page that speak to the program, and how far they reach: what comes next is the next element or
 * the rest of the element they stand in, and a line is no more of a line than the element around the comment.
 */
import type {Span} from '../draft/index.js'
import {INLINE, UNSEEN, VOID} from '../read/html/element-kinds.js'
import {readTags, type TagHandler} from '../read/html/tag-stream.js'
import type {Comment} from './comments.js'
import {Reach} from './reach.js'

export interface PageComment extends Comment {
  readonly next: Span
  readonly line: Span
}

/** In the order of the page. */
export function commentsInPage(html: string): PageComment[] {
  const reader = new CommentReader(html)
  readTags(html, NO_ATTRIBUTES, reader)
  return reader.comments
}

const NO_ATTRIBUTES: ReadonlySet<string> = new Set()

/** A comment whose reach is not known before the elements around it close. */
interface Found extends Comment {
  next: {start: number; end: number}
  line: {start: number; end: number}
}

interface Open {
  readonly name: string
  readonly start: number
  /** Comments in it that stand in no element further in which breaks the line. */
  readonly within: Found[]
  /** Comments whose next thing it is, or ends with it. */
  readonly reached: Found[]
}

class CommentReader implements TagHandler {
  readonly comments: Found[] = []
  readonly #html: string
  /** The page as a whole stands below all others. */
  readonly #open: Open[] = [{name: '', start: 0, within: [], reached: []}]
  /** Comments after which nothing came yet. */
  #waiting: Found[] = []
  #unseen = 0
  #lines: Reach | undefined

  constructor(html: string) {
    this.#html = html
  }

  open(name: string, _: unknown, start: number): void {
    if (UNSEEN.has(name)) this.#unseen++
    const isNext = this.#unseen === 0 && !VOID.has(name)
    this.#open.push({name, start, within: [], reached: isNext ? this.#reach(start) : []})
  }

  close(name: string, end: number): void {
    if (UNSEEN.has(name)) this.#unseen--
    const {start, within, reached} = this.#open.pop()!
    for (const {line} of within) {
      line.start = Math.max(line.start, start)
      line.end = Math.min(line.end, end)
    }
    for (const {next} of reached) next.end = end
  }

  text(text: string, start: number): void {
    if (this.#waiting.length > 0 && this.#unseen === 0 && /\S/.test(text))
      this.#open.at(-1)!.reached.push(...this.#reach(start))
  }

  comment(start: number, end: number): void {
    const body = this.#html.slice(start + 4, end - 3)
    if (this.#unseen > 0 || !/^\s*unspun\s/.test(body)) return
    this.#lines ??= new Reach(this.#html)
    const nowhere = {start: this.#html.length, end: this.#html.length}
    const comment = {start, end, body, next: nowhere, line: {...this.#lines.lineOf({start, end})}}
    this.comments.push(comment)
    this.#waiting.push(comment)
    this.#open.findLast(({name}) => !INLINE.has(name))!.within.push(comment)
  }

  /** Those that waited for what begins here. */
  #reach(start: number): Found[] {
    const reached = this.#waiting
    this.#waiting = []
    for (const comment of reached) comment.next = {start, end: this.#html.length}
    return reached
  }
}
