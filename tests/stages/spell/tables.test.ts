/** What must hold for the word lists, whoever adds to them. */
import dictionary from 'dictionary-en'
import british from 'dictionary-en-gb'
import {expect, test} from 'vitest'
import {hashOf} from '../../../src/draft/index.js'
import {NgramModel} from '../../../src/matching/ngram-model.js'
import {installedRules} from '../../../src/rules/read.js'
import {Speller} from '../../../src/stages/spell/speller.js'

const {tables, models} = installedRules()
const model = NgramModel.read(models.get('unspin/english.ngrams')!)
const spellers = [new Speller(dictionary), new Speller(british)]
const isInDictionary = (form: string): boolean => spellers.some((speller) => speller.knows(form))

function cells(...columns: string[]): string[][] {
  const mine = tables.filter(
    (table) => table.name.startsWith('spell/') && columns.every((c) => table.columns.includes(c)),
  )
  return mine.flatMap(({rows}) => rows.map((row) => columns.map((column) => row.cells[column]!)))
}

const listed = new Set(cells('word').map(([word]) => word!))
const slips = cells('slip', 'meant') as Array<[string, string]>

test('every listed word stands once, in small letters, and is no slip', () => {
  const words = cells('word').map(([word]) => word!)
  expect(words.length).toBeGreaterThan(3000)
  expect(words.filter((word) => !/^[a-z]+$/.test(word))).toEqual([])
  expect(listed.size).toBe(words.length)
  expect(slips.filter(([slip]) => listed.has(slip))).toEqual([])
})

test('no slip is a word, and what is meant is one', () => {
  expect(slips.filter(([slip]) => isInDictionary(slip))).toEqual([])
  const unknown = slips.filter(([, meant]) =>
    meant.split(' ').some((word) => !isInDictionary(word) && !isInDictionary(capital(word)) && !listed.has(word)),
  )
  expect(unknown).toEqual([])
})

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

test('halves make a word that the language model has met', () => {
  const wrong = cells('first', 'second').filter(([first, second]) => !model.knows(hashOf(`${first}${second}`)))
  expect(wrong).toEqual([])
})

test('the two spellings of a variety are known to its dictionary', () => {
  const [american, ofBritain] = spellers
  const wrong = cells('british word', 'american word').filter(
    ([forBritain, forAmerica]) => !ofBritain!.knows(forBritain!) || !american!.knows(forAmerica!),
  )
  expect(wrong).toEqual([])
})
