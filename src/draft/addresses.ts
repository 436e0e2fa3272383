/** Addresses in running text and behind the text of links; each list in the order of the text. */
import type {ProtectedSpan} from './span.js'

/** Not: blanks, angle brackets, quotation marks, full-width punctuation. */
const URL_REST = /[^\s<>"“”‘’`，。；：！？（）【】《》「」]+/y
const LONGEST_SCHEME = 16

/** Found from their `://`, so that text without any costs one search. */
export function schemes(text: string): ProtectedSpan[] {
  const spans: ProtectedSpan[] = []
  for (let at = text.indexOf('://'), end = 0; at >= 0; at = text.indexOf('://', end)) {
    const start = schemeBefore(text, at)
    end = at - start > 1 ? url(text, start, at + 3, spans) : at + 3
  }
  return spans
}

/** Addresses without a scheme. */
export function hosts(text: string): ProtectedSpan[] {
  const spans: ProtectedSpan[] = []
  for (let at = text.indexOf('www.'), end = 0; at >= 0; at = text.indexOf('www.', end)) {
    end = at === 0 || !/[\w/.]/.test(text[at - 1]!) ? url(text, at, at + 4, spans) : at + 4
  }
  return spans
}

/** Where the scheme begins that ends at an offset; there, where none does. */
function schemeBefore(text: string, end: number): number {
  let start = end
  while (start > Math.max(0, end - LONGEST_SCHEME) && isOfScheme(text.charCodeAt(start - 1))) start--
  while (start < end && !isLatinLetter(text.charCodeAt(start))) start++
  return start
}

const isLatinLetter = (unit: number): boolean => (unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a

/** Letters, digits, `+`, `-` and `.`. */
const isOfScheme = (unit: number): boolean =>
  isLatinLetter(unit) || (unit >= 0x30 && unit <= 0x39) || unit === 0x2b || unit === 0x2d || unit === 0x2e

/** Where it ends; an address in an address (`https://archive.example/https://…`) is a part of it. */
function url(text: string, start: number, rest: number, spans: ProtectedSpan[]): number {
  URL_REST.lastIndex = rest
  if (!URL_REST.test(text)) return rest
  const end = rest + untrailed(text.slice(rest, URL_REST.lastIndex)).length
  spans.push({start, end, kind: 'url'})
  return end
}

/** Without the punctuation of the sentence around it, and without a closing bracket that it did not open. */
function untrailed(url: string): string {
  const opens = url.includes('(')
  let end = url.length
  while (end > 0) {
    const last = url[end - 1]!
    if (last === ')' && !opens) end--
    else if (".,;:!?'*_~|]}".includes(last)) end--
    else break
  }
  return url.slice(0, end)
}

const LONGEST_LOCAL_PART = 64
const MAIL_HOST = /[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}/y

export function emails(text: string): ProtectedSpan[] {
  const spans: ProtectedSpan[] = []
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    MAIL_HOST.lastIndex = at + 1
    if (!MAIL_HOST.test(text)) continue
    const local = /[A-Za-z0-9._%+-]+$/.exec(text.slice(Math.max(0, at - LONGEST_LOCAL_PART), at))
    if (local) spans.push({start: at - local[0].length, end: MAIL_HOST.lastIndex, kind: 'email'})
  }
  return spans
}

const DESTINATION = /[^()\s]*(?:\([^()\s]*\)[^()\s]*)*/y

/** The target of a Markdown link or image. */
export function destinations(text: string): ProtectedSpan[] {
  const spans: ProtectedSpan[] = []
  for (let at = text.indexOf(']('), end = 0; at >= 0; at = text.indexOf('](', end)) {
    DESTINATION.lastIndex = at + 2
    DESTINATION.test(text)
    end = DESTINATION.lastIndex
    if (end > at + 2) spans.push({start: at + 2, end, kind: 'url'})
  }
  return spans
}
