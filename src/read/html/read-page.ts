/** A page's HTML to its blocks of text and what they stood in. */
import type {WebPage} from '../../draft/web-page.js'
import {PageBuilder, WANTED} from './page-builder.js'
import {type Attributes, readTags, type TagHandler} from './tag-stream.js'

const wanted: ReadonlySet<string> = new Set([...WANTED, 'name', 'content', 'type'])

class Told implements TagHandler {
  title = ''
  description = ''
  body = ''
  #in = ''
  #script = ''
  readonly #next: TagHandler
  constructor(next: TagHandler) {
    this.#next = next
  }
  open(name: string, attributes: Attributes, start: number, end: number): void {
    this.#in = name === 'title' && this.title === '' ? 'title' : name === 'script' && /ld\+json/.test(attributes['type'] ?? '') ? 'script' : ''
    if (name === 'meta' && /^(?:og:)?description$/.test(attributes['property'] ?? attributes['name'] ?? '')) this.description ||= attributes['content'] ?? ''
    this.#next.open(name, attributes, start, end)
  }
  close(name: string, end: number): void {
    if (this.#in === 'script' && name === 'script') {
      const body = /"articleBody"\s*:\s*("(?:[^"\\]|\\.)*")/.exec(this.#script)?.[1]
      try {
        if (body) this.body = JSON.parse(body)
      } catch {}
      this.#script = ''
    }
    this.#in = ''
    this.#next.close(name, end)
  }
  text(text: string, start: number, end: number): void {
    if (this.#in === 'title') this.title += text
    else if (this.#in === 'script') this.#script += text
    this.#next.text(text, start, end)
  }
}

/** Reads a page; scripts never run, and nothing is fetched. Never throws for what the page holds. */
export function readPage(html: string): WebPage {
  const builder = new PageBuilder()
  const told = new Told(builder)
  readTags(html, wanted, told)
  return builder.page({title: told.title, description: told.description, body: told.body})
}
