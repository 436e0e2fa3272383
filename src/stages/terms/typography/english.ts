/**
 * Chinese words in an English paragraph: blanks around them may change, punctuation never, because its width belongs to
 * the language of the paragraph and not to the character beside it.
 */
import {BLANK, HAN, LATIN} from './characters.js'
import type {TypographyRule} from './rule.js'
import type {View} from './view.js'

/** Surer than an explanation that is to be put at the same place, so that it comes after the blank. */
const SURE = 0.95

const HAN_UNITS = ['\u3400-\u4dbf', '\u4e00-\u9fff']

export const blankBeforeHan: TypographyRule = {
  looksAt: HAN_UNITS,
  find: (view, at) => (view.kind(at - 1) === LATIN && isPlain(view, at) ? missingAt(at) : undefined),
}

export const blankAfterHan: TypographyRule = {
  looksAt: HAN_UNITS,
  find(view, at) {
    if (view.kind(at + 1) !== LATIN || !isPlain(view, at + 1)) return undefined
    return ENDING.test(view.text.slice(at + 1, at + 5)) ? undefined : missingAt(at + 1)
  },
}

/** `内卷ed`, `躺平ing` and `网红s` are words that an author bent the English way. */
const ENDING = /^(?:s|ed|ing|er|ers)(?!\p{L})/u

const missingAt = (at: number) =>
  ({start: at, end: at, rule: 'terms/missing-blank', expected: [' '], confidence: SURE}) as const

/** Tokens of this length are no words with a blank missing (UTF-16 units). */
const LONGEST = 60

const HAN_RUN = /\p{Script=Han}+/u

/** Whether the token around an offset consists of nothing but Han and English words. */
function isPlain(view: View, at: number): boolean {
  const {start, end} = view.tokenAt(at)
  if (end - start > LONGEST) return false
  const token = view.text.slice(start, end).replace(/[.:-]+$/, '')
  return token.split(HAN_RUN).every((word) => word === '' || isWord(word)) && view.lineAt(at).hasWords
}

/** Not all in capitals: `UP主`, `CEO们` and `T恤` are words, too, with the Han beside them. */
const isWord = (token: string): boolean =>
  token.length >= 2 && /\p{Ll}/u.test(token) && /^\p{Script=Latin}+(?:-\p{Script=Latin}+)*$/u.test(token)

export const doubleBlank: TypographyRule = {
  looksAt: [' '],
  find(view, at) {
    if (view.text[at + 1] !== ' ' || view.kind(at + 2) === BLANK || view.kind(at - 1) === BLANK) return undefined
    const [left, right] = [view.kind(at - 1), view.kind(at + 2)]
    if (!(left === HAN && right === LATIN) && !(left === LATIN && right === HAN)) return undefined
    if (!view.lineAt(at).hasPhrase) return undefined
    return {start: at, end: at + 2, rule: 'terms/surplus-blank', expected: [' '], confidence: 0.85}
  },
}
