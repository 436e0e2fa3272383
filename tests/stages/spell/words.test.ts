import {expect, test} from 'vitest'
import {wordsOf} from '../../../src/draft/index.js'
import {installedRules} from '../../../src/rules/read.js'
import {isComposed} from '../../../src/stages/spell/morphology.js'
import {isPinyin} from '../../../src/stages/spell/pinyin.js'
import {Varieties} from '../../../src/stages/spell/variety.js'

const KNOWN = new Set([
  'kettle',
  'green',
  'house',
  'flatten',
  'benchmark',
  'company',
  'stable',
  'chat',
  'vast',
  'there',
])
const isMade = (form: string): boolean => isComposed(form, (part) => KNOWN.has(part))

test.each([
  'unflatten',
  'kettles',
  'kettleless',
  'microcompany',
  'greenhouse',
  'benchmarked',
  'unbenchmarked',
  'vastness',
])('%s is made of known parts', (form) => {
  expect(isMade(form)).toBe(true)
})

test('every ending is tried on the forms that end in its letters', () => {
  const forms =
    'kettlewise kettlehood kettleward kettlewards kettleproof kettlefold kettlefree kettlefriendly kettleships vastly vastable vastability vastably vastized vastizing vastizer vastization vastism vastist vastian vastic vastical vastity vastation vastative vastnesses benchmarked benchmarking benchmarkings benchmarkors companier companiest companied companies'
  expect(forms.split(' ').filter((form) => !isMade(form))).toEqual([])
})

test.each(['companys', 'kettel', 'grene', 'flattenn', 'therehouse', 'sstable'])('%s is not', (form) => {
  expect(isMade(form)).toBe(false)
})

test.each(['neijuan', 'shouzheng', 'xian', 'guanxi', 'mianzi', 'zhongguancun', 'nver'])('%s can be pinyin', (form) => {
  expect(isPinyin(form)).toBe(true)
})

test.each(['recieve', 'goverment', 'th', 'shouzhengs', 'q', ''])('«%s» cannot', (form) => {
  expect(isPinyin(form)).toBe(form === '')
})

test('pinyin of any length takes no time', () => {
  expect(isPinyin('xianganer'.repeat(1_000_000))).toBe(false)
})

test('the variety of a document is that of most of its tell-tale words', () => {
  const varieties = new Varieties(installedRules().tables.filter(({name}) => name.startsWith('spell/')))
  expect(varieties.isBritish(wordsOf('The colour of the theatre, and one American center.'))).toBe(true)
  expect(varieties.isBritish(wordsOf('The color of the theater, and one British centre.'))).toBe(false)
  expect(varieties.isBritish(wordsOf('A goat stood on the roof.'))).toBe(false)
})
