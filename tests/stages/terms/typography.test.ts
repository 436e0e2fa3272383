/** Chinese typography: for every rule what it changes and what it leaves alone, and the laws of all of them. */
import fc from 'fast-check'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import type {Node} from 'unist'
import {describe, expect, test} from 'vitest'
import {catalogueFor} from '../../../src/clean.js'
import {createCleaner, installedRules, type Report} from '../../../src/index.js'
import {TYPOGRAPHY_FAULTS} from '../../../src/stages/terms/typography/faults.js'
import {TYPOGRAPHY_CHOICES, type TypographyOptions} from '../../../src/stages/terms/typography/options.js'

const STAGES = {stages: ['identify', 'terms'], style: 'none'} as const
const core = createCleaner(STAGES)
const report = (text: string, typography?: TypographyOptions): Report =>
  (typography ? createCleaner({...STAGES, typography}) : core)(text).report
const cleaned = (text: string, typography?: TypographyOptions): string => report(text, typography).text

/** Beside a sentence that leaves no doubt about the language. */
const CHINESE = '\n这个句子里没有任何错误。'
const inChinese = (text: string, typography?: TypographyOptions): string =>
  cleaned(text + CHINESE, typography).slice(0, -CHINESE.length)

describe('a blank beside a full-width mark goes', () => {
  test.each([
    ['你好 ，世界', '你好，世界'],
    ['你好， 世界', '你好，世界'],
    ['你好\u00a0，世界', '你好，世界'],
    ['你好   。', '你好。'],
    ['我们都喜欢用 Node.js 。', '我们都喜欢用 Node.js。'],
    ['一共 12 ，不多', '一共 12，不多'],
    ['今天不去。 明天再去，好吗？', '今天不去。明天再去，好吗？'],
    ['（ 注 ）和《 家 》', '（注）和《家》'],
    ['名单： （略）', '名单：（略）'],
    ['臺灣的「 夜市 」很有名 。', '臺灣的「夜市」很有名。'],
  ])('%s', (source, expected) => {
    expect(inChinese(source)).toBe(expected)
  })

  test.each([
    // At the edges of a line it is an indent, a marker's or Markdown's.
    '　　你好，世界',
    '  （一）总则',
    '- （一）总则',
    '1. 《家》',
    '# 「家」',
    '> （注）',
    '你好，  \n世界',
    // Beside other marks, emphasis and layout.
    '**注意：** 不要动',
    '好。 😀',
    '好， "你"',
    '姓名：    王小明',
    '目　录',
    '他说 “好” 。'.replace(' 。', '。'),
    '《家》 巴金',
    '（法新社） 德國選手',
    '他走了。 记者 王小明 摄',
    'Oui， ici',
    // What follows a bare address up to the next blank is part of its link.
    '看https://example.org/a， 然后走',
  ])('%s stays', (source) => {
    expect(inChinese(source)).toBe(source)
  })

  test('after a closing bracket and before a credit it is proposed', () => {
    for (const source of ['《家》 巴金著', '他走了。 记者 王小明 摄']) {
      const {findings} = report(source + CHINESE)
      expect(findings.some(({rule, state}) => rule === 'terms/stray-blank' && state === 'proposed')).toBe(true)
    }
  })
})

describe('a half-width mark in a Chinese sentence becomes full-width', () => {
  test.each([
    ['你好,世界', '你好，世界'],
    ['你好, 世界', '你好，世界'],
    ['你好 , 世界'.replace(' ,', ','), '你好，世界'],
    ['他来了; 她走了; 没有人说话。', '他来了；她走了；没有人说话。'],
    ['注意: 不要动', '注意：不要动'],
    ['今天很好.', '今天很好。'],
    ['今天很好. 明天也好.', '今天很好。明天也好。'],
    ['雨停了.我们出门', '雨停了。我们出门'],
    ['你好!', '你好！'],
    ['什么?!真的?', '什么？！真的？'],
    ['他问:"好吗?"', '他问："好吗？"'],
    ['他读《家》,她读《春》。', '他读《家》，她读《春》。'],
    ['**重点**, 然后', '**重点**，然后'],
    ['好(坏),都行', '好(坏)，都行'],
    ['所以,\n我们走', '所以，\n我们走'],
    ['他说他走。）'.replace('。', '.'), '他说他走。）'],
  ])('%s', (source, expected) => {
    expect(inChinese(source)).toBe(expected)
  })

  test.each([
    // Numbers, times, names of programs, punctuation within Latin words.
    '圆周率是3.14,时间12:30,比分3:2',
    '他用 Node.js, TypeScript 和 React, Vue',
    'Mr. Smith, 你好',
    // A dot between two Han may be a name's or a file's.
    '约翰.史密斯来了',
    '打开 报告.文档',
    '等等...然后',
    // Numbers of headings, rows, lists, references, code.
    '一. 概述',
    '第三. 概述',
    '姓名,年龄,城市\n王小明,三十,北京\n李小红,四十,上海',
    '陈家刚;陈凌宇',
    '王小明, 李小红. 论城市[J]. 北京: 出版社, 2004.',
    '变量={名称: 值, 另一个: 值}',
    '目录 C:\\文件, 好',
    // Markdown and what is no prose.
    '看![图](x.png)',
    '看 `甲,乙` 和 https://example.org/甲,乙',
    '| 甲 | 乙 |\n|:---|:---|\n| 一 | 二 |',
  ])('%s stays', (source) => {
    expect(inChinese(source)).toBe(source)
  })

  test('with Latin on one side it is proposed', () => {
    const {text, findings} = report(`他用React,然后用Vue${CHINESE}`)
    expect(text).toContain('React,然后')
    expect(findings.map(({rule, expected, state}) => [rule, expected[0], state])).toEqual([
      ['terms/half-width-mark', '，', 'proposed'],
    ])
  })
})

describe('full-width letters and digits become half-width', () => {
  test.each([
    ['２０２０年', '2020年'],
    ['ＡＢＣ公司和Ａ股', 'ABC公司和A股'],
    ['圆周率是３．１４。', '圆周率是3.14。'],
  ])('%s', (source, expected) => {
    expect(inChinese(source)).toBe(expected)
  })

  test.each(['全角：＋、％、＃、／', '２０. 这不是列表', '> ３) 这也不是列表'])('%s stays', (source) => {
    expect(inChinese(source)).toBe(source)
  })
})

describe('what only an editor can decide is proposed', () => {
  test.each([
    ['terms/repeated-mark', '今天很好。。明天也好。', '。。', '。'],
    ['terms/repeated-mark', '今天很好，，明天也好。', '，，', '，'],
    ['terms/inner-blank', '今天我们去 公园里散步，好吗？', ' ', ''],
  ])('%s: %s', (rule, source, actual, expected) => {
    const {text, findings} = report(source + CHINESE)
    expect(text).toBe(source + CHINESE)
    expect(findings.map((f) => [f.rule, f.actual, f.expected[0], f.state])).toEqual([
      [rule, actual, expected, 'proposed'],
    ])
  })

  test.each(['等等。。。好吧', '张 三来了，好。', '床前明月光 疑是地上霜', '目 录，好'])('%s is nothing', (source) => {
    expect(report(source + CHINESE).findings).toEqual([])
  })
})

describe('every disputed point is an option, and keeps what is there', () => {
  const SOURCE =
    '他用Node.js和 React写3个程序，2004 年到2005年30 %和¥ 5（test）(中国)...是--吗，约翰・史密斯和/或“甲” “乙‘丙’”说"好"'

  test('none is decided by default', () => {
    expect(inChinese(SOURCE)).toBe(SOURCE)
    const kept = Object.fromEntries(Object.keys(TYPOGRAPHY_CHOICES).map((point) => [point, 'keep']))
    expect(inChinese(SOURCE, kept)).toBe(SOURCE)
  })

  test.each<[TypographyOptions, string, string]>([
    [{spacing: 'add'}, '他用Node.js写3个程序，2004年', '他用 Node.js 写 3 个程序，2004年'],
    [{spacing: 'add'}, '我们说的是T恤、B站、阿Q和卡拉OK', '我们说的是T恤、B站、阿Q和卡拉 OK'],
    [{spacing: 'add'}, '看`码`和**粗**abc', '看`码`和**粗**abc'],
    [{spacing: 'remove'}, '他用 Node.js 写 3 个程序，2004 年', '他用Node.js写3个程序，2004 年'],
    [{spacing: 'add'}, '2004年5月12日有12个', '2004年5月12日有 12 个'],
    [{units: 'add'}, '2004年5月有12个', '2004 年 5 月有12个'],
    [{units: 'remove'}, '2004 年 5 月，3 个', '2004年5月，3 个'],
    [{signs: 'add'}, '增长30%，5元是¥5', '增长30 %，5元是¥ 5'],
    [{signs: 'remove'}, '增长30 %，5元是¥ 5', '增长30%，5元是¥5'],
    [{slashes: 'add'}, '和/或', '和 / 或'],
    [{slashes: 'remove'}, '和 / 或', '和/或'],
    [{quoteSpacing: 'add'}, '他说“好”吗', '他说 “好” 吗'],
    [{quoteSpacing: 'remove'}, '他说 “好” 吗', '他说“好”吗'],
    [{brackets: 'full'}, '好(坏)和f(x)和[文](https://example.org)', '好（坏）和f(x)和[文](https://example.org)'],
    [{brackets: 'half'}, '好（坏）和（test）', '好（坏）和(test)'],
    [{quotes: 'corner'}, '他说“甲‘乙’丙”和"丁"', '他说「甲『乙』丙」和「丁」'],
    [{quotes: 'curly'}, '他说「甲『乙』丙」和"丁"', '他说“甲‘乙’丙”和“丁”'],
    [{quotes: 'curly'}, '五寸是5"，不是六寸', '五寸是5"，不是六寸'],
    [{quotes: 'corner'}, '他说 it’s fine 和“好”', '他说 it’s fine 和「好」'],
    [{ellipsis: 'full'}, '等等...好。。。是…吗', '等等……好……是……吗'],
    [{ellipsis: 'full'}, 'a...b 等等……好', 'a...b 等等……好'],
    [{dashes: 'full'}, '好--坏—是', '好——坏——是'],
    [{dashes: 'full'}, 'a--b 好——坏', 'a--b 好——坏'],
    [{middleDot: 'unify'}, '约翰・史密斯和约翰•史密斯', '约翰·史密斯和约翰·史密斯'],
    [{middleDot: 'unify'}, '• 甲', '• 甲'],
  ])('%o: %s', (options, source, expected) => {
    expect(inChinese(source, options)).toBe(expected)
  })

  test('off says nothing at all', () => {
    const off = createCleaner({...STAGES, typography: 'off'})
    expect(off(`你好 ，世界,好。。${CHINESE}`).report.findings).toEqual([])
  })

  test('a rule can be switched off by its name', () => {
    const without = createCleaner({...STAGES, rules: {'terms/half-width-mark': 'off'}})
    expect(without(`你好 ，世界,好${CHINESE}`).report.text).toBe(`你好，世界,好${CHINESE}`)
  })
})

describe('in English paragraphs', () => {
  test.each([
    ['Everyone says the word内卷is used up by now.', 'Everyone says the word 内卷 is used up by now.'],
    ['It is a health-care内卷system that they offer there.', 'It is a health-care 内卷 system that they offer there.'],
    ['Everyone says the word  内卷  is used up by now.', 'Everyone says the word 内卷 is used up by now.'],
  ])('blanks around Chinese are restored: %s', (source, expected) => {
    expect(cleaned(source)).toBe(expected)
  })

  test.each([
    'He calls this 守正出奇 (shouzheng chuqi, ‘keep to it’), and moves on.',
    'He said 内卷,and that is 躺平;indeed (内卷)is “内卷”.',
    'We sell T恤 and A股, and every UP主 and CEO们 likes it.',
    'See #内卷is and file报告v2.pdf or foo_内卷bar and a/内卷/b at last.',
    'In 2004年 they had 30个 and the word 内卷2.0 for all of it.',
    'He wrote 内卷 。 And then he wrote 躺平 ， and was done with it.',
    'Use `the内卷word` and https://example.org/the内卷word for all of it.',
    'The **内卷**word and the [内卷](https://example.org)word are two of them.',
    'term  内卷  meaning',
    'The wordですis Japanese and the word図書館です is not known to them.',
  ])('everything else stays: %s', (source) => {
    expect(cleaned(source)).toBe(source)
  })

  test('no option changes them', () => {
    const source = 'He said 内卷(involution)... "so" -- and/or 内卷, as in “内卷”, 30 % of the time.'
    for (const options of houses) expect(cleaned(source, options)).toBe(source)
  })

  test('the blank comes before the explanation', () => {
    const full = createCleaner({stages: ['identify', 'terms']})
    expect(full('Everyone there says the word内卷is used up by now.').report.text).toBe(
      'Everyone there says the word 内卷 (nèijuǎn, “competition that wears everyone out”) is used up by now.',
    )
  })
})

describe('Japanese and Korean get nothing', () => {
  test.each([
    'これは テスト です 。 明日 ， 来ます,はい.',
    '東京大学 ，図書館\n\nこれは日本語の文章です 。明日は来ません 。\n',
    '大韓民國 , 서울 ，학교에 갔다 。 圖書館에 갔다.',
  ])('%s', (source) => {
    for (const options of [{}, ...houses]) expect(cleaned(source, options)).toBe(source)
  })
})

/** Two houses that decide everything, each the other way. */
const houses: readonly TypographyOptions[] = [1, -1].map((which) =>
  Object.fromEntries(Object.entries(TYPOGRAPHY_CHOICES).map(([point, choices]) => [point, choices.at(which)])),
)

/** More with RUNS=20000 in the environment. */
const RUNS = Number(process.env['RUNS'] ?? 500)

describe('laws', () => {
  const piece = fc.constantFrom(
    ...['中文', '这个', '没有', '错误', 'the word', 'Node.js', 'T', '3.14', '2004年', '２０', '内卷', '臺灣', '說'],
    ...[
      ' ',
      '  ',
      ', ',
      ',',
      '.',
      '. ',
      '!',
      '?',
      ': ',
      ';',
      ' ，',
      '， ',
      '。',
      '。。',
      '、',
      '：',
      '（',
      '）',
      '(',
      ')',
    ],
    ...[
      '"',
      '“',
      '”',
      '「',
      '」',
      '...',
      '…',
      '--',
      '—',
      '/',
      ' / ',
      '・',
      '%',
      ' %',
      '¥',
      '《',
      '》',
      '\n',
      '\n\n',
      '　',
    ],
    ...[
      '**',
      '*',
      '_',
      '~~',
      '`',
      '[',
      '[文](https://example.org/a)',
      '![图](b.png)',
      'https://example.org/c',
      '(https://example.org/d)',
      ']',
      '![',
      '# ',
      '- ',
      '1. ',
      '> ',
      '|',
      '<br>',
      '\\',
      '=',
    ],
  )
  const documents = fc.array(piece, {maxLength: 40}).map((pieces) => `${pieces.join('')}\n${CHINESE}`)
  const options = fc.constantFrom<TypographyOptions | undefined>(undefined, ...houses)
  const cleaners = new Map(
    [undefined, ...houses].map((typography) => [
      typography,
      createCleaner({...STAGES, ...(typography && {typography})}),
    ]),
  )
  const run = (text: string, typography: TypographyOptions | undefined, format: 'text' | 'markdown' = 'text'): string =>
    cleaners.get(typography)!(text, {format}).report.text

  test('twice is once', () => {
    fc.assert(
      fc.property(documents, options, (text, house) => {
        const once = run(text, house)
        expect(run(once, house)).toBe(once)
      }),
      {numRuns: RUNS},
    )
  })

  test('the core changes nothing but blanks and the width of marks, letters and digits', () => {
    const skeleton = (text: string): string =>
      text
        .replace(/。/g, '.')
        .normalize('NFKC')
        .replace(/[ \u00a0]/g, '')
    fc.assert(
      fc.property(documents, (text) => {
        expect(skeleton(run(text, undefined))).toBe(skeleton(text))
      }),
      {numRuns: RUNS},
    )
  })

  test('in English only blanks change', () => {
    const english = documents.map(
      (text) =>
        `The people of the town say that ${text.slice(0, -CHINESE.length).replace(/[\n一-鿿]/g, '')}内卷 is what they do.`,
    )
    fc.assert(
      fc.property(english, options, (text, house) => {
        expect(run(text, house).replace(/ /g, '')).toBe(text.replace(/ /g, ''))
      }),
      {numRuns: RUNS},
    )
  })

  const shapeOf = (text: string): unknown => {
    const shape = (node: Node): unknown => [
      node.type,
      ...('children' in node ? (node.children as Node[]).map(shape) : []),
    ]
    return shape(unified().use(remarkParse).use(remarkGfm).parse(text))
  }

  test('Markdown keeps its structure', () => {
    fc.assert(
      fc.property(documents, options, (text, house) => {
        expect(shapeOf(run(text, house, 'markdown'))).toEqual(shapeOf(text))
      }),
      {numRuns: RUNS * 2},
    )
  })
})

test('every rule has a message and says why', () => {
  const catalogue = catalogueFor(installedRules())
  for (const {id} of TYPOGRAPHY_FAULTS) {
    expect(catalogue.get(id)?.message).toMatch(/^Unexpected /)
    expect(catalogue.get(id)?.why).toMatch(/\.$/)
  }
})
