/** How many letters of each script stand in the line around a word; a stretch is counted once for all words in it. */
import type {Span} from '../../../draft/index.js'
import {add, type Counts} from './foreign-words.js'
import {scriptOf} from './look-alikes.js'

/** How far of a long line is looked at, to either side of a word (UTF-16 units). */
const REACH = 300

interface Stretch {
  readonly start: number
  /** Where the last word may end that this stretch reaches far enough for. */
  readonly lastWord: number
  readonly counts: Counts
}

export class LineLetters {
  readonly #text: string
  #stretch: Stretch = {start: 0, lastWord: -1, counts: {}}

  constructor(text: string) {
    this.#text = text
  }

  /** Letters of the line by script, without those of the word. */
  around(word: Span & {readonly counts: Counts}): Counts {
    const {start, lastWord} = this.#stretch
    if (word.start < start || word.end > lastWord) this.#stretch = stretchAround(this.#text, word)
    const counts: Counts = {...this.#stretch.counts}
    for (const [script, count] of Object.entries(word.counts) as Array<[keyof Counts, number]>)
      counts[script] = (counts[script] ?? 0) - count
    return counts
  }
}

/** From a word on as far as two of them may look; words near the end of it get a stretch of their own. */
function stretchAround(text: string, word: Span): Stretch {
  const before = text.slice(Math.max(0, word.start - REACH), word.start)
  const start = word.start - before.length + before.lastIndexOf('\n') + 1
  const after = text.slice(word.end, word.end + 2 * REACH)
  const breakAt = after.indexOf('\n')
  const end = word.end + (breakAt < 0 ? after.length : breakAt)
  const counts: Counts = {}
  for (let at = start; at < end; at++) add(counts, scriptOf(text[at]!))
  return {start, counts, lastWord: breakAt < 0 ? Math.max(word.end, end - REACH) : end}
}
