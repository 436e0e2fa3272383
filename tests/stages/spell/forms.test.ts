/** The compiled forms of a dictionary answer as retext-spell and nspell do, which expand it. */
import {readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import nspell from 'nspell'
import {describe, expect, test} from 'vitest'
import {dictionaries, digestOf} from '../../../src/installed/dictionaries.js'
import {Forms} from '../../../src/stages/spell/forms.js'
import {Speller} from '../../../src/stages/spell/speller.js'
import {compiledForms} from '../../../src/train/forms.js'
import {randoms} from '../../randoms.mjs'

const LETTERS = "abcdefghijklmnopqrstuvwxyz'"

const random = randoms(20)
const below = (count: number): number => Math.floor(random() * count)

/** One letter put in, left out or put in the place of another. */
function slipped(form: string): string {
  const at = below(form.length + 1)
  const letter = random() < 0.3 ? '' : LETTERS[below(LETTERS.length)]
  return form.slice(0, at) + letter + form.slice(at + below(2))
}

const scribbled = (): string => Array.from({length: 1 + below(9)}, () => LETTERS[below(LETTERS.length)]).join('')

/** In small letters, in capitals, with a capital, with one in the middle. */
const cased = (form: string): string[] => [
  form,
  form.toLowerCase(),
  form.toUpperCase(),
  form.charAt(0).toUpperCase() + form.slice(1),
  form.slice(0, 2) + form.charAt(2).toUpperCase() + form.slice(3),
]

/** Every word of texts in many languages, however it is written. */
function wordsOfTexts(): string[] {
  const folder = path.resolve(import.meta.dirname, '../../clean')
  const texts = readdirSync(folder).map((name) => readFileSync(path.join(folder, name), 'utf8'))
  return [...new Set(texts.flatMap((text) => text.split(/[\s.,;:!?()"“”]+/)))]
}

const ODDITIES = [
  ...[
    '',
    ' ',
    ' goat',
    'goat\n',
    "'",
    '’',
    'isn’t',
    "isn't",
    'ISN’T',
    '\0',
    '-',
    'ﬁsh',
    'café',
    'CAFÉ',
    'İstanbul',
    'ß',
    'ẞ',
  ],
  ...[
    '0',
    '1',
    '42',
    '12:30',
    '2:41pm',
    '2:41 pm',
    '12:3',
    '1st',
    '1th',
    '2th',
    '11th',
    '11TH',
    '111th',
    '112st',
    '22nd',
  ],
  ...['122nds', 'x21st', '4th', '1TH', 'constructor', '__proto__', 'toString', 'a'.repeat(200), '1'.repeat(200)],
]

describe.each(Object.entries(dictionaries))('the %s', (_, {aff, dic}) => {
  const reference = nspell({aff, dic})
  const forms = Forms.read(compiledForms({aff, dic}, 'one'), 'one')!
  const wrong = (asked: Iterable<string>): string[] =>
    [...asked].filter((form) => form !== '' && !/^\d+$/.test(form) && forms.accepts(form) !== reference.correct(form))

  test('knows every form there is, in any case', () => {
    const all = Object.keys(reference.data)
    expect(all.length).toBeGreaterThan(100_000)
    expect(all.filter((form) => forms.accepts(form)).length).toBeGreaterThan(all.length - 10)
    expect(wrong(all.flatMap(cased))).toEqual([])
    expect(wrong(wordsOfTexts().flatMap(cased))).toEqual([])
  })

  test('knows fewer than two of a million strangers', () => {
    const all = Object.keys(reference.data)
    const strangers = [
      ...all.flatMap((form) => [slipped(form), slipped(slipped(form)), slipped(slipped(form))]),
      ...Array.from({length: 800_000}, scribbled),
      ...wordsOfTexts().flatMap(cased),
    ].filter((form) => !reference.correct(form))
    expect(strangers.length).toBeGreaterThan(1_000_000)
    expect(wrong(strangers).length).toBeLessThanOrEqual(1)
  })

  test('takes what is no word for what retext-spell takes it for', () => {
    const speller = Speller.of({aff, dic})
    const asked = [...ODDITIES, ...wordsOfTexts().slice(0, 2000)]
    expect(asked.filter((form) => forms.accepts(form) !== speller.knows(form))).toEqual([])
  })
})

const small = {
  aff: Buffer.from('SET UTF-8\nSFX S Y 1\nSFX S 0 s .\n'),
  dic: Buffer.from('2\ngoat/S\nOslo\n'),
}

test('forms of another dictionary, of another version or cut short are not read', () => {
  const packed = compiledForms(small, digestOf(small))
  const other = {...small, dic: Buffer.from('2\ngoad/S\nOslo\n')}
  expect(Forms.read(packed, digestOf(small))?.accepts('goats')).toBe(true)
  expect(Forms.read(packed, digestOf(other))).toBeUndefined()
  expect(Forms.read(packed.slice(0, -8), digestOf(small))).toBeUndefined()
  new Uint32Array(packed)[1]!++
  expect(Forms.read(packed, digestOf(small))).toBeUndefined()
})

test('a dictionary is asked only where its forms were not compiled', () => {
  const forms = Forms.read(compiledForms(small, 'one'), 'one')
  const unread = {aff: Buffer.from('x'), dic: Buffer.from('0\n'), forms}
  expect(['goat', 'goats', 'goad', 'oslo'].map((form) => Speller.of(unread).knows(form))).toEqual([
    true,
    true,
    false,
    false,
  ])
  expect(['goat', 'goats', 'goad', 'oslo'].map((form) => Speller.of(small).knows(form))).toEqual([
    true,
    true,
    false,
    false,
  ])
})

test.each([
  ['KEEPCASE', 'KEEPCASE k\n'],
  ['FORBIDDENWORD', 'FORBIDDENWORD f\n'],
  ['ICONV', 'ICONV 1\nICONV ij y\n'],
])('a dictionary with %s is not compiled', (name, setting) => {
  expect(() => compiledForms({...small, aff: Buffer.from(`SET UTF-8\n${setting}`)}, 'one')).toThrow(name)
})
