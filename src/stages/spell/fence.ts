/** Which unknown words are worth a word: none that the document itself explains as a name, a term or part of an address. */
import {
  caseOf,
  type Draft,
  findOverlap,
  GLUED,
  gapBefore,
  HAN,
  hashOf,
  kindOf,
  LOWER,
  MARK,
  type Span,
  WORD,
  type Words,
  wordText,
} from '../../draft/index.js'
import type {Speller} from './speller.js'

const SHORTEST = 3
/** Pinyin stands beside its characters. */
const PINYIN_REACH = 8
const PLAIN = /^[a-z]+(?:'[a-z]+)?$/
const ADDRESS_MARKS = /[@#/._\\$~=&+-]/

export interface Suspect extends Span {
  readonly count: number
}

/** The first place of each unknown word form of a draft. */
export function suspects(draft: Draft, speller: Speller): Suspect[] {
  const words = draft.words()
  const found = new Map<string, {start: number; end: number; count: number}>()
  for (let i = 0; i < words.count; i++) {
    if (kindOf(words, i) !== WORD || caseOf(words, i) !== LOWER) continue
    const length = words.ends[i]! - words.starts[i]!
    if (length < SHORTEST || speller.knows(words, i, LOWER, () => plainForm(words, i))) continue
    const form = plainForm(words, i)
    const known = found.get(form)
    if (known) known.count++
    else if (PLAIN.test(form) && isProse(draft, words, i)) {
      found.set(form, {start: words.starts[i]!, end: words.ends[i]!, count: 1})
    }
  }
  if (found.size > 0) for (const name of namesIn(words, found)) found.delete(name)
  return [...found.values()]
}

const plainForm = (words: Words, i: number): string => wordText(words, i).replaceAll('’', "'")

/** Not beside Chinese characters, not glued to the marks of addresses and code, not protected. */
function isProse(draft: Draft, words: Words, i: number): boolean {
  for (let k = Math.max(0, i - PINYIN_REACH); k <= Math.min(words.count - 1, i + PINYIN_REACH); k++) {
    if (kindOf(words, k) === HAN) return false
  }
  if (isAddressMark(words, i - 1, i) || isAddressMark(words, i + 1, i + 1)) return false
  return findOverlap(draft.protected(), {start: words.starts[i]!, end: words.ends[i]!}) === undefined
}

/** Whether the mark at `mark` is glued to the word; a full stop counts only when another word is glued to it. */
function isAddressMark(words: Words, mark: number, later: number): boolean {
  if (mark < 0 || mark >= words.count || kindOf(words, mark) !== MARK || gapBefore(words, later) !== GLUED) return false
  if (!ADDRESS_MARKS.test(wordText(words, mark))) return false
  const beyond = mark === later ? mark + 1 : mark
  return beyond < words.count && beyond >= 0 && gapBefore(words, beyond) === GLUED
}

/** Forms that the document also writes with a capital: names and trade marks. */
function namesIn(words: Words, forms: ReadonlyMap<string, unknown>): string[] {
  const hashes = new Map([...forms.keys()].map((form) => [hashOf(form), form]))
  const names = new Set<string>()
  for (let i = 0; i < words.count; i++) {
    if (caseOf(words, i) === LOWER || kindOf(words, i) !== WORD) continue
    const form = hashes.get(words.hashes[i]!)
    if (form) names.add(form)
  }
  return [...names]
}
