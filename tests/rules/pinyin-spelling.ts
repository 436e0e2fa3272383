/**
 * Whether pinyin is spelt as GB/T 16159 spells it: known syllables, one for each character, the mark on the right
 * vowel, an apostrophe before a syllable within a word that begins with a, e or o, and nowhere else.
 */
import {pinyin as readingsOf} from 'pinyin-pro'

const FIRST = 0x4e00
const LAST = 0x9fa5

/** Every syllable with its tone that a character has, and each without a tone. */
const SYLLABLES: ReadonlySet<string> = new Set(
  Array.from({length: LAST - FIRST + 1}, (_, i) => String.fromCodePoint(FIRST + i))
    .flatMap((character) => readingsOf(character, {type: 'array', multiple: true}))
    .flatMap((syllable) => [syllable.normalize('NFC'), toneless(syllable)]),
)
const LONGEST_SYLLABLE = 6

export function isWellFormed(pinyin: string, term: string): boolean {
  if (pinyin !== pinyin.normalize('NFC')) return false
  const latin = new Set(term.match(/[A-Z]+/g))
  const words = pinyin.split(' ').filter((word) => !latin.has(word))
  const characters = [...term.replace(/[A-Z]/g, '')].length
  const counts = words.map((word) => wordSyllables(word.toLowerCase()))
  const count = counts.reduce((sum, each) => sum + each, 0)
  // 35 has three syllables.
  return !counts.includes(0) && (/\d/.test(term) ? count >= characters : count === characters)
}

/** How many syllables a word has; 0 when it is no pinyin. */
function wordSyllables(word: string): number {
  let count = 0
  for (const [i, part] of word.split(/(?<=['-])|(?=['-])/).entries()) {
    if (i % 2 === 1) {
      if (part !== "'" && part !== '-') return 0
      if (part === "'" && !startsWithVowel(word.split(/['-]/)[(i + 1) / 2] ?? '')) return 0
      continue
    }
    const inside = syllables(part)
    if (inside === 0) return 0
    count += inside
  }
  return count
}

/** After the first, a syllable that begins with a vowel would need an apostrophe. */
function syllables(part: string): number {
  if (part === '') return 0
  for (let length = Math.min(LONGEST_SYLLABLE, part.length); length > 0; length--) {
    if (!SYLLABLES.has(part.slice(0, length))) continue
    if (length === part.length) return 1
    const rest = part.slice(length)
    if (startsWithVowel(rest)) continue
    const following = syllables(rest)
    if (following > 0) return 1 + following
  }
  return 0
}

const startsWithVowel = (text: string): boolean => /^[aeo]/.test(toneless(text))

function toneless(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0304\u030c]/g, '')
    .normalize('NFC')
}
