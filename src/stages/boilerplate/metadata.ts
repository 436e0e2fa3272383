/** What the lines around an article say about it: title, byline, date. */
import {type Draft, isMarkdown, type Metadata} from '../../draft/index.js'
import type {Hit} from '../../rules/hit.js'
import {dateIn} from './dates.js'
import type {Page} from './page.js'

/** Notes what a metadata rule's line says; what was noted before is kept, as the first mention is nearest the article. */
export function note(metadata: Metadata, page: Page, line: number, hit: Hit): void {
  const text = page.text(line, 1000)
  const date = dateIn(text)
  if (date) metadata.date ??= date
  if (hit.rule.metadata !== 'byline') return
  const rest = hit.captured ?? text.slice(hit.end - page.line(line).start).replace(/^[\s:：|–-]+/, '')
  const name = rest.split(/\s*[|｜丨•·]\s*|\s+[–—-]\s+|,\s+(?=\d)/)[0]!
  const plain = (date ? name.replace(date, '') : name).replace(/[\s,.;:，。；：、)）\]】]+$/, '')
  if (plain) metadata.byline ??= plain
}

/** A title is no longer than this (words). */
const LONGEST_TITLE = 30

/** A title stands first, is short, and ends no sentence; Markdown marks it. A web page names it in its head. */
export function noteTitle(page: Page, isGone: (line: number) => boolean): void {
  const {draft} = page
  if (draft.web?.page.told.title) return
  const front = isMarkdown(draft.format) ? frontMatterTitle(draft) : undefined
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
  return isList || words > LONGEST_TITLE || /[.。．;:,；：，、؛،۔।]["”’)」』）]?$/.test(text) ? undefined : text
}

function frontMatterTitle(draft: Draft): string | undefined {
  const [shield] = draft.protected()
  if (shield?.kind !== 'front-matter') return undefined
  const title = /^title:(.*)$/m.exec(draft.text.slice(0, shield.end))?.[1]?.trim()
  return title ? title.replace(/^(["'])(.*)\1$/, '$2') : undefined
}
