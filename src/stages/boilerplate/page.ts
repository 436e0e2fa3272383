/** The lines of a page as a reader sees them: how long, how they end, and what the rules say of them. */
import {type Draft, findOverlap, gapBefore, kindOf, MARK, NEW_LINE} from '../../draft/index.js'
import type {Hit, RuleScan} from '../../rules/compile.js'

export interface PageLine {
  readonly start: number
  /** Without the line break. */
  readonly end: number
  /** Where the next line begins. */
  readonly next: number
  readonly isBlank: boolean
  /** Words and numbers. */
  readonly count: number
  /** Whether it ends as a sentence does, marks of closing allowed; a cut-off `…` is no such end. */
  readonly endsSentence: boolean
  /** Whether it ends in an ellipsis, as cut-off teasers do. */
  readonly isCutOff: boolean
  /** Level of a Markdown heading, 0 for other lines. */
  readonly headingLevel: number
  /** A link definition of Markdown: `[1]: https://…`. */
  readonly isDefinition: boolean
  readonly hits: readonly Hit[]
}

const NO_HITS: readonly Hit[] = []

/** From this many words on, a line that ends a sentence is prose, whatever its neighbours are. */
const FEWEST_PROSE_WORDS = 12
/** A headline has fewer words than this, a teaser fewer than that; what is longer is prose without its full stop. */
const LONGEST_HEADLINE = 30
const LONGEST_TEASER = 60

export const isProse = ({count, endsSentence, isCutOff}: PageLine): boolean =>
  (endsSentence && count >= FEWEST_PROSE_WORDS) || count > (isCutOff ? LONGEST_TEASER : LONGEST_HEADLINE)

const SENTENCE_END = /[.!?。！？؟।:：;](?:["'”’»)\]*_]|\[\d+\])*\s*$/
const CUT_OFF = /(?:\.\.\.|…)["'”’]?\s*$/
const HEADING = /^ {0,3}(#{1,6})[ \t]/
const DEFINITION = /^ {0,3}\[[^\]]{1,100}\]:[ \t]/

/** All lines of a draft, with the hits of the stage's rules. */
export function pageOf(draft: Draft, scan: RuleScan): PageLine[] {
  const {text} = draft
  const lines = draft.lines()
  const counts = wordCounts(draft, lines.count)
  const page: PageLine[] = []
  for (let i = 0; i < lines.count; i++) {
    const [start, end] = [lines.starts[i]!, lines.ends[i]!]
    const tail = text.slice(Math.max(start, end - 80), end)
    page.push({
      start,
      end,
      next: i + 1 < lines.count ? lines.starts[i + 1]! : text.length,
      isBlank: counts[i] === 0 && text.slice(start, Math.min(end, start + 1000)).trim() === '',
      count: counts[i]!,
      endsSentence: SENTENCE_END.test(tail) && !CUT_OFF.test(tail),
      isCutOff: CUT_OFF.test(tail),
      headingLevel: HEADING.exec(text.slice(start, start + 12))?.[1]?.length ?? 0,
      isDefinition: DEFINITION.test(text.slice(start, start + 110)),
      hits: NO_HITS,
    })
  }
  let at = 0
  const shields = draft.protected().filter(({kind}) => kind === 'front-matter' || kind === 'code')
  for (const hit of scan.scan(draft.words())) {
    if (findOverlap(shields, hit)) continue
    while (page[at]!.next <= hit.start) at++
    const line = page[at]!
    if (line.hits === NO_HITS) page[at] = {...line, hits: [hit]}
    else (line.hits as Hit[]).push(hit)
  }
  return page
}

function wordCounts(draft: Draft, lineCount: number): Uint32Array {
  const counts = new Uint32Array(lineCount)
  const words = draft.words()
  const lines = draft.lines()
  let line = 0
  for (let i = 0; i < words.count; i++) {
    if (gapBefore(words, i) >= NEW_LINE) while (lines.ends[line]! <= words.starts[i]!) line++
    if (kindOf(words, i) !== MARK) counts[line]!++
  }
  return counts
}
