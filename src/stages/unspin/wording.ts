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

/** `a` or `an`, by how a wording begins when said. */
export function articleFor(wording: string, isCapital = false): string {
  const article = takesAn(/\p{L}+/u.exec(wording)?.[0] ?? wording) ? 'an' : 'a'
  return isCapital ? capitalise(article) : article
}

function takesAn(word: string): boolean {
  if (word.length > 1 && word === word.toUpperCase() && /\p{L}/u.test(word[0]!)) return VOWEL_NAMES.has(word[0]!)
  if (SAID_WITH_VOWEL.test(word)) return true
  return /^[aeiou]/i.test(word) && !SAID_WITH_CONSONANT.test(word)
}

/** What is put for some tokens. */
export interface Repair {
  readonly first: number
  readonly last: number
  /** The best wording and the others, each as it would read there. */
  readonly texts: readonly string[]
}

/** The originals put for a form, with what has to change beside it for the best of them: article, possessive, doubled word. */
export function repairOf(words: Words, first: number, last: number, originals: readonly string[]): Repair {
  const texts = originals.map((original) => inCaseOf(words, first, last, original))
  const best = texts[0]!
  if (isDoubled(words, first - 1, first, /^\S+/.exec(best)?.[0])) return {first: first - 1, last, texts}
  if (isDoubled(words, last, last, /\S+$/.exec(best)?.[0])) return {first, last: last + 1, texts}
  const mark = possessiveFor(words, last, best)
  if (mark) return {first, last: last + 1, texts: texts.map((text) => text + mark)}
  const article = misfitArticle(words, first, best)
  if (article < 0) return {first, last, texts}
  const gap = words.text.slice(words.ends[article]!, words.starts[first]!)
  const isCapital = caseOf(words, article) !== LOWER
  return {first: article, last, texts: texts.map((text) => `${articleFor(text, isCapital)}${gap}${text}`)}
}

/** Words that may rightly stand twice in a row. */
const MAY_DOUBLE = new Set([
  'that',
  'had',
  'is',
  'in',
  'on',
  'to',
  'very',
  'so',
  'really',
  'far',
  'he',
  'it',
  'you',
  'her',
])

/** Whether a word beside would stand twice: spun "own personal", where only "personal" was put for "own". */
function isDoubled(words: Words, at: number, gap: number, word = ''): boolean {
  if (at < 0 || at >= words.count || kindOf(words, at) !== WORD || MAY_DOUBLE.has(word.toLowerCase())) return false
  return isOneBlank(words, gap) && wordText(words, at).toLowerCase() === word.toLowerCase()
}

const isOneBlank = (words: Words, at: number): boolean =>
  gapBefore(words, at) !== GLUED && !words.text.slice(words.ends[at - 1]!, words.starts[at]!).includes('\n')

/** The possessive that a wording asks for where the one after the form does not fit: "folks' → people's". */
function possessiveFor(words: Words, at: number, wording: string): string | undefined {
  if (at >= words.count || gapBefore(words, at) !== GLUED) return undefined
  const mark = wordText(words, at)
  if (/^['’]$/.test(mark) && /s$/i.test(wordText(words, at - 1)) && !/s$/i.test(wording)) return `${mark}s`
  return /^['’]s$/.test(mark) && /[^aeious]s$/.test(wording) ? mark[0] : undefined
}

/** The token of an article right before `first`, when the wording there asks for the other one; else -1. */
function misfitArticle(words: Words, first: number, wording: string): number {
  const article = first - 1
  if (article < 0 || kindOf(words, article) === MARK || gapBefore(words, first) === GLUED) return -1
  const form = wordText(words, article).toLowerCase()
  return (form === 'a' || form === 'an') && articleFor(wording) !== form ? article : -1
}
