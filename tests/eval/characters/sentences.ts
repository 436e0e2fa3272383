/** Which sentences of the benchmark are as people write, and which are damaged already. */
import {benchmark, type Half, type Labelled} from '../benchmark.js'

export type Sentence = Labelled

/** What a sentence is made of that nobody has damaged: letters, marks, digits, punctuation, blanks and joiners. */
const ORDINARY = /^[\p{L}\p{M}\p{N}\p{P}\p{S} \u00a0\u202f\u3000\u200c\u200d]+$/u
const DAMAGED = /[\ufffd\p{Co}]|[ÂÃÐÑÄÅĂ][\u0080-\u00bf\u2018-\u203a€™œž]|ďż˝|ï¿½|\s{2}/u
const LATIN = /[\p{Script=Latin}\u00b5]/u
const OTHER = /[\p{Script=Cyrillic}\p{Script=Greek}]/u

/**
 * Whether a sentence is as people write: NFC, no characters that steer or fill, no blanks in a row, no word in two alphabets, no mojibake.
 * A third of the file's Belarusian has Latin letters, much Vietnamese comes in pieces; those are damaged already.
 */
export function isOrdinary({text}: Sentence): boolean {
  if (!ORDINARY.test(text) || DAMAGED.test(text) || text.normalize('NFC') !== text) return false
  return !(text.match(/[\p{L}\p{M}\u00b5]+/gu) ?? []).some((word) => LATIN.test(word) && OTHER.test(word))
}

export const sentences = (half?: Half): Sentence[] => benchmark('sentences', half)
