/** Who wrote an article, out of what pages put where an author belongs. */
import {isSite} from './title.js'
import {bare} from './values.js'

/** Longer than any list of authors that is read (UTF-16 code units). */
const LONGEST_BYLINE = 300
const LONGEST_NAME = 120

/** What stands before a name, in languages whose pages write it into the field. None is the beginning of a name. */
const PREFIX =
  /^(?:(?:written |posted |reviewed )?by[:\s]\s*|(?:author|authors|autor|autore|auteur|autora|автор|автори?|作者|记者|記者|编辑|責任編集|文|撰文|著者|執筆者|글|기자|yazar|penulis|tác giả|الكاتب|लेखक)\s?[:：]\s*|(?:文|撰文)[/／]\s*)/iu
/** What programs write for want of a name. */
const NOBODY =
  /^(?:admin(?:istrator)?|root|web ?master|author|user|editor|guest|unknown|anonymous|undefined|null|none|n\/a|wordpress|staff|test|default|\[?object object\]?|\W*)$/i
const ADDRESS = /^(?:https?:|www\.|\/|@)|^[\w-]+(?:\.[\w-]+)*\.(?:com|org|net)(?:\/|$)|^\S+@\S+$/i
/** `name@example.org (Ann Harper)`, as feeds write it. */
const IN_BRACKETS = /^\S+@\S+ \(([^()]+)\)$/

/** The names in one source, cleaned, each once. */
function namesOf(values: readonly string[]): string[] {
  const names = new Map<string, string>()
  for (const value of values) {
    const name = (IN_BRACKETS.exec(value)?.[1] ?? value).replace(PREFIX, '').replace(/^[\s,;|·–—-]+|[\s,;|·–—-]+$/g, '')
    const isName = name.length <= LONGEST_BYLINE && !NOBODY.test(name) && !ADDRESS.test(name)
    if (isName && !names.has(bare(name))) names.set(bare(name), name)
  }
  return [...names.values()]
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
