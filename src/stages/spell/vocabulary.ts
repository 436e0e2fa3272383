/**
 * Which word forms are words: asked of the cheapest witness first, and remembered.
 *
 * A word that the language model often met needs no dictionary; the British one is read only when a form would else be
 * reported. A word of either variety is a word, in every document: articles quote, and are written by several people.
 */
import {hashOf} from '../../draft/index.js'
import {NgramModel} from '../../matching/ngram-model.js'
import {WordSet} from '../../matching/word-set.js'
import type {Table} from '../../rules/rule.js'
import {isComposed} from './morphology.js'
import {type Near, nearWords} from './near.js'
import {type Dictionary, Speller} from './speller.js'

/** What a form is to the stage, whatever document it stands in. */
export const KNOWN = 0
/** A word as the British spell it. */
export const BRITISH = 1
/** Unknown, and made as terms and names are made: of known parts. */
export const COMPOSED = 2
/** Unknown. */
export const STRANGE = 3
/** A slip that is listed as one. */
export const SLIP = 4
/** Added to the kind of a form with which a word begins that is often written as two. */
export const FIRST_HALF = 8

export interface Sources {
  readonly dictionary: Dictionary
  readonly british?: Dictionary | undefined
  /** The bytes of a language model, as `rules/unspin/english.ngrams`. */
  readonly model: ArrayBuffer
}

/**
 * log10: from this frequency on the model's word is a word. The rarest that are misspelt in its sources lie below
 * ("goverment" −5.93, "thier" −5.91); "alot" and the like are listed as slips.
 */
const FREQUENT = -5.5
/** log10: rarer words than this are meant too seldom. */
const RAREST = -6.4
/** Forms whose near words are remembered: about 2 MB. */
const MOST_NEAR = 10_000

export class Vocabulary {
  readonly #american: Speller
  readonly #british: Speller | undefined
  readonly #bytes: ArrayBuffer
  readonly #listed: ReadonlySet<string>
  readonly #slips: ReadonlyMap<string, string>
  readonly #slipHashes: WordSet
  readonly #endings: ReadonlyArray<readonly [british: string, american: string]>
  /** By hashes, as `Words` has them: they are asked for at every `in` and `with`. */
  readonly #halves = new Map<number, Set<number>>()
  readonly #secondHalves: WordSet
  /** An unknown form seldom stands in one document alone. */
  readonly #near = new Map<string, readonly Near[]>()
  #model: NgramModel | undefined

  constructor({dictionary, british, model}: Sources, tables: readonly Table[]) {
    this.#american = Speller.of(dictionary)
    this.#british = british && Speller.of(british)
    this.#bytes = model
    this.#listed = new Set(cellsOf(tables, ['word']).map(([word]) => word!))
    this.#slips = new Map(cellsOf(tables, ['slip', 'meant']) as Array<[string, string]>)
    this.#slipHashes = new WordSet([...this.#slips.keys()].map(hashOf))
    this.#endings = cellsOf(tables, ['british', 'american']) as Array<[string, string]>
    for (const halves of cellsOf(tables, ['first', 'second'])) {
      const [first, second] = halves.map(hashOf) as [number, number]
      this.#halves.set(first, (this.#halves.get(first) ?? new Set()).add(second))
    }
    this.#secondHalves = new WordSet([...this.#halves.values()].flatMap((seconds) => [...seconds]))
  }

  /** Read when it is first asked. */
  get model(): NgramModel {
    this.#model ??= NgramModel.read(this.#bytes)
    return this.#model
  }

  /** `KNOWN` … `SLIP`, with `FIRST_HALF` where that is so. */
  kindOf(form: string, hash = hashOf(form)): number {
    return this.#wordKindOf(form, hash) + (this.#halves.has(hash) ? FIRST_HALF : 0)
  }

  /** Whether two words, by their hashes, are listed as halves of one. */
  areHalves(first: number, second: number): boolean {
    return this.#secondHalves.has(second) && (this.#halves.get(first)?.has(second) ?? false)
  }

  #wordKindOf(form: string, hash: number): number {
    if (this.#isListedSlip(form, hash)) return SLIP
    if (this.model.unigram(hash) >= FREQUENT || this.#listed.has(form) || this.#american.knows(form)) return KNOWN
    if (this.#isAmericanWithout(form)) return BRITISH
    return isComposed(form, (part) => this.isPart(part)) ? COMPOSED : STRANGE
  }

  #isListedSlip(form: string, hash: number): boolean {
    return this.#slipHashes.has(hash) && this.#slips.has(form)
  }

  /** Whether a form is a word by itself, without a look at its parts. */
  isWord(form: string): boolean {
    const hash = hashOf(form)
    if (this.#isListedSlip(form, hash)) return false
    return this.model.unigram(hash) >= FREQUENT || this.#listed.has(form) || this.#american.knows(form)
  }

  /** The words one slip from a form, in no order; none that is too rare to be meant. */
  wordsNear(form: string): readonly Near[] {
    const known = this.#near.get(form)
    if (known) return known
    const {model} = this
    const near = nearWords(form, (hash) => model.knows(hash) && model.unigram(hash) >= RAREST)
    const found = near.filter((word) => this.isWord(word.form))
    if (this.#near.size >= MOST_NEAR) this.#near.clear()
    this.#near.set(form, found)
    return found
  }

  /** What the British dictionary says of a form that nobody else knows. */
  isBritish(form: string): boolean {
    return this.#british?.knows(form) ?? false
  }

  /** log10 of the frequency; of words the model does not know, that of any of them. */
  frequency(form: string): number {
    return this.model.unigram(hashOf(form))
  }

  /** Whether the language model knows a form. */
  hasMet(form: string): boolean {
    return this.model.knows(hashOf(form))
  }

  /** What is meant by a listed slip. */
  meantBy(form: string): string | undefined {
    return this.#slips.get(form)
  }

  /** A word that the model has met: it turns away nearly all of the many cuts of a form, in less than the dictionary takes. */
  isPart(form: string): boolean {
    return this.hasMet(form) && this.isWord(form)
  }

  /** Whether a form is a British spelling by its ending. */
  #isAmericanWithout(form: string): boolean {
    return this.#endings.some(
      ([british, american]) =>
        form.length > british.length + 1 &&
        form.endsWith(british) &&
        this.#american.knows(form.slice(0, -british.length) + american),
    )
  }
}

/** The cells of every table that has these columns. */
function cellsOf(tables: readonly Table[], columns: readonly string[]): string[][] {
  return tables
    .filter((table) => columns.every((column) => table.columns.includes(column)))
    .flatMap(({rows}) => rows.map(({cells}) => columns.map((column) => cells[column]!)))
}
