/**
 * The subjects in a page's JSON-LD.
 *
 * A subject stands at the top, in `@graph`, or is the main entity of one that does; what hangs from other properties (a
 * list's entries, related articles, comments) is not what the page is about. References by `@id` are followed.
 */
import {parseLenient} from './lenient-json.js'
import {kindOf} from './page-type.js'
import type {Facts, Field, Subject} from './subject.js'

/** Objects and arrays looked at on a page, how deep they may lie; values of a property, and subjects. */
const MOST_NODES = 50_000
const DEEPEST = 50
const MOST_VALUES = 200
const MOST_SUBJECTS = 200
/** How deep a value may lie below the property that asks for it: recipe → section → step → text. */
const DEEPEST_VALUE = 8

type Node = Readonly<Record<string, unknown>>

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value)
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value])

/** Properties that lead from a page to its subject. */
const MAIN = ['@graph', 'mainEntity', 'mainEntityOfPage', 'subjectOf', 'blogPost']

/** For each field the properties that tell it, best first, and the names under which an object has the text. */
const PROPERTIES: Readonly<Record<Field, readonly [names: readonly string[], within: readonly string[]]>> = {
  title: [
    ['headline', 'name'],
    ['@value', 'name'],
  ],
  author: [
    ['author', 'creator'],
    ['@value', 'name', 'alternateName'],
  ],
  published: [['datePublished'], ['@value']],
  created: [['dateCreated', 'uploadDate', 'datePosted'], ['@value']],
  modified: [['dateModified'], ['@value']],
  site: [
    ['publisher', 'sourceOrganization'],
    ['name', '@value'],
  ],
  language: [['inLanguage'], ['@value', 'alternateName', 'name']],
  url: [
    ['url', 'mainEntityOfPage', '@id'],
    ['@id', 'url'],
  ],
  image: [
    ['image', 'primaryImageOfPage', 'thumbnailUrl'],
    ['url', 'contentUrl', '@id'],
  ],
  licence: [['license'], ['@id', 'url', 'name']],
  description: [['description', 'abstract'], ['@value']],
  body: [
    ['articleBody', 'text', 'reviewBody', 'recipeInstructions', 'step'],
    ['text', 'itemListElement', 'name', '@value'],
  ],
}

/** What the JSON-LD of a page says. */
export interface Described {
  readonly subjects: readonly Subject[]
  /** Names of the site, from `WebSite` and then from `Organization`. */
  readonly sites: readonly string[]
}

/** Reads all blocks of a page, which refer to each other. Never throws. */
export function describe(blocks: readonly string[]): Described {
  const graph = new Graph()
  for (const block of blocks) graph.add(parseLenient(block))
  return graph.described()
}

class Graph {
  readonly #byId = new Map<string, Node>()
  readonly #main: Node[] = []
  /** Nodes met and looked up so far; references make a small text large. */
  #seen = 0
  #asked = 0

  /** Breadth first and without recursion, as what is read may be nested as deep as its author pleased. */
  add(root: unknown): void {
    const queue: {value: unknown; depth: number; isMain: boolean}[] = [{value: root, depth: 0, isMain: true}]
    for (const {value, depth, isMain} of queue) {
      if (typeof value !== 'object' || value === null || depth > DEEPEST) continue
      if (++this.#seen > MOST_NODES) return
      if (isNode(value)) this.#note(value, isMain)
      const leads = isMain && !typesOf(value as Node).includes('FAQPage')
      for (const key in value) {
        if (queue.length >= MOST_NODES) break
        const child = (value as Node)[key]
        const isLed = leads && (Array.isArray(value) || MAIN.includes(key))
        if (typeof child === 'object') queue.push({value: child, depth: depth + 1, isMain: isLed})
      }
    }
  }

  #note(node: Node, isMain: boolean): void {
    const id = node['@id']
    if (typeof id === 'string' && Object.keys(node).length > 1 && !this.#byId.has(id)) this.#byId.set(id, node)
    if (isMain) this.#main.push(node)
  }

  described(): Described {
    const subjects: Subject[] = []
    for (const node of this.#main) {
      const kind = kindOf(typesOf(node))
      if (subjects.length >= MOST_SUBJECTS) break
      if (kind) subjects.push({kind, facts: this.#factsOf(node)})
    }
    const named = (type: RegExp): readonly string[] =>
      this.#main
        .filter((node) => typesOf(node).some((t) => type.test(t)))
        .flatMap(({name}) => this.#texts(name, ['@value']))
    return {subjects, sites: [...named(/WebSite$/), ...named(/Organization$|^Corporation$/)]}
  }

  #factsOf(node: Node): Facts {
    const facts: Partial<Record<Field, readonly string[]>> = {}
    for (const [field, [names, within]] of Object.entries(PROPERTIES) as [Field, (typeof PROPERTIES)[Field]][]) {
      const texts = names.map((name) => this.#texts(node[name], within)).find((found) => found.length > 0)
      if (texts) facts[field] = texts
    }
    const names = this.#texts(node['name'], ['@value'])
    if (facts.title) facts.title = [...new Set([...facts.title, ...names])]
    const answers = this.#texts([node['acceptedAnswer'], node['suggestedAnswer']], ['text'])
    if (answers.length > 0) facts.body = [...(facts.body ?? []), ...answers]
    const site = listOf(node['isPartOf'])
      .map((part) => this.#node(part))
      .find((part) => typesOf(part).includes('WebSite'))
    if (site && !facts.site) facts.site = this.#texts(site['name'], ['@value'])
    return facts
  }

  /** The texts of a value: itself, its entries, or what stands in an object under the first of the names that has any. */
  #texts(value: unknown, within: readonly string[], depth = 0): string[] {
    if (typeof value === 'string') return value.trim() === '' ? [] : [value]
    if (typeof value === 'number') return [String(value)]
    if (typeof value !== 'object' || value === null || depth > DEEPEST_VALUE || ++this.#asked > MOST_NODES) return []
    if (Array.isArray(value)) return this.#all(value, within, depth)
    const node = this.#node(value)
    for (const name of within) {
      const found = this.#texts(node[name], within, depth + 1)
      if (found.length > 0) return found
    }
    return []
  }

  #all(values: readonly unknown[], within: readonly string[], depth: number): string[] {
    const texts: string[] = []
    for (const value of values) {
      if (texts.length >= MOST_VALUES) break
      texts.push(...this.#texts(value, within, depth + 1))
    }
    return texts
  }

  /** What a reference refers to, else the object itself. */
  #node(value: unknown): Node {
    if (!isNode(value)) return {}
    const id = value['@id']
    return (Object.keys(value).length <= 2 && typeof id === 'string' && this.#byId.get(id)) || value
  }
}

const typesOf = (node: Node): string[] =>
  listOf(node['@type'])
    .filter((type) => typeof type === 'string')
    .slice(0, MOST_VALUES)
