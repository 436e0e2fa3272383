/** A stretch of a draft by its tokens, and the words in it that may be in a language. */
import {type Draft, GLUED, gapBefore, kindOf, WORD, type Words} from '../../draft/index.js'
import {isNoise} from './noise.js'
import {type Script, scriptIndex} from './script.js'
import {Shields} from './shields.js'

/** Tokens `first` to `last` of a draft, those in URLs and code included. */
export interface Stretch {
  readonly start: number
  readonly end: number
  readonly first: number
  readonly last: number
  readonly script: Script
}

/**
 * The words of a stretch in letters of one script, with their possessives, until told to stop; without those in URLs and
 * code, and without noise.
 */
export function visitWords(
  draft: Draft,
  {first, last}: Stretch,
  script: number,
  visit: (start: number, end: number) => boolean,
): void {
  const words = draft.words()
  const {text, starts, ends} = words
  const shields = new Shields(draft.protected(), starts[first])
  for (let i = first; i < last; i++) {
    const start = starts[i]!
    if (kindOf(words, i) !== WORD || scriptIndex(text.charCodeAt(start)) !== script || isNoise(words, i)) continue
    if (shields.cover(start)) continue
    if (i + 1 < last && isPossessive(words, i + 1)) i++
    if (!visit(start, ends[i]!)) return
  }
}

const isPossessive = (words: Words, i: number): boolean =>
  kindOf(words, i) === WORD && gapBefore(words, i) === GLUED && isApostrophe(words.text.charCodeAt(words.starts[i]!))

const isApostrophe = (unit: number): boolean => unit === 0x27 || unit === 0x2019
