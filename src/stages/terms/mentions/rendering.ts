/**
 * What a term means in English, in the words of the house and in the author's. They are compared without case, articles,
 * plurals, hyphens and punctuation; words in common make a paraphrase, and a paraphrase is no contradiction.
 */

/** What an author's gloss is to the house's. */
export type Standing = 'house' | 'literal' | 'related' | 'contrary'

/** Whether a gloss is one that the house has. */
export const isAccepted = (standing: Standing | undefined): boolean => standing === 'house' || standing === 'literal'

export interface Renderings {
  /** Gloss and alternates in the house's own spelling, by key. */
  readonly accepted: ReadonlyMap<string, readonly string[]>
  readonly literal: ReadonlyMap<string, readonly string[]>
  /** Every key, so that words with which none begins or ends are passed over at once. */
  readonly keys: readonly string[]
  /** Beginnings of the words that carry the meaning. */
  readonly stems: ReadonlySet<string>
  /** Most words of an accepted rendering, articles included. */
  readonly longest: number
}

export function renderingsOf(accepted: readonly string[], literal: readonly string[]): Renderings {
  const all = [...accepted, ...literal]
  return {
    accepted: byKey(accepted),
    literal: byKey(literal),
    keys: [...new Set(all.map(keyOf))],
    stems: new Set(all.flatMap(stemsOf)),
    longest: Math.max(...all.map((text) => wordsIn(text).length)) + 2,
  }
}

function byKey(texts: readonly string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const text of texts) groups.set(keyOf(text), [...(groups.get(keyOf(text)) ?? []), text])
  return groups
}

const ARTICLES = new Set(['a', 'an', 'the', 'to'])
const WORD = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}]+)*/gu

const wordsIn = (text: string): string[] => text.toLowerCase().replaceAll('’', "'").match(WORD) ?? []

const singular = (word: string): string => (word.endsWith('s') ? withoutEnding(word) : word)

const withoutEnding = (word: string): string =>
  word
    .replace(/['’]s$/, '')
    .replace(/(\p{L}{2,})ies$/u, '$1y')
    .replace(/(\p{L}{2,}[^s])s$/u, '$1')

const contentOf = (text: string): string[] =>
  wordsIn(text)
    .filter((word) => !ARTICLES.has(word))
    .map(singular)

/** In which all spellings of one rendering agree: `Live-streaming events`, `the livestreaming event`. */
export const keyOf = (text: string): string => contentOf(text).join('')

const EMPTY_WORDS = new Set(
  'about after against and are being but can does for from have into its more most not off one out over people some than that their them they this through under very what when which who with without you your something someone everyone thing very'.split(
    ' ',
  ),
)
const STEM = 5

const stemsOf = (text: string): string[] =>
  wordsIn(text)
    .filter((word) => word.length > 2 && !EMPTY_WORDS.has(word))
    .map((word) => singular(word).slice(0, STEM))

export function standingOf(text: string, renderings: Renderings): Standing {
  const key = keyOf(text)
  if (renderings.accepted.has(key)) return 'house'
  if (renderings.literal.has(key)) return 'literal'
  return stemsOf(text).some((stem) => renderings.stems.has(stem)) ? 'related' : 'contrary'
}

/** A gloss as it is printed: the author's words; where the house has the very same, in its capitals. */
export const inHouseCase = (text: string, renderings: Renderings): string => houseOf(text, renderings) ?? text

/** The house's own spelling of the very same words; of several the author's, else the one with fewest capitals. */
function houseOf(text: string, {accepted, literal}: Renderings): string | undefined {
  const key = keyOf(text)
  const same = [...(accepted.get(key) ?? []), ...(literal.get(key) ?? [])].filter(
    (house) => house.toLowerCase() === text.toLowerCase(),
  )
  return same.includes(text) ? text : same.sort((a, b) => capitals(a) - capitals(b))[0]
}

const capitals = (text: string): number => text.match(/\p{Lu}/gu)?.length ?? 0

/** What may stand between two words of one rendering. */
const BETWEEN = /^[ \u00a0,:’'./&-]{1,2}$/

/** Where an accepted rendering that begins at `at` ends, the longest; -1 when there is none. */
export function renderingFrom(text: string, at: number, renderings: Renderings): number {
  if (!mayBegin(text, at, renderings)) return -1
  const found = chained([...text.slice(at, at + REACH).matchAll(WORD)], renderings.longest)
  if (found[0]?.index !== 0) return -1
  for (let count = found.length; count > 0; count--) {
    const last = found[count - 1]!
    const end = last.index + last[0].length
    if (at + end < text.length && end === REACH) continue
    if (isRendering(text.slice(at, at + end), renderings)) return at + end
  }
  return -1
}

/** Where an accepted rendering that ends at `end` begins, the longest; -1 when there is none. */
export function renderingUpTo(text: string, end: number, renderings: Renderings): number {
  if (!mayEnd(text, end, renderings)) return -1
  const from = Math.max(0, end - REACH)
  const words = [...text.slice(from, end).matchAll(WORD)]
  const last = words.at(-1)
  if (!last || from + last.index + last[0].length !== end) return -1
  let best = -1
  for (let i = words.length - 1; i >= 0 && words.length - i <= renderings.longest; i--) {
    const word = words[i]!
    const next = words[i + 1]
    const gap = next ? text.slice(from + word.index + word[0].length, from + next.index) : ' '
    if (!BETWEEN.test(gap)) break
    if (isRendering(text.slice(from + word.index, end), renderings)) best = from + word.index
  }
  return best
}

const FIRST = /(?:(?:an?|the|to) )?([\p{L}\p{M}\p{N}]+)/iuy
const LAST = /[\p{L}\p{M}\p{N}]+$/u
/** UTF-16 units of a word. */
const LONGEST_WORD = 30

function mayBegin(text: string, at: number, {keys}: Renderings): boolean {
  FIRST.lastIndex = at
  const word = FIRST.exec(text)?.[1]
  return word !== undefined && keys.some((key) => key.startsWith(singular(word.toLowerCase())))
}

function mayEnd(text: string, end: number, {keys}: Renderings): boolean {
  const word = LAST.exec(text.slice(Math.max(0, end - LONGEST_WORD), end))?.[0]
  return word !== undefined && keys.some((key) => key.endsWith(singular(word.toLowerCase())))
}

/** UTF-16 units a rendering may have. */
const REACH = 120

/** An article before a rendering belongs to the sentence, unless the house has it too. */
function isRendering(text: string, renderings: Renderings): boolean {
  const key = keyOf(text)
  if (!renderings.accepted.has(key) && !renderings.literal.has(key)) return false
  return !/^(?:an?|the) /i.test(text) || houseOf(text, renderings) !== undefined
}

/** The words that follow one another with nothing but blanks, hyphens and commas between. */
function chained(words: RegExpExecArray[], most: number): RegExpExecArray[] {
  const chain: RegExpExecArray[] = []
  for (const word of words) {
    const last = chain.at(-1)
    const gap = last ? word.input.slice(last.index + last[0].length, word.index) : ' '
    if (chain.length === most || !BETWEEN.test(gap)) break
    chain.push(word)
  }
  return chain
}
