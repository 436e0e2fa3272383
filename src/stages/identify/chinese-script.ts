/**
 * Simplified or Traditional, by the characters that only one of them has (from OpenCC's tables, Apache-2.0).
 * Majority, because every tenth Traditional sentence holds a character that looks Simplified.
 */

import simplifiedToTraditional from 'opencc-js/dict/STCharacters'
import traditionalToSimplified from 'opencc-js/dict/TSCharacters'
import type {Language, Span} from '../../draft/index.js'

export interface Variety {
  /** Undefined where nothing tells them apart (two thirds of single words). */
  readonly script: 'Hans' | 'Hant' | undefined
  /** Characters that only Simplified and only Traditional text has. */
  readonly simplified: number
  readonly traditional: number
}

const [SIMPLIFIED, TRADITIONAL] = [1, 2]
let classes: Uint8Array | undefined

/** Characters that the other script writes otherwise, in every sense they have. */
function keysThatChange(dictionary: string): Set<string> {
  const keys = new Set<string>()
  for (const entry of dictionary.split('|')) {
    const [key, values] = entry.split(' ', 2)
    if (key && values && !values.split(' ').includes(key)) keys.add(key)
  }
  return keys
}

/** By UTF-16 unit; characters beyond the basic plane are too rare to matter. */
function exclusiveCharacters(): Uint8Array {
  const found = new Uint8Array(65536)
  const [s, t] = [keysThatChange(simplifiedToTraditional), keysThatChange(traditionalToSimplified)]
  for (const char of s) if (char.length === 1 && !t.has(char)) found[char.charCodeAt(0)] = SIMPLIFIED
  for (const char of t) if (char.length === 1 && !s.has(char)) found[char.charCodeAt(0)] = TRADITIONAL
  return found
}

/** Which script a stretch of Chinese is in. */
export function chineseScript(text: string, start: number, end: number): Variety {
  classes ??= exclusiveCharacters()
  let simplified = 0
  let traditional = 0
  for (let i = start; i < end; i++) {
    const found = classes[text.charCodeAt(i)]
    if (found === SIMPLIFIED) simplified++
    else if (found === TRADITIONAL) traditional++
  }
  const script = simplified > traditional ? 'Hans' : simplified < traditional ? 'Hant' : undefined
  return {script, simplified, traditional}
}

/** A language of some stretches; of Chinese with the share of telling characters that are of the other script, if any is. */
export function withMinority(language: Language, text: string, spans: readonly Span[]): Language {
  if (!language.tag.startsWith('zh-')) return language
  let [fewer, all] = [0, 0]
  for (const {start, end} of spans) {
    const {simplified, traditional} = chineseScript(text, start, end)
    fewer += language.script === 'Hans' ? traditional : simplified
    all += simplified + traditional
  }
  return fewer === 0 ? language : {...language, minority: Number((fewer / all).toFixed(3))}
}
