import {unified} from 'unified'
import {VFile} from 'vfile'
import {describe, expect, test} from 'vitest'
import {clean, draftOf, identify, retextDraft} from '../../../src/index.js'

const draft = (text: string) => {
  const file = new VFile(text)
  unified().use(retextDraft).use(identify).processSync(file)
  return draftOf(file)!
}
const tagOf = (text: string): string | undefined => draft(text).language?.tag

describe('a paragraph', () => {
  test.each([
    ['en', 'The mill stands by the river and has turned its wheel for more than a hundred years.'],
    ['en', 'The founder lives by 守正出奇 and 内卷 and says so to all of his friends.'],
    ['en', 'See https://example.fr/les-moulins-de-la-riviere/qui-tournent-encore for the story of the mill.'],
    ['fr', 'Le moulin se trouve au bord de la rivière et tourne sa roue depuis plus de cent ans.'],
    ['de', 'Die Mühle steht am Fluss und dreht ihr Rad seit mehr als hundert Jahren, ohne zu ruhen.'],
    ['es', 'El molino está junto al río y hace girar su rueda desde hace más de cien años.'],
    ['pt', 'O moinho fica junto ao rio e faz girar a sua roda há mais de cem anos, sem parar.'],
    ['it', 'Il mulino si trova sulla riva del fiume e gira la sua ruota da più di cento anni.'],
    ['nl', 'De molen staat aan de rivier en draait zijn rad al meer dan honderd jaar zonder rust.'],
    ['tr', 'Değirmen nehrin kıyısında duruyor ve çarkını yüz yıldan daha uzun bir süredir döndürüyor.'],
    ['id', 'Kincir itu berdiri di tepi sungai dan sudah berputar selama lebih dari seratus tahun.'],
    ['vi', 'Chiếc cối xay nằm bên bờ sông và bánh xe của nó đã quay hơn một trăm năm nay.'],
    ['el', 'Ο μύλος στέκεται δίπλα στο ποτάμι και γυρίζει τον τροχό του εδώ και εκατό χρόνια.'],
    ['ta', 'ஆற்றின் கரையில் ஆலை நிற்கிறது, அதன் சக்கரம் நூறு ஆண்டுகளாகச் சுழல்கிறது.'],
    ['ja', '経済産業省は東京都千代田区'],
    ['ja', '経済産業省 関東経済産業局'],
    ['zh-Hans', '磨坊在河边，一百多年来一直转动着轮子。https://example.org/the-mill-by-the-river'],
    ['zh-Hant', '磨坊在河邊，一百多年來一直轉動著輪子。'],
    ['ja', '水車小屋は川のほとりにあり、百年以上も車輪を回し続けている。'],
    ['ko', '물레방아는 강가에 서 있으며 백 년 넘게 바퀴를 돌리고 있다.'],
    ['ru', 'Мельница стоит у реки и вот уже более ста лет вращает своё колесо.'],
    ['ar', 'تقع الطاحونة على ضفة النهر وتدير عجلتها منذ أكثر من مئة عام.'],
    ['th', 'โรงสีตั้งอยู่ริมแม่น้ำและหมุนกังหันมานานกว่าร้อยปี'],
  ])('%s', (tag, text) => {
    expect(tagOf(text)).toBe(tag)
  })
})

describe('nothing but noise beside', () => {
  test.each([
    ['zh-Hans', '磨坊在河边。www.example.com/the-story-of-the-old-mill-by-the-river-and-its-wheel'],
    ['zh-Hans', '联系我们：the.old.mill@river-and-wheel.example.com，谢谢。'],
    ['zh-Hans', '关注 @the_mill_by_the_river #old_mill_and_wheel 看更多。'],
    ['zh-Hans', '请下载 the_old_mill_by_the_river.pdf 或 story_of_the_wheel.docx 吧。'],
    ['zh-Hans', '运行 `find the mill and turn the wheel of the river` 就可以了。'],
    ['de', 'Die alte Mühle steht noch: https://example.org/the-story-of-the-mill-and-of-the-river-and-the-town'],
    ['fr', 'Le moulin `the wheel of the mill and the river of the town` tourne encore.'],
    ['de', 'Mit --the-mill-and-the-wheel und @the_mill_and_the_wheel geht es schneller.'],
    ['en', 'The mill, 1889–1934, was sold for 12.500.000 to the town.'],
  ])('%s: %s', (tag, text) => {
    expect(tagOf(text)).toBe(tag)
  })
})

describe('Latin letters and Chinese characters', () => {
  test.each([
    ['en', 'It is 以不变应万变 and then 招商引资 for all, 守正出奇.'],
    ['en', 'What they call 内卷 (nèijuǎn, “involution”) has no good word in English.'],
    ['en', 'He said “道可道，非常道。” and left the room for the night.'],
    ['fr', 'Il appelle cela 守正出奇, et personne ne sait ce que cela veut dire.'],
    ['zh-Hans', '用 Visual Studio Code 打开 GitHub Desktop 的设置，再选 Google Cloud Storage。'],
    ['zh-Hans', '他最喜欢的书是 The Lord of the Rings，看过很多遍。'],
    ['zh-Hans', '小米发布 SU7 Ultra'],
    ['ja', 'Visual Studio Code で GitHub Desktop の設定を開きます。'],
    ['ko', '오늘 Visual Studio Code 에서 GitHub Desktop 설정을 열었다.'],
    ['ru', 'Вчера Google Cloud и Amazon Web Services снова подорожали.'],
  ])('%s: %s', (tag, text) => {
    expect(tagOf(text)).toBe(tag)
  })

  test('where either may carry a line, the document decides', () => {
    const heading = 'Xiaomi SU7 Ultra 首发'
    const english = `${heading}\n\nThe car was shown in the town to all who wanted to see it.\n`
    const chinese = `${heading}\n\n这辆车在城里展出，所有想看的人都来了。\n`
    expect(draft(english).passages.map(({language}) => language.tag)).toEqual(['en'])
    expect(draft(chinese).passages.map(({language}) => language.tag)).toEqual(['zh-Hans'])
  })
})

test('what has no letters is undetermined', () => {
  expect(tagOf('12,5 – 33 %')).toBeUndefined()
})

test('characters that both Chinese scripts share leave the script open', () => {
  expect(tagOf('中文')).toBe('zh')
})

test('paragraphs keep their own language in a mixed document', () => {
  const text =
    'The mill stands by the river and turns.\n\nLe moulin est au bord de la rivière et il tourne.\n\n磨坊在河边，一直转动着轮子。\n\nThe end of the story is not known to us.\n'
  const found = draft(text)
  expect(found.passages.map(({language}) => language.tag)).toEqual(['en', 'fr', 'zh-Hans', 'en'])
  expect(found.language?.tag).toBe('en')
})

test('a short line takes the language of its document', () => {
  const text = 'Mill News\n\nThe mill stands by the river and turns its wheel for all to see.\n'
  expect(draft(text).passages.map(({language}) => language.tag)).toEqual(['en'])
})

test('lines broken at a width are one stretch', () => {
  const text =
    'The mill stands by the river and turns its\nwheel for all of us to see, as it has done\nfor a hundred years.\n'
  expect(draft(text).passages).toHaveLength(1)
})

describe('what is hard to tell', () => {
  test.each([
    ['names', 'Giovanni Rossi, Marco Bianchi, Luca Verdi, Giulia Ferrari'],
    ['a heading that another language could have', 'Total Information Management'],
    ['a foreign catchword', 'Deutsche Bundesbahn'],
    ['letters in no order', 'xqzt vrrk plmn wqtr bbgh zzkp'],
  ])('%s: as the document', (_, line) => {
    const text = `The mill stands by the river and turns its wheel for all to see.\n\n${line}\n\nIt has done so for a hundred years, and it will go on.\n`
    expect(draft(text).passages.map(({language}) => language.tag)).toEqual(['en'])
  })

  test('lines that say nothing alone are judged together', () => {
    const lines = ['Harbour', 'Lime Kiln', 'Museum', 'Barges', 'Opening', 'Cider', 'Bridge']
    for (const line of lines) expect(tagOf(line)).toBeUndefined()
    expect(tagOf(lines.join('\n\n'))).toBe('en')
  })

  test('a heading without kana in a Japanese text is Japanese, a long stretch is not', () => {
    const prose = '水車小屋は川のほとりにあり、百年以上も車輪を回し続けている。'
    expect(draft(`東京国立博物館\n\n${prose}\n`).passages.map(({language}) => language.tag)).toEqual(['ja'])
    const chinese = '磨坊在河边，一百多年来一直转动着轮子，从来没有停过。'
    expect(draft(`${prose}\n\n${chinese}\n`).passages.map(({language}) => language.tag)).toEqual(['ja', 'zh-Hans'])
  })

  test('a Chinese text with a rare character that Japan writes so stays Chinese', () => {
    expect(tagOf('他还欠朋友一笔钱，予人方便的事却做了不少。')).toBe('zh-Hans')
  })

  test('an empty line ends a stretch, also before a small letter', () => {
    const text = 'The mill stands by the river and turns its wheel.\n\nмельница стоит у реки\n'
    expect(draft(text).passages.map(({language}) => language.tag)).toEqual(['en', 'ru'])
  })
})

describe('Simplified and Traditional', () => {
  test('the majority counts, and the share of the minority is told', () => {
    const {language} = draft('磨坊在河邊，一百多年來一直轉動著輪子，踪跡還在。')
    expect(language).toMatchObject({tag: 'zh-Hant', script: 'Hant'})
    expect(language!.minority).toBeGreaterThan(0)
    expect(language!.minority).toBeLessThan(0.25)
  })

  test('no minority is told where there is none', () => {
    expect(draft('磨坊在河边，一直转动着轮子。').language).not.toHaveProperty('minority')
  })

  test('a line that both could write takes the script of the document', () => {
    const text = '磨坊在河邊，一百多年來一直轉動著輪子。\n\n大家都好\n'
    expect(draft(text).passages.map(({language}) => language.tag)).toEqual(['zh-Hant'])
  })
})

describe('the closed list', () => {
  const polish = 'Młyn stoi nad rzeką i od ponad stu lat obraca swoje koło, nie zatrzymując się ani razu.'
  const chosen = (text: string, languages: readonly string[]): string | undefined =>
    clean(text, {stages: ['identify'], languages}).language?.tag

  test('a language that is not on it is left open, not given to its nearest neighbour', () => {
    expect(tagOf(polish)).toBeUndefined()
    const english = 'The mill stands by the river and turns its wheel for all of us to see.'
    expect(draft(`${english}\n\n${polish}\n`).passages.map(({language}) => language.tag)).toEqual(['en', 'und'])
  })

  test('a document in a language that is not on it is left open with its headings, whatever it quotes', () => {
    const found = draft(`Stary młyn\n\n${polish}\n\n${polish}\n\nThe mill stands by the river and turns.\n`)
    expect(found.language).toBeUndefined()
    expect(found.passages.map(({language}) => language.tag)).toEqual(['und', 'en'])
  })

  test('languages can be put on it', () => {
    expect(chosen(polish, ['en', 'pl'])).toBe('pl')
    expect(chosen('Млин стоїть біля річки і вже понад сто років крутить своє колесо.', ['ru', 'uk'])).toBe('uk')
    expect(chosen('Kincir itu berdiri di tepi sungai dan sudah berputar lebih dari seratus tahun.', ['en', 'ms'])).toBe(
      'ms',
    )
  })

  test('where one language has a script, there is nothing to choose', () => {
    expect(chosen('Mill News', ['en'])).toBe('en')
    expect(chosen('磨坊在河边。', ['ja'])).toBe('ja')
  })

  test('a script none of whose languages is on it is open to all it has', () => {
    expect(chosen('Мельница стоит у реки и вот уже более ста лет вращает своё колесо.', ['en'])).toBe('ru')
  })

  test.each([
    [['eng'], /^Unexpected language eng, expected en, or another of am, ar, /],
    [['klingon'], /^Unexpected language klingon, expected one of am, ar, /],
    [[], /^Unexpected empty list of languages/],
  ])('%j is refused', (languages, message) => {
    expect(() => clean('The mill.', {languages})).toThrow(message)
  })
})

test('the report says how much is in which language', () => {
  const text =
    'The mill stands by the river and turns.\n\nLe moulin est au bord de la rivière et il tourne.\n\nIt is said that 磨坊在河边 was written there.\n'
  const {languages} = clean(text, {stages: ['identify']})
  expect(languages.map(({tag}) => tag)).toEqual(['en', 'fr', 'zh-Hans'])
  expect(languages.reduce((sum, {share}) => sum + share, 0)).toBeCloseTo(1, 3)
})
