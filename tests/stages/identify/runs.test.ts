import {describe, expect, test} from 'vitest'
import {Draft, languageAt} from '../../../src/draft/index.js'
import {clean} from '../../../src/index.js'
import {installedRules} from '../../../src/rules/read.js'
import {rulesOf} from '../../../src/rules/rule.js'
import {policyOf} from '../../../src/stage/policy.js'
import {identify} from '../../../src/stages/identify/index.js'

const find = identify.stage.prepare({}, () => rulesOf(installedRules(), 'identify'))

function identified(text: string): Draft {
  const draft = new Draft(text, {parse: () => ({type: 'RootNode', children: []})})
  find(draft)
  return draft
}

const runsOf = (text: string): [tag: string, text: string][] => {
  const draft = identified(text)
  return draft.passages.flatMap(({runs = []}) =>
    runs.map(({start, end, language}): [string, string] => [language.tag, draft.text.slice(start, end)]),
  )
}

describe('runs of another script', () => {
  test.each([
    [
      'The founder lives by 守正出奇 and by 内卷, he says.',
      [
        ['zh', '守正出奇'],
        ['zh-Hans', '内卷'],
      ],
    ],
    ['The old book “红楼梦、西游记” was sold to the town.', [['zh-Hans', '红楼梦、西游记']]],
    ['The film is called 千と千尋の神隠し in Japan, and it was a success.', [['ja', '千と千尋の神隠し']]],
    ['The word привет is what they say to all of us.', [['ru', 'привет']]],
    ['The town is called 서울 by all who live in it.', [['ko', '서울']]],
    [
      '他说 the mill stands by the river and turns its wheel，然后走了。',
      [['en', 'the mill stands by the river and turns its wheel']],
    ],
  ])('%s', (text, runs) => {
    expect(runsOf(text)).toEqual(runs)
  })

  test.each([
    ['a brand name in Chinese', '他用 Visual Studio Code 写代码。'],
    ['a Greek symbol', 'The α of the model and the β of the market are not the same.'],
    ['a URL and code', '请看 https://example.com/the-mill-by-the-river 和 `the mill by the river` 吧。'],
    ['Chinese characters in Japanese', '水車小屋は川のほとりにあり、百年以上も車輪を回し続けている。'],
    ['one script only', 'The mill stands by the river and turns its wheel.'],
  ])('none: %s', (_, text) => {
    expect(runsOf(text)).toEqual([])
  })

  test('go along with revisions, and go when their text goes', () => {
    const draft = identified('The  founder lives by 守正出奇 and 内卷, he says.')
    const at = draft.text.indexOf('内卷')
    const proposals = [
      {start: 3, end: 5, rule: 'residue/double-blank' as const, expected: [' '], confidence: 1},
      {start: at - 5, end: at + 2, rule: 'residue/cut-phrase' as const, expected: [''], confidence: 1},
    ]
    draft.revise('residue', proposals, policyOf())
    expect(draft.text).toBe('The founder lives by 守正出奇, he says.')
    const [run, ...others] = draft.passages[0]!.runs!
    expect(draft.text.slice(run!.start, run!.end)).toBe('守正出奇')
    expect(others).toEqual([])
  })

  test('languageAt tells the run, the passage around it, and nothing outside', () => {
    const draft = identified('The word привет is what they say to all of us.')
    expect(languageAt(draft.passages, draft.text.indexOf('привет') + 2)?.tag).toBe('ru')
    expect(languageAt(draft.passages, 0)?.tag).toBe('en')
    expect(languageAt(draft.passages, draft.text.length)).toBeUndefined()
  })

  test('a Japanese title in English is not converted to another Chinese script', () => {
    const text = 'The book is called 図書館の発見、東国 in Japan, and 图书馆 is what the Chinese say for a library.'
    expect(clean(text, {stages: ['identify', 'terms'], chinese: 'traditional', style: 'none'}).text).toBe(
      'The book is called 図書館の発見、東国 in Japan, and 圖書館 is what the Chinese say for a library.',
    )
  })
})
