import type {Span} from './span.js'

/** What a stretch of text is written in. */
export interface Language {
  /** ISO 639-1 where there is one, with the script where it matters: `en`, `zh-Hans`, `zh-Hant`; `und` for undetermined. */
  readonly tag: string
  /** ISO 15924: `Latn`, `Hans`, `Cyrl`. */
  readonly script: string
  /** 0–1. */
  readonly confidence: number
}

/** A stretch of lines in one language. */
export interface Passage extends Span {
  readonly language: Language
}

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
