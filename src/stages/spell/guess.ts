/** What may have been meant by a form that nobody knows: words one slip away, weighed by slip, frequency and neighbours. */
import {hashOf} from '../../draft/index.js'
import {type Context, likelihood} from './context.js'
import type {Vocabulary} from './vocabulary.js'

export interface Guess {
  readonly form: string
  /** log10: how much better it reads there than a word that the model does not know, and how likely the slip is. */
  readonly weight: number
}

/** A word that no model has: what the neighbours make of any stranger. */
export const STRANGER = hashOf('\0')

/** The words one slip from a form that the dictionaries know, the likeliest first. */
export function guessesFor(vocabulary: Vocabulary, form: string, context: Context): Guess[] {
  const {model} = vocabulary
  const near = vocabulary.wordsNear(form)
  if (near.length === 0) return []
  const stranger = likelihood(model, context, [STRANGER])
  return near
    .map((word) => ({
      form: word.form,
      weight: likelihood(model, context, [hashOf(word.form)]) - stranger + word.cost,
    }))
    .sort((a, b) => b.weight - a.weight || (a.form < b.form ? -1 : 1))
}
