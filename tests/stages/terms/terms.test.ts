/** Every way authors write a term, its pinyin and its gloss, times many terms. */
import {describe, expect, test} from 'vitest'
import {createCleaner, installedRules} from '../../../src/index.js'

const terms = createCleaner({stages: ['identify', 'terms']})
const cleanedBy = (cleaner: typeof terms, text: string): string => cleaner(text).report.text
const cleaned = (text: string): string => cleanedBy(terms, text)

const FULL = '守正出奇 (shǒuzhèng chūqí, “keep to the right path and win by the unexpected”)'

describe('a first mention gets what it lacks, where the author left room', () => {
  test.each([
    ['The founder lives by 守正出奇 and says so.', `The founder lives by ${FULL} and says so.`],
    [
      'The mantra “shouzheng chuqi” (守正出奇) hangs there.',
      'The mantra “shouzheng chuqi” (守正出奇, “keep to the right path and win by the unexpected”) hangs there.',
    ],
    ['It is a “爆品” blockbuster product in the shops.', 'It is a “爆品” (bàopǐn) blockbuster product in the shops.'],
    [
      'They call it neijuan (内卷) over there.',
      'They call it neijuan (内卷, “competition that wears everyone out”) over there.',
    ],
    ['This involution (内卷) tires everyone there.', 'This involution (内卷, nèijuǎn) tires everyone there.'],
    ['Some say 内卷 (involution) with a sigh.', 'Some say 内卷 (nèijuǎn, involution) with a sigh.'],
    [
      'Some say 内卷（neijuan） with a sigh.',
      'Some say 内卷（neijuan, “competition that wears everyone out”） with a sigh.',
    ],
    [
      'The word **内卷** is on every lip there.',
      'The word **内卷** (nèijuǎn, “competition that wears everyone out”) is on every lip there.',
    ],
    [
      'They speak of 內捲 these days in town.',
      'They speak of 內捲 (nèijuǎn, “competition that wears everyone out”) these days in town.',
    ],
    [
      'He said "内卷" and shrugged his shoulders.',
      'He said "内卷" (nèijuǎn, "competition that wears everyone out") and shrugged his shoulders.',
    ],
  ])('%s', (source, expected) => {
    expect(cleaned(source)).toBe(expected)
  })
})

describe('what is explained already is left alone', () => {
  test.each([
    'The word 内卷 (nèijuǎn, “involution”) is everywhere now.',
    'The word 内卷 (neijuan), literally “curling inward”, is everywhere.',
    'Tang Ping (躺平, or lying flat) is the answer of many.',
    'The word 内卷 / nèijuǎn: pointless competition, they say.',
    'One speaks of neijuan (内卷, meaning to curl inwards) now.',
  ])('%s', (source) => {
    expect(cleaned(source)).toBe(source)
  })
})

describe('Chinese text is left alone', () => {
  test.each([
    '内卷是现在的热词。大家都在谈论它。',
    '他说：“守正出奇”是公司的战略。',
    'The poster read 我们反对内卷和加班 in red letters.',
  ])('%s', (source) => {
    expect(cleaned(source)).toBe(source)
  })
})

test('later mentions stand alone', () => {
  const source = `We live by ${FULL} here. They know what 守正出奇 means. So do we: ${FULL} it is.`
  expect(cleaned(source)).toBe(`We live by ${FULL} here. They know what 守正出奇 means. So do we: 守正出奇 it is.`)
})

test('the longest term wins', () => {
  expect(cleaned('The shop lives off its 私域流量 these days.')).toContain('私域流量 (sīyù liúliàng')
})

test.each([
  ['pinyin', 'We all know 内卷 (nèijuǎn) by now here.'],
  ['gloss', 'We all know 内卷 (“competition that wears everyone out”) by now here.'],
  ['none', 'We all know 内卷 by now here.'],
] as const)('style %s', (style, expected) => {
  expect(cleanedBy(createCleaner({stages: ['identify', 'terms'], style}), 'We all know 内卷 by now here.')).toBe(
    expected,
  )
})

describe('another script on request', () => {
  const converted = (chinese: 'simplified' | 'traditional' | 'tw' | 'hk', text: string): string =>
    cleanedBy(createCleaner({stages: ['identify', 'terms'], chinese, style: 'none'}), text)

  test('Simplified to Traditional and back', () => {
    expect(converted('traditional', '这是一个简单的句子，关于发展。')).toBe('這是一個簡單的句子，關於發展。')
    expect(converted('simplified', '這是一個簡單的句子，關於發展。')).toBe('这是一个简单的句子，关于发展。')
  })

  test('Taiwan and Hong Kong have their own forms', () => {
    expect(converted('tw', '里面的台阶很长。')).toBe('裡面的臺階很長。')
    expect(converted('hk', '里面的台阶很长。')).toBe('裏面的台階很長。')
  })

  test('Japanese is never converted', () => {
    const source = 'これは日本語の文章です。学校の図書館で会いましょう。'
    expect(converted('traditional', source)).toBe(source)
  })
})

/** A dozen forms that authors use, each with what is there and what is not. */
const FORMS: ReadonlyArray<(term: string, pinyin: string, gloss: string) => string> = [
  (t) => `The founder often speaks of ${t} in his talks.`,
  (t) => `The founder often speaks of “${t}” in his talks.`,
  (t, p) => `The founder often speaks of ${t} (${p}) in his talks.`,
  (t, p) => `The founder often speaks of ${p} (${t}) in his talks.`,
  (t, p) => `The founder often speaks of ‘${p}’ (${t}) in his talks.`,
  (t, _, g) => `The founder often speaks of ${t} (${g}) in his talks.`,
  (t, _, g) => `The founder often speaks of “${g}” (${t}) in his talks.`,
  (t, p, g) => `The founder often speaks of ${t} (${p}, “${g}”) in his talks.`,
  (t, p, g) => `The founder often speaks of ${p} (${t}, ${g}) in his talks.`,
  (t, p, g) => `The founder often speaks of ${t} (${p}), or “${g}”, in his talks.`,
  (t) => `The founder often speaks of ${t}.`,
]
const toneless = (pinyin: string): string => pinyin.normalize('NFD').replace(/\p{M}/gu, '')

test('every term in every form is explained once and left alone the second time', () => {
  const rows = installedRules()
    .tables.filter(({name}) => name.startsWith('terms/'))
    .flatMap(({rows}) => rows)
  expect(rows.length).toBeGreaterThan(300)
  for (const {cells} of rows) {
    for (const form of FORMS) {
      for (const pinyin of [cells['pinyin']!, toneless(cells['pinyin']!)]) {
        const source = form(cells['term']!, pinyin, cells['gloss']!)
        const once = cleaned(source)
        expect(cleaned(once)).toBe(once)
        expect(once.split(cells['term']!).length).toBe(2)
        expect(once.split(cells['gloss']!).length, once).toBe(2)
      }
    }
  }
})
