/** What a word is glued to makes it noise, wherever in the text it stands. */
import {expect, test} from 'vitest'
import {kindOf, WORD, wordsOf, wordText} from '../../../src/draft/index.js'
import {isNoise} from '../../../src/stages/identify/noise.js'

/** The words of a text that may be in a language. */
const spoken = (text: string): string[] => {
  const words = wordsOf(text)
  const tokens = Array.from({length: words.count}, (_, i) => i)
  return tokens.filter((i) => kindOf(words, i) === WORD && !isNoise(words, i)).map((i) => wordText(words, i))
}

test.each([
  ['mill', ['mill']],
  ['mill.', ['mill']],
  ['The mill. Next', ['The', 'mill', 'Next']],
  ['The mill.next', ['The']],
  ['mill_', []],
  ['mill@', []],
  ['mill\\', []],
  ['mill @', ['mill']],
  ['@mill', []],
  ['@ mill', ['mill']],
  ['see --mill', ['see']],
  ['a well-known mill', ['a', 'well', 'known', 'mill']],
  ['4K mill', ['mill']],
])('%j', (text, expected) => {
  expect(spoken(text)).toEqual(expected)
})
