/** What the page's head says of the article, found again in its blocks. */
import type {Outline} from './outline.js'

export interface Overlap {
  /** Share of a block's words that the title has, by block; short blocks only. */
  readonly title: Float32Array
  readonly description: Float32Array
  /** Share of a block's tokens that stand so in the article's text that the head states; undefined where it states none. */
  readonly body: Float32Array | undefined
  /** The block that is the page's headline; -1 where none is. */
  readonly titleBlock: number
}

const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]|[\p{L}\p{N}]+/gu
/** Witnesses are heard up to here (UTF-16 code units). */
const LONGEST = 200_000
/** Longer blocks are no headlines. */
const LONGEST_HEADLINE = 300
/** A stated body shorter than this (tokens) is a teaser. */
const SHORTEST_BODY = 80
const GRAM = 3

const wordsIn = (text: string): string[] => text.slice(0, LONGEST).toLowerCase().match(WORD) ?? []

export function overlaps(outline: Outline): Overlap {
  const {told} = outline.page
  const title = new Set(wordsIn(told.title))
  const description = new Set(wordsIn(told.description))
  const body = wordsIn(told.body)
  const grams = body.length >= SHORTEST_BODY ? gramsOf(body) : undefined
  const count = outline.blocks.length
  const result = {
    title: new Float32Array(count),
    description: new Float32Array(count),
    body: grams && new Float32Array(count),
  }
  for (const [i, {text}] of outline.blocks.entries()) {
    if (text.length <= LONGEST_HEADLINE && title.size > 0) result.title[i] = jaccard(wordsIn(text), title)
    if (description.size > 4 && outline.isProse[i]) result.description[i] = shareIn(wordsIn(text), description)
    if (grams && result.body) result.body[i] = gramShare(wordsIn(text), grams)
  }
  return {...result, titleBlock: headlineOf(outline, result.title)}
}

function gramsOf(words: readonly string[]): Set<string> {
  const grams = new Set<string>(words)
  for (let i = 0; i + GRAM <= words.length; i++) grams.add(words.slice(i, i + GRAM).join(' '))
  return grams
}

function gramShare(words: readonly string[], grams: ReadonlySet<string>): number {
  if (words.length < GRAM) return words.length > 0 && words.every((word) => grams.has(word)) ? 0.5 : 0
  let found = 0
  for (let i = 0; i + GRAM <= words.length; i++) if (grams.has(words.slice(i, i + GRAM).join(' '))) found++
  return found / (words.length - GRAM + 1)
}

function shareIn(words: readonly string[], known: ReadonlySet<string>): number {
  let found = 0
  for (const word of new Set(words)) if (known.has(word)) found++
  return found / known.size
}

function jaccard(words: readonly string[], title: ReadonlySet<string>): number {
  const own = new Set(words)
  let shared = 0
  for (const word of own) if (title.has(word)) shared++
  return shared / (own.size + title.size - shared || 1)
}

/** The block most like the title, headings before others, the first of equals. */
function headlineOf(outline: Outline, title: Float32Array): number {
  const {names} = outline.page.elements
  let best = -1
  let most = 0.3
  for (const [i, block] of outline.blocks.entries()) {
    const name = names[block.container]
    const worth =
      title[i]! + (name === 'h1' ? 0.4 : name === 'h2' ? 0.15 : 0) - (outline.linkShares[i]! > 0.5 ? 0.2 : 0)
    if (title[i]! + (name === 'h1' ? 0.3 : 0) > 0.3 && worth > most) {
      most = worth
      best = i
    }
  }
  return best
}
