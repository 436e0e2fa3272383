/**
 * Whether an unknown word is a slip, or a name or term that the dictionaries lack.
 *
 * A slip reads well as soon as one letter is put right; a term does so by chance. The shorter a form, the more words
 * lie beside it by chance; a form the model has met, or one made of known parts, is a term until much speaks for a slip.
 */
import type {Words} from '../../draft/index.js'
import {contextOf} from './context.js'
import type {Suspect} from './fence.js'
import {guessesFor} from './guess.js'
import {COMPOSED, SLIP, type Vocabulary} from './vocabulary.js'

/** Below this the model has not met a form. */
const NEVER_MET = -8

/** log10: how much better the likeliest word must read, by the letters of the form. Chosen on the tuning half of the eval. */
const LEAST_BY_LETTERS = [Infinity, Infinity, Infinity, 6, 5.5, 4.5, 3.5, 2.5, 2]
const LEAST_OF_LONG = 1.5
/** More must speak for a form that was met, or that is made of known parts. */
const MET = 2.5
const MADE = 1.5

export function isSlip(vocabulary: Vocabulary, words: Words, {form, token, kind}: Suspect): boolean {
  if (kind === SLIP) return true
  const [best] = guessesFor(vocabulary, form, contextOf(words, token))
  if (!best) return false
  const met = vocabulary.frequency(form) > NEVER_MET ? MET : 0
  const made = kind === COMPOSED ? MADE : 0
  return best.weight >= (LEAST_BY_LETTERS[form.length] ?? LEAST_OF_LONG) + met + made
}
