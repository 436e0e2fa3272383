/**
 * Letters that fell apart: a base and its accents in a row, where one character stands for both (Unicode's NFC). File
 * names of macOS and text out of PDF files come so, and neither search nor spell-check finds them.
 *
 * Only what composes is composed. NFC would also replace characters that were chosen: the compatibility ideographs of
 * names, the Kelvin, ångström and ohm signs, Greek letters with oxia; and it would put the points of Hebrew in another
 * order. Those are left alone, and so is what has no composed form: stacked accents of phonetic writing, single jamo,
 * Devanagari letters with nukta, which Unicode excludes from composition.
 */
import type {Proposal} from '../../../draft/index.js'

/**
 * The second halves of compositions: every character with NFC_Quick_Check=Maybe outside the supplementary planes (UAX
 * #15, DerivedNormalizationProps.txt). A text without them has nothing to compose.
 */
export const SECOND_HALF =
  /[\u0300-\u0304\u0306-\u030c\u030f\u0311\u0313\u0314\u031b\u0323-\u0328\u032d\u032e\u0330\u0331\u0338\u0342\u0345\u0653-\u0655\u093c\u09be\u09d7\u0b3e\u0b56\u0b57\u0bbe\u0bd7\u0c56\u0cc2\u0cd5\u0cd6\u0d3e\u0d57\u0dca\u0dcf\u0ddf\u102e\u1161-\u1175\u11a8-\u11c2\u1b35\u3099\u309a]/

/** The line speaks of such letters and shows one. */
const IS_ABOUT = /U\+03[0-6][0-9A-F]|\bNF[CDK]|combining (?:mark|accent|character|diacritic|acute|grave)|decomposed/i

export function* decomposed(text: string): Iterable<Proposal> {
  let done = 0
  for (const {index} of text.matchAll(SECOND_HALVES)) {
    if (index < done) continue
    const [start, end] = [baseBefore(text, index, done), endAfter(text, index)]
    done = end
    const composed = compositionOf(text.slice(start, end))
    if (composed === undefined || isShown(text, start, end)) continue
    yield {start, end, rule: 'decode/decomposed-character', expected: [composed], confidence: 0.97}
  }
}

const SECOND_HALVES = new RegExp(SECOND_HALF.source, 'g')

/** More marks than this on one letter are a flood, not a spelling. */
const MOST_MARKS = 8

/** Where the letter begins that a mark belongs to. */
function baseBefore(text: string, mark: number, from: number): number {
  let at = mark - 1
  while (at > from && mark - at < MOST_MARKS && /\p{M}/u.test(text[at]!)) at--
  return Math.max(at, from)
}

function endAfter(text: string, mark: number): number {
  let at = mark + 1
  while (at - mark < MOST_MARKS && /[\p{M}\u11a8-\u11c2]/u.test(text[at] ?? ' ')) at++
  return at
}

/** Bengali sets such a mark every few letters, nearly always on the same ones. */
const compositions = new Map<string, string | undefined>()
const MOST_KNOWN = 10_000

/** A letter and its marks in fewer characters; undefined where there are none, or where NFC changes the letter itself. */
function compositionOf(sequence: string): string | undefined {
  if (compositions.has(sequence)) return compositions.get(sequence)
  const base = sequence[0] ?? ''
  const composed = sequence.normalize('NFC')
  const isShorter = composed.length < sequence.length && base.normalize('NFC') === base
  if (compositions.size >= MOST_KNOWN) compositions.clear()
  compositions.set(sequence, isShorter ? composed : undefined)
  return isShorter ? composed : undefined
}

/** How far around a letter its text is asked (UTF-16 units). */
const ABOUT_REACH = 200

const isShown = (text: string, start: number, end: number): boolean =>
  IS_ABOUT.test(text.slice(Math.max(0, start - ABOUT_REACH), end + ABOUT_REACH))
