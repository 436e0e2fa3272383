/**
 * Words set in letters that are signs: mathematical bold and script, circled, squared and small capital letters. Social
 * networks have no bold print, so people borrow it there, and spammers hide words from filters in it. Search engines
 * and screen readers see a row of signs.
 */
import type {Proposal} from '../../../draft/index.js'
import type {Run} from './run.js'
import {characterAfter, characterBefore} from './run.js'

const MATHEMATICAL = '\\u{1d400}-\\u{1d7ff}\\u210a-\\u2113\\u211b-\\u211d\\u2124\\u2128\\u212c\\u212d\\u212f-\\u2134'
const ENCLOSED = '\\u24b6-\\u24e9\\u{1f130}-\\u{1f149}\\u{1f150}-\\u{1f169}\\u{1f170}-\\u{1f189}'
const STYLED = `[${MATHEMATICAL}${ENCLOSED}]`

/** Styled words with plain blanks, apostrophes and hyphens between them. */
export const STYLED_RUN = new RegExp(`${STYLED}+(?:[ '’-]${STYLED}+)*`, 'uy')

/** A word long enough to be none of the products and names of formulae (letters). */
const LONG_WORD = new RegExp(`${STYLED}{3}`, 'u')
const OPERATOR_BEFORE = /[\p{Sm}^_{}\\∂]/u
const OPERATOR_AFTER = /[\p{Sm}^_{(\\]/u

/** A variable is one letter, and functions stand beside operators and brackets: words of a formula are left alone. */
export function* styledLetters({text, run, start, end, around}: Run): Iterable<Proposal> {
  const [before, after] = [characterBefore(text, start), characterAfter(text, end)]
  if (!LONG_WORD.test(run) || !/\p{L}/u.test(plain(run)) || OPERATOR_BEFORE.test(before) || OPERATOR_AFTER.test(after))
    return
  if (/[=≈≤≥∈∑∫√→−×]/.test(around.line(start).text)) return
  yield {start, end, rule: 'decode/styled-letter', expected: [plain(run)], confidence: 0.9}
}

/** White and black circles and squares begin their alphabets here; NFKC knows the white ones only. */
const ALPHABETS = [0x1f150, 0x1f170]

function plain(run: string): string {
  return Array.from(run, (char) => {
    const point = char.codePointAt(0)!
    const alphabet = ALPHABETS.find((first) => point >= first && point < first + 26)
    return alphabet === undefined ? char.normalize('NFKC') : String.fromCharCode(0x41 + point - alphabet)
  }).join('')
}
