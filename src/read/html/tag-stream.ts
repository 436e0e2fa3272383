/**
 * From the tokens of a page to elements that open and close in balance, whatever the page's author wrote.
 *
 * htmlparser2's tokenizer reads tags, attributes and character references at some 200 MB/s. Its parser would do the rest,
 * but looks through all open elements at every end tag: a page of 50 MB that opens and closes at random would take hours.
 * Here the depth is bounded, so the time is, too.
 */
import {Tokenizer, type TokenizerCallbacks} from 'htmlparser2'
import {IMPLIED, INLINE, SCOPES, VOID} from './element-kinds.js'

export type Attributes = Readonly<Record<string, string>>

/** Who is told. Offsets are of the page, in UTF-16 code units. */
export interface TagHandler {
  /** An element opens at `start`, where its `<` stands. Void elements are closed at once. */
  open(name: string, attributes: Attributes, start: number, end: number): void
  /** The innermost open element closes; `end` is where its end tag ends, or where it was implied. */
  close(name: string, end: number): void
  /** Character data, references decoded. */
  text(text: string, start: number, end: number): void
  /** A comment, its marks within the span. */
  comment?(start: number, end: number): void
}

/** Deeper elements count as part of the one they stand in; browsers draw the same line. */
const DEEPEST = 512
/** Attribute values are read up to here (UTF-16 code units): an image in a data: URL is none of our business. */
const LONGEST_VALUE = 4000
const NONE: Attributes = Object.freeze({})

/** Reads a page from its beginning to its end; `wanted` says which attributes the handler asks for. */
export function readTags(page: string, wanted: ReadonlySet<string>, handler: TagHandler): void {
  const stream = new TagStream(page, wanted, handler)
  const tokenizer = new Tokenizer({}, stream)
  tokenizer.write(page)
  tokenizer.end()
  stream.closeAll()
}

class TagStream implements TokenizerCallbacks {
  readonly #page: string
  readonly #wanted: ReadonlySet<string>
  readonly #handler: TagHandler
  readonly #open: string[] = []
  /** How many elements of a name are open: an end tag without its element is told at once. */
  readonly #count = new Map<string, number>()
  /** How many elements of a name are open below the depth that is told of. */
  readonly #sunk = new Map<string, number>()
  #name = ''
  #start = 0
  #attributes: Record<string, string> | undefined
  #attribute = ''
  #value = ''
  #foreign = 0

  constructor(page: string, wanted: ReadonlySet<string>, handler: TagHandler) {
    this.#page = page
    this.#wanted = wanted
    this.#handler = handler
  }

  ontext(start: number, end: number): void {
    this.#handler.text(this.#page.slice(start, end), start, end)
  }

  ontextentity(codePoint: number, end: number): void {
    this.#handler.text(String.fromCodePoint(codePoint), this.#page.lastIndexOf('&', end - 1), end)
  }

  onopentagname(start: number, end: number): void {
    this.#name = lowerCase(this.#page.slice(start, end))
    this.#start = start - 1
    this.#attributes = undefined
  }

  onattribname(start: number, end: number): void {
    const name = lowerCase(this.#page.slice(start, end))
    this.#attribute = this.#wanted.has(name) ? name : ''
    this.#value = ''
  }

  onattribdata(start: number, end: number): void {
    if (this.#attribute !== '' && this.#value.length < LONGEST_VALUE)
      this.#value += this.#page.slice(start, Math.min(end, start + LONGEST_VALUE))
  }

  onattribentity(codePoint: number): void {
    if (this.#attribute !== '' && this.#value.length < LONGEST_VALUE) this.#value += String.fromCodePoint(codePoint)
  }

  /** The first of several attributes of one name counts. */
  onattribend(): void {
    if (this.#attribute === '') return
    this.#attributes ??= Object.create(null) as Record<string, string>
    this.#attributes[this.#attribute] ??= this.#value
  }

  onopentagend(end: number): void {
    this.#opened(end + 1, false)
  }

  onselfclosingtag(end: number): void {
    this.#opened(end + 1, this.#foreign > 0)
  }

  /** Of end tags without a start `</br>` and `</p>` stand for the element, after the HTML standard. */
  onclosetag(start: number, end: number): void {
    const name = lowerCase(this.#page.slice(start, end))
    if (name === 'br' || (name === 'p' && (this.#count.get(name) ?? 0) === 0 && !this.#sunk.get(name))) {
      this.#handler.open(name, NONE, start - 2, end + 1)
      this.#handler.close(name, end + 1)
    } else if (!VOID.has(name)) this.#ended(name, end + 1)
  }

  oncdata(start: number, end: number, endOffset: number): void {
    this.#handler.text(this.#page.slice(start, end - endOffset), start, end)
  }

  isInForeignContext(): boolean {
    return this.#foreign > 0
  }

  /** `<!x>` and other slips pass for comments, too; what is told of has the marks of one. */
  oncomment(start: number, last: number): void {
    if (this.#handler.comment && this.#page.startsWith('<!--', start - 4)) this.#handler.comment(start - 4, last + 1)
  }

  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onend(): void {}

  /** The page ended: so do its elements. */
  closeAll(): void {
    while (this.#open.length > 0) this.#pop(this.#page.length)
  }

  #opened(end: number, closesItself: boolean): void {
    const name = this.#name
    const implied = IMPLIED.get(name)
    if (implied) this.#closeImplied(implied.closes, implied.keptBy)
    if (VOID.has(name) || closesItself) {
      this.#handler.open(name, this.#attributes ?? NONE, this.#start, end)
      this.#handler.close(name, end)
      return
    }
    if (isForeign(name)) this.#foreign++
    if (this.#open.length >= DEEPEST) {
      add(this.#sunk, name, 1)
      return
    }
    add(this.#count, name, 1)
    this.#open.push(name)
    this.#handler.open(name, this.#attributes ?? NONE, this.#start, end)
  }

  #closeImplied(closes: ReadonlySet<string>, keptBy: ReadonlySet<string>): void {
    let any = false
    for (const name of closes) any ||= (this.#count.get(name) ?? 0) > 0
    if (!any) return
    let outermost = -1
    for (let i = this.#open.length - 1; i >= 0; i--) {
      const name = this.#open[i]!
      if (keptBy.has(name)) break
      if (closes.has(name)) outermost = i
      else if (!INLINE.has(name) && !closes.has('tr')) break
    }
    if (outermost >= 0) while (this.#open.length > outermost) this.#pop(this.#start)
  }

  /** An end tag: closes its element and what is open in it; one without an element, or of another cell, is ignored. */
  #ended(name: string, end: number): void {
    if ((this.#sunk.get(name) ?? 0) > 0) {
      add(this.#sunk, name, -1)
      if (isForeign(name)) this.#foreign--
      return
    }
    if ((this.#count.get(name) ?? 0) === 0) return
    const isInline = INLINE.has(name)
    for (let i = this.#open.length - 1; i >= 0; i--) {
      const open = this.#open[i]!
      if (open === name) {
        while (this.#open.length > i) this.#pop(end)
        return
      }
      if ((SCOPES.has(open) && !SCOPES.has(name)) || (isInline && !INLINE.has(open))) return
    }
  }

  #pop(end: number): void {
    const name = this.#open.pop()!
    add(this.#count, name, -1)
    if (isForeign(name)) this.#foreign--
    this.#handler.close(name, end)
  }
}

const add = (counts: Map<string, number>, name: string, n: number): void => {
  counts.set(name, (counts.get(name) ?? 0) + n)
}

const isForeign = (name: string): boolean => name === 'svg' || name === 'math'

/** Names are mostly lower case as they stand: no new string then. */
const lowerCase = (name: string): string => (/[A-Z]/.test(name) ? name.toLowerCase() : name)
