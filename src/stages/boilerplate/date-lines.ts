/** Which lines above an article say when the page was put up. Letters, diaries and lists of fixtures have dates of their own. */
import {isDateLine} from './dates.js'
import type {Page} from './page.js'
import type {Removals} from './removal.js'

/** When a page was put up and when it was changed; more dates than that are a list. */
const MOST_DATES = 2
/** "Dear Mrs Harper," and its like in other languages. */
const LONGEST_SALUTATION = 8

/** The lines before `end` that hold nothing but a date of the page; none where no article follows. */
export function dateLines(page: Page, end: number, gone: Removals): number[] {
  const found: number[] = []
  if (end === page.count) return found
  for (let i = 0; i < end; i++) {
    if (!page.line(i).isBlank && !gone.has(i) && isDateLine(page.text(i, 400))) found.push(i)
  }
  return found.length > MOST_DATES ? [] : found.filter((i) => !opensLetter(page, i))
}

/** A date right above a salutation belongs to a letter, the first line of all right above prose to a diary. */
function opensLetter(page: Page, date: number): boolean {
  let next = date + 1
  while (next < page.count && page.line(next).isBlank) next++
  if (next === page.count) return false
  const {isProse, count} = page.line(next)
  if (!isProse) return count <= LONGEST_SALUTATION && /[,:!，：！،]\s*$/.test(page.text(next, 200))
  return isFirst(page, date)
}

function isFirst(page: Page, line: number): boolean {
  for (let i = 0; i < line; i++) if (!page.line(i).isBlank) return false
  return true
}
