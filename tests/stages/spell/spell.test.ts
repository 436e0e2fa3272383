import dictionary from 'dictionary-en'
import {describe, expect, test} from 'vitest'
import {createCleaner} from '../../../src/index.js'
import {suggestionsFor} from '../../../src/stages/spell/speller.js'

const cleaner = createCleaner({stages: ['identify', 'spell']})
const unknownIn = (text: string): string[] => cleaner(text).report.findings.map(({actual}) => actual)

test('reports what is misspelt, once, and changes nothing', () => {
  const text = 'The mill was recieved with joy and recieved again by the peple of the town.'
  const {report} = cleaner(text)
  expect(report.text).toBe(text)
  expect(report.findings.map(({actual, state}) => [actual, state])).toEqual([
    ['recieved', 'reported'],
    ['peple', 'reported'],
  ])
  expect(report.findings[0]!.note).toBe('2 times in this document')
})

describe('says nothing of', () => {
  test.each([
    ['names', 'We met Xiaohong and Wojciechowska by the river, and they were glad.'],
    ['names in small letters elsewhere', 'The site grokkly is a part of Grokkly, as all of us know.'],
    ['pinyin beside its characters', 'They live by shouzheng chuqi (守正出奇) and so do we all.'],
    ['addresses', 'Write to klaus@mxyzptlk.example or see mxyzptlk.example and /usr/lib/qwrtz for the rest.'],
    ['code', 'Run `npm frobnicate --xyzzy` and the rest of it will be done for you.'],
    ['abbreviations', 'The NGO and the OECD are in it with the UNHCR, as we all know.'],
    ['words with figures', 'The h264 stream and the mp3s of the 1990s are not of this time.'],
    ['British spelling', 'The colour of the centre was analysed and criticised by the travellers we met.'],
    ['compounds of known words', 'A self-developed, well-known and long-term plan is what they had in mind.'],
    ['Chinese', '他们说这个工厂很大，我们也这样认为。'],
    ['other languages', 'Le moulin tourne et nous sommes heureux de le voir tourner ainsi.'],
    [
      'words that were joined with an apostrophe',
      "It isn't theirs; we'll see what they've done to the miller's wheel.",
    ],
  ])('%s', (_, text) => {
    expect(unknownIn(text)).toEqual([])
  })
})

test('suggestions are made for whoever prints them', () => {
  expect(suggestionsFor(dictionary, ['recieved']).get('recieved')).toContain('received')
})
