/** Conversion between the scripts: what is converted, what never is, and that every word is a proposal of its own. */
import fc from 'fast-check'
import {Converter} from 'opencc-js'
import {describe, expect, test} from 'vitest'
import {createCleaner, type Report} from '../../../src/index.js'
import type {ChineseScript} from '../../../src/stages/terms/choices.js'
import {changedWords} from '../../../src/stages/terms/conversion/changed-words.js'

const report = (chinese: ChineseScript, text: string, protect: readonly string[] = []): Report =>
  createCleaner({stages: ['identify', 'terms'], chinese, protect, style: 'none', typography: 'off'})(text).report
const converted = (chinese: ChineseScript, text: string, protect?: readonly string[]): string =>
  report(chinese, text, protect).text

describe('every script has its own characters', () => {
  test.each([
    ['traditional', '里面的台阶很长，这里没有软件。', '裏面的臺階很長，這裏沒有軟件。'],
    ['tw', '里面的台阶很长，这里没有软件。', '裡面的臺階很長，這裡沒有軟件。'],
    ['hk', '里面的台阶很长，这里没有软件。', '裏面的台階很長，這裏沒有軟件。'],
    ['tw-phrases', '里面的台阶很长，这里没有软件。', '裡面的臺階很長，這裡沒有軟體。'],
    ['hk-phrases', '这里没有打印机。', '這裏沒有打印機。'],
    ['simplified', '裡面的臺階很長，這裡沒有軟體。', '里面的台阶很长，这里没有软体。'],
  ] as const)('%s', (script, source, expected) => {
    expect(converted(script, source)).toBe(expected)
  })
})

describe('text in the script that was asked for stays as it is', () => {
  test.each(['traditional', 'tw', 'hk', 'tw-phrases', 'hk-phrases'] as const)('%s', (script) => {
    // Every one of these words some table would write otherwise.
    const source = '裏面的台階很長，羣眾爲什麼說這個軟體不錯。'
    expect(converted(script, source)).toBe(source)
  })

  test('simplified', () => {
    const source = '乾隆年间，这里的人说瞭望塔很高。'
    expect(converted('simplified', source)).toBe(source)
  })

  test('of two paragraphs only the other one is converted', () => {
    const source = '羣眾爲什麼說這個軟體不錯。\n\n这里的人说这个软件不错。\n'
    expect(converted('tw', source)).toBe('羣眾爲什麼說這個軟體不錯。\n\n這裡的人說這個軟件不錯。\n')
    expect(converted('simplified', source)).toBe('群众为什么说这个软体不错。\n\n这里的人说这个软件不错。\n')
  })

  test('the majority of its characters decides about a paragraph', () => {
    const source = '這個軟體和這裡的羣眾都寫着简体，說不清楚。'
    expect(converted('tw', source)).toBe(source)
  })
})

describe('Japanese and Korean are never converted', () => {
  test.each([
    'これは日本語の文章です。学校の図書館で会いましょう。',
    '東京大学図書館\n\n学校の図書館で会いましょう。明日は来られません。\n',
    '대한민국의 國號는 大韓民國이다. 학교의 學生들은 圖書館에 갔다.',
    'The library (図書館) is the oldest one in the town and it is open on Sundays.',
    'They call it 図書館です here and the word is known to all of them.',
  ])('%s', (source) => {
    for (const script of ['simplified', 'traditional', 'tw', 'hk-phrases'] as const)
      expect(converted(script, source)).toBe(source)
  })
})

describe('Chinese in an English paragraph', () => {
  test('is converted by its own characters', () => {
    expect(converted('tw', 'The word 内卷 and the phrase 守正出奇 are on everybody’s lips there.')).toBe(
      'The word 內捲 and the phrase 守正出奇 are on everybody’s lips there.',
    )
  })

  test('is left alone in the script that was asked for', () => {
    const source = 'The words 臺灣 and 關係 are on everybody’s lips there.'
    expect(converted('hk', source)).toBe(source)
  })

  test('is only proposed where nothing tells its script', () => {
    const {text, findings} = report('tw', 'The word 皇后 and the word 里 are on everybody’s lips there.')
    expect(text).toContain('里')
    const states = findings.filter(({rule}) => rule === 'terms/other-script').map(({state}) => state)
    expect(new Set(states)).toEqual(new Set(['proposed']))
  })
})

describe('titles, names and listed words keep their characters', () => {
  test.each([
    ['他在读《红楼梦》和〈背影〉，没有说话。', '他在讀《红楼梦》和〈背影〉，沒有說話。'],
    ['范先生说他们没有时间。', '范先生說他們沒有時間。'],
    ['我们问余教授，他说没有。', '我們問余教授，他說沒有。'],
    ['他们去于先生的家里。', '他們去于先生的家裡。', ['于先生']],
    ['华为和头条说这个时间没有问题。', '华为和頭條說這個時間沒有問題。', ['华为']],
  ] as const)('%s', (source, expected, protect?: readonly string[]) => {
    expect(converted('tw', source, protect)).toBe(expected)
  })

  test('a preposition before a form of address is no name', () => {
    expect(converted('tw', '由于先生病了，我们没有时间。')).toBe('由於先生病了，我們沒有時間。')
  })

  test('a title that does not close protects nothing', () => {
    expect(converted('tw', '他说《这个时间没有问题。')).toBe('他說《這個時間沒有問題。')
  })

  test('a listed word may hold what means something to a pattern', () => {
    expect(converted('tw', '他说（这个）*时间*没有问题。', ['（这个）*时间*', ''])).toBe('他說（这个）*时间*沒有問題。')
  })
})

test('code and addresses keep their characters', () => {
  expect(converted('tw', '这里的 `软件` 说明在 https://example.org/软件 没有问题。')).toBe(
    '這裡的 `软件` 說明在 https://example.org/软件 沒有問題。',
  )
})

describe('one proposal a word, its offsets mapped like any revision', () => {
  test('each says where it stands in the source', () => {
    const source = '他说：这个软件不错。 他们没说错。'
    const {findings, text} = report('tw-phrases', source)
    expect(text).toBe('他說：這個軟體不錯。 他們沒說錯。')
    expect(findings.map(({actual, expected}) => `${actual}→${expected[0]}`)).toEqual([
      '说→說',
      '这个软件→這個軟體',
      '错→錯',
      '们没说错→們沒說錯',
    ])
    for (const {start, end, actual} of findings) expect(source.slice(start, end)).toBe(actual)
  })

  test('also where a phrase has another length', () => {
    const {findings, text} = report('tw-phrases', '我们坐出租车去找程序员说话。')
    expect(text).toBe(Converter({from: 'cn', to: 'twp'})('我们坐出租车去找程序员说话。'))
    expect(Math.max(...findings.map(({start, end}) => end - start))).toBeLessThanOrEqual(4)
  })

  test('edits make one clause of the other, whatever the two are', () => {
    const clause = fc.string({unit: fc.constantFrom('一', '二', '三', '𠮷', '𠮸', '𡮷', 'a'), maxLength: 40})
    const change = fc.tuple(clause, fc.array(fc.boolean(), {minLength: 40, maxLength: 40}), fc.boolean(), clause)
    fc.assert(
      fc.property(change, ([before, kept, isParallel, other]) => {
        const swap: Readonly<Record<string, string>> = {一: '二', 𠮷: '𠮸', 𠮸: '𡮷', a: '三'}
        const parallel = [...before].map((char, i) => (kept[i] ? char : (swap[char] ?? char))).join('')
        const after = isParallel ? parallel : other
        const edits = [...changedWords(before, after)]
        const result = edits.reduceRight(
          (text, {start, end, insert}) => text.slice(0, start) + insert + text.slice(end),
          before,
        )
        expect(result).toBe(after)
        for (const [i, {start, end}] of edits.entries()) {
          expect(start).toBeLessThanOrEqual(end)
          if (i > 0) expect(start).toBeGreaterThan(edits[i - 1]!.end)
          expect(before.slice(start, end).isWellFormed()).toBe(true)
        }
      }),
    )
  })

  test('long clauses, too', () => {
    const [before, after] = ['甲乙'.repeat(2000), `${'甲丙'.repeat(2000)}丁`]
    const edits = changedWords(before, after)
    expect(edits.reduceRight((t, {start, end, insert}) => t.slice(0, start) + insert + t.slice(end), before)).toBe(
      after,
    )
  })
})

test('converting twice is converting once', () => {
  const word = fc.constantFrom(
    '里面',
    '皇后',
    '软件',
    '臺灣',
    '台湾',
    '說',
    '《红楼梦》',
    '，',
    '。\n',
    ' The word ',
    '范先生',
    '発',
  )
  const scripts = fc.constantFrom<ChineseScript>('simplified', 'traditional', 'tw', 'hk', 'tw-phrases', 'hk-phrases')
  fc.assert(
    fc.property(fc.array(word, {maxLength: 15}), scripts, (words, script) => {
      const once = converted(script, words.join(''))
      expect(converted(script, once)).toBe(once)
    }),
    {numRuns: 60},
  )
})
