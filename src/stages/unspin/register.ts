/**
 * How far a prose is from what spinners are fed: old, legal and learned authors use rare words at every turn, too, but they
 * write sentences and connectives that no web article has.
 */
import {type Words, wordText} from '../../draft/index.js'
import {hashOf} from '../../draft/words.js'
import {type ModelTokens, SENTENCE_END} from './model-tokens.js'

/** Words of old and legal English that no spinner puts. */
const OLD = new Set(
  (
    'thou thee thy thine ye hath doth hast dost art unto shalt wilt lest behold thereof therein thereby whereof wherein ' +
    'whereby hereby herein saith spake shall ought whence thence thither hither wherefore nay yea ere'
  )
    .split(' ')
    .map(hashOf),
)
/** Tokens of a usual sentence; a longer one is learned prose, up to a point where full stops are merely missing. */
const USUAL_SENTENCE = 20
const LONGEST_SENTENCE = 60

/**
 * What speaks against spinning in a stretch of tokens, natural logarithm, 0 and more: old words (2.5 for each in a hundred, 5 at
 * most), semicolons (2, 3 at most), and 2.5 for sentences e times as long as usual. Chosen on 300-word pieces of 26 kinds of
 * clean text: with it, the threshold that no clean piece reaches lets through half as many spun ones undetected.
 */
export function registerOf(words: Words, {ids, places}: ModelTokens, from: number, to: number): number {
  let [old, sentences] = [0, 0]
  for (let at = from; at < to; at++) {
    if (OLD.has(ids[at]!)) old++
    if (ids[at] === SENTENCE_END) sentences++
  }
  const lastWord = to < places.length ? places[to]! : words.count
  let semicolons = 0
  for (let i = places[from] ?? 0; i < lastWord; i++) {
    if (words.text.charCodeAt(words.starts[i]!) === 0x3b && wordText(words, i) === ';') semicolons++
  }
  const per100 = 100 / Math.max(1, to - from)
  const sentence = Math.min(LONGEST_SENTENCE, (to - from) / Math.max(1, sentences))
  return (
    2.5 * Math.min(2, old * per100) +
    2 * Math.min(1.5, semicolons * per100) +
    2.5 * Math.max(0, Math.log(sentence / USUAL_SENTENCE))
  )
}
