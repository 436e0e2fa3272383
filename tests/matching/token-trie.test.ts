import {expect, test} from 'vitest'
import {hashOf, wordsOf} from '../../src/draft/index.js'
import {TokenTrie} from '../../src/matching/token-trie.js'
import {randoms} from '../randoms.mjs'

const random = randoms(11)
const some = (length: number, letters = 'abcdef'): string =>
  Array.from({length}, () => letters[Math.floor(random() * letters.length)]).join(' ')
const phrases = [...new Set(Array.from({length: 300}, () => some(1 + Math.floor(random() * 5), 'abcdefgh')))]
const words = wordsOf(`${some(2000, 'abcdefghijklmnop')} a`)

test('finds every phrase wherever it stands, the last token of a text included, and nothing else', () => {
  const trie = new TokenTrie(phrases.map((phrase) => wordsOf(phrase)))
  const found = new Set<string>()
  trie.scan(words, 5, (value, first, last) => found.add(`${phrases[value]} ${first} ${last}`))
  const letters = words.text.split(' ')
  const expected = phrases.flatMap((phrase) => {
    const {length} = phrase.split(' ')
    return letters
      .flatMap((_, i) => (letters.slice(i, i + length).join(' ') === phrase ? [i] : []))
      .map((i) => `${phrase} ${i} ${i + length}`)
  })
  expect([...found].sort()).toEqual(expected.sort())
})

test('where a phrase has an open token only what is fixed before it must stand there', () => {
  const open = wordsOf('x').hashes[0]!
  const trie = new TokenTrie(
    ['one', 'two x', 'three four x', 'five six seven x'].map((phrase) => wordsOf(phrase)),
    new Set([open]),
  )
  const entered = (text: string): boolean => trie.enter(wordsOf(text), 0) !== 0
  expect(['one', 'two', 'two more', 'three four', 'three four more', 'five six seven'].map(entered)).not.toContain(
    false,
  )
  expect(['three more four', 'five six', 'five six more', 'seven'].map(entered)).not.toContain(true)
})

test('what `enter` answers for is what `candidate` stops at', () => {
  const trie = new TokenTrie(phrases.map((phrase) => wordsOf(phrase)))
  for (let i = 0; i < words.count; i++) {
    if (trie.enter(words, i) !== 0) expect(trie.candidate(words.hashes, i, words.count)).toBe(i)
  }
  expect(trie.candidate(Uint32Array.of(hashOf('zebra')), 0, 1)).toBe(1)
})
