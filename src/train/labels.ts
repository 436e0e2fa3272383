/** Which blocks of a page are of its article, told from the article's text: the truth that extractors are trained on. */

/** As extraction is measured: a character of Chinese, Japanese or Korean is a token, otherwise a word. */
const TOKEN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}])[\p{L}\p{N}_])+/gu

export const tokensOf = (text: string): string[] => text.toLowerCase().match(TOKEN) ?? []

/** Blocks of fewer tokens are looked for whole, between the longer ones that were found. */
const LONG = 6
const GRAM = 4
/** From this share of its grams on a block is of the article. */
const ENOUGH = 0.5

interface Found {
  readonly start: number
  readonly end: number
}

/** 1 for blocks of the article, 0 for others; what has no token goes with its neighbours. */
export function labelsOf(blocks: readonly string[], article: string): Uint8Array {
  const tokens = tokensOf(article)
  const blockTokens = blocks.map(tokensOf)
  const found = findLong(blockTokens, tokens)
  const labels = Uint8Array.from(found, (place) => Number(place !== undefined))
  const text = ` ${tokens.join(' ')} `
  const offsets = offsetsOf(tokens)
  for (const [i, own] of blockTokens.entries()) {
    if (own.length >= LONG || own.length === 0) continue
    const [from, to] = between(found, i, tokens.length)
    const stretch = text.slice(offsets[from], to < tokens.length ? offsets[to]! + 1 : undefined)
    labels[i] = Number(stretch.includes(` ${own.join(' ')} `))
  }
  for (const [i, own] of blockTokens.entries()) {
    if (own.length === 0) labels[i] = Number(labels[i - 1] === 1 && labels[i + 1] === 1)
  }
  return labels
}

/** Where the longer blocks stand in the article, each token given away once. */
function findLong(blocks: readonly string[][], article: readonly string[]): (Found | undefined)[] {
  const places = new Map<string, number[]>()
  for (let i = 0; i + GRAM <= article.length; i++) {
    const gram = article.slice(i, i + GRAM).join(' ')
    const list = places.get(gram)
    if (list) list.push(i)
    else places.set(gram, [i])
  }
  const taken = new Uint8Array(article.length)
  let expected = 0
  return blocks.map((block) => {
    if (block.length < LONG) return undefined
    let [hits, first, last] = [0, -1, -1]
    for (let i = 0; i + GRAM <= block.length; i++) {
      const near = last >= 0 ? last + 1 : expected
      const place = nearest(places.get(block.slice(i, i + GRAM).join(' ')), taken, near)
      if (place < 0) continue
      hits++
      if (first < 0) first = place
      last = place
    }
    if (hits / (block.length - GRAM + 1) <= ENOUGH) return undefined
    const end = Math.max(first, last) + GRAM
    taken.fill(1, first, Math.min(end, first + Math.ceil(block.length * 1.3)))
    expected = end
    return {start: first, end}
  })
}

function nearest(places: readonly number[] | undefined, taken: Uint8Array, to: number): number {
  let best = -1
  for (const place of places ?? []) {
    if (!taken[place] && (best < 0 || Math.abs(place - to) < Math.abs(best - to))) best = place
  }
  return best
}

/** Where each token begins in the article's tokens joined by blanks, the blank before it included. */
function offsetsOf(tokens: readonly string[]): number[] {
  const offsets: number[] = []
  let at = 0
  for (const token of tokens) {
    offsets.push(at)
    at += token.length + 1
  }
  return offsets
}

/** Blocks out of order are looked for this many tokens around. */
const SLACK = 30

/** The stretch of the article between the blocks found before and after one. */
function between(found: readonly (Found | undefined)[], block: number, count: number): [number, number] {
  let [before, after] = [block - 1, block + 1]
  while (before >= 0 && !found[before]) before--
  while (after < found.length && !found[after]) after++
  const from = found[before]?.end ?? 0
  const to = found[after]?.start ?? count
  return from <= to ? [from, to] : [Math.max(0, to - SLACK), Math.min(count, from + SLACK)]
}
