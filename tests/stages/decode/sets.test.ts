/** Tables that are made in one go say what a question for each character would. */
import {expect, test} from 'vitest'
import {kindOf} from '../../../src/stages/decode/hygiene/characters.js'
import {characterSet, encoder} from '../../../src/stages/decode/sets/character-sets.js'
import {ALPHABET_KINDS, kindsOfUnits} from '../../../src/stages/decode/sets/letter-kinds.js'

const LOST = 0xfffd

test.each(['gb18030', 'shift_jis', 'euc-jp'] as const)(
  '%s reads two bytes as the decoder of the platform does',
  (name) => {
    const decoder = new TextDecoder(name)
    const {charOf} = characterSet(name)
    const wrong: number[] = []
    let characters = 0
    for (let pair = 0x8040; pair < 0x10000; pair++) {
      if ((pair & 0xff) < 0x40) continue
      const text = decoder.decode(Uint8Array.of(pair >> 8, pair & 0xff))
      const unit = text.charCodeAt(0)
      const expected = text.length === 1 && unit !== LOST && unit >= 0x80 ? unit : 0
      if (expected !== 0) characters++
      if (charOf[pair] !== expected) wrong.push(pair)
    }
    expect(characters).toBeGreaterThan(6000)
    expect(wrong).toEqual([])
  },
)

test.each(['gb18030', 'big5', 'shift_jis', 'euc-kr', 'euc-jp'] as const)('%s writes what it reads', (name) => {
  const {charOf} = characterSet(name)
  const {bytesOf, otherBytesOf} = encoder(name)
  const pairs = [...charOf.keys()].filter((pair) => charOf[pair] !== 0)
  const isKept = (pair: number): boolean => charOf[bytesOf[charOf[pair]!]!] === charOf[pair]
  expect(pairs.length).toBeGreaterThan(6000)
  // Of a character with bytes thrice, or with one byte too, one of them is written.
  expect(pairs.filter((pair) => !isKept(pair) && !otherBytesOf.has(charOf[pair]!))).toEqual([])
})

test('a letter is of the first kind that fits', () => {
  const kinds = kindsOfUnits()
  const kindsIn = (text: string): Set<number> => new Set(Array.from(text, (char) => kinds[char.charCodeAt(0)]!))
  const groups = [
    '\t\n \u00a0',
    'az',
    'AZ',
    '09',
    '\0\x84\x90',
    'éöœ',
    'ÉÖŒ',
    '\x85«»…',
    'оеа',
    'цщэ',
    'дпз',
    'ДПЖЩ',
    '\ue000\uf8ff',
    '\ufffd',
  ]
  for (const group of groups) expect(kindsIn(group).size, group).toBe(1)
  expect(kindsIn(groups.map((group) => group[0]).join('')).size).toBe(groups.length)
  expect(kindsIn('中か한\uff01')).toEqual(new Set([ALPHABET_KINDS]))
})

test('a character is judged by the first kind it can open, whatever was asked before', () => {
  const asked = ['\u200b', 'a', '\u00a0', 'é', '\u200b', '\ufeff', '\ud83d', '中', '\ufffd']
  const kindOfChar = (char: string): number | undefined => kindOf(char.charCodeAt(0))
  expect(asked.filter((char) => kindOfChar(char) === undefined)).toEqual(['a', 'é', '中'])
  expect(new Set(['\u200b', '\u00a0', '\ufeff', '\ud83d', '\ufffd'].map(kindOfChar)).size).toBe(5)
})
