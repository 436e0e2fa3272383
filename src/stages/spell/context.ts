/** What the language model says of a word between its neighbours. */
import {gapBefore, HAN, hashOf, kindOf, MARK, NEW_PARAGRAPH, NUMBER, type Words} from '../../draft/index.js'
import type {NgramModel} from '../../matching/ngram-model.js'

/** The classes of the model; `rules/unspin/english.ngrams.md` says what they stand for. */
const SENTENCE_END = hashOf('</s>')
const PAUSE = hashOf(',')
const NUMBER_CLASS = hashOf('<n>')
const HAN_CLASS = hashOf('<han>')

const ENDING = /^[.!?…。！？]/
const PAUSING = /^(?:[,;:–—]|--)/

/** The model's ids of the two words before and after one place; 0 beyond the ends of the sentence. */
export interface Context {
  readonly before: readonly [u: number, v: number]
  readonly after: readonly [x: number, y: number]
}

/** The neighbours of the tokens from `first` to `last`. */
export function contextOf(words: Words, first: number, last = first): Context {
  const v = neighbour(words, first, -1)
  const u = v.id === SENTENCE_END ? 0 : neighbour(words, v.token, -1).id
  const x = neighbour(words, last, 1)
  const y = x.id === SENTENCE_END ? 0 : neighbour(words, x.token, 1).id
  return {before: [u, v.id], after: [x.id, y]}
}

/** The next token the model counts, in one direction. */
function neighbour(words: Words, from: number, step: 1 | -1): {id: number; token: number} {
  let token = from
  for (;;) {
    if (gapBefore(words, step > 0 ? token + 1 : token) === NEW_PARAGRAPH) return {id: SENTENCE_END, token}
    token += step
    if (token < 0 || token >= words.count) return {id: SENTENCE_END, token}
    const id = idOf(words, token)
    if (id !== 0) return {id, token}
  }
}

/** 0 for marks that the model leaves out: quotation marks, brackets, hyphens. */
function idOf(words: Words, token: number): number {
  const kind = kindOf(words, token)
  if (kind === NUMBER) return NUMBER_CLASS
  if (kind === HAN) return HAN_CLASS
  if (kind !== MARK) return words.hashes[token]!
  const mark = words.text.slice(words.starts[token]!, words.starts[token]! + 2)
  return ENDING.test(mark) ? SENTENCE_END : PAUSING.test(mark) ? PAUSE : 0
}

/** log10 of the probability of some words and of the two after them, given the two before. */
export function likelihood(model: NgramModel, {before, after}: Context, forms: readonly number[]): number {
  let [u, v] = before
  let sum = 0
  for (const w of forms) {
    sum += model.score(u, v, w)
    u = v
    v = w
  }
  sum += model.score(u, v, after[0])
  return after[0] === SENTENCE_END ? sum : sum + model.score(v, after[0], after[1])
}
