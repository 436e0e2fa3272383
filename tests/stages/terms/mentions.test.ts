/** Mentions in sentences of many shapes, the styles, and what is only said. */
import {describe, expect, test} from 'vitest'
import type {Cleaner} from '../../../src/index.js'
import {REWRITTEN, UNTOUCHED} from './sentences.js'
import {cleanerOf} from './term-base.js'

const house = cleanerOf()
const cleaned = (text: string, cleaner: Cleaner = house): string => cleaner(text, {format: 'markdown'}).report.text
const findings = (text: string, cleaner: Cleaner = house) => cleaner(text, {format: 'markdown'}).report.findings

describe('a mention gets the form of the house', () => {
  test.each(REWRITTEN)('%s', (source, expected) => {
    expect(cleaned(source)).toBe(expected)
    expect(cleaned(expected)).toBe(expected)
  })
})

describe('what is no mention, or cannot be told, stays', () => {
  test.each(UNTOUCHED)('%s', (source) => {
    expect(cleaned(source)).toBe(source)
  })
})

const SOURCE = 'They fear neijuan (内卷, involution), and 内卷’s end is far. Nobody there likes neijuan.'

describe('styles', () => {
  test.each([
    ['hanzi-first', 'They fear 内卷 (nèijuǎn, “involution”), and 内卷’s end is far. Nobody there likes 内卷.'],
    ['pinyin-first', 'They fear nèijuǎn (内卷, “involution”), and nèijuǎn’s end is far. Nobody there likes nèijuǎn.'],
    [
      'gloss-first',
      'They fear involution (内卷, nèijuǎn), and involution’s end is far. Nobody there likes involution.',
    ],
    [
      'ruby',
      'They fear <ruby>内卷<rp>(</rp><rt>nèijuǎn</rt><rp>)</rp></ruby> (“involution”), and 内卷’s end is far. Nobody there likes 内卷.',
    ],
    ['none', SOURCE],
  ] as const)('%s', (style, expected) => {
    const cleaner = cleanerOf({style})
    expect(cleaned(SOURCE, cleaner)).toBe(expected)
    expect(cleaned(expected, cleaner)).toBe(expected)
  })

  test('a text that knows no HTML has no ruby', () => {
    expect(cleanerOf({style: 'ruby'})('They all fear 内卷 there.', {format: 'text'}).report.text).toBe(
      'They all fear 内卷 (nèijuǎn, “competition that wears everyone out”) there.',
    )
  })

  test('without tones ü stays', () => {
    const cleaner = cleanerOf({tones: false})
    expect(cleaned('They read about 女性经济 in the magazine.', cleaner)).toBe(
      'They read about 女性经济 (nüxing jingji, “spending by women”) in the magazine.',
    )
  })

  test('gloss-first uses the short form of the house, the first time the whole', () => {
    expect(cleaned('They all fear 内卷 there. And 内卷 fears nobody.', cleanerOf({style: 'gloss-first'}))).toBe(
      'They all fear competition that wears everyone out (内卷, nèijuǎn) there. And rat race fears nobody.',
    )
  })

  test.each([
    [
      'pinyin-first',
      '内卷 is what they fear there.',
      'Nèijuǎn (内卷, “competition that wears everyone out”) is what they fear there.',
    ],
    [
      'gloss-first',
      'What they need is a 爱心餐 (meal given away) there.',
      'What they need is a meal given away (爱心餐, àixīncān) there.',
    ],
    [
      'pinyin-first',
      'What they need is a meal given away (爱心餐) there.',
      'What they need is an àixīncān (爱心餐, “meal given away”) there.',
    ],
    [
      'gloss-first',
      'There is an 内卷 (involution) in it for all of them.',
      'There is an involution (内卷, nèijuǎn) in it for all of them.',
    ],
  ] as const)('%s at the beginning of a sentence and after an article: %s', (style, source, expected) => {
    expect(cleaned(source, cleanerOf({style}))).toBe(expected)
  })
})

test('another script is the business of its own option', () => {
  const source = 'They fear neijuan (内卷), and 内卷 fears nobody of them there.'
  expect(cleaned(source, cleanerOf({chinese: 'traditional'}))).toBe(
    'They fear 內捲 (nèijuǎn, “competition that wears everyone out”), and 內捲 fears nobody of them there.',
  )
})

describe('only said', () => {
  test.each([
    ['They speak of 内卷 (nèijuǎn, “soup of the day”) in the town.', 'soup of the day'],
    ['They speak of 内卷 (“soup of the day”) in the town.', 'soup of the day'],
    ['They speak of 内卷, or “soup of the day”, in the town.', 'soup of the day'],
    ['They speak of 内卷 (rotten fish) in the town.', 'rotten fish'],
  ])('a gloss that has nothing in common with the house: %s', (source, actual) => {
    expect(cleaned(source)).toBe(source)
    expect(findings(source)).toMatchObject([
      {rule: 'terms/contradicting-gloss', actual, expected: [], state: 'reported'},
    ])
  })

  test.each([
    'They speak of 内卷 (nèijuǎn, “senseless competition for ever less”) in the town.',
    'They speak of 内卷 (nèijuǎn, “a race of involuted rats”) in the town.',
  ])('a paraphrase is no contradiction: %s', (source) => {
    expect(cleaned(source)).toBe(source)
    expect(findings(source)).toEqual([])
  })

  test.each(['nèijiǎn', 'neiquan', 'nèi juān zi'])('another reading: %s', (pinyin) => {
    const source = `They speak of 内卷 (${pinyin}, “involution”) in the town.`
    expect(cleaned(source)).toBe(source)
    expect(findings(source)).toMatchObject([
      {rule: 'terms/contradicting-pinyin', actual: pinyin, expected: ['nèijuǎn'], state: 'proposed'},
    ])
  })

  test('Chinese that nobody explains: once, with its pinyin and no gloss', () => {
    const source = 'They left a 红包 at the door, a 红包 in the hall, and a 西安城 of paper on the table.'
    expect(cleaned(source)).toBe(source)
    expect(findings(source)).toMatchObject([
      {rule: 'terms/unknown-term', actual: '红包', expected: [], state: 'reported', note: 'pinyin: hóngbāo'},
      {rule: 'terms/unknown-term', actual: '西安城', note: "pinyin: xī'ānchéng"},
    ])
  })

  test.each([
    'They left a 红包 (hongbao) at the door of the house.',
    'They read 《红包》 at the door of the house, and nobody came.',
    'They said “我要红包，不要苹果” at the door of the house.',
    '他们在门口留下了红包和苹果，没有人来。',
    '他们在门口留下了红包和苹果，没有人来，也没有人走。\n\n红包 (Apple Store, Market Road)\n',
    'They left a `红包` at the door of the house, in code.',
  ])('what is explained, a title or a sentence is not unknown: %s', (source) => {
    expect(findings(source)).toEqual([])
  })
})
