/**
 * What a page says about its article, collected while its elements go by.
 *
 * Nothing is decided before the page has ended, as the best witness may come last; what is said is kept by its source,
 * in bounds, and `conclusion.ts` weighs it by `trust.ts`.
 */
import {conclude, type PageFacts, type Sayings} from './conclusion.js'
import {Microdata} from './microdata.js'
import {META_NAMES} from './trust.js'

type Attributes = Readonly<Record<string, string>>

/** All UTF-16 code units of JSON-LD that are kept of a page, and its blocks; articles need a hundredth of it. */
const MOST_JSON_LD = 2_000_000
const MOST_BLOCKS = 100
/** Values of one source, and UTF-16 code units of each. */
const MOST_VALUES = 50
const LONGEST_VALUE = 5_000
/** Elements whose text is heard at the same time: one within another. */
const MOST_HEARD = 16

const LICENCE_HOST = /^(?:https?:)?\/\/(?:www\.)?creativecommons\.org\/(?:licenses|publicdomain)\//i
const IS_PUBLISHED = /(?:^|[\s_-])(?:published|entry-date|post-date|pubdate|dt-published)(?:$|\s)/
const IS_MODIFIED = /(?:^|[\s_-])(?:updated|modified|dt-updated)(?:$|\s)/

/** An element whose text is wanted. */
interface Heard {
  readonly depth: number
  readonly longest: number
  readonly tell: (text: string) => void
  text: string
}

export class MetadataCollector {
  readonly #said = new Map<string, string[]>()
  readonly #jsonLd: string[] = []
  readonly #microdata = new Microdata()
  readonly #heard: Heard[] = []
  #jsonLdLength = 0
  #depth = 0
  #base: string | undefined
  /** Depth of the drawing or the footer that is open; 0 for none. */
  #drawing = 0
  #footer = 0
  #hasHeading = false

  /** Whether the open element's text should be passed to `text`. */
  get wantsText(): boolean {
    return this.#heard.length > 0
  }

  /** An element opens. Names of elements and attributes are lower case. */
  open(name: string, attributes: Attributes): void {
    this.#depth++
    switch (name) {
      case 'meta':
        this.#meta(attributes)
        break
      case 'link':
        this.#link(attributes)
        break
      case 'a':
        this.#anchor(attributes)
        break
      case 'time':
        this.#time(attributes)
        break
      case 'script':
        if (/^\s*application\/ld\+json/i.test(attributes['type'] ?? '')) this.#hearJsonLd()
        break
      case 'title':
        if (this.#drawing === 0) this.#hear((text) => this.#say('<title', text))
        break
      case 'html':
        this.#say('<html', attributes['lang'] || attributes['xml:lang'])
        break
      case 'base':
        this.#base ??= attributes['href']
        break
      case 'svg':
        this.#drawing ||= this.#depth
        break
      case 'footer':
        this.#footer ||= this.#depth
        break
      case 'h1':
        this.#hasHeading = true
    }
    if (attributes['itemprop'] !== undefined || attributes['itemscope'] !== undefined) {
      this.#microdata.open(attributes, this.#depth, (tell) => this.#hear(tell))
    }
  }

  /** Character data, decoded, in an element whose text is wanted. */
  text(text: string): void {
    for (const heard of this.#heard) {
      if (heard.text.length <= heard.longest) heard.text += text.slice(0, heard.longest + 1 - heard.text.length)
    }
  }

  /** The element that was opened last and is still open closes. */
  close(): void {
    while (this.#heard.at(-1)?.depth === this.#depth) {
      const {tell, text} = this.#heard.pop()!
      tell(text)
    }
    this.#microdata.close(this.#depth)
    if (this.#drawing === this.#depth) this.#drawing = 0
    if (this.#footer === this.#depth) this.#footer = 0
    this.#depth--
  }

  /** What the page said, at its end. `headline` is its main heading, `url` the address it was read from. */
  result(page: {readonly url?: string | undefined; readonly headline?: string | undefined} = {}): PageFacts {
    const said = new Map(this.#said)
    if (!this.#hasHeading) said.set('<time', said.get('<time above') ?? [])
    const sayings: Sayings = {
      said,
      jsonLd: this.#jsonLd,
      microdata: this.#microdata.subjects,
      base: this.#base,
    }
    return conclude(sayings, page)
  }

  #say(source: string, value: string | undefined): void {
    if (value === undefined || value.trim() === '') return
    const values = this.#said.get(source)
    if (!values) this.#said.set(source, [value.slice(0, LONGEST_VALUE)])
    else if (values.length < MOST_VALUES) values.push(value.slice(0, LONGEST_VALUE))
  }

  #hear(tell: (text: string) => void, longest = LONGEST_VALUE): void {
    if (this.#heard.length < MOST_HEARD) this.#heard.push({depth: this.#depth, longest, tell, text: ''})
  }

  /** A block that does not fit is left out whole: half of it is no JSON. */
  #hearJsonLd(): void {
    const room = MOST_JSON_LD - this.#jsonLdLength
    if (this.#jsonLd.length >= MOST_BLOCKS) return
    this.#hear((text) => {
      if (text.length > room) return
      this.#jsonLd.push(text)
      this.#jsonLdLength += text.length
    }, room)
  }

  #meta(attributes: Attributes): void {
    const {content, itemprop} = attributes
    if (content === undefined || (itemprop !== undefined && this.#microdata.isInScope)) return
    const names = attributes['property'] ?? attributes['name'] ?? attributes['http-equiv'] ?? itemprop ?? ''
    for (const name of names.toLowerCase().split(/\s+/, 5)) {
      if (META_NAMES.has(name)) this.#say(name, content)
    }
  }

  #link({rel, href}: Attributes): void {
    if (!rel) return
    for (const relation of rel.toLowerCase().split(/\s+/, 5)) {
      if (relation === 'canonical' || relation === 'license' || relation === 'image_src')
        this.#say(`<${relation}`, href)
    }
  }

  #anchor({rel, href}: Attributes): void {
    if (rel && /(?:^|\s)author(?:$|\s)/i.test(rel)) this.#hear((text) => this.#say('<author', text))
    if (!href) return
    if (rel && /(?:^|\s)license(?:$|\s)/i.test(rel)) this.#say('<license', href)
    else if (this.#footer > 0 && LICENCE_HOST.test(href)) this.#say('<cc', href)
  }

  /** A time above the heading is the clock's or another article's; the first one below counts. */
  #time(attributes: Attributes): void {
    const names = (attributes['class'] ?? '').toLowerCase()
    const isPublished = attributes['pubdate'] !== undefined || IS_PUBLISHED.test(names)
    const source =
      IS_MODIFIED.test(names) && !isPublished ? '<time modified' : isPublished ? '<time published' : '<time'
    const place = source === '<time' && !this.#hasHeading ? '<time above' : source
    const {datetime} = attributes
    if (datetime) this.#say(place, datetime)
    else this.#hear((text) => this.#say(place, text))
  }
}
