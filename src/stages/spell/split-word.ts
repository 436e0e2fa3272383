/** One word written as two: `with out`, `govern ment`. */
import {caseOf, GLUED, gapBefore, hashOf, kindOf, LOWER, SPACED, WORD, type Words} from '../../draft/index.js'
import {contextOf, likelihood} from './context.js'
import {plainForm} from './memory.js'
import type {Vocabulary} from './vocabulary.js'

export interface Joined {
  /** The index of the first of the two tokens. */
  readonly token: number
  readonly form: string
  /** log10: how much better the one word reads there than the two. */
  readonly weight: number
}

/** Rarer words are not what was meant. */
const RAREST = -6

/** What the two tokens from one on are together, if that is a word. */
export function joinedWord(vocabulary: Vocabulary, words: Words, token: number): Joined | undefined {
  if (!isPair(words, token)) return undefined
  const form = plainForm(words, token) + plainForm(words, token + 1)
  if (vocabulary.frequency(form) < RAREST || !vocabulary.isWord(form)) return undefined
  const {model} = vocabulary
  const context = contextOf(words, token, token + 1)
  const apart = likelihood(model, context, [words.hashes[token]!, words.hashes[token + 1]!])
  return {token, form, weight: likelihood(model, context, [hashOf(form)]) - apart}
}

const BINDING = /[-(/_\\@']/

/** Whether a mark that makes one thing of two tokens stands at the head of a token. */
function isGlued(words: Words, token: number): boolean {
  if (token >= words.count || gapBefore(words, token) !== GLUED) return false
  const at = words.starts[token]!
  return BINDING.test(words.text[at]!) || BINDING.test(words.text[at - 1] ?? '')
}

/** Two words in small letters with a blank between, neither of them glued to anything on the other side. */
function isPair(words: Words, token: number): boolean {
  const second = token + 1
  if (token < 0 || second >= words.count || gapBefore(words, second) !== SPACED) return false
  if (kindOf(words, token) !== WORD || kindOf(words, second) !== WORD) return false
  if (isGlued(words, token) || isGlued(words, second + 1)) return false
  return caseOf(words, token) === LOWER && caseOf(words, second) === LOWER
}
