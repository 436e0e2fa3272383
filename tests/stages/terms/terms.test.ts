/** The stage on the installed term base: characters of another script, and texts that it leaves alone. */
import {describe, expect, test} from 'vitest'
import {createCleaner} from '../../../src/index.js'

const terms = createCleaner({stages: ['identify', 'terms']})
const cleanedBy = (cleaner: typeof terms, text: string): string => cleaner(text).report.text

describe('Chinese text is left alone', () => {
  test.each([
    '内卷是现在的热词。大家都在谈论它。',
    '他说：“守正出奇”是公司的战略。',
    'The poster read 我们反对内卷和加班 in red letters.',
  ])('%s', (source) => {
    expect(cleanedBy(terms, source)).toBe(source)
  })
})

test('the longest term wins', () => {
  expect(cleanedBy(terms, 'The shop lives off its 私域流量 these days.')).toContain('私域流量 (sīyù liúliàng')
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
