/** What is left of a web page when its tags are gone: blocks of text, and the elements that they stood in. */
import type {Span} from './span.js'

/** What words in class, id, role and itemprop speak of; a group's place is its bit. */
export const GROUPS = [
  'navigation',
  'header',
  'footer',
  'sidebar',
  'comment',
  'related',
  'share',
  'advertising',
  'newsletter',
  'caption',
  'byline',
  'tags',
  'notice',
  'widget',
  'card',
  'pagination',
  'hidden',
  'account',
  'title',
  'article',
  'content',
  'prose',
  'lead',
  'quote',
  'toc',
  'product',
  'note',
  'region',
  'player',
] as const

export type Group = (typeof GROUPS)[number]

/** The elements of a page, in parallel arrays by their number, in the order in which they open. */
export interface Elements {
  readonly count: number
  /** Smaller than the element's own number; -1 for those that stand in no other. */
  readonly parents: readonly number[]
  /** In lower case. */
  readonly names: readonly string[]
  /** What class, id, role and itemprop say, as bits in the order of `GROUPS`. */
  readonly groups: readonly number[]
}

/** Text that nothing breaks but the width of the window: a paragraph, a heading, a line of an address. */
export interface Block {
  /** Blanks collapsed, except in preformatted text. */
  readonly text: string
  /** The innermost element that holds all of the text. */
  readonly element: number
  /** The innermost element around it that is no part of a line. */
  readonly container: number
  /** Where it begins and ends in the page, in UTF-16 code units, tags within it included. */
  readonly start: number
  readonly end: number
  /** How many links there are in it, and how much of its text (UTF-16 code units). */
  readonly links: number
  readonly linkLength: number
  /** How much of its text is bold or italic (UTF-16 code units). */
  readonly emphasisLength: number
  /** Images between the block before and this one. */
  readonly images: number
  /** Whether only a line break, no new element, parts it from the block before. */
  readonly followsBreak: boolean
  /** Whether the page hides it, by an attribute or inline style. */
  readonly isHidden: boolean
}

/** What a page may say it is. */
export type PageType = 'article' | 'product' | 'listing' | 'forum' | 'documentation' | 'other'

/** What the page's head says of the article; empty where it says nothing. Witnesses, not answers. */
export interface Told {
  readonly title: string
  readonly description: string
  /** The article's text, where the page states it for search engines. */
  readonly body: string
}

export interface WebPage {
  readonly elements: Elements
  readonly blocks: readonly Block[]
  readonly told: Told
}

/** A page whose blocks were written out as the source of a draft. */
export interface WrittenPage {
  readonly page: WebPage
  /** Where each block stands in the source. */
  readonly spans: readonly Span[]
}
