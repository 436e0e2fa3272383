/**
 * Whether an unknown word is a slip, or a name or term that the dictionaries lack.
 *
 * A slip reads well as soon as one letter is put right; a term does so by chance. The shorter a form, the more words
 * lie beside it by chance, and more so in documents full of names and abbreviations. A form that the model has met, or
 * that is made of known parts, is a term until much speaks for a slip.
 */
import {COMPOSED, SLIP} from './vocabulary.js'

/** What was found out about an unknown form. */
export interface Evidence {
  readonly form: string
  /** `COMPOSED`, `STRANGE` or `SLIP`. */
  readonly kind: number
  /** log10: how much better the likeliest word reads there; -Infinity where there is none. */
  readonly weight: number
  /** Whether the language model has met the form. */
  readonly isMet: boolean
}

/**
 * log10: how much better the likeliest word must read, by the letters of the form, and how much better still for each
 * stranger of the document. These and the other figures were chosen by hand on the tuning half of the eval.
 */
const LEAST = [Infinity, Infinity, Infinity, 5, 3.5, 3, 2.5, 2]
const LEAST_OF_LONG = 1.3
const BY_STRANGER = [0, 0, 0, 0.5, 0.5, 0.5, 0.5, 0.25]
/** More strangers than this make no difference. */
export const MOST_STRANGERS = 4
/** A form is a stranger if no word reads better than this. */
const STRANGER = 1
const MET = 2.5
const MADE = 2.5

/** Whether one letter put right explains a form, in a document with so many unknown forms that nothing explains. */
export function isSlip({form, kind, weight, isMet}: Evidence, strangers: number): boolean {
  if (kind === SLIP) return true
  const {length} = form
  const least = (LEAST[length] ?? LEAST_OF_LONG) + (BY_STRANGER[length] ?? 0) * Math.min(strangers, MOST_STRANGERS)
  return weight >= least + (isMet ? MET : 0) + (kind === COMPOSED ? MADE : 0)
}

/** Whether nothing explains a form. */
export const isStranger = ({kind, weight}: Evidence): boolean => kind !== SLIP && weight < STRANGER
