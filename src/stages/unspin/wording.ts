/** From a chosen original to the text that stands there: its letter case, and the article before it. */
import {
  caseOf,
  GLUED,
  gapBefore,
  kindOf,
  LOWER,
  MARK,
  TITLE,
  UPPER,
  WORD,
  type Words,
  wordText,
} from '../../draft/index.js'
import {adoptCase, capitalise} from '../../matching/letter-case.js'

/** Words that stay small inside a title. */
const SMALL = new Set(['a', 'an', 'and', 'at', 'by', 'for', 'from', 'in', 'of', 'on', 'or', 'the', 'to', 'with'])

/** The original, written as the spun form is: in capitals, as a title, with a capital first. */
export function inCaseOf(words: Words, first: number, last: number, original: string): string {
  const cases: number[] = []
  for (let i = first; i < last; i++) if (kindOf(words, i) === WORD) cases.push(caseOf(words, i))
  const content = cases.filter((_, i) => i > 0 || cases.length === 1)
  if (cases.length > 1 && cases.every((c) => c === TITLE || c === UPPER) && content.some((c) => c === TITLE)) {
    return original.replace(/\p{L}[\p{L}\p{N}’']*/gu, (word) => (SMALL.has(word) ? word : capitalise(word)))
  }
  const model = words.text.slice(words.starts[first]!, words.ends[last - 1]!)
  if (cases[0] === LOWER) return original
  return adoptCase(model, original)
}

/** Letters whose names begin with a vowel, for abbreviations: an EV, an SUV, a UFO. */
const VOWEL_NAMES = new Set([...'AEFHILMNORSX'])
/** Spelt with a vowel and said with a consonant, or the other way round. */
const SAID_WITH_CONSONANT =
  /^(?:eu|ewe|one(?!r)|once|uni(?!n[aefhirst]|m[ap])|us[aeu](?!b)|ut[ei]|ur[aeiou](?!n)|ub[ei]q)/i
const SAID_WITH_VOWEL = /^(?:hour|honest|honou?r|heir)/i

/** `a` or `an`, by how a word begins when said. */
export function articleFor(word: string): 'a' | 'an' {
  if (word.length > 1 && word === word.toUpperCase() && /\p{L}/u.test(word[0]!))
    return VOWEL_NAMES.has(word[0]!) ? 'an' : 'a'
  if (SAID_WITH_VOWEL.test(word)) return 'an'
  return /^[aeiou]/i.test(word) && !SAID_WITH_CONSONANT.test(word) ? 'an' : 'a'
}

/**
 * The token of an article right before `first`, when what follows it now asks for the other one;
 * -1 when there is none or it fits.
 */
export function misfitArticle(words: Words, first: number, wording: string): number {
  const article = first - 1
  if (article < 0 || kindOf(words, article) === MARK || gapBefore(words, first) === GLUED) return -1
  const form = wordText(words, article).toLowerCase()
  if (form !== 'a' && form !== 'an') return -1
  const word = /^\P{L}*(\p{L}+)/u.exec(wording)?.[1]
  const was = /^\P{L}*(\p{L}+)/u.exec(wordText(words, first))?.[1]
  if (!word || !was || articleFor(word) === form) return -1
  return article
}
