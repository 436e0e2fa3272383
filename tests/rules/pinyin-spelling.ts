/**
 * Whether pinyin is spelt as GB/T 16159 spells it: for each character one of its readings, with the mark on the right
 * vowel or light, and an apostrophe between two syllables of a word where the second begins with a, e or o, only there.
 */
import {pinyin as readingsOf} from 'pinyin-pro'

/** Read one by one, or as tens. */
const DIGITS = ['líng', 'yī yāo', 'èr', 'sān', 'sì', 'wǔ', 'liù', 'qī', 'bā', 'jiǔ']

const LATIN = /^[a-z]/

export function isWellFormed(pinyin: string, term: string): boolean {
  return reads(pinyin.toLowerCase(), term.toLowerCase().match(/[a-z]+|./gu) ?? [], 0)
}

/** Whether `rest` is a reading of the signs from the one at `index` on. */
function reads(rest: string, signs: readonly string[], index: number): boolean {
  const sign = signs[index]
  if (sign === undefined) return rest === ''
  return syllablesOf(sign).some((syllable) =>
    joints(signs[index - 1], sign, syllable).some(
      (joint) =>
        rest.startsWith(joint + syllable) && reads(rest.slice(joint.length + syllable.length), signs, index + 1),
    ),
  )
}

/** What may stand between two signs. */
function joints(before: string | undefined, sign: string, syllable: string): readonly string[] {
  if (before === undefined) return ['']
  if (LATIN.test(before) || LATIN.test(sign)) return [' ']
  return [' ', '-', /^[aeo]/.test(toneless(syllable)) ? "'" : '']
}

function syllablesOf(sign: string): readonly string[] {
  if (LATIN.test(sign)) return [sign]
  if (sign === '+') return ['jiā']
  if (/^\d/.test(sign)) return DIGITS[Number(sign)]!.split(' ').flatMap((digit) => [digit, `${digit}shí`])
  return readingsOf(sign, {type: 'array', multiple: true})
    .map((syllable) => syllable.normalize('NFC'))
    .flatMap((syllable) => [syllable, toneless(syllable)])
}

function toneless(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0304\u030c]/g, '')
    .normalize('NFC')
}
