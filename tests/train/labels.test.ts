import {expect, test} from 'vitest'
import {labelsOf} from '../../src/train/labels.js'

const ARTICLE = [
  'The mill at Saltby turns again after forty years of standing still.',
  'A new wheel',
  'It was built of oak by two brothers who had never built a wheel before.',
  'Anyone may come and look.',
]

test('blocks of the article are found, others are not', () => {
  const blocks = ['Home', 'News', ...ARTICLE, 'Read next', 'The baker of Orrin has closed his shop for good this time.']
  expect([...labelsOf(blocks, ARTICLE.join('\n'))]).toEqual([0, 0, 1, 1, 1, 1, 0, 0])
})

test('a short block counts only where the article has it', () => {
  const blocks = ['A new wheel', ARTICLE[0]!, ARTICLE[2]!, 'A new wheel']
  expect([...labelsOf(blocks, ARTICLE.join('\n'))]).toEqual([0, 1, 1, 0])
})

test('what a page shows twice is given away once', () => {
  const [first] = ARTICLE
  expect([...labelsOf([first!, ARTICLE[2]!, first!], ARTICLE.join('\n'))].reduce((a, b) => a + b)).toBe(2)
})

test('a mark without a word goes with its neighbours', () => {
  expect([...labelsOf([ARTICLE[0]!, '***', ARTICLE[2]!, '***', 'Menu'], ARTICLE.join('\n'))]).toEqual([1, 1, 1, 0, 0])
})

test('Chinese is told character by character', () => {
  const article = '磨坊四十年来第一次转动。兄弟俩用橡木做了新的水轮。'
  expect([...labelsOf(['首页', article, '相关阅读：面包师关门了'], article)]).toEqual([0, 1, 0])
})
