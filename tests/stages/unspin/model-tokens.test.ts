import {describe, expect, test} from 'vitest'
import {hashOf, wordsOf, wordText} from '../../../src/draft/words.js'
import {
  HAN_CLASS,
  modelTokensOf,
  NUMBER_CLASS,
  PAUSE,
  SENTENCE_END,
  YEAR_CLASS,
} from '../../../src/stages/unspin/model-tokens.js'

const CLASSES = new Map([
  [SENTENCE_END, '</s>'],
  [PAUSE, ','],
  [NUMBER_CLASS, '<n>'],
  [YEAR_CLASS, '<y>'],
  [HAN_CLASS, '<han>'],
  [hashOf('percent'), 'percent'],
  [hashOf('and'), 'and'],
])

/** The sequence in one line: classes by name, other tokens as in the text, without the sentence end it begins with. */
function sequence(text: string): string {
  const words = wordsOf(text)
  const {ids, places} = modelTokensOf(words)
  expect(ids[0]).toBe(SENTENCE_END)
  return [...ids]
    .map((id, i) => CLASSES.get(id) ?? wordText(words, places[i]!))
    .slice(1)
    .join(' ')
}

const cases: Record<string, [text: string, tokens: string][]> = {
  'words and possessives': [
    ["The baker's oven isn't hot", "The baker 's oven isn't hot"],
    ['a well-known state-of-the-art oven', 'a well known state of the art oven'],
  ],
  'figures are classes, years another': [
    ['In 1999 and 2025', 'In <y> and <y>'],
    ['3,400 loaves at 2.50 in 2100', '<n> loaves at <n> in <n>'],
    ['0999 or 12345 or 1,850', '<n> or <n> or <n>'],
    ['the 3rd of 4K', 'the 3rd of 4K'],
  ],
  'percent and ampersand are words': [['up 5% at Flour & Sons', 'up <n> percent at Flour and Sons']],
  'pauses are one class': [
    ['bread, rolls; cakes: all – or none — sold', 'bread , rolls , cakes , all , or none , sold'],
    ['open - but empty -- today', 'open , but empty , today'],
    ['from 9–5', 'from <n> , <n>'],
    ['bread,, rolls', 'bread , rolls'],
  ],
  'sentence ends come once': [
    ['Fresh? Yes! Very... Good', 'Fresh </s> Yes </s> Very </s> Good'],
    ['What?! No.', 'What </s> No </s>'],
    ['Done.\n\nNext', 'Done </s> Next'],
    ['A headline\n\n\nand text', 'A headline </s> and text'],
    ['one\nline break', 'one line break'],
    ['He said "Stop." Then', 'He said Stop </s> Then'],
    ['\n\n- first item', 'first item'],
  ],
  'full stops of abbreviations are left out': [
    ['The U.S. Senate', 'The U S Senate'],
    ['e.g. bread, i.e., flour', 'e g bread , i e , flour'],
    ['Crumb Inc. said', 'Crumb Inc said'],
    ['Crumb Inc., which', 'Crumb Inc , which'],
    ['by J. Baker', 'by J Baker'],
    ['well... perhaps', 'well perhaps'],
    ['crumb.example now', 'crumb example now'],
  ],
  'other marks are left out': [
    ['“Rolls” (with {seeds}) cost $4/£3 *now*', 'Rolls with seeds cost <n> <n> now'],
    ["the bakers' guild", 'the bakers guild'],
  ],
  'a run of Chinese is one class': [
    ['the word 面包 means bread', 'the word <han> means bread'],
    ['面包。很好', '<han> </s> <han>'],
  ],
}

describe.each(Object.entries(cases))('%s', (_, examples) => {
  test.each(examples)('%s', (text, tokens) => {
    expect(sequence(text)).toBe(tokens)
  })
})

test('an empty text has no tokens', () => {
  expect(modelTokensOf(wordsOf('')).count).toBe(0)
})

test('each id knows its token; a paragraph break stands at the token after it', () => {
  const words = wordsOf('Bread, 2024.\n\nRolls')
  const {ids, places, count} = modelTokensOf(words)
  expect([...ids]).toEqual([SENTENCE_END, hashOf('bread'), PAUSE, YEAR_CLASS, SENTENCE_END, hashOf('rolls')])
  expect([...places]).toEqual([0, 0, 1, 2, 3, 4])
  expect(count).toBe(6)
  const headed = modelTokensOf(wordsOf('Bread\n\nRolls'))
  expect([...headed.places]).toEqual([0, 0, 1, 1])
})
