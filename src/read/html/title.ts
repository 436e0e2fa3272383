/**
 * The title of an article, out of titles of its page: those carry the site's name, its section, a slogan.
 *
 * The main heading is the best witness. A title, or a part of one, that reads as the heading does is the article's;
 * where none does, the most trusted title counts, less the parts at its ends that name the site.
 */
import {bare} from './values.js'

/** Strong separators stand in few headlines; weak ones are also punctuation, and need a witness. */
const SEPARATOR =
  /(\s*(?:[|｜»«›‹•]|::)+\s*|\s+(?:[-–—―~·/:]|--)\s+|(?<=[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{P}\d])-{1,3}(?=\p{L})|(?<=[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}！？。”》」…）\s])_+\s*|\s*_+(?=[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\s]))/u
/** A colon separates no more than a heading that is known to stand behind it. */
const COLON = /([:：]\s+)/
const IS_STRONG = /[|｜»«›‹•_]|::/
const DASH = /^\s+[-–—]\s+$/
/** Parts of a title that are looked at; one with more is a list of keywords. */
const MOST_PARTS = 12
/** How names of Chinese publications end. */
const PUBLICATION = /(?:网|網|报|報|新闻|新聞|百科|博客|频道)$/
/** Site names are no longer than this: words, or characters of a script without blanks. */
const LONGEST_SITE = {words: 5, characters: 14}

/** What is known of the site the page belongs to. */
export interface Site {
  readonly names: readonly string[]
  /** Of the page's address, where it is known. */
  readonly host: string | undefined
}

interface Cut {
  readonly title: string
  /** What was cut off, as the site's name. */
  readonly site: string | undefined
}

/** A template that had no title to put before the site's name. */
const HOLLOW = /^\s*(?:[-–—|_]|$)/
/** Marks of Markdown, and what a page adds to its heading: `[edit]`. */
const withoutMarks = (title: string): string => title.replace(/^#{1,6} /, '')
const withoutLink = (headline: string): string => headline.replace(/\s*\[[^[\]]{1,20}\]$/, '')

/** The title, of `titles` in the order of trust; `site` is what the titles themselves call the site. */
export function titleOf(titles: readonly string[], headline: string | undefined, site: Site): Partial<Cut> {
  const wanted = titles.map(withoutMarks).filter((title) => !HOLLOW.test(title) && !isSite(title, site.names))
  const cuts = wanted.map((title) => cutOf(title, site, wanted))
  const named = cuts.find((cut) => cut.site)?.site
  const shown = headline && withoutLink(headline)
  const heading = shown && !isSite(shown, [...site.names, named ?? '']) ? shown : undefined
  for (const title of heading ? wanted : []) {
    const part = partLike(title, heading!)
    if (part) return {title: part, site: named}
  }
  const title = cuts[0]?.title ?? heading ?? titles[0]
  return {...(title === undefined ? {} : {title}), site: named}
}

/** The run of parts that reads as the heading does. */
function partLike(title: string, headline: string): string | undefined {
  const wanted = bare(headline)
  const parts = title.split(SEPARATOR).flatMap((part, index) => (index % 2 === 0 ? part.split(COLON) : [part]))
  if (wanted === '' || parts.length > MOST_PARTS * 2) return bare(title) === wanted ? title : undefined
  for (let start = 0; start < parts.length; start += 2) {
    for (let end = parts.length; end > start; end -= 2) {
      const run = parts.slice(start, end).join('')
      if (bare(run) === wanted) return isTail(run, start, end, parts) ? undefined : run
    }
  }
  return undefined
}

/** A heading that closes a title of twice its length is the site's banner. */
const isTail = (run: string, start: number, end: number, parts: readonly string[]): boolean =>
  start > 0 && end === parts.length && parts.slice(0, start - 1).join('').length > run.length * 2

/** A title without the parts at its ends that name the site. */
function cutOf(title: string, site: Site, others: readonly string[]): Cut {
  const parts = title.split(SEPARATOR)
  let named: string | undefined
  if (parts.length > MOST_PARTS * 2) return {title, site: named}
  while (parts.length > 1) {
    const isNamed = isSite(parts.at(-1)!, site.names) || isHost(parts.at(-1)!, site.host)
    if (!isNamed && !isLikelySite(parts, others)) break
    if (isNamed || PUBLICATION.test(parts.at(-1)!)) named ??= parts.at(-1)
    parts.splice(-2)
  }
  while (parts.length > 1 && isSite(parts[0]!, site.names)) parts.splice(0, 2)
  return {title: parts.join(''), site: named}
}

/** Whether the last part may go unnamed: a short one that another title lacks, or behind a bar. */
function isLikelySite(parts: readonly string[], others: readonly string[]): boolean {
  const [rest, separator, last] = [parts.slice(0, -2).join(''), parts.at(-2)!, parts.at(-1)!]
  if (sizeOf(last) > 1 || sizeOf(rest) <= sizeOf(last) || /\d/.test(last)) return false
  if (others.some((other) => bare(other) === bare(rest))) return true
  return (
    IS_STRONG.test(separator) ||
    (DASH.test(separator) && others.length === 1 && /^\p{Lu}/u.test(last) && sizeOf(rest) >= 1)
  )
}

/** How long a text is, where 1 is the longest name of a site. */
function sizeOf(text: string): number {
  const words = text.trim().split(/\s+/).length
  const dense = text.match(/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]/gu)?.length ?? 0
  return Math.max(words / LONGEST_SITE.words, dense / LONGEST_SITE.characters)
}

/** What a site is called without being named. */
const GENERIC = /^(?:blog|home|homepage|home page|news|website|site|main)$/i

/**
 * The name of the site, by the first that is one. A name with a slogan behind it is cut to the part that the address
 * has in it, or to the first where the whole is too long for a name.
 */
export function siteOf(names: readonly string[], host: string | undefined): string | undefined {
  const name = names.map((said) => said.replace(EDGES, '')).find((said) => said !== '' && !GENERIC.test(said))
  const parts = name?.split(SEPARATOR).filter((_, index) => index % 2 === 0) ?? []
  if (name === undefined || parts.length < 2 || sizeOf(name) <= 1) return name
  return parts.find((part) => isHost(part, host)) ?? (sizeOf(parts[0]!) <= 1 ? parts[0] : name)
}

const EDGES = /^[\s|–—-]+|[\s|–—-]+$/g

/** Whether a text is one of the names. */
export function isSite(text: string, names: readonly string[]): boolean {
  const wanted = bare(text)
  return wanted !== '' && names.some((name) => bare(name).replace(/^the/, '') === wanted.replace(/^the/, ''))
}

const NO_NAME = /^(?:www?\d?|m|com?|org|net|gov|edu|ac|or|go|ne|blog|news|[a-z]{2})$/

/** Whether a text is the name in the address: `Mill Town News` of milltownnews.com, `BBC` of bbc.co.uk. */
function isHost(text: string, host: string | undefined): boolean {
  const name = host
    ?.split('.')
    .slice(0, -1)
    .filter((label) => !NO_NAME.test(label))
    .at(-1)
    ?.replaceAll('-', '')
  const wanted = bare(text).replace(/^the/, '')
  if (!name || wanted.length < 2 || sizeOf(text) > 1) return false
  const initials = bare(
    text
      .split(/\s+/)
      .map((word) => word[0])
      .join(''),
  )
  if (wanted === name || initials === name) return true
  return (name.length >= 4 && wanted.includes(name)) || (wanted.length >= 4 && name.includes(wanted))
}
