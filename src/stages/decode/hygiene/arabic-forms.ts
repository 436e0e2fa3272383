/**
 * Arabic letters that carry their shape: forms at the start, in the middle and at the end of a word have characters of
 * their own, which PDF files and old programs give away. Search knows the plain letters only.
 */
import type {Proposal} from '../../../draft/index.js'
import type {Run} from './run.js'

/** Letters and vowel signs; not the ligatures of whole words and phrases (U+FC00 on), which people type. */
export const ARABIC_FORMS = /[\ufb50-\ufbb1\ufbd3-\ufbff\ufe70-\ufefc]+/y

/** A single form is shown for its own sake; and words in which the shapes do not fit each other run backwards. */
export function* arabicForms({run, start, end}: Run): Iterable<Proposal> {
  const letters = Array.from(run).filter((char) => !/[\ufe70-\ufe7f]/.test(char))
  if (letters.length < 2 || !isJoined(letters)) return
  // Vowel signs come out of NFKC on a blank.
  const plain = run.normalize('NFKC').replaceAll(' ', '')
  yield {start, end, rule: 'decode/arabic-presentation-form', expected: [plain], confidence: 0.95}
}

/** Whether each letter that reaches for the next meets one that reaches back. */
function isJoined(letters: readonly string[]): boolean {
  const forms = letters.map(formOf)
  return forms.every((form, i) => i === 0 || forms[i - 1]! >= INITIAL === (form % 2 === 1))
}

/** Unicode lists the forms of a letter in this order: alone 0, final 1, initial 2, medial 3. */
const INITIAL = 2

function formOf(letter: string): number {
  const plain = letter.normalize('NFKC')
  const point = letter.charCodeAt(0)
  let form = 0
  while (form < 3 && String.fromCharCode(point - form - 1).normalize('NFKC') === plain) form++
  return form
}
