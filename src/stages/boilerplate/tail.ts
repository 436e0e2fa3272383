/**
 * Which lines go because of what stands above them: the entries of a section ("Related Stories"), and the tail of a page.
 *
 * Where the tail begins is a decision of its own: more than half of what extractors leave in comes after the article's end.
 */
import {isProse, isTeaser, type PageLine} from './page.js'
import type {Removal} from './removal.js'

/** A section in the middle of an article lists no more than this; a longer list is more likely the article's own. */
const MOST_ENTRIES = 12

/** Adds the entries of each section to the lines that go. Takes back a heading that prose follows at once. */
export function sections(page: readonly PageLine[], heads: ReadonlySet<number>, gone: Map<number, Removal>): void {
  for (const head of heads) {
    const entries: number[] = []
    let end = head + 1
    for (; end < page.length && (page[end]!.isBlank || gone.has(end) || isEntry(page[end]!)); end++) {
      if (!page[end]!.isBlank && !gone.has(end)) entries.push(end)
    }
    const isAtEnd = end === page.length
    const opensProse = entries.length === 0 && !isAtEnd && !hasGoneBetween(gone, head + 1, end)
    if (opensProse || (!isAtEnd && entries.length > MOST_ENTRIES)) {
      gone.delete(head)
      continue
    }
    const {confidence} = gone.get(head)!
    for (const entry of entries) gone.set(entry, {rule: 'boilerplate/section-entry', confidence})
  }
}

/** Headings belong to the article, even where a section stands before them. */
const isEntry = (line: PageLine): boolean => isTeaser(line) && !(line.isMarkup && line.count > 0 && line.endsSentence)

function hasGoneBetween(gone: ReadonlyMap<number, Removal>, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (gone.has(i)) return true
  return false
}

/**
 * A page ends in furniture when a section heading is followed by no more prose. Then everything goes from the first
 * removed line after the last prose, with the teasers between.
 */
export function tail(page: readonly PageLine[], heads: ReadonlySet<number>, gone: Map<number, Removal>): void {
  let last = page.length - 1
  while (last >= 0 && (gone.has(last) || !isProse(page[last]!))) last--
  const first = firstGone(gone, last + 1, page.length)
  if (first === undefined || ![...heads].some((head) => head >= first)) return
  for (let i = first; i < page.length; i++) {
    if (!page[i]!.isBlank && !gone.has(i)) gone.set(i, {rule: 'boilerplate/trailing-list', confidence: 0.9})
  }
}

function firstGone(gone: ReadonlyMap<number, Removal>, from: number, to: number): number | undefined {
  for (let i = from; i < to; i++) if (gone.has(i)) return i
  return undefined
}
