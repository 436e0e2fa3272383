/**
 * Simplified or Traditional, by the characters that only one of them has (from OpenCC's tables, Apache-2.0).
 * Majority, because every tenth Traditional sentence holds a character that looks Simplified; measured 99.4–100 % of sentences.
 */
import simplifiedToTraditional from 'opencc-js/dict/STCharacters'
import traditionalToSimplified from 'opencc-js/dict/TSCharacters'

let sets: {readonly simplified: ReadonlySet<string>; readonly traditional: ReadonlySet<string>} | undefined

const keysThatChange = (dictionary: string): Set<string> => {
  const keys = new Set<string>()
  for (const entry of dictionary.split('|')) {
    const [key, values] = entry.split(' ', 2)
    if (key && values && !values.split(' ').includes(key)) keys.add(key)
  }
  return keys
}

function scriptSets() {
  if (!sets) {
    const [s, t] = [keysThatChange(simplifiedToTraditional), keysThatChange(traditionalToSimplified)]
    sets = {
      simplified: new Set([...s].filter((char) => !t.has(char))),
      traditional: new Set([...t].filter((char) => !s.has(char))),
    }
  }
  return sets
}

/** `Hans`, `Hant`, or undefined where nothing tells them apart (two thirds of single words). */
export function chineseScript(text: string): 'Hans' | 'Hant' | undefined {
  const {simplified, traditional} = scriptSets()
  let balance = 0
  for (const char of text) {
    if (simplified.has(char)) balance++
    else if (traditional.has(char)) balance--
  }
  return balance > 0 ? 'Hans' : balance < 0 ? 'Hant' : undefined
}
