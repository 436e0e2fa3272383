/**
 * Which lines go because of what stands above them: the entries of a section ("Related Stories"), and the tail of a page.
 *
 * Where the tail begins is a decision of its own: more than half of what extractors leave in comes after the article's end.
 */
import type {Page} from './page.js'
import type {Removals} from './removal.js'

/** A section in the middle of an article lists no more than this; a longer list is more likely the article's own. */
const MOST_ENTRIES = 12
/** A removal less sure than this takes nothing else along. */
const SURE = 0.8

/** Adds the entries of each section to the lines that go. Takes back a heading that prose follows at once. */
export function sections(page: Page, heads: ReadonlySet<number>, gone: Removals): void {
  const firstProse = page.firstProse((i) => gone.has(i))
  for (const head of heads) {
    const end = sectionEnd(page, head, gone)
    const entries: number[] = []
    for (let i = head + 1; i < end; i++) if (!page.line(i).isBlank && !gone.has(i)) entries.push(i)
    const isAtEnd = end === page.count
    // Above the article the last entry is more likely its title.
    if (end === firstProse) entries.pop()
    const opensProse = entries.length === 0 && !isAtEnd && !hasGone(gone, head + 1, end)
    if (opensProse || (!isAtEnd && entries.length > MOST_ENTRIES)) {
      gone.delete(head)
      continue
    }
    const {confidence} = gone.get(head)!
    for (const entry of entries) gone.set(entry, {rule: 'boilerplate/section-entry', confidence, opensTail: false})
  }
}

/** A section ends before prose, before a heading that is not below its own, and before link definitions. */
function sectionEnd(page: Page, head: number, gone: Removals): number {
  const level = page.line(head).headingLevel || Number.POSITIVE_INFINITY
  let end = head + 1
  while (end < page.count) {
    const line = page.line(end)
    const isHeading = line.headingLevel > 0 && line.headingLevel <= level
    if (!line.isBlank && !gone.has(end) && (line.isProse || isHeading || line.isDefinition)) break
    end++
  }
  return end
}

function hasGone(gone: Removals, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (gone.has(i)) return true
  return false
}

/**
 * A page ends in furniture when a section heading is followed by no more prose. Then everything goes from the first
 * line after the last prose that is surely furniture, with the teasers between.
 */
export function tail(page: Page, heads: ReadonlySet<number>, gone: Removals): void {
  const isSure = (i: number): boolean => (gone.get(i)?.confidence ?? 0) >= SURE
  let last = page.count - 1
  while (last >= 0 && (isSure(last) || !page.line(last).isProse)) last--
  let first = last + 1
  while (first < page.count && !(isSure(first) && gone.get(first)!.opensTail)) first++
  if (![...heads].some((head) => head >= first && isSure(head))) return
  for (let i = first; i < page.count; i++) {
    if (page.line(i).isBlank || isSure(i)) continue
    gone.set(i, {rule: 'boilerplate/trailing-list', confidence: 0.9, opensTail: false})
  }
}
