/**
 * retext-spell asked about word forms instead of texts.
 *
 * On an article full of names it takes seconds, nearly all of them for suggestions that nobody reads; so forms are
 * asked for on a small tree made by hand, and suggestions are made only by whoever prints them.
 */
import type {Root, Sentence} from 'nlcst'
import retextSpell from 'retext-spell'
import {VFile} from 'vfile'

/** A Hunspell dictionary, as the `dictionary-*` packages export it. */
export interface Dictionary {
  readonly aff: Uint8Array
  readonly dic: Uint8Array
}

/** retext-spell's `max` for none: 0 would mean its default. */
const NO_SUGGESTIONS = -1

type Check = (tree: Root, file: VFile, next: (error?: Error) => void) => void

/** One dictionary, read when it is first asked: that takes a tenth of a second. */
export class Speller {
  readonly #dictionary: Dictionary
  #check: Check | undefined
  #suggest: Check | undefined

  constructor(dictionary: Dictionary) {
    this.#dictionary = dictionary
  }

  knows(form: string): boolean {
    this.#check ??= checkerOf(this.#dictionary, NO_SUGGESTIONS)
    return messageFor(this.#check, form) === undefined
  }

  /** What retext-spell suggests for an unknown form; about 90 ms, so ask only for what is printed. */
  suggestionsFor(form: string): readonly string[] {
    this.#suggest ??= checkerOf(this.#dictionary, Number.MAX_SAFE_INTEGER)
    return messageFor(this.#suggest, form)?.expected ?? []
  }
}

function checkerOf(dictionary: Dictionary, max: number): Check {
  const plugin = retextSpell as unknown as (options: object) => Check
  return plugin({dictionary, max, ignoreLiteral: false})
}

function messageFor(check: Check, form: string): VFile['messages'][number] | undefined {
  const sentence: Sentence = {
    type: 'SentenceNode',
    children: [{type: 'WordNode', children: [{type: 'TextNode', value: form}]}],
  }
  const file = new VFile()
  check({type: 'RootNode', children: [{type: 'ParagraphNode', children: [sentence]}]}, file, () => {})
  return file.messages[0]
}
