/**
 * What may have been meant by a reported word, best first: by how likely the slip is, by frequency, and by how well a
 * word reads between its neighbours. Made for what is printed: nobody reads the suggestions of a corpus.
 */
import {hashOf, type Span, type Words, wordAt, wordsOf} from '../../draft/index.js'
import {editDistance} from '../../matching/edit-distance.js'
import type {Table} from '../../rules/rule.js'
import {type Context, contextOf, likelihood} from './context.js'
import {type Guess, guessesFor, STRANGER} from './guess.js'
import {plainForm} from './memory.js'
import {apart} from './run-together.js'
import {Speller} from './speller.js'
import {Varieties} from './variety.js'
import {FIRST_HALF, type Sources, Vocabulary} from './vocabulary.js'

export interface SuggestOptions {
  /** Asks the dictionary, too, which looks further and takes about 0.1 s a word. Default false. */
  readonly asksDictionary?: boolean
}

/** log10: what a slip more costs, as the dictionary's words lie further off. */
const A_SLIP = -2
const FURTHEST = 4

/** log10: what reads so much worse than the best was not meant. */
const WORST = 4

interface Reading {
  readonly words: Words
  readonly isBritish: boolean
}

export class Suggester {
  readonly #vocabulary: Vocabulary
  readonly #varieties: Varieties
  readonly #american: Speller
  readonly #british: Speller | undefined
  /** A document has many places. */
  #last: Reading | undefined

  constructor(sources: Sources, tables: readonly Table[]) {
    this.#vocabulary = new Vocabulary(sources, tables)
    this.#varieties = new Varieties(tables.filter(({columns}) => columns.includes('british word')))
    this.#american = Speller.of(sources.dictionary)
    this.#british = sources.british && Speller.of(sources.british)
  }

  /** The words that may have been meant at a place of a text, best first, spelt as the text spells. */
  suggestionsFor(text: string, {start}: Span, {asksDictionary = false}: SuggestOptions = {}): string[] {
    const {words, isBritish} = this.#read(text)
    const token = wordAt(words, start)
    const form = plainForm(words, token)
    const context = contextOf(words, token)
    const meant = this.#vocabulary.meantBy(form)
    const parted = apart(this.#vocabulary, form, this.#vocabulary.kindOf(form) % FIRST_HALF, context)
    const guesses = [...(parted ? [parted] : []), ...guessesFor(this.#vocabulary, form, context)]
    if (asksDictionary) guesses.push(...this.#dictionarys(form, context, isBritish))
    const ranked = likeliest(guesses).map((guess) => guess.form)
    const best = [...(meant === undefined ? [] : [meant]), ...ranked]
    return [...new Set(isBritish ? best.map((word) => this.#varieties.inBritish(word)) : best)]
  }

  #read(text: string): Reading {
    if (this.#last?.words.text === text) return this.#last
    const words = wordsOf(text)
    this.#last = {words, isBritish: this.#varieties.isBritish(words)}
    return this.#last
  }

  /** What the dictionary of the text's variety suggests, weighed like the others. */
  #dictionarys(form: string, context: Context, isBritish: boolean): Guess[] {
    const speller = isBritish && this.#british ? this.#british : this.#american
    const {model} = this.#vocabulary
    const stranger = likelihood(model, context, [STRANGER])
    return speller.suggestionsFor(form).map((word) => ({
      form: word,
      weight:
        likelihood(model, context, word.split(' ').map(hashOf)) -
        stranger +
        A_SLIP * editDistance(form, word, FURTHEST),
    }))
  }
}

function likeliest(guesses: readonly Guess[]): Guess[] {
  const sorted = [...guesses].sort((a, b) => b.weight - a.weight)
  return sorted.filter(({weight}) => weight >= sorted[0]!.weight - WORST)
}
