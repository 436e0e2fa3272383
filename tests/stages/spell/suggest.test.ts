import dictionary from 'dictionary-en'
import british from 'dictionary-en-gb'
import {expect, test} from 'vitest'
import {installedRules} from '../../../src/rules/read.js'
import {rulesOf} from '../../../src/rules/rule.js'
import {Suggester} from '../../../src/stages/spell/suggest.js'

const rules = installedRules()
const sources = {dictionary, british, model: rules.models.get('unspin/english.ngrams')!}
const suggester = new Suggester(sources, rulesOf(rules, 'spell').tables)

function suggestions(text: string, form: string, asksDictionary = false): string[] {
  const start = text.indexOf(form)
  return suggester.suggestionsFor(text, {start, end: start + form.length}, {asksDictionary})
}

test.each([
  ['She took the bok from the shelf.', 'bok', 'book'],
  ['He went up the staris to bed.', 'staris', 'stairs'],
  ['The price went up to four milion dollars.', 'milion', 'million'],
  ['They lost the gane in the last minute.', 'gane', 'game'],
  ['It was done by the frist of May.', 'frist', 'first'],
])('the neighbours decide: %s', (text, form, meant) => {
  expect(suggestions(text, form)[0]).toBe(meant)
})

test('what a listed slip means comes first', () => {
  expect(suggestions('It was publically known.', 'publically')[0]).toBe('publicly')
  expect(suggestions('They have alot of time.', 'alot')[0]).toBe('a lot')
})

test('suggestions are spelt as the document spells', () => {
  expect(suggestions('The centre of the town was full of colur.', 'colur')).toContain('colour')
  expect(suggestions('The center of the town was full of colur.', 'colur')).toContain('color')
})

test('words run together are suggested apart', () => {
  expect(suggestions('They lived inthe town.', 'inthe')[0]).toBe('in the')
})

test('the dictionary looks further, if asked', () => {
  const text = 'It was a matter of great diffikultee for all.'
  expect(suggestions(text, 'diffikultee')).toEqual([])
  expect(suggestions('The kohlrabbi was large.', 'kohlrabbi', true)).toContain('kohlrabi')
})
