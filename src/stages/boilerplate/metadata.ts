/** What the lines around an article say about it: title, byline, date. */
import type {Draft, Metadata} from '../../draft/index.js'
import type {Hit} from '../../rules/compile.js'
import type {Page} from './page.js'

const MONTH =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?'
const DATE = new RegExp(
  `\\b(?:${MONTH} \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|\\d{1,2}(?:st|nd|rd|th)? ${MONTH},? \\d{4}|\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}|\\d{4}年\\d{1,2}月\\d{1,2}日)`,
)
/** What may stand beside a date: a time, a time zone, a day of the week, a verb of publishing. */
const COMPANION =
  /^(?:at|on|by|updated|published|posted|last|modified|\d{1,2}:\d{2}(?::\d{2})?(?:[ap]m)?|[ap]\.?m\.?|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)$/i
const TIME_ZONE = /^(?:[A-Z]{2,4}|[+-]\d{2}:?\d{2})$/

/** The first date in a line, as written. */
export const dateIn = (line: string): string | undefined => DATE.exec(line)?.[0]

/** Whether a line holds a date, perhaps a time, and nothing else. */
export function isDateLine(line: string): boolean {
  const date = dateIn(line)
  if (date === undefined) return false
  const others = line
    .replace(date, ' ')
    .split(/[\s,|•·–—:]+(?!\d)|(?<!\d):/)
    .filter((part) => part !== '')
  return others.every((part) => COMPANION.test(part) || TIME_ZONE.test(part))
}

/** Notes what a metadata rule's line says; what was noted before is kept, as the first mention is nearest the article. */
export function note(metadata: Metadata, page: Page, line: number, hit: Hit): void {
  const text = page.text(line, 1000)
  const date = dateIn(text)
  if (date) metadata.date ??= date
  if (hit.rule.metadata !== 'byline') return
  const rest = hit.captured ?? text.slice(hit.end - page.line(line).start).replace(/^[\s:：|–-]+/, '')
  const name = rest.split(/\s*[|•·]\s*|\s+[–—-]\s+|,\s+(?=\d)/)[0]!
  const plain = (date ? name.replace(date, '') : name).replace(/[\s,.;:]+$/, '')
  if (plain) metadata.byline ??= plain
}

/** A title is no longer than this (words). */
const LONGEST_TITLE = 30

/** A title stands first, is short, and ends no sentence; Markdown marks it. */
export function noteTitle(page: Page, isGone: (line: number) => boolean): void {
  const {draft} = page
  const front = draft.format === 'markdown' ? frontMatterTitle(draft) : undefined
  let first = 0
  while (first < page.count && (page.line(first).isBlank || isGone(first))) first++
  const title =
    front ?? (first + 1 < page.count ? titleIn(page.text(first, 400).trim(), page.line(first).count) : undefined)
  if (title !== undefined) draft.metadata.title = title
}

function titleIn(text: string, words: number): string | undefined {
  const heading = /^#\s+(.+?)\s*#*$/.exec(text)?.[1]
  if (heading) return heading
  const isList = /^(?:[-*+>|]|\d+[.)]\s)/.test(text)
  return isList || words > LONGEST_TITLE || /[.。;:,]["”’)]?$/.test(text) ? undefined : text
}

function frontMatterTitle(draft: Draft): string | undefined {
  const [shield] = draft.protected()
  if (shield?.kind !== 'front-matter') return undefined
  const title = /^title:[ \t]*(.+?)[ \t]*$/m.exec(draft.text.slice(0, shield.end))?.[1]
  return title?.replace(/^(["'])(.*)\1$/, '$2')
}
