/**
 * What a page says of itself, made fit to be passed on: plain text without markup or control characters, of bounded
 * length, and absolute addresses. Nothing a page says is trusted.
 */
import {decodeHTML} from 'entities'

/** How many UTF-16 code units of a value are looked at for one that is wanted: markup may take most of them. */
const WORK_PER_CHARACTER = 8

/**
 * A tag: of a name that HTML has, or with an attribute, or an end. `Vec<T>` is none. A tag ends before the next `<`, so
 * every character is read once.
 */
const NAMES =
  'a|abbr|article|audio|b|big|blockquote|body|br|button|center|cite|code|dd|del|div|dl|dt|em|embed|figcaption|figure|font|form|h[1-6]|head|hr|html|i|iframe|img|input|ins|kbd|li|link|main|mark|meta|nobr|object|ol|p|pre|q|rp|rt|ruby|s|samp|script|section|small|span|strike|strong|style|sub|sup|svg|table|tbody|td|th|thead|time|tr|tt|u|ul|var|video|wbr'
const TAG = new RegExp(`<(?:(?:${NAMES})(?=[\\s/>])[^<>]*|[a-z][^<>=]*=[^<>]*|[/!][a-z][^<>]*)>|<!--|-->`, 'gi')
const BLOCK_TAG = /<\/?(?:p|div|br|li|ul|ol|h[1-6]|blockquote|tr|table|section|pre|dd|dt|hr)(?:[\s/][^<>]*)?>/gi
const ENCODED_TAG = /&lt;\/?[a-z]/i
const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/gi

/**
 * Control characters, marks that turn or hide text, lone surrogates. Joiners stay, which Persian and Hindi are
 * written with.
 */
const HIDDEN =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff]|\p{Cs}/gu

/** Character references decoded, once. One without a semicolon is none: `?a=1&copy=2` is an address. */
export const decoded = (text: string): string =>
  text.includes('&') ? text.replace(ENTITY, (entity) => decodeHTML(entity)) : text

const withoutMarkup = (text: string): string => {
  const html = ENCODED_TAG.test(text) ? decoded(text) : text
  return decoded(html.includes('<') ? html.replace(TAG, '') : html)
}

/**
 * A value as one line of plain text: no tags, no control characters, blanks collapsed, at most `longest` UTF-16 code
 * units. Character references are decoded, as pages encode what their template encodes once more. Empty where nothing
 * is left.
 */
export function plainLine(value: string, longest: number): string {
  const line = withoutMarkup(value.slice(0, longest * WORK_PER_CHARACTER))
    .replace(HIDDEN, '')
    .replace(/\s+/g, ' ')
    .trim()
  return line.length > longest ? cut(line, longest) : line
}

/** A text of several paragraphs: as `plainLine`, but the end of a block is a line break. */
export function plainText(value: string, longest: number): string {
  const bounded = value.slice(0, longest)
  const html = ENCODED_TAG.test(bounded) ? decoded(bounded) : bounded
  return withoutMarkup(html.replace(BLOCK_TAG, '\n'))
    .replace(HIDDEN, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim()
}

/** Cut before the word that does not fit, and never inside a character. */
function cut(line: string, longest: number): string {
  const blank = line.lastIndexOf(' ', longest)
  const end = blank > longest * 0.8 ? blank : longest
  return line
    .slice(0, end)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd()
}

/** Longer addresses lead nowhere (UTF-16 code units). */
const LONGEST_URL = 2048

/** The absolute address, or undefined unless it is one of the web. */
export function webUrl(value: string | undefined, base?: string): string | undefined {
  const text = value?.trim()
  if (!text || text.length > LONGEST_URL || text.startsWith('#')) return undefined
  try {
    const {href, protocol} = new URL(text, base)
    return protocol === 'https:' || protocol === 'http:' ? href : undefined
  } catch {
    return undefined
  }
}

/** Letters and digits alone, to tell whether two wordings say the same. */
export const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '')
