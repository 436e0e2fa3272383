import {unified} from 'unified'
import {VFile} from 'vfile'
import {describe, expect, test} from 'vitest'
import {draftOf, identify, retextDraft} from '../../../src/index.js'

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
    ['pl', 'Młyn stoi nad rzeką i od ponad stu lat obraca swoje koło, nie zatrzymując się ani razu.'],
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
