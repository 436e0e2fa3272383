/** What may have been meant by a form that nobody knows: words one slip away, weighed by slip, frequency and neighbours. */
import {hashOf} from '../../draft/index.js'
import {type Context, likelihood} from './context.js'
import {nearWords} from './near.js'
import type {Vocabulary} from './vocabulary.js'

export interface Guess {
  readonly form: string
  /** log10: how much better it reads there than a word that the model does not know, and how likely the slip is. */
  readonly weight: number
}

/** Rarer words than this are meant too seldom. */
const RAREST = -6.4
/** A word that no model has: what the neighbours make of any stranger. */
export const STRANGER = hashOf('\0')

/** The words one slip from a form that the dictionaries know, the likeliest first. */
export function guessesFor(vocabulary: Vocabulary, form: string, context: Context): Guess[] {
  const {model} = vocabulary
  const near = nearWords(form, (hash) => model.knows(hash) && model.unigram(hash) >= RAREST)
  if (near.length === 0) return []
  const stranger = likelihood(model, context, [STRANGER])
  return near
    .filter((word) => vocabulary.isWord(word.form))
    .map((word) => ({
      form: word.form,
      weight: likelihood(model, context, [hashOf(word.form)]) - stranger + word.cost,
    }))
    .sort((a, b) => b.weight - a.weight || (a.form < b.form ? -1 : 1))
}
