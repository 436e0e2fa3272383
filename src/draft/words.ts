/**
 * One tokenising per text, shared by every stage, in typed arrays: 17 bytes a token and no substring until someone asks.
 *
 * A token is a word ("isn't" is one; the "'s" of "Xiaomi's" is a token of its own, so that a phrase table
 * need not list possessives), a number ("3,400"), one Chinese or Japanese character, or a run of one punctuation mark.
 * `Intl.Segmenter` gives finer words at 1 MB/s; this gives 60 MB/s and up, and Chinese terms are matched by character.
 */
import {Scanner} from './scanner.js'
import {NEW_LINE} from './traits.js'

export {fold, hashOf} from './letters.js'
export * from './traits.js'

export interface Words {
  readonly text: string
  readonly count: number
  readonly starts: Uint32Array
  readonly ends: Uint32Array
  /** 32-bit hash of the folded form (lower case, straight apostrophe); the key of every phrase table and n-gram. */
  readonly hashes: Uint32Array
  /** A second, independent hash, for whoever must not confuse two words: together 64 bits. */
  readonly checks: Uint32Array
  /** Kind, gap before and letter case of each token. */
  readonly traits: Uint8Array
}

export const kindOf = (words: Words, i: number): number => words.traits[i]! & 3
export const gapBefore = (words: Words, i: number): number => (words.traits[i]! >> 2) & 3
export const caseOf = (words: Words, i: number): number => (words.traits[i]! >> 4) & 3
export const wordText = (words: Words, i: number): string => words.text.slice(words.starts[i]!, words.ends[i]!)

/** The index of the first token that ends after an offset; `count` when there is none. */
export function wordAt(words: Words, offset: number): number {
  let low = 0
  let high = words.count
  while (low < high) {
    const middle = (low + high) >> 1
    if (words.ends[middle]! > offset) high = middle
    else low = middle + 1
  }
  return low
}

/** The first token of the line after that of a token; `count` when it is the last. */
export function nextLine(words: Words, token: number): number {
  let i = token + 1
  while (i < words.count && gapBefore(words, i) < NEW_LINE) i++
  return i
}

/** Finds the tokens of a text in one pass. */
export function wordsOf(text: string): Words {
  const scanner = new Scanner(text)
  while (scanner.next()) {}
  return scanner.finish()
}
