import iconv from 'iconv-lite'
import {describe, expect, test} from 'vitest'
import {createCleaner} from '../../../src/index.js'

const decode = createCleaner({stages: ['decode']})
const decoded = (text: string): string => decode(text).report.text
const findingsOf = (text: string) => decode(text).report.findings.filter(({rule}) => /mojibake|lost-bytes/.test(rule))

/** What was written in one set and read in another. */
const misread = (text: string, set: string, readAs: string): string => iconv.decode(iconv.encode(text, set), readAs)

const SIMPLIFIED = '这座水磨已经停了十年，村里的人还是每天从桥上走过。'
const TRADITIONAL = '這座水磨已經停了十年，村裡的人還是每天從橋上走過。'
const JAPANESE = 'この水車はもう十年も動いていませんが、村の人は毎日橋を渡ります。'
const KOREAN = '이 물레방아는 십 년 전에 멈추었지만 마을 사람들은 매일 다리를 건넌다.'

describe('text that was read with the wrong set', () => {
  test.each([
    ['gbk', 'latin1', SIMPLIFIED],
    ['gbk', 'euc-kr', '这是一个很好的办法，我们都可以用。'],
    ['big5', 'latin1', TRADITIONAL],
    ['big5', 'gbk', TRADITIONAL],
    ['shift_jis', 'latin1', JAPANESE],
    ['shift_jis', 'gbk', JAPANESE],
    ['euc-kr', 'latin1', KOREAN],
    ['euc-kr', 'gbk', KOREAN],
    ['euc-kr', 'big5', KOREAN],
    ['euc-jp', 'latin1', JAPANESE],
  ])('%s as %s', (set, readAs, source) => {
    const text = misread(source, set, readAs)
    expect(text).not.toBe(source)
    expect(decoded(text)).toBe(source)
  })

  test('two characters are enough, whose second bytes are ASCII', () => {
    const text = misread('人大', 'big5', 'latin1')
    expect(text).toBe('¤H¤j')
    expect(decoded(text)).toBe('人大')
  })

  test('one word of an English line', () => {
    const word = misread('内卷', 'gbk', 'latin1')
    expect(decoded(`The word ${word} is everywhere now, they said.`)).toBe(
      'The word 内卷 is everywhere now, they said.',
    )
  })

  test('an English apostrophe in UTF-8, read as GBK', () => {
    expect(decoded(misread('The miller didn’t answer.', 'utf8', 'gbk'))).toBe('The miller didn’t answer.')
  })

  test('it is said how', () => {
    expect(findingsOf(misread(SIMPLIFIED, 'gbk', 'latin1'))[0]!.note).toBe('gb18030 read as windows-1252')
  })

  test('second bytes that look like code', () => {
    const source = '他的創意無限，那些影響很大、錯誤的思想觀點也一樣，我們既要注意到好的方面，也要注意到壞的方面。'
    const text = misread(source, 'big5', 'latin1')
    expect(text.split('`').length).toBeGreaterThan(2)
    expect(decoded(text)).toBe(source)
  })

  test('beside a word with an accent', () => {
    const text = `In the café they say ${misread('水磨已经停了', 'gbk', 'latin1')} every day.`
    expect(decoded(text)).toBe('In the café they say 水磨已经停了 every day.')
  })
})

describe('what most lines of a document say', () => {
  const lines = ['水磨已经停了十年，村里的人还是每天从桥上走过。', '没有人记得它是什么时候停的，也没有人问。']
  const spoilt = lines.map((line) => misread(line, 'gbk', 'latin1'))

  test('is believed of a line that says too little', () => {
    const heading = misread('目录', 'gbk', 'latin1')
    expect(decoded(heading)).not.toBe('目录')
    expect(decoded([heading, ...spoilt].join('\n'))).toBe(['目录', ...lines].join('\n'))
  })

  test('is not believed of one that is clean', () => {
    const clean = ['Déçue, Zoé créa une forêt à l’été.', '內容：视讯', 'Über Größe']
    expect(decoded([...clean, ...spoilt].join('\n'))).toBe([...clean, ...lines].join('\n'))
  })
})

describe('where bytes were lost', () => {
  const lossy = misread('这座水磨已经停了十年了', 'utf8', 'gbk')

  test('a stretch is left as it is, with a finding', () => {
    expect(lossy).toContain('\ufffd')
    expect(decoded(lossy)).toBe(lossy)
    expect(findingsOf(lossy)).toMatchObject([{rule: 'decode/lost-bytes', state: 'reported', expected: []}])
  })

  test('stretches beside it come back', () => {
    const whole = misread('村里的人每天', 'utf8', 'gbk')
    expect(whole).not.toContain('\ufffd')
    expect(decoded(`${whole} : ${lossy}`)).toBe(`村里的人每天 : ${lossy}`)
  })

  test('replacement characters that were read as GBK', () => {
    const text = '他说：锟斤拷锟斤拷。'
    expect(decoded(text)).toBe(text)
    expect(findingsOf(text)).toMatchObject([{rule: 'decode/lost-bytes', actual: '锟斤拷锟斤拷'}])
  })
})

describe('clean text', () => {
  test.each([
    ['rare hanzi', '龘靐齉爩麤灪，囍囧槑烎，朤氺焱垚淼森。'],
    ['classical Chinese', '豫章故郡，洪都新府。星分翼轸，地接衡庐。襟三江而带五湖，控蛮荆而引瓯越。'],
    ['names', '嬴稷、芈月、嫪毐、郦食其、万俟卨'],
    ['half-width katakana', 'ｺﾉｽｲｼｬﾊｳｺﾞｷﾏｾﾝ'],
    ['half-width katakana in a line', 'この ﾃｽﾄ は ﾃｷｽﾄ です'],
    ['Korean of rare syllables', '뷁 쀍 꿻 똠방각하 펲시 쑛다리'],
    ['Hanja', '國漢文混用體와 한글專用'],
    ['French', 'Déçue, Zoé créa à Évry une forêt « à l’été » ; où çà ?'],
    ['Vietnamese', 'Đường phố Hà Nội về đêm rất đẹp, ông ấy đã nói thế.'],
    ['Icelandic', 'Það er þæfingur á Öxnadalsheiði; íþróttaæfingar falla niður.'],
    ['capitals', 'ÁÉÍÓÚÑÜ ÇÃO ÀÈÌÒÙ ÄÖÜ'],
    ['a table of characters', '¡¢£¤¥¦§¨©ª«¬®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß'],
    ['fractions and units', '½–¾ cm², 5±2 °C, 3×4 µm, §§ 1–3, £5·20'],
    ['IPA', 'ˈmɒdʒɪbeɪk, ʃʁœ̃ːʎɲ, ðæt'],
    ['mathematics', '∀x∈ℝ: x²≥0 ∧ ¬(x≠x) ⇒ ∑αᵢ·βⱼ ≤ ∫ƒ(x)dx'],
    ['box drawing', '┌──┬──┐\n│a │b │\n└──┴──┘'],
    ['symbols of a font', ' Home  Search '],
    ['Greek', 'Ο μύλος σταμάτησε πριν από δέκα χρόνια.'],
    ['Cyrillic', 'Мельница остановилась десять лет назад.'],
    [
      'soft hyphens',
      'The wa\u00adter mi\u00adll stop\u00adped t\u00aden ye\u00adars a\u00adgo, a\u00adnd n\u00adobody knows w\u00adhy.',
    ],
    ['apostrophes', 'They don’t, they can’t and they won’t; it’s theirs, isn’t it? “No,” he’d say, “we’re done.”'],
    ['two bytes that are UTF-8 by chance', 'Codec for 視訊'],
    ['Turkish', 'Değirmen on yıl önce durdu, köprüden geçiyoruz.'],
  ])('%s', (_, source) => {
    expect(findingsOf(source)).toEqual([])
  })

  test.each([
    'This is called mojibake: the apostrophe turns into “â€™”, and 内卷 into “ÄÚ¾í”, which nobody can read.',
    'Wer UTF-8 als Latin-1 liest, sieht „Ã¼“ statt „ü“, und ÖÐÎÄ statt 中文, was man in langen Texten schnell bemerkt.',
    '常见的乱码有“锟斤拷”“烫烫烫”和“涓枃”，它们各有各的来历，懂得编码的人一眼就能看出来。',
  ])('about mojibake is left to an editor: %s', (source) => {
    expect(decoded(source)).toBe(source)
  })
})

describe('hostile text', () => {
  test.each([
    ['nothing but Ã', 'Ã'.repeat(300_000)],
    ['nothing but one hanzi', '锟'.repeat(300_000)],
    ['bytes that are pairs', '°¡'.repeat(150_000)],
    ['backticks', '`¤'.repeat(150_000)],
    [
      'bytes at random',
      Array.from({length: 300_000}, (_, i) => String.fromCharCode(0xa0 + (((i * i * 31) % 97) % 96))).join(''),
    ],
    ['lone surrogates', '\ud800Ã'.repeat(100_000)],
  ])('%s in one line', (_, text) => {
    expect(() => findingsOf(text)).not.toThrow()
  })

  test('a long line of mojibake without a blank', () => {
    const source = '水磨已经停了十年村里的人还是每天从桥上走过'.repeat(1000)
    expect(decoded(misread(source, 'gbk', 'latin1'))).toBe(source)
  })
})
