/** Which language a stretch in Latin letters is in: frequent words first, franc with a closed list when they are silent. */
import {franc} from 'franc'
import {hashOf, kindOf, WORD, type Words} from '../../draft/index.js'
import type {Table} from '../../rules/rule.js'

/** ISO 639-3 (franc) to 639-1, the languages that are told apart unless the user closes the list further. */
export const LATIN_LANGUAGES: Readonly<Record<string, string>> = {
  eng: 'en',
  fra: 'fr',
  deu: 'de',
  spa: 'es',
  por: 'pt',
  ita: 'it',
  nld: 'nl',
  ind: 'id',
  tur: 'tr',
  vie: 'vi',
  pol: 'pl',
  swe: 'sv',
}

/** Share of frequent words that settles it. Measured on 2,000 open English documents: paragraphs of 10 words and more have 0.2 and up in 99 %. */
const ENOUGH_FREQUENT = 1 / 6
/** Below this many words a stretch says little about its language. */
const FEWEST_WORDS = 8
/** franc reads no further than this. */
const FRANC_LENGTH = 2048

export interface Guess {
  readonly tag: string
  readonly confidence: number
}

export class LatinJudge {
  readonly #frequent: ReadonlyArray<readonly [tag: string, hashes: ReadonlySet<number>]>
  readonly #only: string[]

  constructor(tables: readonly Table[], languages: readonly string[] | undefined) {
    const rows = tables.flatMap((table) => table.rows)
    this.#frequent = rows.map(({cells}) => [cells['language']!, new Set(cells['words']!.split(/\s+/).map(hashOf))])
    this.#only = Object.keys(LATIN_LANGUAGES).filter((code) => !languages || languages.includes(LATIN_LANGUAGES[code]!))
  }

  /** The language of tokens `first` to `last`; undefined where there is too little to go by. */
  judge(words: Words, first: number, last: number, skip: (token: number) => boolean): Guess | undefined {
    let count = 0
    const met = this.#frequent.map(() => 0)
    for (let i = first; i < last; i++) {
      if (kindOf(words, i) !== WORD || skip(i)) continue
      count++
      for (const [k, [, hashes]] of this.#frequent.entries()) if (hashes.has(words.hashes[i]!)) met[k]!++
    }
    if (count < FEWEST_WORDS) return undefined
    const best = met.indexOf(Math.max(...met))
    const share = met[best]! / count
    if (share >= ENOUGH_FREQUENT) return {tag: this.#frequent[best]![0], confidence: Math.min(0.99, 0.8 + share / 2)}
    return this.#askFranc(words, first, last, skip)
  }

  #askFranc(words: Words, first: number, last: number, skip: (token: number) => boolean): Guess | undefined {
    let text = ''
    for (let i = first; i < last && text.length < FRANC_LENGTH; i++) {
      if (kindOf(words, i) === WORD && !skip(i)) text += `${words.text.slice(words.starts[i], words.ends[i])} `
    }
    const tag = LATIN_LANGUAGES[franc(text, {only: this.#only})]
    // Measured with a closed list: 98 % of sentences, 100 % of paragraphs.
    return tag === undefined ? undefined : {tag, confidence: text.length > 200 ? 0.95 : 0.8}
  }
}
