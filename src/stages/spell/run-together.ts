/** Words that lost the blank between them: `inthe`, `bacteriathat`. */
import {hashOf} from '../../draft/index.js'
import {type Context, likelihood} from './context.js'
import {isFunctionWord} from './morphology.js'
import type {Vocabulary} from './vocabulary.js'

export interface Parted {
  readonly form: string
  /** log10: how much better the two words read there than a word nobody knows. */
  readonly weight: number
}

/** Words of two letters that stand often enough beside any other. */
const SHORT = new Set('am an as at be by do if in is it my no of on or so to up us we'.split(' '))
/** They begin and end too many words and names ("onchain", "login") to speak for themselves. */
const LEAST_OTHER = 4
const STRANGER = hashOf('\0')

/** log10: from how much better they must read. A chance is smaller in a long form, and greater with two letters. */
const LEAST = {short: 3, usual: 0, long: -2}
const LONG = 10

/** The two words that were run together, if that is what a form is. */
export function apart(vocabulary: Vocabulary, form: string, context: Context): Parted | undefined {
  const parted = partedWords(vocabulary, form, context)
  if (!parted) return undefined
  const hasShort = parted.form.split(' ').some((word) => word.length === 2)
  const least = hasShort ? LEAST.short : form.length >= LONG ? LEAST.long : LEAST.usual
  return parted.weight >= least ? parted : undefined
}

/** The likeliest two words of a form, one of them such as stands in any sentence. */
function partedWords(vocabulary: Vocabulary, form: string, context: Context): Parted | undefined {
  let best: Parted | undefined
  const {model} = vocabulary
  const stranger = likelihood(model, context, [STRANGER])
  for (let at = 2; at <= form.length - 2; at++) {
    const [first, second] = [form.slice(0, at), form.slice(at)]
    if (!isLikely(vocabulary, first, second)) continue
    const weight = likelihood(model, context, [hashOf(first), hashOf(second)]) - stranger
    if (!best || weight > best.weight) best = {form: `${first} ${second}`, weight}
  }
  return best
}

function isLikely(vocabulary: Vocabulary, first: string, second: string): boolean {
  const [isFirst, isSecond] = [isCommon(first), isCommon(second)]
  if (isFirst && isSecond) return true
  if (!isFirst && !isSecond) return false
  const other = isFirst ? second : first
  return other.length >= LEAST_OTHER && vocabulary.isWord(other)
}

const isCommon = (form: string): boolean => SHORT.has(form) || isFunctionWord(form)
