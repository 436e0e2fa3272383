/** Faults put into clean sentences, where their repair is known: one of a sort in each, or all of them. */

const HALF: Readonly<Record<string, string>> = {'，': ',', '。': '.', '：': ':', '；': ';', '？': '?', '！': '!'}

type Fault = (sentence: string) => string

const between = (pattern: RegExp, to: (mark: string) => string): Fault => {
  const marks = new RegExp(`(?<=\\p{Script=Han})(?:${pattern.source})(?=\\p{Script=Han}|$)`, 'gu')
  return (sentence) => sentence.replace(marks, to)
}

/** Only one of the marks, the middle one. */
const once =
  (fault: Fault): Fault =>
  (sentence) => {
    const pieces = sentence.split(/(?<=[，。：；？！])/)
    const middle = pieces.length >> 1
    return [
      ...pieces.slice(0, middle - 1),
      fault(pieces.slice(middle - 1, middle + 1).join('')),
      ...pieces.slice(middle + 1),
    ].join('')
  }

/** By name; a sentence that a fault leaves as it was is none for it. */
export const FAULTS: Readonly<Record<string, Fault>> = {
  'blank before a mark': between(/[，。：；？！]/, (mark) => ` ${mark}`),
  'blank after a mark': (sentence) => sentence.replace(/(?<=[，；：？！])(?=\p{Script=Han})/gu, ' '),
  'half-width, one': once(between(/[，：；？！]/, (mark) => HALF[mark]!)),
  'half-width, all': between(/[，。：；？！]/, (mark) => HALF[mark]!),
  'half-width and blank': (sentence) => between(/[，。：；？！]/, (mark) => `${HALF[mark]} `)(sentence).trimEnd(),
  'full-width digits': (sentence) =>
    sentence.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
}

/** Sentences of Han and full-width marks only, so that no tool has anything else to change. */
export const isPlain = (sentence: string): boolean => /^[\p{Script=Han}，。、：；？！]+$/u.test(sentence)

/** How a Chinese word stands in an English sentence, by itself, quoted, bracketed, explained. */
export const FORMS: ReadonlyArray<(word: string) => string> = [
  (word) => word,
  (word) => `“${word}”`,
  (word) => `(${word})`,
  (word) => `"${word}",`,
  (word) => `${word} (“as they say”);`,
  (word) => `${word}, as in “${word}”,`,
]

/** An English sentence with a Chinese word between two of its words, with blanks or without. */
export function withChinese(sentence: string, inserted: string, isGlued: boolean): string | undefined {
  const gaps = [...sentence.matchAll(/(?<=[a-z]{2}) (?=[a-z]{2})/g)]
  const gap = gaps[gaps.length >> 1]
  if (!gap) return undefined
  return sentence.slice(0, gap.index) + (isGlued ? inserted : ` ${inserted} `) + sentence.slice(gap.index + 1)
}
