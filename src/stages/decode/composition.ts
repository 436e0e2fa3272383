/**
 * Letters that fell apart: a base and its accents in a row, where one character stands for both (Unicode's NFC). File
 * names of macOS and text out of PDF files come so, and neither search nor spell-check finds them.
 *
 * Only what composes is composed. NFC would also replace characters that were chosen: the compatibility ideographs of
 * names, the Kelvin, ångström and ohm signs, Greek letters with oxia; and it would put the points of Hebrew in another
 * order. Those are left alone, and so is what has no composed form: stacked accents of phonetic writing, single jamo,
 * Devanagari letters with nukta, which Unicode excludes from composition.
 */
import type {Proposal} from '../../draft/index.js'

/**
 * The second halves of compositions: every character with NFC_Quick_Check=Maybe outside the supplementary planes (UAX
 * #15, DerivedNormalizationProps.txt). A text without them has nothing to compose.
 */
export const SECOND_HALF =
  /[\u0300-\u0304\u0306-\u030c\u030f\u0311\u0313\u0314\u031b\u0323-\u0328\u032d\u032e\u0330\u0331\u0338\u0342\u0345\u0653-\u0655\u093c\u09be\u09d7\u0b3e\u0b56\u0b57\u0bbe\u0bd7\u0c56\u0cc2\u0cd5\u0cd6\u0d3e\u0d57\u0dca\u0dcf\u0ddf\u102e\u1161-\u1175\u11a8-\u11c2\u1b35\u3099\u309a]/

/** A letter or sign with all marks on it, or a Hangul syllable in two or three pieces. */
const SEQUENCE = /[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?|[\uac00-\ud7a3][\u11a8-\u11c2]|[^\p{M}\s]\p{M}{1,8}/gu

/** The line speaks of such letters and shows one. */
const IS_ABOUT = /U\+03[0-6][0-9A-F]|\bNF[CDK]|combining (?:mark|accent|character|diacritic|acute|grave)|decomposed/i

export function* decomposed(text: string): Iterable<Proposal> {
  // Composed text comes back as the same characters, and V8 looks at it faster than any pattern.
  if (!SECOND_HALF.test(text) || text.normalize('NFC') === text) return
  for (const {0: sequence, index: start} of text.matchAll(SEQUENCE)) {
    if (!SECOND_HALF.test(sequence)) continue
    const composed = sequence.normalize('NFC')
    if (composed.length >= sequence.length || !isOneOfOurs(sequence)) continue
    const end = start + sequence.length
    if (IS_ABOUT.test(text.slice(Math.max(0, start - 200), end + 200))) continue
    yield {start, end, rule: 'decode/decomposed-character', expected: [composed], confidence: 0.97}
  }
}

/** Whether the base itself is one that NFC leaves alone. */
function isOneOfOurs(sequence: string): boolean {
  const base = String.fromCodePoint(sequence.codePointAt(0)!)
  return base.normalize('NFC') === base
}
