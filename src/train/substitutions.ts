/**
 * A test nearer to the task than perplexity: does the model prefer a word of clean text to the spun form of it?
 *
 * A list of lines `spun form = original | original` gives the forms. Wherever an original stands in held-out text, it
 * is scored against its spun form (pairs), and against the spun form and all its other originals (restored: it must
 * be the best). Wherever a spun form stands in clean text, it must be better than its originals (kept).
 */

import {wordsOf} from '../draft/words.js'
import {modelTokensOf, SENTENCE_END} from '../stages/unspin/model-tokens.js'

/** log10 P(w | u v). */
export type Score = (u: number, v: number, w: number) => number

export interface Entry {
  readonly spun: Uint32Array
  readonly originals: readonly Uint32Array[]
}

export interface SubstitutionResult {
  /** Original better than the spun form. */
  readonly pairs: number
  /** Original better than the spun form and all its other originals. */
  readonly restored: number
  /** Spun form, in clean text, better than all its originals. */
  readonly kept: number
  /** Spun form, in clean text, at most a hundred times less likely than its best original. */
  readonly safe: number
  readonly trials: number
}

/** A frequent pair shall not outvote the others: this many occurrences of each form are looked at. */
const MOST_TRIALS = 30

export function parseSubstitutions(text: string): Entry[] {
  const lines = text.split('\n').filter((line) => line.includes('=') && !line.startsWith('#'))
  return lines.map((line) => {
    const [left, right] = line.split('=') as [string, string]
    const spun = phrase(left)
    return {
      spun,
      originals: right
        .split('|')
        .map(phrase)
        .filter((original) => !isSame(original, spun)),
    }
  })
}

const isSame = (a: Uint32Array, b: Uint32Array): boolean => a.length === b.length && a.every((id, i) => id === b[i])

const phrase = (text: string): Uint32Array => modelTokensOf(wordsOf(text)).ids.slice(1)

export function testSubstitutions(score: Score, ids: Uint32Array, entries: readonly Entry[]): SubstitutionResult {
  const tally = {pairs: 0, restored: 0, restorable: 0, kept: 0, safe: 0, keepable: 0}
  const places = new PhraseIndex(ids)
  for (const entry of entries) {
    for (const original of entry.originals) {
      for (const at of places.of(original)) {
        const values = candidates(entry).map((form) => localScore(score, ids, at, original.length, form))
        const own = localScore(score, ids, at, original.length, original)
        tally.restorable++
        if (own > values[0]!) tally.pairs++
        if (own >= Math.max(...values)) tally.restored++
      }
    }
    for (const at of places.of(entry.spun)) {
      const values = candidates(entry).map((form) => localScore(score, ids, at, entry.spun.length, form))
      tally.keepable++
      if (values[0]! >= Math.max(...values)) tally.kept++
      if (values[0]! >= Math.max(...values) - 2) tally.safe++
    }
  }
  return {
    pairs: tally.pairs / tally.restorable,
    restored: tally.restored / tally.restorable,
    kept: tally.kept / tally.keepable,
    safe: tally.safe / tally.keepable,
    trials: tally.restorable + tally.keepable,
  }
}

const candidates = (entry: Entry): Uint32Array[] => [entry.spun, ...entry.originals]

/** The score of a form in the place of the tokens from `at`, with the two tokens after it, which it also changes. */
function localScore(score: Score, ids: Uint32Array, at: number, length: number, form: Uint32Array): number {
  let u = ids[at - 2] ?? SENTENCE_END
  let v = ids[at - 1] ?? SENTENCE_END
  let sum = 0
  const next = (w: number): void => {
    sum += score(u, v, w)
    u = v
    v = w
  }
  for (const w of form) next(w)
  for (let i = at + length; i < Math.min(at + length + 2, ids.length); i++) next(ids[i]!)
  return sum
}

/** Where phrases stand in a text. */
class PhraseIndex {
  readonly #ids: Uint32Array
  readonly #places = new Map<number, number[]>()

  constructor(ids: Uint32Array) {
    this.#ids = ids
    ids.forEach((id, at) => {
      const places = this.#places.get(id)
      if (places) places.push(at)
      else this.#places.set(id, [at])
    })
  }

  of(phrase: Uint32Array): number[] {
    const starts = this.#places.get(phrase[0]!) ?? []
    return starts.filter((at) => phrase.every((id, i) => this.#ids[at + i] === id)).slice(0, MOST_TRIALS)
  }
}
