/**
 * Floods of accents ("Zalgo"): letters under more marks than any writing sets. Vietnamese sets two, phonetic writing up
 * to four, pointed Hebrew and Arabic have marks of their own, which are not counted here. The whole word loses its
 * marks, for nobody can say which of them were meant; letters that carry theirs in one character keep them.
 */
import type {Proposal} from '../../../draft/index.js'

/** Marks of no script in particular. */
const MARK = '[\\u0300-\\u036f\\u0483-\\u0489\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20f0\\ufe20-\\ufe2f]'
const MARKS = new RegExp(`${MARK}+`, 'g')
/** From this many on one letter, its word is flooded. */
const FLOOD = new RegExp(`${MARK}{5,}`, 'g')
const WORD_BEFORE = new RegExp(`(?:\\p{L}|\\p{N}|${MARK})+$`, 'u')
const WORD_AFTER = new RegExp(`^(?:\\p{L}|\\p{N}|${MARK})+`, 'u')
/** How far a flooded word is followed (UTF-16 units). */
const WORD_REACH = 500

export function* stackedMarks(text: string): Iterable<Proposal> {
  let done = 0
  for (const match of text.matchAll(FLOOD)) {
    const flooded = match.index + match[0].length
    if (flooded <= done) continue
    const before = WORD_BEFORE.exec(text.slice(Math.max(done, match.index - WORD_REACH), match.index))?.[0] ?? ''
    const after = WORD_AFTER.exec(text.slice(flooded, flooded + WORD_REACH))?.[0] ?? ''
    const start = match.index - before.length
    done = flooded + after.length
    const plain = text.slice(start, done).replace(MARKS, '')
    // Surer than that some of the flood composes with its letter.
    yield {start, end: done, rule: 'decode/stacked-marks', expected: [plain], confidence: 0.98}
  }
}
