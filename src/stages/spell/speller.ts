/**
 * retext-spell asked about word forms instead of texts.
 *
 * On an article full of names it takes seconds, nearly all of them for suggestions that nobody reads; so forms are
 * asked for on a small tree made by hand, and suggestions are made only by whoever prints them.
 */
import type {Root, Sentence} from 'nlcst'
import retextSpell from 'retext-spell'
import type {Forms} from './forms.js'

/** A Hunspell dictionary, as the `dictionary-*` packages export it. */
export interface Dictionary {
  readonly aff: Uint8Array
  readonly dic: Uint8Array
  /** What it accepts, where that was compiled; else it is expanded when it is first asked. */
  readonly forms?: Forms | undefined
}

/** retext-spell's `max` for none: 0 would mean its default. */
const NO_SUGGESTIONS = -1

/** Where the check leaves what it finds. A vfile would make an error with its stack of every unknown form: dearer than the check. */
interface Sheet {
  message(): {expected?: readonly string[]}
}

type Check = (tree: Root, sheet: Sheet, next: (error?: Error) => void) => void

/** One dictionary. What was not compiled is read when it is first asked: that takes a tenth of a second. */
export class Speller {
  static readonly #spellers = new WeakMap<Dictionary, Speller>()
  readonly #dictionary: Dictionary
  #check: Check | undefined
  #suggest: Check | undefined

  /** The one who reads a dictionary, for the stage and for suggestions alike. */
  static of(dictionary: Dictionary): Speller {
    const speller = Speller.#spellers.get(dictionary) ?? new Speller(dictionary)
    Speller.#spellers.set(dictionary, speller)
    return speller
  }

  private constructor(dictionary: Dictionary) {
    this.#dictionary = dictionary
  }

  knows(form: string): boolean {
    const {forms} = this.#dictionary
    if (forms) return forms.accepts(form)
    this.#check ??= checkerOf(this.#dictionary, NO_SUGGESTIONS)
    return suggestedFor(this.#check, form) === undefined
  }

  /** What retext-spell suggests for an unknown form; about 90 ms, so ask only for what is printed. */
  suggestionsFor(form: string): readonly string[] {
    this.#suggest ??= checkerOf(this.#dictionary, Number.MAX_SAFE_INTEGER)
    return suggestedFor(this.#suggest, form) ?? []
  }
}

function checkerOf(dictionary: Dictionary, max: number): Check {
  const plugin = retextSpell as unknown as (options: object) => Check
  return plugin({dictionary, max, ignoreLiteral: false})
}

/** Undefined for a known form. */
function suggestedFor(check: Check, form: string): readonly string[] | undefined {
  const sentence: Sentence = {
    type: 'SentenceNode',
    children: [{type: 'WordNode', children: [{type: 'TextNode', value: form}]}],
  }
  let message: ReturnType<Sheet['message']> | undefined
  const sheet: Sheet = {
    message: () => {
      message = {}
      return message
    },
  }
  check({type: 'RootNode', children: [{type: 'ParagraphNode', children: [sentence]}]}, sheet, () => {})
  return message && (message.expected ?? [])
}
