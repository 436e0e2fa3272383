/**
 * The subjects in a page's microdata. Elements come one by one; what an element says may be in an attribute or in its
 * text, which the collector hears and brings.
 */
import {type Kind, kindOf} from './page-type.js'
import type {Field, Subject} from './subject.js'

type Attributes = Readonly<Record<string, string>>

/** Scopes that may be open at once, and subjects and values of a field that are kept. */
const DEEPEST = 50
const MOST_SUBJECTS = 100
const MOST_VALUES = 50

const FIELDS: ReadonlyMap<string, Field> = new Map([
  ['headline', 'title'],
  ['name', 'title'],
  ['author', 'author'],
  ['creator', 'author'],
  ['datepublished', 'published'],
  ['datecreated', 'created'],
  ['datemodified', 'modified'],
  ['publisher', 'site'],
  ['inlanguage', 'language'],
  ['url', 'url'],
  ['mainentityofpage', 'url'],
  ['image', 'image'],
  ['thumbnailurl', 'image'],
  ['license', 'licence'],
  ['description', 'description'],
])

/** What is told by the name or address of another thing: `author` is a person, who has a name. */
const WITHIN: Readonly<Partial<Record<Field, readonly string[]>>> = {
  author: ['name'],
  site: ['name'],
  image: ['url', 'contenturl'],
}

/** Properties whose thing is again what the page is about. */
const MAIN = /^(?:mainentity|mainentityofpage|blogpost)$/

interface Scope {
  readonly depth: number
  /** The subject described, or whose field is told by the thing described; none for any other thing. */
  readonly facts: Partial<Record<Field, string[]>> | undefined
  readonly field: Field | undefined
}

/** Asks for the text of the element that has just been opened. */
export type Hear = (tell: (text: string) => void) => void

export class Microdata {
  readonly subjects: Subject[] = []
  readonly #scopes: Scope[] = []

  get isInScope(): boolean {
    return this.#scopes.length > 0
  }

  /** An element with `itemprop` or `itemscope`; `depth` counts the elements that are open. */
  open(attributes: Attributes, depth: number, hear: Hear): void {
    const names = (attributes['itemprop'] ?? '').toLowerCase().split(/\s+/).slice(0, 5)
    const scope = this.#scopes.at(-1)
    if (attributes['itemscope'] !== undefined) this.#openScope(attributes, names, scope, depth)
    else if (scope?.facts) this.#property(names, scope, attributes, hear)
  }

  close(depth: number): void {
    if (this.#scopes.at(-1)?.depth === depth) this.#scopes.pop()
  }

  #openScope(attributes: Attributes, names: readonly string[], outer: Scope | undefined, depth: number): void {
    if (this.#scopes.length >= DEEPEST) return
    this.#scopes.push({depth, ...this.#roleOf(attributes, names, outer)})
  }

  #roleOf(attributes: Attributes, names: readonly string[], outer: Scope | undefined): Pick<Scope, 'facts' | 'field'> {
    const kind = kindOf((attributes['itemtype'] ?? '').split(/\s+/))
    const isMain = names.every((name) => name === '' || (MAIN.test(name) && outer?.facts !== undefined))
    if (isMain && kind && !isPartOfPage(kind) && this.subjects.length < MOST_SUBJECTS) {
      const facts = {}
      this.subjects.push({kind, facts})
      return {facts, field: undefined}
    }
    const field = isMain ? undefined : names.map((name) => FIELDS.get(name)).find((known) => known && WITHIN[known])
    return field && outer?.field === undefined ? {facts: outer?.facts, field} : {facts: undefined, field: undefined}
  }

  #property(names: readonly string[], scope: Scope, attributes: Attributes, hear: Hear): void {
    for (const name of names) {
      const field = scope.field ? (WITHIN[scope.field]!.includes(name) ? scope.field : undefined) : FIELDS.get(name)
      if (!field) continue
      const tell = (text: string): void => note(scope.facts!, field, text, name === 'headline')
      const said =
        attributes['content'] ?? attributes['datetime'] ?? (isAddress(field) ? addressIn(attributes) : undefined)
      if (said !== undefined) tell(said)
      else if (!isAddress(field)) hear(tell)
    }
  }
}

/** Galleries, lists and questions are marked where they stand on a page that is about something else. */
const isPartOfPage = ({rank, type}: Kind): boolean => rank <= 2 && (type === 'listing' || type === 'other')

const isAddress = (field: Field): boolean => field === 'image' || field === 'url' || field === 'licence'
const addressIn = (attributes: Attributes): string | undefined => attributes['href'] ?? attributes['src']

function note(facts: NonNullable<Scope['facts']>, field: Field, text: string, isFirst: boolean): void {
  if (text.trim() === '') return
  const values = facts[field] ?? []
  facts[field] = values
  if (values.length >= MOST_VALUES) return
  if (isFirst) values.unshift(text)
  else values.push(text)
}
