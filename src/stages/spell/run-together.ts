/** Words that lost the blank between them: `inthe`, `bacteriathat`. */
import {hashOf} from '../../draft/index.js'
import {type Context, likelihood} from './context.js'
import {STRANGER} from './guess.js'
import {STRANGE, type Vocabulary} from './vocabulary.js'

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

/**
 * log10: from how much better two words must read, by what makes chance likely: few letters in all, or in one of them, or
 * two words that are none of these lists. Chosen on the tuning half of the eval: of what reads better than `any` and is
 * made of no known parts, two forms in 1,200 articles were terms ("minfee").
 */
const LEAST = {few: 5, two: 3, usual: 0, long: -2, any: 5.5}
const FEW = 4
const LONG = 10

/** The likeliest two words that were run together, if that is what a form is; `kind` is what the vocabulary says of it. */
export function apart(vocabulary: Vocabulary, form: string, kind: number, context: Context): Parted | undefined {
  const {model} = vocabulary
  // Asked for only where two words are found: few forms have any.
  let stranger: number | undefined
  let best: Parted | undefined
  for (let at = 1; at < form.length; at++) {
    const [first, second] = [form.slice(0, at), form.slice(at)]
    const least = leastFor(vocabulary, first, second, kind)
    if (least === Infinity) continue
    stranger ??= likelihood(model, context, [STRANGER])
    const weight = likelihood(model, context, [hashOf(first), hashOf(second)]) - stranger
    if (weight >= least && weight > (best?.weight ?? -Infinity)) best = {form: `${first} ${second}`, weight}
  }
  return best
}

/** How much must speak for two words; Infinity where nothing is enough. */
function leastFor(vocabulary: Vocabulary, first: string, second: string, kind: number): number {
  const letters = first.length + second.length
  const shorter = Math.min(first.length, second.length)
  if (isLikely(vocabulary, first, second)) {
    if (letters <= FEW) return LEAST.few
    return shorter <= 2 ? LEAST.two : letters >= LONG ? LEAST.long : LEAST.usual
  }
  const isAny = kind === STRANGE && shorter > 1 && vocabulary.isPart(first) && vocabulary.isPart(second)
  return isAny ? LEAST.any : Infinity
}

function isLikely(vocabulary: Vocabulary, first: string, second: string): boolean {
  if (SMALL.has(first) && SMALL.has(second)) return true
  const other = AFTER.has(second) ? first : BEFORE.has(first) ? second : undefined
  if (other === undefined) return false
  const isTwo = first.length + second.length - other.length === 2
  return other.length >= (isTwo ? SHORTEST_OTHER.two : SHORTEST_OTHER.more) && vocabulary.isWord(other)
}
