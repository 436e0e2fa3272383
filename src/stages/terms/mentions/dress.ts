/** What a part of a mention wears: quotation marks, emphasis, a link, an element of HTML. Only the quotation marks are the house's. */
import type {Span} from '../../../draft/index.js'

export interface Dress extends Span {
  /** Emphasis, links and tags, outside in; they go where the part goes. */
  readonly open: string
  readonly close: string
  readonly isQuoted: boolean
  /** A link or tag, which is protected and cannot go elsewhere. */
  readonly isFixed: boolean
}

const QUOTES = new Map(Object.entries({'“': '”', '‘': '’', '"': '"', "'": "'", '「': '」', '『': '』', '«': '»'}))
const OPENERS = new Map([...QUOTES].map(([open, close]) => [close, open]))
const TAG = /<(em|i|b|strong|span|a|u|mark|cite|q|small)\b[^<>]{0,200}>$/i
const LINK_END = /^\]\([^()\s]{0,300}\)/
const LONGEST = 320

/** Bold italics in a link in quotation marks are five. */
const DEEPEST = 8

/** All that is worn by what stands in a span. */
export function dressOf(text: string, {start, end}: Span): Dress {
  let dress: Dress = {start, end, open: '', close: '', isQuoted: false, isFixed: false}
  for (let depth = 0; depth < DEEPEST; depth++) {
    const wider = layer(text, dress)
    if (!wider) break
    dress = wider
  }
  return dress
}

function layer(text: string, dress: Dress): Dress | undefined {
  const {start, end} = dress
  const before = text[start - 1]
  if (before === undefined || end >= text.length) return undefined
  if (QUOTES.get(before) === text[end]) return {...dress, start: start - 1, end: end + 1, isQuoted: true}
  if (before === '*' || before === '_')
    return before === text[end] ? widened(dress, text, start - 1, end + 1) : undefined
  if (before === '[') {
    const link = LINK_END.exec(text.slice(end, end + LONGEST))
    return link ? {...widened(dress, text, start - 1, end + link[0].length), isFixed: true} : undefined
  }
  if (before !== '>' || text[end] !== '<') return undefined
  const tag = TAG.exec(text.slice(Math.max(0, start - LONGEST), start))
  const close = tag && `</${tag[1]}>`
  if (!close || !text.startsWith(close, end)) return undefined
  return {...widened(dress, text, start - tag[0].length, end + close.length), isFixed: true}
}

const widened = (dress: Dress, text: string, start: number, end: number): Dress => ({
  ...dress,
  start,
  end,
  open: text.slice(start, dress.start) + dress.open,
  close: dress.close + text.slice(dress.end, end),
})

/** UTF-16 units that may stand between a pair of marks. */
const REACH = 100
const MARKS = /(?:[*_"“‘'「『«]|\[|<(?:em|i|b|strong|span|a|u|mark|cite|q|small)\b[^<>]{0,200}>)+/iy
const CLOSING = /(?:[*_"”’'」』»]|\]\([^()\s]{0,300}\)|<\/[a-z]{1,6}>)$/i

/** What stands in marks that open at `at`. */
export function dressedFrom(text: string, at: number): {inner: Span; dress: Dress} | undefined {
  MARKS.lastIndex = at
  const marks = MARKS.exec(text)?.[0]
  if (!marks) return undefined
  const start = at + marks.length
  const innermost = marks.at(-1)!
  const closer = innermost === '[' ? '](' : innermost === '>' ? '</' : (QUOTES.get(innermost) ?? innermost)
  const near = text.slice(start, start + REACH).split('\n', 1)[0]!
  for (let i = near.indexOf(closer); i > 0; i = near.indexOf(closer, i + 1)) {
    if (isApostrophe(text, start + i) || isPossessive(near, i)) continue
    const inner = {start, end: start + i}
    const dress = dressOf(text, inner)
    return dress.start === at ? {inner, dress} : undefined
  }
  return undefined
}

/** What stands in marks that close before `end`. */
export function dressedUpTo(text: string, end: number): {inner: Span; dress: Dress} | undefined {
  let close = end
  let innermost = ''
  for (let depth = 0; depth < DEEPEST; depth++) {
    const mark = CLOSING.exec(text.slice(Math.max(0, close - LONGEST), close))
    if (!mark) break
    close -= mark[0].length
    innermost = mark[0]
  }
  if (innermost === '') return undefined
  const before = text.slice(Math.max(0, close - REACH), close)
  const near = before.slice(before.lastIndexOf('\n') + 1)
  const from = close - near.length
  const opener = innermost.startsWith(']')
    ? '['
    : innermost.startsWith('<')
      ? '>'
      : (OPENERS.get(innermost) ?? innermost)
  for (let i = near.lastIndexOf(opener); i >= 0; i = i === 0 ? -1 : near.lastIndexOf(opener, i - 1)) {
    if (isApostrophe(text, from + i)) continue
    const inner = {start: from + i + opener.length, end: close}
    const dress = dressOf(text, inner)
    return dress.end === end ? {inner, dress} : undefined
  }
  return undefined
}

/** `'formalities' sake'`: after an s, with more words and another mark to come. */
const isPossessive = (near: string, at: number): boolean =>
  /['’]/.test(near[at]!) && near[at - 1] === 's' && /^ [\p{L}\p{N}, ]+['’](?!\p{L})/u.test(near.slice(at + 1))

const isApostrophe = (text: string, at: number): boolean =>
  /['’]/.test(text[at]!) && /\p{L}/u.test(text[at - 1] ?? '') && /\p{L}/u.test(text[at + 1] ?? '')
