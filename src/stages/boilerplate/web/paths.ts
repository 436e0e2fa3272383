/** Where blocks stand, by name: entries of one list share a path. */
import type {Outline} from './outline.js'

interface Path {
  blocks: number
  tokens: number
  links: number
  sentences: number
}

export interface Paths {
  readonly of: readonly number[]
  readonly all: readonly Path[]
  /** How often the block's text stands on the page. */
  readonly occurrences: readonly number[]
}

/** Blocks by the names and groups of the elements they stand in: entries of one list share a path. */
export function pathsOf(outline: Outline): Paths {
  const {names, groups, parents} = outline.page.elements
  const numbers = new Map<string, number>()
  const all: Path[] = []
  const texts = new Map<string, number>()
  for (const {text} of outline.blocks) texts.set(text, (texts.get(text) ?? 0) + 1)
  const of = outline.blocks.map((block, i) => {
    let key = ''
    for (let e = block.container, step = 0; e >= 0 && step < 4; e = parents[e]!, step++)
      key += `${names[e]} ${groups[e]} `
    let number = numbers.get(key)
    if (number === undefined) {
      number = all.length
      numbers.set(key, number)
      all.push({blocks: 0, tokens: 0, links: 0, sentences: 0})
    }
    const path = all[number]!
    path.blocks++
    path.tokens += outline.looks[i]!.tokens
    path.links += outline.linkShares[i]!
    path.sentences += Number(outline.looks[i]!.isSentence)
    return number
  })
  return {of, all, occurrences: outline.blocks.map(({text}) => texts.get(text)!)}
}
