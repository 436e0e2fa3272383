/**
 * The head and the tail of a page that lost its tags: what stands above and below the run of lines that is its article.
 *
 * Only a text that shows what it is, a page with menus and lists, is cut, and only at its edges: a line between prose
 * goes by a rule or not at all. Measured with models that had not seen the site: of 426 flattened pages with an article
 * 83 % are recognised; of 426 articles by themselves 2 %, all of them lists of short lines; of 2,000 documents of
 * four corpora and 120 poems, lists, recipes, interviews and the like none; of 2,089 licences, changelogs and readmes
 * of Debian packages three, all of them licences of many parts.
 */
import {findOverlap, isMarkdown} from '../../../draft/index.js'
import {probabilitiesOf, type TreeEnsemble} from '../../../matching/tree-ensemble.js'
import type {Fault} from '../../../stage/fault.js'
import {type Look, lookAt} from '../look.js'
import type {Page} from '../page.js'
import {certaintyOf, type Removals} from '../removal.js'
import {LINE_FEATURE_COUNT, type Line, lineFeatures} from './features.js'

export const EDGE_FAULTS: readonly Fault[] = [
  {
    id: 'boilerplate/page-head',
    message: 'Unexpected line above the article: `{actual}`',
    why: 'By its shape and that of its neighbours it belongs to the page, not to the article.',
  },
  {
    id: 'boilerplate/page-tail',
    message: 'Unexpected line below the article: `{actual}`',
    why: 'By its shape and that of its neighbours it belongs to the page, not to the article.',
  },
]

/** A page has so many lines that are this unlikely to be of an article. */
const FEWEST_UNLIKELY = 8
const UNLIKELY = 0.1
/** What a line must be worth to lengthen the run; higher values cut more of both. */
const WORTH = 0.4
/** Longer texts are no single page; books of verse are, line by line, not unlike one. */
const MOST_LINES = 3000
/** Scrapers trim lines; a text with a larger share of indented ones was laid out by hand or by a program. */
const MOST_INDENTED = 0.2
/** Of the lines cut in pages whose site the model had not seen, so many were none of the article's, by probability. */
const LEAST_CONFIDENCE = 0.55

/** Adds what stands above and below the article. */
export function edges(trees: TreeEnsemble, page: Page, gone: Removals): void {
  // What somebody wrote as Markdown has lists of links of its own; a table of contents looks like a menu.
  if (isMarkdown(page.draft.format)) return
  const numbers = textLines(page)
  if (numbers.length < FEWEST_UNLIKELY || numbers.length > MOST_LINES) return
  if (numbers.filter((i) => /^(?: {2}|\t)/.test(page.text(i, 2))).length > numbers.length * MOST_INDENTED) return
  const lines = numbers.map((i) => lineOf(page, i))
  if (lines.filter(({text}) => text.length < SHORT).length < FEWEST_UNLIKELY) return
  const looks = lines.map(({text}) => lookAt(text))
  const likely = probabilitiesOf(trees, lineFeatures(lines, looks), LINE_FEATURE_COUNT)
  if (likely.filter((p) => p < UNLIKELY).length < FEWEST_UNLIKELY) return
  const run = bestRun(looks, likely)
  if (!hasParagraphs(lines, looks, run)) return
  for (const [k, i] of numbers.entries()) {
    if (k >= run.first && k <= run.last) continue
    const rule = k < run.first ? 'boilerplate/page-head' : 'boilerplate/page-tail'
    const confidence = Math.max(LEAST_CONFIDENCE, certaintyOf(likely[k]!))
    gone.set(i, {rule, confidence, opensTail: false})
  }
}

/** A line of furniture is seldom longer (UTF-16 code units): a text without such lines needs no model. */
const SHORT = 80

/** The lines that hold text, code and front matter aside. */
function textLines(page: Page): number[] {
  const numbers: number[] = []
  for (let i = 0; i < page.count && numbers.length <= MOST_LINES; i++) {
    const line = page.line(i)
    if (!line.isBlank && !line.isDefinition && !findOverlap(page.shields, line)) numbers.push(i)
  }
  return numbers
}

const LINK = /!?\[([^\]\n]{0,500})\]\([^()\s]{0,2000}(?:\s"[^"\n]{0,200}")?\)/g
const ITEM = /^\s{0,12}(?:[-*+•·‣◦▪]|\d{1,3}[.)])\s+/

function lineOf(page: Page, i: number): Line {
  const {headingLevel} = page.line(i)
  const source = page.text(i, LONGEST)
  let linked = 0
  const unlinked = source.replace(LINK, (_, words: string) => {
    linked += words.length
    return words
  })
  const isItem = ITEM.test(unlinked)
  const text = unlinked
    .replace(/^\s{0,12}(?:#{1,6}\s+|>\s?)/, '')
    .replace(ITEM, '')
    .trim()
  return {
    text,
    linkShare: Math.min(1, linked / Math.max(1, text.length)),
    heading: headingLevel,
    isItem,
  }
}

/** Of a line no more is looked at (UTF-16 code units). */
const LONGEST = 5000

/** A paragraph that nobody broke at a width (UTF-16 code units; ideographs count twice). */
const PARAGRAPH = 100
const LEAST_IN_PARAGRAPHS = 0.4

/**
 * Whether the run is written a paragraph a line, as scrapers write it. Text that is broken at a width is a file that
 * somebody wrote so: a changelog, a licence, a letter.
 */
function hasParagraphs(lines: readonly Line[], looks: readonly Look[], {first, last}: Run): boolean {
  let [all, within] = [0, 0]
  for (let i = first; i <= last; i++) {
    const width = lines[i]!.text.length + looks[i]!.ideographs
    all += width
    if (width >= PARAGRAPH) within += width
  }
  return within >= all * LEAST_IN_PARAGRAPHS
}

interface Run {
  readonly first: number
  readonly last: number
}

/** The stretch of lines with the greatest sum of what each is worth: the article, its own odd lines included. */
function bestRun(looks: readonly Look[], likely: Float32Array): Run {
  let best = 0
  let run: Run = {first: 0, last: -1}
  let sum = 0
  let first = 0
  for (const [i, {tokens}] of looks.entries()) {
    if (sum <= 0) {
      sum = 0
      first = i
    }
    sum += (likely[i]! - WORTH) * (tokens + 2)
    if (sum > best) {
      best = sum
      run = {first, last: i}
    }
  }
  return best > 0 ? run : {first: 0, last: looks.length - 1}
}
