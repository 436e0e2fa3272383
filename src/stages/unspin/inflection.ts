/**
 * The forms of a lemma, so that one entry of a table serves them all: walk, walks, walked, walking.
 *
 * Rules for what is regular, a table for what is not. Where spelling could go two ways ("stoped", "stopped") the language
 * model says which of them it has met.
 */
import {hashOf} from '../../draft/index.js'
import type {NgramModel} from '../../matching/ngram-model.js'
import type {Table} from '../../rules/rule.js'

/**
 * Forms by place, each with its spellings: noun singular, plural; verb base, third person, past, participle, gerund;
 * adjective positive, comparative, superlative; anything else as it stands.
 */
export type Paradigm = readonly (readonly string[])[]

export type WordClass = 'n' | 'v' | 'a' | 'r' | 'x'

export const isWordClass = (text: string): text is WordClass => /^[nvarx]$/.test(text)

/** log10: a plural so much rarer than its singular is none ("informations"). */
const UNCOUNTABLE = -3

/** Words after which a noun phrase only qualifies its head: "point of view". */
const QUALIFIES = /^(\S+)( (?:of|for|in|on|at|from|with|to|by) .*)$/

export class Inflection {
  readonly #model: NgramModel
  readonly #irregular = new Map<string, string[][]>()
  readonly #known = new Map<string, Paradigm>()

  /** `tables`: those with the columns lemma, class, first … fourth. */
  constructor(tables: readonly Table[], model: NgramModel) {
    this.#model = model
    for (const {cells} of tables.flatMap(({rows}) => rows)) {
      const forms = ['first', 'second', 'third', 'fourth'].map((column) => cells[column] ?? '')
      const filled = forms.filter((form) => form !== '').map((form) => form.split('|'))
      this.#irregular.set(`${cells['class']} ${cells['lemma']}`, filled)
    }
  }

  /** All forms of a phrase: the first word of a verb phrase changes, the head of a noun phrase. */
  of(phrase: string, wordClass: WordClass): Paradigm {
    const key = `${wordClass} ${phrase}`
    let paradigm = this.#known.get(key)
    if (!paradigm) {
      paradigm = this.#phrase(phrase, wordClass)
      this.#known.set(key, paradigm)
    }
    return paradigm
  }

  #phrase(phrase: string, wordClass: WordClass): Paradigm {
    if (wordClass === 'v') {
      const [, head, rest] = /^(\S+)(.*)$/s.exec(phrase) ?? ['', phrase, '']
      return this.#word(head!, 'v').map((forms) => forms.map((form) => form + rest))
    }
    if (wordClass === 'n') {
      const [, head, rest] = QUALIFIES.exec(phrase) ?? /^(.*?)()$/s.exec(phrase)!
      const [, lead, last] = /^(.*\s)?(\S*)$/s.exec(head!)!
      return this.#word(last!, 'n').map((forms) => forms.map((form) => (lead ?? '') + form + rest))
    }
    return wordClass === 'a' && !phrase.includes(' ') ? this.#word(phrase, 'a') : [[phrase]]
  }

  #word(lemma: string, wordClass: 'n' | 'v' | 'a'): Paradigm {
    const irregular = this.#irregular.get(`${wordClass} ${lemma}`)
    if (irregular) return [[lemma], ...irregular]
    switch (wordClass) {
      case 'n':
        return [[lemma], [this.#plural(lemma)]]
      case 'v':
        return this.#verb(lemma)
      case 'a':
        return [[lemma], [`more ${lemma}`], [`most ${lemma}`]]
    }
  }

  #plural(lemma: string): string {
    const plural = sibilant(lemma) ?? this.#better(`${lemma}s`, lemma.endsWith('o') ? `${lemma}es` : `${lemma}s`)
    return this.#rate(plural) < this.#rate(lemma) + UNCOUNTABLE ? lemma : plural
  }

  #verb(lemma: string): Paradigm {
    const third = sibilant(lemma) ?? (lemma.endsWith('o') ? `${lemma}es` : `${lemma}s`)
    const [past, gerund] = this.#stems(lemma)
    return [[lemma], [third], [past], [past], [gerund]]
  }

  /** Past and gerund. */
  #stems(lemma: string): [past: string, gerund: string] {
    if (lemma.endsWith('e'))
      return [`${lemma}d`, /(?:ee|oe|ye)$/.test(lemma) ? `${lemma}ing` : `${lemma.slice(0, -1)}ing`]
    if (/[^aeiou]y$/.test(lemma)) return [`${lemma.slice(0, -1)}ied`, `${lemma}ing`]
    const doubled = /[aeiou][bdgklmnprtvz]$/.test(lemma) ? lemma + lemma.at(-1) : lemma
    return [this.#better(`${lemma}ed`, `${doubled}ed`), this.#better(`${lemma}ing`, `${doubled}ing`)]
  }

  #better(a: string, b: string): string {
    return a !== b && this.#rate(b) > this.#rate(a) ? b : a
  }

  #rate(word: string): number {
    return this.#model.unigram(hashOf(word))
  }
}

/** Third person or plural of words that do not just take an s; undefined for those that do. */
function sibilant(lemma: string): string | undefined {
  if (/(?:s|x|z|ch|sh)$/.test(lemma)) return `${lemma}es`
  return /[^aeiou]y$/.test(lemma) ? `${lemma.slice(0, -1)}ies` : undefined
}
