/**
 * Lines that stand on other pages of the site, too: its menus, notices and footers.
 *
 * A line that repeats is not yet furniture: headings, refrains and formulas repeat as well, but they stand alone between
 * lines that do not. So lines go in blocks only, of three short ones at least. Long lines are prose unless short ones
 * that go surround them: a passage that two pages share is an article told twice. And pages that are copies of this one
 * count as one page, so that the same article found twice is not taken out of both.
 *
 * Measured on 99 flattened pages of hosts with 2 to 4 pages each, after the other rules: of the characters that are not
 * of the article 30 % go, of those that are 0.04 %. Of 9,300 clean articles of four sites, in sets of 5, 20, 100 and all,
 * not a line goes.
 */
import {findOverlap, type SiteMemory} from '../../draft/index.js'
import type {Page} from './page.js'
import type {Removals} from './removal.js'

/** As many letters as a line of prose has at least; Chinese ones count twice. */
const LONG_WIDTH = 120
/** A repeated passage of more long lines than this is no notice. */
const MOST_LONG_LINES = 2
/** Two that follow each other may be a heading and what every such section begins with. */
const FEWEST_SHORT_LINES = 3
/** A line stands on at least this share of a site's pages: between the prose of an article, and above or below it. */
const LEAST_SHARE_INSIDE = 1 / 2
const LEAST_SHARE_OUTSIDE = 1 / 3
/** When less of a page's prose than this is its own, it is a copy of another. */
const LEAST_OWN_PROSE = 0.4
/** Above the article, a last repeated line with so many words is more likely its title. */
const FEWEST_TITLE_WORDS = 4
/** Of 7,870 lines that went 99.8 % were none of the article's; sites with many pages were not measured. */
const CONFIDENCE = 0.95
/** A removal less sure than this is no part of a block. */
const SURE = 0.8

/** Adds the lines that repeat on the site to those that go. */
export function repetition(page: Page, gone: Removals): void {
  const {site} = page.draft
  if (!site) return
  const counts = countsOf(page, site)
  const copies = copiesOf(page, counts)
  const kinds = kindsOf(page, counts, copies, site, gone)
  for (const i of blocks(kinds)) {
    if (gone.has(i)) continue
    const note = `on ${counts[i]} of ${site.pages} pages of ${site.name}`
    gone.set(i, {rule: 'boilerplate/repeated-line', confidence: CONFIDENCE, opensTail: false, note})
  }
}

/** On how many pages each line stands, at least this one; 0 for empty lines, code and front matter. */
function countsOf(page: Page, site: SiteMemory): Uint32Array {
  const {draft, shields} = page
  return Uint32Array.from({length: page.count}, (_, i) => {
    const line = page.line(i)
    if (line.isBlank || line.isDefinition || findOverlap(shields, line)) return 0
    return Math.max(1, site.pagesWith(draft.text.slice(line.start, line.end)))
  })
}

/**
 * How many pages are copies of this one, with itself: as many as hold the rarer part of its prose, or of all its lines
 * where none is long.
 */
function copiesOf(page: Page, counts: Uint32Array): number {
  const all = Array.from(counts, (count, i) => ({count, width: count === 0 ? 0 : widthOf(page, i)}))
  const long = all.filter(({width}) => width >= LONG_WIDTH)
  const prose = (long.length > 0 ? long : all.filter(({count}) => count > 0)).sort((a, b) => a.count - b.count)
  const total = prose.reduce((sum, {width}) => sum + width, 0)
  let sum = 0
  for (const {count, width} of prose) {
    sum += width
    if (sum >= total * LEAST_OWN_PROSE) return count
  }
  return 1
}

const CHINESE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu

function widthOf(page: Page, i: number): number {
  const {start, end} = page.line(i)
  const length = end - start
  if (length >= LONG_WIDTH || length < LONG_WIDTH / 2) return length
  return length + Array.from(page.text(i, length).matchAll(CHINESE)).length
}

type Kind = 'own' | 'short' | 'long'

/** What each line that is not empty is: the page's own, or one of a site's, short or long. Lines that go are the site's. */
function kindsOf(
  page: Page,
  counts: Uint32Array,
  copies: number,
  site: SiteMemory,
  gone: Removals,
): ReadonlyMap<number, Kind> {
  const pages = site.pages - copies + 1
  const pagesWith = (i: number): number => counts[i]! - copies + 1
  const isOwnProse = (i: number): boolean => counts[i]! > 0 && pagesWith(i) < 2 && !gone.has(i) && page.line(i).isProse
  const first = page.firstProse((i) => !isOwnProse(i))
  let last = page.count - 1
  while (last > first && !isOwnProse(last)) last--
  const title = titleAbove(page, first)
  const kinds = new Map<number, Kind>()
  for (let i = 0; i < page.count; i++) {
    if (page.line(i).isBlank) continue
    const least = pages * (i < first || i > last ? LEAST_SHARE_OUTSIDE : LEAST_SHARE_INSIDE)
    const isOfSite = pagesWith(i) >= Math.max(2, least) && i !== title && !startsTitle(page, i)
    if ((gone.get(i)?.confidence ?? 0) >= SURE) kinds.set(i, 'short')
    else kinds.set(i, !isOfSite ? 'own' : widthOf(page, i) < LONG_WIDTH ? 'short' : 'long')
  }
  return kinds
}

/** The line right above the first prose, where it may be a title. */
function titleAbove(page: Page, firstProse: number): number {
  let i = firstProse - 1
  while (i >= 0 && page.line(i).isBlank) i--
  return firstProse < page.count && i >= 0 && page.line(i).count >= FEWEST_TITLE_WORDS ? i : -1
}

/** Whether a line is the beginning of the title, as far as that is known; a single word is too little to tell. */
function startsTitle(page: Page, i: number): boolean {
  const {title = ''} = page.draft.metadata
  const text = page.text(i, title.length + 1).trim()
  return text === title || (page.line(i).count > 1 && title.startsWith(text))
}

/** Lines of one kind that follow each other. */
interface Stretch {
  readonly kind: Kind
  readonly lines: number[]
}

/** The lines of blocks: short ones that follow each other, with few long ones between. */
function blocks(kinds: ReadonlyMap<number, Kind>): number[] {
  const stretches: Stretch[] = []
  for (const [i, kind] of kinds) {
    const last = stretches.at(-1)
    if (last?.kind === kind) last.lines.push(i)
    else stretches.push({kind, lines: [i]})
  }
  const found: number[] = []
  let block: Stretch[] = []
  const close = (): void => {
    const shortLines = block.reduce((sum, {kind, lines}) => sum + (kind === 'short' ? lines.length : 0), 0)
    if (shortLines >= FEWEST_SHORT_LINES) found.push(...block.flatMap(({lines}) => lines))
    block = []
  }
  for (const [k, stretch] of stretches.entries()) {
    const isJoint =
      stretch.kind === 'long' &&
      stretch.lines.length <= MOST_LONG_LINES &&
      isMenu(stretches[k - 1]) &&
      isMenu(stretches[k + 1])
    if (isMenu(stretch) || isJoint) block.push(stretch)
    else close()
  }
  close()
  return found
}

/** A short line by itself may be the heading of what stands beside it. */
const isMenu = (stretch: Stretch | undefined): boolean => stretch?.kind === 'short' && stretch.lines.length > 1
