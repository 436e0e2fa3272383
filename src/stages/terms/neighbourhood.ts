/**
 * What already stands around a mention: brackets, its pinyin, a gloss. Authors have two dozen ways to write the three,
 * so pinyin and gloss are looked for anywhere near; to find one too many only costs an explanation.
 */
import {GLUED, gapBefore, HAN, kindOf, NEW_LINE, WORD, type Words, wordText} from '../../draft/index.js'
import {type Mention, plainPinyin} from './glossary.js'

/** How far a gloss or pinyin may stand from its term, in tokens. */
const REACH = 14
/** A rendering of one word is common English; it must stand nearer. */
const SHORT_REACH = 5

export interface Neighbourhood {
  readonly hasPinyin: boolean
  /** The pinyin stands before the term: `neijuan (内卷)`. */
  readonly isAfterPinyin: boolean
  readonly hasGloss: boolean
  /** Offsets of the bracket that follows the term: after `(` and before `)`. */
  readonly bracket: {readonly start: number; readonly end: number} | undefined
  /** The bracket holds nothing but the term's pinyin and house gloss. */
  readonly isCanonical: boolean
  /** The term itself stands first in brackets: `neijuan (内卷)`. */
  readonly isBracketed: boolean
  /** Where something may be put in after the term and the marks that close around it. */
  readonly after: number
}

const OPENING = /^[(（[]$/
const CLOSING_QUOTES = /^["'”’»」』》*_]+/

export function neighbourhoodOf(words: Words, mention: Mention): Neighbourhood {
  const {text} = words
  const end = words.ends[mention.last - 1]!
  const after = afterClosers(text, words.starts[mention.first]!, end)
  const bracket = bracketAfter(text, after)
  const content = bracket ? text.slice(bracket.start, bracket.end) : ''
  const isBracketed = OPENING.test(before(words, mention.first))
  const pinyin = findPinyin(words, mention)
  const restOfBracket = withoutPinyin(content, mention)
  return {
    hasPinyin: pinyin >= 0,
    isAfterPinyin: pinyin >= 0 && pinyin < mention.first,
    hasGloss:
      /\p{Script=Latin}{2}/u.test(restOfBracket) ||
      findsRendering(words, mention) ||
      saysMeaning(text, bracket ? bracket.end + 1 : after),
    bracket,
    isCanonical: bracket !== undefined && isHouseForm(restOfBracket, mention),
    isBracketed,
    after,
  }
}

const before = (words: Words, first: number): string =>
  first > 0 && gapBefore(words, first) === GLUED ? words.text.slice(words.starts[first]! - 1, words.starts[first]!) : ''

/** Past the quotation marks or emphasis that close around the term. */
function afterClosers(text: string, start: number, end: number): number {
  if (!/["'“‘«「『《*_]/.test(text[start - 1] ?? '')) return end
  return end + (CLOSING_QUOTES.exec(text.slice(end, end + 4))?.[0].length ?? 0)
}

function bracketAfter(text: string, at: number): {start: number; end: number} | undefined {
  const open = /^[ \u00a0]?[(（]/.exec(text.slice(at, at + 2))
  if (!open) return undefined
  const start = at + open[0].length
  const close = text.slice(start, start + 300).search(/[)）\n]/)
  return close < 0 || text[start + close] === '\n' ? undefined : {start, end: start + close}
}

function withoutPinyin(content: string, {term}: Mention): string {
  const parts = content.split(/(?<=[\p{L}\p{M}])(?:\s*[,;:，；：]\s*|\s+[–—-]\s+|\s+(?=["“‘']))/u)
  return parts.filter((part) => plainPinyin(part) !== term.plainPinyin).join(' ')
}

function isHouseForm(rest: string, {term}: Mention): boolean {
  const plain = rest
    .replace(/["“”‘’']/g, '')
    .trim()
    .toLowerCase()
  return plain === '' || plain === term.gloss.toLowerCase()
}

/** The words of the line around the mention, nearest first does not matter: all are tried. */
function* wordsAround(words: Words, {first, last}: Mention, reach: number): Iterable<number> {
  for (let i = first; i > 0 && first - i < reach && gapBefore(words, i) < NEW_LINE; i--) yield i - 1
  for (let i = last; i < words.count && i - last < reach && gapBefore(words, i) < NEW_LINE; i++) yield i
}

/** The token the term's pinyin begins at, or -1. */
function findPinyin(words: Words, mention: Mention): number {
  const {plainPinyin: wanted} = mention.term
  for (const i of wordsAround(words, mention, REACH)) {
    let joined = ''
    for (let k = i; k < words.count && joined.length < wanted.length; k++) {
      if (kindOf(words, k) === HAN || (k > i && gapBefore(words, k) >= NEW_LINE)) break
      joined += plainPinyin(wordText(words, k))
      if (!wanted.startsWith(joined)) break
    }
    if (joined === wanted) return i
  }
  return -1
}

function findsRendering(words: Words, mention: Mention): boolean {
  return mention.term.renderings.some((rendering) => {
    const reach = rendering.count === 1 ? SHORT_REACH : REACH
    for (const i of wordsAround(words, mention, reach)) if (readsAt(rendering, words, i)) return true
    return false
  })
}

/** The last word may be in the plural. */
function readsAt(rendering: Words, words: Words, at: number): boolean {
  if (at + rendering.count > words.count) return false
  for (let k = 0; k < rendering.count; k++) {
    if (rendering.hashes[k] === words.hashes[at + k]) continue
    const isPlural =
      k === rendering.count - 1 &&
      kindOf(words, at + k) === WORD &&
      wordText(words, at + k).toLowerCase() === `${wordText(rendering, k).toLowerCase()}s`
    if (!isPlural) return false
  }
  return true
}

/** `内卷, or “involution”`, `内卷, which means …`, `内卷: pointless competition`, `内卷 – the burnout epidemic`. */
function saysMeaning(text: string, after: number): boolean {
  return /^(?:\s*[,，]?\s*(?:or|meaning|literally|which (?:means|translates)|i\.e\.|that is|known (?:in English )?as|translated as)\b|\s*[:：/=]\s*["“‘]?\p{Script=Latin}|\s+[–—]\s+(?:the|a|an|or)\b)/iu.test(
    text.slice(after, after + 60),
  )
}
