/**
 * retext-spell asked about word forms instead of texts.
 *
 * On an article full of names it takes seconds, nearly all of them for suggestions that nobody reads; so forms are
 * asked for once, on a small tree made by hand, and suggestions are made only by whoever prints them.
 */
import type {Root, Sentence} from 'nlcst'
import retextSpell from 'retext-spell'
import {VFile} from 'vfile'
import type {Words} from '../../draft/index.js'
import {WordMemo} from '../../matching/word-memo.js'
import type {Table} from '../../rules/rule.js'

/** A Hunspell dictionary, as the `dictionary-*` packages export it. */
export interface Dictionary {
  readonly aff: Uint8Array
  readonly dic: Uint8Array
}

const KNOWN = 1
const UNKNOWN = 0
/** Distinct word forms remembered: about 4 MB. */
const MOST_FORMS = 200_000
/** retext-spell's `max` for none: 0 would mean its default. */
const NO_SUGGESTIONS = -1

type Check = (tree: Root, file: VFile, next: (error?: Error) => void) => void

export class Speller {
  readonly #dictionary: Dictionary
  readonly #variants: ReadonlyArray<readonly [british: string, american: string]>
  readonly #memo = new WordMemo(MOST_FORMS)
  #check: Check | undefined

  constructor(dictionary: Dictionary, tables: readonly Table[]) {
    this.#dictionary = dictionary
    this.#variants = tables.flatMap(({rows}) => rows.map(({cells}) => [cells['british']!, cells['american']!] as const))
  }

  /** Whether a token is a word of the dictionary; `form` makes its text when it has to be looked up. */
  knows(words: Words, token: number, letterCase: number, form: () => string): boolean {
    const hash = words.hashes[token]!
    const check = (words.checks[token]! ^ letterCase) >>> 0
    let answer = this.#memo.get(hash, check)
    if (answer < 0) {
      answer = this.#isWord(form()) ? KNOWN : UNKNOWN
      this.#memo.set(hash, check, answer)
    }
    return answer === KNOWN
  }

  #isWord(form: string): boolean {
    if (this.#unknown([form]).length === 0) return true
    const american = this.#variants
      .filter(([british]) => form.length > british.length + 1 && form.endsWith(british))
      .map(([british, ending]) => form.slice(0, -british.length) + ending)
    return american.length > 0 && this.#unknown(american).length < american.length
  }

  #unknown(forms: readonly string[]): string[] {
    this.#check ??= checkerOf(this.#dictionary, NO_SUGGESTIONS)
    return messagesFor(this.#check, forms).map((message) => String(message.actual))
  }
}

/** What retext-spell suggests for each word form; about 90 ms a form, so ask only for what is printed. */
export function suggestionsFor(
  dictionary: Dictionary,
  forms: readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const distinct = [...new Set(forms)]
  const messages = messagesFor(checkerOf(dictionary, distinct.length + 1), distinct)
  return new Map(messages.map(({actual, expected}) => [String(actual), expected ?? []]))
}

function checkerOf(dictionary: Dictionary, max: number): Check {
  const plugin = retextSpell as unknown as (options: object) => Check
  return plugin({dictionary, max, ignoreLiteral: false})
}

function messagesFor(check: Check, forms: readonly string[]): VFile['messages'] {
  const sentence: Sentence = {
    type: 'SentenceNode',
    children: forms.map((value) => ({type: 'WordNode', children: [{type: 'TextNode', value}]})),
  }
  const file = new VFile()
  check({type: 'RootNode', children: [{type: 'ParagraphNode', children: [sentence]}]}, file, () => {})
  return file.messages
}
