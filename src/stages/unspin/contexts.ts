/**
 * What the words around say of forms that stand rightly as often as not: "in response to complaints" is not "according
 * to complaints". For what the language model cannot see between two words on each side.
 */
import {wordsOf} from '../../draft/index.js'
import type {Table} from '../../rules/rule.js'
import type {Place} from './lattice.js'
import type {Lexicon} from './lexicon.js'
import {idsOf, type ModelTokens, SENTENCE_END} from './model-tokens.js'

/** Words of the sentence that `later` looks at. */
const LATER = 12
const WHERE = /^(no )?(next|previous|later)$/

interface Context {
  readonly where: 'next' | 'previous' | 'later'
  /** Whether one of the words must stand there, or none may. */
  readonly isWanted: boolean
  readonly ids: ReadonlySet<number>
  /** log10, for all originals of the form. */
  readonly weight: number
}

export class Contexts {
  readonly #byForm = new Map<number, Context[]>()

  /** From tables with the columns form, where, words, weight. Refuses a `where` it does not know. */
  constructor(tables: readonly Table[], lexicon: Lexicon) {
    for (const {path, rows} of tables.filter(({columns}) => columns.includes('where'))) {
      for (const {line, cells} of rows) {
        const [, no, where] = WHERE.exec(cells['where']!) ?? []
        if (!where)
          throw new Error(`${path}:${line}: unexpected where “${cells['where']}”, expected next, previous or later`)
        const ids = new Set(cells['words']!.split('|').flatMap((word) => [...idsOf(word)]))
        const context = {where: where as Context['where'], isWanted: !no, ids, weight: Number(cells['weight'])}
        for (const form of formsOf(cells['form']!, lexicon)) {
          this.#byForm.set(form, [...(this.#byForm.get(form) ?? []), context])
        }
      }
    }
  }

  /** What the words around a form add to its originals, log10. */
  weightAt({form, from, to}: Place, {ids, count}: ModelTokens): number {
    let sum = 0
    for (const {where, isWanted, ids: words, weight} of this.#byForm.get(form) ?? []) {
      let isThere = false
      if (where === 'previous') isThere = from > 0 && words.has(ids[from - 1]!)
      else {
        const end = Math.min(count, to + (where === 'next' ? 1 : LATER))
        for (let at = to; at < end && ids[at] !== SENTENCE_END && !isThere; at++) isThere = words.has(ids[at]!)
      }
      if (isThere === isWanted) sum += weight
    }
    return sum
  }
}

/** The form of a lexicon that reads so; none when it lists no such form. */
function formsOf(text: string, {trie}: Lexicon): number[] {
  const words = wordsOf(text)
  const forms: number[] = []
  trie.scan(words, words.count, (form, first, last) => {
    if (first === 0 && last === words.count) forms.push(form)
  })
  return forms
}
