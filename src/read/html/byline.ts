/** Who wrote an article, out of what pages put where an author belongs. */
import {isSite} from './title.js'
import {bare} from './values.js'

/** Longer than any list of authors that is read (UTF-16 code units). */
const LONGEST_BYLINE = 300
const LONGEST_NAME = 120

/** What stands before a name, in languages whose pages write it into the field. None is the beginning of a name. */
const PREFIX =
  /^(?:(?:written |posted |reviewed )?by[:\s]\s*|(?:author|authors|autor|autore|auteur|autora|автор|автори?|作者|记者|記者|编辑|責任編集|文|撰文|著者|執筆者|글|기자|yazar|penulis|tác giả|الكاتب|लेखक)\s?[:：]\s*|(?:文|撰文)[/／]\s*)/iu
/** What programs write for want of a name, and the keys of texts nobody wrote. */
const NOBODY =
  /^(?:admin(?:istrator)?|root|web ?master|author|user|editor|guest|unknown|anonymous|no author|team|by|undefined|null|none|n\/a|wordpress|staff|test|default|\[?object object\]?|[^\p{L}]*)$/iu
const KEY = /^[a-z_-]+(?:\.[a-z_-]+){2,}$/
const ADDRESS = /^(?:https?:|www\.|\/|@)|^[\w-]+(?:\.[\w-]+)*\.(?:com|org|net)(?:\/|$)|^\S+@\S+$/i
/** `name@example.org (Ann Harper)`, as feeds write it. */
const IN_BRACKETS = /^\S+@\S+ \(([^()]+)\)$/

const EDGES = /^[\s,;|·–—"“”-]+|[\s,;|·–—"“”-]+$/g
/** A surname before its given names, as citations write one author. */
const SURNAME_FIRST = /^(\p{Lu}[^\s,]*), (\p{Lu}[^,]*)$/u
const DEGREE = /^(?:Jr|Sr|I{2,3}|IV|Inc|LLC|Ltd|Co)\b|^\p{Lu}[\p{L}.]{0,2}\p{Lu}\.?$/u

/** The names in one source, cleaned, each once. */
function namesOf(values: readonly string[]): string[] {
  const names = new Map<string, string>()
  for (const value of values) {
    const name = IN_BRACKETS.exec(value)?.[1] ?? value.replace(PREFIX, '').replace(EDGES, '')
    const isName = name.length <= LONGEST_BYLINE && !NOBODY.test(name) && !KEY.test(name) && !ADDRESS.test(name)
    if (isName && !names.has(bare(name))) names.set(bare(name), name)
  }
  return [...names.values()]
}

/** `Harper, Ann` in the order of other bylines. */
export function givenFirst(name: string): string {
  const [, surname, given] = SURNAME_FIRST.exec(name.trim()) ?? []
  return given && !DEGREE.test(given) ? `${given} ${surname}` : name
}

/** The name that several links give, one of them perhaps in more words; none where they name several people. */
export function onlyOne(values: readonly string[]): readonly string[] {
  const names = namesOf(values)
  const shortest = names.reduce((best, name) => (name.length < best.length ? name : best), names[0] ?? '')
  return names.every((name) => name.includes(shortest)) ? [shortest] : []
}

/**
 * The authors, joined by commas, by the first source that names a person; the site's name counts where nobody else is
 * named. `sources` hold plain lines, in the order of trust.
 */
export function bylineOf(sources: readonly (readonly string[])[], sites: readonly string[]): string | undefined {
  let fallback: string | undefined
  for (const source of sources) {
    const names = namesOf(source)
    const people = names.filter((name) => !isSite(name, sites))
    if (people.length > 0) return joined(people)
    fallback ??= names[0]
  }
  return fallback
}

/** As many names as there is room for. */
function joined(names: readonly string[]): string {
  let byline = names[0]!.slice(0, LONGEST_BYLINE)
  for (const name of names.slice(1)) {
    if (name.length > LONGEST_NAME || byline.length + name.length + 2 > LONGEST_BYLINE) break
    byline += `, ${name}`
  }
  return byline
}
