/**
 * How near a text comes to an article: runs of four tokens in common, as the article-extraction benchmark counts them
 * (Scrapinghub, 2020), but that each character of a script without blanks is a token.
 */

const IDEOGRAPH = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}]'
const TOKEN = new RegExp(`${IDEOGRAPH}|(?:(?!${IDEOGRAPH})[\\p{L}\\p{N}_])+`, 'gu')
const GRAM = 4

export const tokensOf = (text: string): readonly string[] => text.match(TOKEN) ?? []

/** How often each run of tokens stands in a text; a shorter text is one run. */
type Grams = ReadonlyMap<string, number>

function gramsOf(tokens: readonly string[]): Grams {
  const grams = new Map<string, number>()
  const count = tokens.length === 0 ? 0 : Math.max(1, tokens.length - GRAM + 1)
  for (let i = 0; i < count; i++) {
    const gram = tokens.slice(i, i + GRAM).join(' ')
    grams.set(gram, (grams.get(gram) ?? 0) + 1)
  }
  return grams
}

/** What one page came to, each 0–1. */
export interface PageScore {
  readonly precision: number
  readonly recall: number
  readonly f1: number
  /** Nothing came out: counts for recall, not for precision. */
  readonly isEmpty: boolean
  /** Shares of the sentences that must be there, and of those that must not, that are; undefined where none are named. */
  readonly kept: number | undefined
  readonly leaked: number | undefined
}

/** An article, and sentences that must and must not be in the result. */
export interface Truth {
  readonly text: string
  readonly with?: readonly string[]
  readonly without?: readonly string[]
}

export function pageScore(truth: Truth, result: string): PageScore {
  const tokens = tokensOf(result)
  const [own, found] = [gramsOf(tokensOf(truth.text)), gramsOf(tokens)]
  let common = 0
  for (const [gram, count] of own) common += Math.min(count, found.get(gram) ?? 0)
  const [wanted, got] = [total(own), total(found)]
  const precision = got > 0 ? common / got : wanted > 0 ? 0 : 1
  const recall = wanted > 0 ? common / wanted : 1
  const flat = squashed(tokens)
  return {
    precision,
    recall,
    f1: harmonic(precision, recall),
    isEmpty: got === 0,
    kept: shareIn(flat, truth.with),
    leaked: shareIn(flat, truth.without),
  }
}

const total = (grams: Grams): number => [...grams.values()].reduce((sum, count) => sum + count, 0)
const squashed = (tokens: readonly string[]): string => tokens.join(' ').toLowerCase()

function shareIn(flat: string, sentences: readonly string[] = []): number | undefined {
  const found = sentences.filter((sentence) => flat.includes(squashed(tokensOf(sentence))))
  return sentences.length === 0 ? undefined : found.length / sentences.length
}

/** What some pages came to: means over pages, and F1 of the means. */
export interface Summary extends Omit<PageScore, 'isEmpty'> {
  readonly pages: number
  /** How many pages are below `POOR`. */
  readonly poor: number
}

export const POOR = 0.7

export function summarise(scores: readonly PageScore[]): Summary {
  const precision = mean(scores.filter(({isEmpty}) => !isEmpty).map((score) => score.precision)) ?? 0
  const recall = mean(scores.map((score) => score.recall)) ?? 0
  return {
    pages: scores.length,
    precision,
    recall,
    f1: harmonic(precision, recall),
    poor: scores.filter(({f1}) => f1 < POOR).length,
    kept: mean(scores.map(({kept}) => kept)),
    leaked: mean(scores.map(({leaked}) => leaked)),
  }
}

const harmonic = (a: number, b: number): number => (a + b > 0 ? (2 * a * b) / (a + b) : 0)

/** Of those that are defined; undefined where none is. */
function mean(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined)
  return known.length === 0 ? undefined : known.reduce((sum, value) => sum + value, 0) / known.length
}
