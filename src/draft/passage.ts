import {findOverlap, type Span} from './span.js'

/** What a stretch of text is written in. */
export interface Language {
  /** ISO 639-1 where there is one, with the script where it matters: `en`, `zh-Hans`, `zh-Hant`; `und` for undetermined. */
  readonly tag: string
  /** ISO 15924: `Latn`, `Hans`, `Cyrl`. */
  readonly script: string
  /** 0–1. */
  readonly confidence: number
  /** Of Chinese, which share of the characters that only one script has are of the other; absent where none is. 0–1. */
  readonly minority?: number
}

/** A stretch of text in one language. */
export interface Run extends Span {
  readonly language: Language
}

/** A stretch of lines in one language. */
export interface Passage extends Run {
  /** What stands in it in another script and language, sorted and apart; absent where there is nothing. */
  readonly runs?: readonly Run[]
}

/** The language at an offset, of the run if there is one; undefined outside all passages. */
export function languageAt(passages: readonly Passage[], offset: number): Language | undefined {
  const place = {start: offset, end: offset + 1}
  const passage = findOverlap(passages, place)
  return (findOverlap(passage?.runs ?? [], place) ?? passage)?.language
}

/** Passages and their runs where an edit of the text has put them; runs of which nothing is left are gone. */
export function movedPassages(
  passages: readonly Passage[],
  forth: (offset: number, side: 'start' | 'end') => number,
): readonly Passage[] {
  const moved = <R extends Run>(run: R): R => ({...run, start: forth(run.start, 'start'), end: forth(run.end, 'end')})
  return passages.map((p) => (p.runs ? {...moved(p), runs: p.runs.map(moved).filter(isLeft)} : moved(p)))
}

/** Whether a revision left something of a run. */
const isLeft = ({start, end}: Run): boolean => start < end

const NO_RUNS: readonly Passage[] = []

/** Whether two lists hold the same stretches, runs and languages. */
export const isSamePartition = (a: readonly Passage[], b: readonly Passage[]): boolean =>
  a.length === b.length &&
  a.every(({start, end, language, runs}, i) => {
    const other = b[i]!
    const isSame = start === other.start && end === other.end && language.tag === other.language.tag
    return isSame && (runs === other.runs || isSamePartition(runs ?? NO_RUNS, other.runs ?? NO_RUNS))
  })

/** What the page said about the article. All of it is the page's word, as plain text. */
export interface Metadata {
  title?: string
  /** Authors, joined by commas. */
  byline?: string
  /** When it was published: ISO 8601 where the page gives it so or it can be told, else as the page wrote it. */
  date?: string
  /** When it was last changed, as `date`. */
  modified?: string
  /** Name of the site or publication. */
  site?: string
  /** BCP 47, as declared; what the text is written in is `Language`. */
  language?: string
  /** Canonical address. */
  url?: string
  /** Absolute address of the lead image. */
  image?: string
  /** Address of the licence, or its name. */
  licence?: string
}
