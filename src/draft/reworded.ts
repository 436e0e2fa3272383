/**
 * The tokens of a text that was edited, from those it had before: what stands before and behind the edits is taken over,
 * only what is between is read. A draft is edited in a few places and looked at again as a whole.
 */
import type {Edit} from './edit.js'
import {Scanner} from './scanner.js'
import {GLUED, gapBefore, type Words} from './words.js'

/** What `wordsOf(text)` gives, for a text that is the one of `words` after some edits, sorted and apart. */
export function rewordedOf(words: Words, edits: readonly Edit[], text: string): Words {
  const [start, end] = [edits[0]!.start, edits.at(-1)!.end]
  const shift = text.length - words.text.length
  const scanner = new Scanner(text)
  scanner.adopt(words, 0, lastBefore(words, start), 0)
  for (let same = 0; scanner.next(); ) {
    const at = scanner.at - shift
    if (at < end) continue
    while (same < words.count && words.ends[same]! < at) same++
    if (same === words.count || words.ends[same] !== at || !isParted(words, same + 1)) continue
    scanner.adopt(words, same + 1, words.count, shift)
    break
  }
  return scanner.finish()
}

/** How many tokens are the same whatever stands from an offset on: the last of them ends at a blank before it. */
function lastBefore(words: Words, offset: number): number {
  let [low, high] = [0, words.count]
  while (low < high) {
    const middle = (low + high) >> 1
    if (words.ends[middle]! < offset) low = middle + 1
    else high = middle
  }
  while (low > 0 && !isParted(words, low)) low--
  return low
}

/** Whether a token is read without the one before it: a possessive ending is read with its word. */
const isParted = (words: Words, i: number): boolean => i >= words.count || gapBefore(words, i) !== GLUED
