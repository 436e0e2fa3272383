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

/** What the page said about the article. */
export interface Metadata {
  title?: string
  byline?: string
  /** As the page wrote it. */
  date?: string
}
