/**
 * The estimates of a spoken-language model as if they were counts of a text of one token, so that they can be added
 * to those of corpora.
 *
 * A back-off model says P(w|h) for what it lists and b(h)·P(w|shorter h) for the rest. What is listed minus
 * b(h)·P(w|shorter h) is the share of the n-gram, b(h) the freed part; then both kinds of model have one form.
 *
 * The words are cut the way our tokeniser cuts ("company's" is two tokens, "e-mail" too); spoken text has no pauses
 * and no figures, so every context gets the share of these classes that it has in the corpora, and the words the rest.
 */

import {wordsOf} from '../draft/words.js'
import {modelTokensOf, SENTENCE_END} from '../stages/unspin/model-tokens.js'
import {type Estimate, Rows} from './grams.js'
import type {SphinxModel} from './pocketsphinx.js'
import {END_INDEX, type Vocabulary} from './vocabulary.js'

/** The token ids of each word of the model; none for words that are markup. */
export function sphinxTokens(words: readonly string[]): Uint32Array[] {
  return words.map((word) => {
    if (word === '<s>' || word === '</s>') return Uint32Array.of(SENTENCE_END)
    const {ids, count} = modelTokensOf(wordsOf(word))
    return ids.slice(0, count).filter((id) => id !== SENTENCE_END)
  })
}

/** How often the classes (pause, number, year) follow any word, and each word: shares[i][word] for classes[i]. */
export interface ClassShares {
  readonly classes: readonly number[]
  readonly averages: readonly number[]
  readonly shares: readonly Float64Array[]
}

/** Class shares below this are left to the shorter context. */
const LEAST_CLASS_SHARE = 1e-3

export function sphinxEstimates(model: SphinxModel, vocabulary: Vocabulary, classes: ClassShares): Estimate[] {
  const estimates = new SphinxEstimates(model, vocabulary, classes)
  estimates.addWords()
  estimates.addClasses()
  estimates.addPairs()
  estimates.addTriples()
  return estimates.finish()
}

class SphinxEstimates {
  readonly #model: SphinxModel
  readonly #size: number
  /** Vocabulary indices of each word of the model. */
  readonly #tokens: readonly Int32Array[]
  readonly #classes: ClassShares
  /** What is left for words after each word. */
  readonly #wordShare: Float64Array
  readonly #grams = [new Rows(), new Rows(), new Rows()] as const
  readonly #contexts = [new Rows(), new Rows(), new Rows()] as const
  /** P(word) as history; the start of a sentence is as frequent as the end. */
  readonly #mass: Float64Array
  /** The row of a pair of the model's words, by first · words + second. */
  readonly #pairRows = new Map<number, number>()

  constructor(model: SphinxModel, vocabulary: Vocabulary, classes: ClassShares) {
    this.#model = model
    this.#size = vocabulary.size
    this.#tokens = sphinxTokens(model.words).map((ids) => vocabulary.indicesOf(ids))
    this.#classes = classes
    this.#wordShare = new Float64Array(vocabulary.size).fill(1)
    for (const shares of classes.shares) {
      for (let word = 0; word < shares.length; word++) this.#wordShare[word]! -= shares[word]!
    }
    this.#mass = model.unigrams.probabilities.map((p) => 10 ** p)
    this.#mass[model.words.indexOf('<s>')] = this.#mass[model.words.indexOf('</s>')]!
    const {first, second} = model.bigrams
    for (let i = first.length - 1; i >= 0; i--) this.#pairRows.set(this.#pairKey(first[i]!, second[i]!), i)
  }

  finish(): Estimate[] {
    return this.#grams.map((grams, i) => ({grams: grams.table(), contexts: this.#contexts[i]!.table()}))
  }

  #pairKey(x: number, y: number): number {
    return x * this.#model.words.length + y
  }

  /** Each word: its tokens, what is sure within it, and itself as a history. */
  addWords(): void {
    const {words, unigrams} = this.#model
    for (let x = 0; x < words.length; x++) {
      const tokens = this.#tokens[x]!
      if (tokens.length === 0) continue
      const mass = this.#mass[x]!
      if (words[x] !== '<s>') this.#withinWord(tokens, mass)
      if (words[x] !== '</s>') this.#asHistory(tokens, mass, 10 ** unigrams.backoffs[x]!)
    }
  }

  #withinWord(tokens: Int32Array, mass: number): void {
    const classShare = this.#classes.averages.reduce((sum, average) => sum + average, 0)
    tokens.forEach((w, i) => {
      this.#grams[0].add(w, mass * (1 - classShare), mass)
      this.#contexts[0].add(0, mass * (1 - classShare), 0)
      if (i >= 1) this.#sure(1, tokens[i - 1]!, w, mass)
      if (i >= 2) this.#sure(2, tokens[i - 2]! * this.#size + tokens[i - 1]!, w, mass)
    })
  }

  /** An n-gram that is part of one word. */
  #sure(order: 1 | 2, context: number, w: number, mass: number): void {
    this.#grams[order].add(context * this.#size + w, mass, mass)
    this.#contexts[order].add(context, mass, 0)
  }

  #asHistory(tokens: Int32Array, mass: number, backoff: number): void {
    const v = tokens[tokens.length - 1]!
    this.#context(1, v, v, mass, backoff)
    if (tokens.length >= 2) this.#context(2, tokens[tokens.length - 2]! * this.#size + v, v, mass, backoff)
  }

  /** A context, and the classes that can follow it. */
  #context(order: 1 | 2, key: number, last: number, mass: number, backoff: number): void {
    this.#contexts[order].add(key, mass, mass * Math.min(1, backoff))
    const listed = Math.max(0, 1 - backoff)
    this.#classes.classes.forEach((index, i) => {
      const share = this.#classes.shares[i]![last]! * listed
      if (share >= LEAST_CLASS_SHARE) this.#grams[order].add(key * this.#size + index, mass * share, mass * share)
    })
  }

  /** Classes without context: as often as in the corpora, for a text of one token. */
  addClasses(): void {
    this.#classes.classes.forEach((index, i) => {
      const average = this.#classes.averages[i]!
      this.#grams[0].add(index, average, average)
      this.#contexts[0].add(0, average, 0)
    })
  }

  addPairs(): void {
    const {unigrams, bigrams} = this.#model
    for (let i = 0; i < bigrams.first.length; i++) {
      const [x, y] = [bigrams.first[i]!, bigrams.second[i]!]
      const [before, after] = [this.#tokens[x]!, this.#tokens[y]!]
      if (before.length === 0 || after.length === 0 || this.#pairRows.get(this.#pairKey(x, y)) !== i) continue
      const probability = 10 ** bigrams.probabilities[i]!
      const mass = this.#mass[x]! * probability
      const listed = probability - 10 ** (unigrams.backoffs[x]! + unigrams.probabilities[y]!)
      this.#acrossPair(before, after, listed * this.#mass[x]!, mass)
      if (after.length === 1 && after[0] !== END_INDEX) {
        const key = before[before.length - 1]! * this.#size + after[0]!
        this.#context(2, key, after[0]!, mass, 10 ** bigrams.backoffs[i]!)
      }
    }
  }

  #acrossPair(before: Int32Array, after: Int32Array, listed: number, mass: number): void {
    const size = this.#size
    const [v, w] = [before[before.length - 1]!, after[0]!]
    const share = listed * this.#wordShare[v]!
    this.#grams[1].add(v * size + w, share, mass)
    if (before.length >= 2) this.#grams[2].add((before[before.length - 2]! * size + v) * size + w, share, mass)
    if (after.length >= 2) this.#sure(2, v * size + w, after[1]!, mass)
  }

  addTriples(): void {
    const {bigrams, trigrams} = this.#model
    const size = this.#size
    for (let i = 0; i < trigrams.first.length; i++) {
      const [x, y, z] = [trigrams.first[i]!, trigrams.second[i]!, trigrams.third[i]!]
      const [before, middle, after] = [this.#tokens[x]!, this.#tokens[y]!, this.#tokens[z]!]
      if (before.length === 0 || middle.length !== 1 || after.length === 0 || middle[0] === END_INDEX) continue
      const pair = this.#pairRows.get(this.#pairKey(x, y))!
      const history = this.#mass[x]! * 10 ** bigrams.probabilities[pair]!
      const probability = 10 ** trigrams.probabilities[i]!
      const listed = probability - 10 ** bigrams.backoffs[pair]! * this.#pairProbability(y, z)
      const v = middle[0]!
      const key = (before[before.length - 1]! * size + v) * size + after[0]!
      this.#grams[2].add(key, history * listed * this.#wordShare[v]!, history * probability)
    }
  }

  #pairProbability(y: number, z: number): number {
    const row = this.#pairRows.get(this.#pairKey(y, z))
    if (row !== undefined) return 10 ** this.#model.bigrams.probabilities[row]!
    return 10 ** (this.#model.unigrams.backoffs[y]! + this.#model.unigrams.probabilities[z]!)
  }
}
