/** What the classifiers of blocks and of lines both know of a text's characters. */
import type {Look} from './look.js'

/** The names of the features, in their order. */
export const LOOK_FEATURES: readonly string[] = [
  'ends',
  'pauses',
  'digits',
  'upper',
  'capitalised',
  'rules',
  'quotes',
  'isSentence',
  'endsInColon',
  'endsCutOff',
  'startsLower',
  'hasYear',
]

/** One value by feature. */
export function lookFeatures(look: Look, text: string): readonly number[] {
  const tokens = Math.max(1, look.tokens)
  const letters = Math.max(1, look.letters)
  return [
    look.ends / tokens,
    look.pauses / tokens,
    look.digits / (letters + look.digits),
    look.upper / letters,
    look.capitalised / tokens,
    look.rules / tokens,
    look.quotes,
    Number(look.isSentence),
    Number(look.endsInColon),
    Number(look.endsCutOff),
    Number(/^\p{Ll}/u.test(text)),
    Number(/(?:19|20)\d\d/.test(text)),
  ]
}

export const namesCopyright = (text: string): boolean => /[©®]|\(c\)|copyright/i.test(text)
export const hasAddress = (text: string): boolean => /@|https?:|www\./.test(text)
