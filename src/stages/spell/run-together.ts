/** Words that lost the blank between them: `inthe`, `bacteriathat`. */
import {hashOf} from '../../draft/index.js'
import {type Context, likelihood} from './context.js'
import {STRANGER} from './guess.js'
import type {Vocabulary} from './vocabulary.js'

export interface Parted {
  readonly form: string
  /** log10: how much better the two words read there than a word nobody knows. */
  readonly weight: number
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** Words that end in front of any other, and begin no terms ("notfound", "inplace", "myvariable"). */
const BEFORE = words('an and are has have is of that the their these this were when which with')
/** Words that begin after any other, and end no terms ("login", "howto", "bootup", "readme"). */
const AFTER = words(
  'about also an and are as by can could for from had has have is it may of or should such than that the their then there these this those was were when where which while will with would',
)
/** Words that are run together with each other: `inthe`, `tobe`. */
const SMALL = words(
  'a about all also an and any are as at be because been but by can could do for from had has have he her his if in into is it its may more must no not of on or our out she should so some such than that the their them then there these they this those to was we were what when which who will with would you your',
)
/** A word of which the other is one may be any; beside two letters it must be longer, as chance is greater. */
const SHORTEST_OTHER = {two: 5, more: 4}
/** log10: from how much better they must read, by what makes chance likely: few letters in all, or in one of the words. */
const LEAST = {few: 5, two: 3, usual: 0, long: -2}
const FEW = 4
const LONG = 10

/** The two words that were run together, if that is what a form is. */
export function apart(vocabulary: Vocabulary, form: string, context: Context): Parted | undefined {
  const parted = partedWords(vocabulary, form, context)
  return parted && parted.weight >= leastFor(parted.form) ? parted : undefined
}

function leastFor(parted: string): number {
  const letters = parted.length - 1
  if (letters <= FEW) return LEAST.few
  if (parted.split(' ').some((word) => word.length <= 2)) return LEAST.two
  return letters >= LONG ? LEAST.long : LEAST.usual
}

/** The likeliest two words of a form, one of them such as stands in any sentence. */
function partedWords(vocabulary: Vocabulary, form: string, context: Context): Parted | undefined {
  let best: Parted | undefined
  const {model} = vocabulary
  const stranger = likelihood(model, context, [STRANGER])
  for (let at = 1; at < form.length; at++) {
    const [first, second] = [form.slice(0, at), form.slice(at)]
    if (!isLikely(vocabulary, first, second)) continue
    const weight = likelihood(model, context, [hashOf(first), hashOf(second)]) - stranger
    if (!best || weight > best.weight) best = {form: `${first} ${second}`, weight}
  }
  return best
}

function isLikely(vocabulary: Vocabulary, first: string, second: string): boolean {
  if (SMALL.has(first) && SMALL.has(second)) return true
  const other = AFTER.has(second) ? first : BEFORE.has(first) ? second : undefined
  if (other === undefined) return false
  const least = (other === first ? second : first).length === 2 ? SHORTEST_OTHER.two : SHORTEST_OTHER.more
  return other.length >= least && vocabulary.isWord(other)
}
