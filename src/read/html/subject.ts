/** The subjects a page describes in its data, in JSON-LD or microdata, and which of them the page is about. */
import type {Kind} from './page-type.js'
import {bare} from './values.js'

/** What can be said of a subject. `created` is a publishing date for want of a better one. */
export type Field =
  | 'title'
  | 'author'
  | 'published'
  | 'created'
  | 'modified'
  | 'site'
  | 'language'
  | 'url'
  | 'image'
  | 'licence'
  | 'description'
  | 'body'

/** As the page wrote them, best first. */
export type Facts = Partial<Record<Field, readonly string[]>>

export interface Subject {
  readonly kind: Kind
  readonly facts: Facts
}

/** What the page's own subject is recognised by. */
export interface Sight {
  readonly headline: string | undefined
  readonly url: string | undefined
}

/** From here on subjects of one kind, none of which is in sight, are entries of a list. */
const LIST = 3

/** The subject of the page; `list` where there are several and no telling which. */
export function subjectOf(subjects: readonly Subject[], sight: Sight): Subject | 'list' | undefined {
  const rank = Math.max(...subjects.map(({kind}) => kind.rank))
  const best = subjects.filter(({kind}) => kind.rank === rank)
  const main = best.find((subject) => isInSight(subject, sight)) ?? best[0]
  if (!main) return undefined
  const title = titleOf(main)
  const same = best.filter((other) => other === main || (title !== '' && titleOf(other) === title))
  const isOneOfMany = best.length - same.length + 1 >= LIST
  return isOneOfMany && !isInSight(main, sight) ? 'list' : same.reduce(merged, main)
}

const titleOf = ({facts}: Subject): string => bare(facts.title?.[0] ?? '')

function isInSight(subject: Subject, {headline, url}: Sight): boolean {
  const heading = bare(headline ?? '')
  if (heading !== '' && subject.facts.title?.some((title) => bare(title) === heading)) return true
  return url !== undefined && (subject.facts.url ?? []).some((other) => sameAddress(other, url))
}

const sameAddress = (one: string, other: string): boolean => addressKey(one) === addressKey(other)
const addressKey = (url: string): string => url.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/?(?:[?#].*)?$/, '')

/** A page may describe its article twice; the first description speaks, the second fills its gaps. */
const merged = (first: Subject, second: Subject): Subject => ({
  kind: first.kind,
  facts: {...second.facts, ...first.facts},
})
