import {describe, expect, test} from 'vitest'
import {createCleaner} from '../../../src/index.js'
import {decodeBytes} from '../../../src/stages/decode/bytes/bytes.js'

const decode = createCleaner({stages: ['decode']})
const decoded = (text: string): string => decode(text).report.text

describe('characters that do not belong', () => {
  test.each([
    ['mojibake', 'itâ€™s a cafÃ© â€“ â€œrealâ€\u009d', 'it’s a café – “real”'],
    ['a byte order mark', '\ufeffThe mill', 'The mill'],
    ['zero-width spaces', 'in\u200bside the\u2060 mill', 'inside the mill'],
    ['soft hyphens', 'wind\u00admill', 'windmill'],
    ['control characters', 'the\u0007 mill\u0000s', 'the mills'],
    ['windows-1252 controls', 'the mill\u0092s wheel', 'the mill’s wheel'],
    ['no-break spaces in a run', 'the\u00a0\u00a0mill', 'the mill'],
    ['no-break spaces at the edge of a line', 'the mill\u00a0\nstands', 'the mill\nstands'],
    ['a no-break space between plain words', 'the old\u00a0mill', 'the old mill'],
    ['a vertical colon', 'Editor︰Ann', 'Editor: Ann'],
    ['ligatures', 'the ﬁrst ﬂour', 'the first flour'],
    ['full-width letters in an English line', 'Ｍｏｄｅｌ １２', 'Model 12'],
    ['line separators', 'one\u2028two', 'one\ntwo'],
    ['idle direction marks', 'the \u200emill\u202c', 'the mill'],
    ['an idle joiner', 'the\u200d mill', 'the mill'],
  ])('%s', (_, source, expected) => {
    expect(decoded(source)).toBe(expected)
  })
})

describe('characters that do', () => {
  test.each([
    ['correct Chinese with its punctuation', '你好，世界！（测试）“引号”——对吧？'],
    ['full-width letters in a Chinese line', 'Ａ股今天上涨了３％。'],
    ['French no-break spaces', 'Il a dit\u00a0: «\u00a0oui\u00a0» ! Vraiment\u00a0?'],
    ['a number and its unit', 'It weighs 10\u00a0kg and costs 5\u00a0€.'],
    ['an emoji family', 'They came 👩‍👩‍👧 early.'],
    ['Persian joiners', 'می‌خواهم این را بخوانم'],
    ['direction marks in Hebrew', 'שלום \u200fעולם'],
    ['Thai word breaks', 'สวัสดี\u200bครับ'],
    ['accents', 'naïve Zoë in Kraków, São Paulo, Århus'],
    ['Ã as a letter', 'SÃO PAULO, ÂNGELA'],
    ['curly quotes and dashes', '“Well…” – she said — ‘no’.'],
    ['a letter with two marks', 'Việt Nam'],
    ['Greek and Cyrillic', 'Αθήνα и Москва'],
  ])('%s', (_, source) => {
    expect(decoded(source)).toBe(source)
  })
})

describe('character sets', () => {
  test('what is told is believed where the bytes agree', () => {
    const bytes = Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2])
    expect(decodeBytes(bytes, 'windows-1251')).toMatchObject({
      text: 'Привет',
      encoding: 'windows-1251',
      evidence: 'told',
    })
  })

  test('an unknown label is ignored', () => {
    expect(decodeBytes(Buffer.from('mill'), 'klingon').text).toBe('mill')
  })

  test.each([
    [
      'shift_jis',
      [
        0x82, 0xb1, 0x82, 0xea, 0x82, 0xcd, 0x93, 0xfa, 0x96, 0x7b, 0x8c, 0xea, 0x82, 0xcc, 0x95, 0xb6, 0x8f, 0xcd,
        0x82, 0xc5, 0x82, 0xb7, 0x81, 0x42,
      ],
    ],
    [
      'euc-kr',
      [
        0xbe, 0xc8, 0xb3, 0xe7, 0xc7, 0xcf, 0xbc, 0xbc, 0xbf, 0xe4, 0x2e, 0x20, 0xb9, 0xdd, 0xb0, 0xa9, 0xbd, 0xc0,
        0xb4, 0xcf, 0xb4, 0xd9, 0x2e,
      ],
    ],
  ])('%s is told from Chinese', (encoding, bytes) => {
    expect(decodeBytes(Uint8Array.from(bytes)).encoding).toBe(encoding)
  })
})
