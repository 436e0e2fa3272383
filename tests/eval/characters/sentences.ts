/** Sentences in many languages to measure on: those of `@yutengjing/eld` (Apache-2.0), up to 1,000 in each of 54. */
import {readFileSync} from 'node:fs'
import path from 'node:path'

export interface Sentence {
  readonly language: string
  readonly text: string
}

const FILE = path.resolve(import.meta.dirname, '../../../node_modules/@yutengjing/eld/benchmarks/sentences.txt')

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

/** All of the file, in its order; with `half`, every other one of each language. */
export function sentences(half?: 'seen' | 'held-out'): Sentence[] {
  const counts = new Map<string, number>()
  const all: Sentence[] = []
  for (const line of readFileSync(FILE, 'utf8').split('\n')) {
    const [language, text] = line.split('\t')
    if (!language || !text) continue
    const count = counts.get(language) ?? 0
    counts.set(language, count + 1)
    if (half === undefined || (count % 2 === 0) === (half === 'seen')) all.push({language, text})
  }
  return all
}
