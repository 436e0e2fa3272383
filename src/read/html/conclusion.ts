/** From all a page said about its article to what is passed on. */
import type {Metadata, PageType} from '../../draft/index.js'
import {bylineOf, givenFirst, onlyOne} from './byline.js'
import {dateInPath, isoDate, tellsDate} from './dates.js'
import {describe} from './json-ld.js'
import {typeOfOpenGraph} from './page-type.js'
import {type Facts, type Sight, type Subject, subjectOf} from './subject.js'
import {siteOf, titleOf} from './title.js'
import {type Asked, TRUST} from './trust.js'
import {plainLine, plainText, webUrl} from './values.js'

/** Lengths of values that are passed on (UTF-16 code units). */
const LONGEST = {title: 500, name: 300, description: 2_000, body: 1_000_000, licence: 300} as const

/** What was said, by source, each as the page wrote it. */
export interface Sayings {
  readonly said: ReadonlyMap<string, readonly string[]>
  readonly jsonLd: readonly string[]
  readonly microdata: readonly Subject[]
  /** The `href` of `<base>`. */
  readonly base: string | undefined
}

/** What a page says about its article. */
export interface PageFacts {
  readonly metadata: Metadata
  /** The article's text by the page's data: plain, a line a paragraph. A witness only; it may be cut or be a summary. */
  readonly articleBody: string | undefined
  /** The summary that previews show. */
  readonly description: string | undefined
  /** What the page says it is; undefined where it does not. */
  readonly pageType: PageType | undefined
}

interface Page {
  readonly url?: string | undefined
  readonly headline?: string | undefined
}

/** Weighs what was said. The address is found first: it makes others absolute and tells the page's subject. */
export function conclude(sayings: Sayings, page: Page): PageFacts {
  return new Conclusion(sayings, page).facts()
}

class Conclusion {
  readonly #said: ReadonlyMap<string, readonly string[]>
  readonly #page: Page
  readonly #base: string | undefined
  /** By the names that `trust.ts` gives them. */
  readonly #subjects: ReadonlyMap<string, Facts>
  readonly #sites: readonly string[]
  readonly #pageType: PageType | undefined

  constructor({said, jsonLd, microdata, base}: Sayings, page: Page) {
    this.#said = said
    this.#page = page
    const own = webUrl(page.url) ?? webUrl(said.get('<canonical')?.[0]) ?? webUrl(said.get('og:url')?.[0])
    this.#base = webUrl(base, own) ?? own
    const {subjects, sites} = describe(jsonLd)
    this.#sites = sites
    const sight: Sight = {headline: page.headline, url: own}
    const main = subjectOf(
      subjects.filter(({kind}) => kind.rank > 2),
      sight,
    )
    const whole = subjects.find(({kind}) => kind.rank === 2)
    const marked = subjectOf(microdata, sight)
    this.#subjects = new Map([
      ['@json-ld', factsOf(main)],
      ['@page', whole?.facts ?? {}],
      ['@microdata', factsOf(marked)],
      ['@created', {published: factsOf(main).created ?? factsOf(marked).created ?? whole?.facts.created ?? []}],
      ['@site', {site: sites}],
    ])
    const isList = [main, marked].includes('list') || subjects.some(({kind}) => kind.rank === 1)
    const declared = typeOf([main, marked, whole]) ?? typeOfOpenGraph(said.get('og:type')?.[0] ?? '')
    this.#pageType = declared ?? (isList ? 'listing' : undefined)
  }

  facts(): PageFacts {
    const url = this.#url()
    const names = this.#siteNames()
    const host = url === undefined ? undefined : new URL(url).hostname
    const {title, site} = titleOf(this.#lines('title', LONGEST.title), this.#headline(), {names, host})
    const date = this.#date('published')
    const modified = this.#date('modified')
    const metadata = {
      title,
      byline: this.#byline(names),
      date,
      modified: date && modified && isDayBefore(modified, date) ? undefined : modified,
      site: siteOf(names, host) ?? site,
      language: this.#language(),
      url,
      image: this.#first('image', (value) => webUrl(value, this.#base)),
      licence: this.#licence(),
    }
    const body = this.#subjects.get('@json-ld')!.body ?? this.#subjects.get('@page')!.body
    return {
      metadata: withoutGaps(metadata),
      articleBody: (body && plainText(body.join('\n'), LONGEST.body)) || undefined,
      description: this.#lines('description', LONGEST.description)[0],
      pageType: this.#pageType,
    }
  }

  /** What each source says of a field, in the order of trust. */
  #sources(field: Asked): (readonly string[])[] {
    return TRUST[field].map((source) =>
      source.startsWith('@') ? (this.#subjects.get(source)?.[field] ?? []) : (this.#said.get(source) ?? []),
    )
  }

  #first<T>(field: Asked, read: (value: string) => T | undefined): T | undefined {
    for (const value of this.#sources(field).flat()) {
      const found = read(value)
      if (found !== undefined) return found
    }
    return undefined
  }

  #lines(field: Asked, longest: number): string[] {
    return linesOf(this.#sources(field).flat(), longest)
  }

  #headline(): string | undefined {
    return plainLine(this.#page.headline ?? '', LONGEST.title) || undefined
  }

  #siteNames(): string[] {
    return linesOf([...this.#sources('site').flat(), ...this.#sites], LONGEST.name).filter((name) => !webUrl(name))
  }

  #byline(sites: readonly string[]): string | undefined {
    const linked = onlyOne(linesOf(this.#said.get('<author') ?? [], LONGEST.name))
    const told = this.#sources('author').map((values, at) =>
      CITING.test(TRUST.author[at]!) ? values.map(givenFirst) : values,
    )
    const sources = [...told, this.#writtenBy(), linked, this.#subjects.get('@page')!.author ?? []]
    return bylineOf(
      sources.map((values) => linesOf(values, LONGEST.name)),
      sites,
    )
  }

  /** Previews of Twitter have two labelled facts, and one of them is often the author. */
  #writtenBy(): readonly string[] {
    const label = ['1', '2'].find((n) => WRITTEN_BY.test(this.#said.get(`twitter:label${n}`)?.[0]?.trim() ?? ''))
    return label ? (this.#said.get(`twitter:data${label}`) ?? []) : []
  }

  /** A canonical address that is the site's root, for a page that is not, is a template's mistake. */
  #url(): string | undefined {
    const own = webUrl(this.#page.url)
    const isRoot = (url: string): boolean => new URL(url).pathname === '/' && new URL(url).search === ''
    const told = this.#first('url', (value) => {
      const url = webUrl(value, this.#base)?.replace(/#.*$/s, '')
      return url && own && isRoot(url) && !isRoot(own) ? undefined : url
    })
    return told ?? own
  }

  /** The first date that has one meaning, else the first that has any, as written; last the one in the address. */
  #date(field: 'published' | 'modified'): string | undefined {
    const lines = this.#lines(field, LONGEST.name)
    const found = lines.map(isoDate).find((date) => date !== undefined) ?? lines.find(tellsDate)
    return found ?? (field === 'published' ? dateInPath(this.#page.url ?? '') : undefined)
  }

  #language(): string | undefined {
    return this.#first('language', (value) => {
      try {
        return Intl.getCanonicalLocales(
          value
            .trim()
            .replaceAll('_', '-')
            .split(/[,;\s]/, 1),
        )[0]
      } catch {
        return undefined
      }
    })
  }

  /** An address, or words that name a licence: most rights statements only say who has them. */
  #licence(): string | undefined {
    return this.#first('licence', (value) => {
      const url = webUrl(value, /^\s*(?:https?:|\/)/i.test(value) ? this.#base : undefined)
      if (url) return url
      const words = plainLine(value, LONGEST.licence)
      return /creative commons|\bCC[ -]?(?:BY|0)\b|public domain|\blicen[cs]ed?\b/i.test(words) ? words : undefined
    })
  }
}

/** Sources of libraries, which put the surname first and each author apart. */
const CITING = /^(?:citation_|dc)/

/** Whether a date is of an earlier day than another; a page changed before it was published names its template's date. */
const isDayBefore = (date: string, other: string): boolean =>
  [date, other].every((iso) => /^\d{4}-\d{2}-\d{2}/.test(iso)) && date.slice(0, 10) < other.slice(0, 10)

const WRITTEN_BY =
  /^(?:written by|author|verfasst von|geschrieben von|autor|écrit par|rédigé par|escrito por|scritto da|geschreven door|napisane przez|автор|написано автором|yazan|作者|撰寫者|執筆者|글쓴이|ditulis oleh|tác giả)$/i

const factsOf = (subject: Subject | 'list' | undefined): Facts =>
  subject === undefined || subject === 'list' ? {} : subject.facts

/** The type of the subject of the highest rank that has one. */
function typeOf(subjects: readonly (Subject | 'list' | undefined)[]): PageType | undefined {
  const kinds = subjects.map((subject) => (subject === 'list' ? undefined : subject?.kind))
  return kinds.filter((kind) => kind?.type !== undefined).sort((a, b) => b!.rank - a!.rank)[0]?.type
}

const linesOf = (values: readonly string[], longest: number): string[] => [
  ...new Set(values.map((value) => plainLine(value, longest)).filter((line) => line !== '')),
]

function withoutGaps(metadata: {[field in keyof Metadata]-?: Metadata[field] | undefined}): Metadata {
  return Object.fromEntries(Object.entries(metadata).filter(([, value]) => value !== undefined && value !== ''))
}
