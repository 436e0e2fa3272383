/**
 * The lines of a page as a reader sees them: how long, how they end, and what the rules say of them.
 *
 * A line is looked at when somebody asks for it: of a clean article that is its beginning only.
 */
import {type Draft, findOverlap, lineAt, type Span} from '../../draft/index.js'
import type {RuleScan} from '../../rules/compile.js'
import type {Hit} from '../../rules/hit.js'
import {lengthInWords} from './length.js'

export interface PageLine {
  readonly start: number
  /** Without the line break. */
  readonly end: number
  /** Where the next line begins. */
  readonly next: number
  readonly isBlank: boolean
  /** Words and numbers; in scripts without blanks, how many words its characters make. */
  readonly count: number
  /** A sentence of some length, or a line too long for a headline or teaser. */
  readonly isProse: boolean
  /** Level of a Markdown heading, 0 for other lines. */
  readonly headingLevel: number
  /** A link definition of Markdown: `[1]: https://…`. */
  readonly isDefinition: boolean
}

/** From this many words on, a line that ends a sentence is prose, whatever its neighbours are. */
const FEWEST_PROSE_WORDS = 12
/** A headline has fewer words than this, a teaser fewer than that; what is longer is prose without its full stop. */
const LONGEST_HEADLINE = 30
const LONGEST_TEASER = 60

/** Full stops, question marks and colons of all scripts; marks of closing may follow; a cut-off `…` ends no sentence. */
const SENTENCE_END = /[.!?:;。．｡！？：；؟؛۔।॥։።፧။៖។‼⁇⁈⁉](?:["'”’»›」』》〉）】)\]*_]|\[\d+\])*\s*$/
const CUT_OFF = /(?:\.\.\.|…|⋯)["'”’»」』]?\s*$/
const HEADING = /^ {0,3}(#{1,6})[ \t]/
const DEFINITION = /^ {0,3}\[[^\]]{1,100}\]:[ \t]/

export class Page {
  readonly draft: Draft
  readonly count: number
  /** Code and front matter: no line of theirs is of the page. */
  readonly shields: readonly Span[]
  /** What the rules found, by line; nothing in code or front matter, and no words of an address or a tag. */
  readonly hits: ReadonlyMap<number, readonly Hit[]>
  readonly #lines: PageLine[] = []

  constructor(draft: Draft, scan: RuleScan) {
    this.draft = draft
    this.count = draft.lines().count
    this.shields = draft.protected().filter(({kind}) => kind === 'front-matter' || kind === 'code')
    this.hits = hitsByLine(draft, scan, this.shields)
  }

  line(i: number): PageLine {
    const known = this.#lines[i] ?? this.#look(i)
    this.#lines[i] = known
    return known
  }

  /** The beginning of a line's text. */
  text(i: number, longest: number): string {
    const {start, end} = this.line(i)
    return this.draft.text.slice(start, Math.min(end, start + longest))
  }

  /** The first line of prose that is not left out; the number of lines when there is none. */
  firstProse(isLeftOut: (i: number) => boolean): number {
    let i = 0
    while (i < this.count && (!this.line(i).isProse || isLeftOut(i))) i++
    return i
  }

  #look(i: number): PageLine {
    const {text} = this.draft
    const lines = this.draft.lines()
    const [start, end] = [lines.starts[i]!, lines.ends[i]!]
    const count = lengthInWords(this.draft.words(), start, end)
    const head = text.slice(start, Math.min(end, start + 110))
    return {
      start,
      end,
      next: i + 1 < this.count ? lines.starts[i + 1]! : text.length,
      isBlank: count === 0 && !/\S/.test(text.slice(start, end)),
      count,
      isProse: isProse(text.slice(Math.max(start, end - 80), end), count),
      headingLevel: HEADING.exec(head)?.[1]?.length ?? 0,
      isDefinition: DEFINITION.test(head),
    }
  }
}

function isProse(tail: string, count: number): boolean {
  if (count < FEWEST_PROSE_WORDS) return false
  const isCutOff = CUT_OFF.test(tail)
  return (!isCutOff && SENTENCE_END.test(tail)) || count > (isCutOff ? LONGEST_TEASER : LONGEST_HEADLINE)
}

function hitsByLine(draft: Draft, scan: RuleScan, shields: readonly Span[]): Map<number, Hit[]> {
  const byLine = new Map<number, Hit[]>()
  const isText = (phrase: Span): boolean => !isWithin(phrase, findOverlap(draft.protected(), phrase))
  for (const hit of scan.scan(draft.words(), isText)) {
    if (findOverlap(shields, hit)) continue
    const line = lineAt(draft.lines(), hit.start)
    const hits = byLine.get(line)
    if (hits) hits.push(hit)
    else byLine.set(line, [hit])
  }
  return byLine
}

const isWithin = ({start, end}: Span, other: Span | undefined): boolean =>
  other !== undefined && other.start <= start && end <= other.end
