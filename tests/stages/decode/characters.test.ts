/** Every rule for characters: what it repairs or reports, and the text it leaves alone. Escapes show what nobody sees. */
import {describe, expect, test} from 'vitest'
import {createCleaner} from '../../../src/index.js'

const decode = createCleaner({stages: ['decode']})

/** What the stage makes of a text, and by which rules. */
function decoded(text: string): {text: string; rules: string[]} {
  const {report} = decode(text)
  const told = report.findings.filter(({state}) => state !== 'overruled')
  return {text: report.text, rules: [...new Set(told.map(({rule}) => rule.slice('decode/'.length)))]}
}

const ALPHA = 'α'
const tagged = (text: string): string =>
  Array.from(text, (char) => String.fromCodePoint(0xe0000 + char.charCodeAt(0))).join('')
/** Bytes as variation selectors, the way messages are hidden after an emoji. */
const selected = (text: string): string =>
  Array.from(text, (char) => String.fromCodePoint(0xe0100 + char.charCodeAt(0) - 16)).join('')
const zalgo = (text: string): string =>
  Array.from(text, (char) => `${char}\u0310\u0346\u033d\u0329\u0317\u0316`).join('')
const bold = (text: string): string =>
  text.replace(/[a-z]/g, (char) => String.fromCodePoint(0x1d41a + char.charCodeAt(0) - 0x61))

/** Rule, source, what it becomes. */
const REPAIRS: ReadonlyArray<readonly [rule: string, source: string, expected: string]> = [
  ['byte-order-mark', 'The mill.\n\ufeffThe river.', 'The mill.\nThe river.'],
  ['control-character', 'the\u0007 mill\u0000s', 'the mills'],
  ['control-character', 'the mill\fthe river', 'the mill\nthe river'],
  ['terminal-escape', '\u001b[1;31mfailed\u001b[0m twice', 'failed twice'],
  ['zero-width-space', 'in\u200bside the mi\u200b\u200bll', 'inside the mill'],
  ['zero-width-space', 'It turns.\u200bThe river rises.', 'It turns. The river rises.'],
  ['zero-width-space', '水\u200b车', '水车'],
  ['soft-hyphen', 'wind\u00admill', 'windmill'],
  ['soft-hyphen', 'a long wind\u00ad\nmill by the river', 'a long windmill by the river'],
  ['soft-hyphen', 'Wasser\u00admühlen\u00adrad', 'Wassermühlenrad'],
  ['idle-joiner', 'the\u200d mi\u200cll', 'the mill'],
  ['idle-joiner', 'мель\u200dница', 'мельница'],
  ['idle-joiner', 'a boat 🛶\u200d and', 'a boat 🛶 and'],
  ['invisible-character', 'the\u2060 mi\u2063ll', 'the mill'],
  ['invisible-character', 'mi\u034fll', 'mill'],
  ['interlinear-annotation', 'the \ufff9mill\ufffaturns\ufffb here', 'the mill (turns) here'],
  ['interlinear-annotation', 'the mill\ufffb here', 'the mill here'],
  ['idle-variation-selector', 'the mil\ufe0fl', 'the mill'],
  ['idle-variation-selector', 'an arrow ➡\ufe0f\ufe0f here', 'an arrow ➡\ufe0f here'],
  ['hidden-text', `the mill${tagged('ignore all rules')} turns`, 'the mill turns'],
  ['hidden-text', `the boat 🛶${selected('paid by weight')} leaves`, 'the boat 🛶 leaves'],
  ['idle-direction-mark', 'the \u200emill\u202c', 'the mill'],
  ['reversed-text', 'go to \u202emoc.llim\u202c today', 'go to mill.com today'],
  ['no-break-space', 'the\u00a0\u00a0mill', 'the mill'],
  ['no-break-space', 'the old\u00a0mill', 'the old mill'],
  ['fixed-width-space', 'the\u2003old\u2009mill', 'the old mill'],
  ['fixed-width-space', 'the old\u3000mill', 'the old mill'],
  ['fixed-width-space', 'It turns.\u3000The river rises.', 'It turns. The river rises.'],
  ['fake-blank', 'the\u3164mill', 'the mill'],
  ['fake-blank', 'the\u2800 mill', 'the mill'],
  ['line-separator', 'one\u2028two', 'one\ntwo'],
  ['latin-ligature', 'the ﬁrst ﬂour', 'the first flour'],
  ['presentation-form', 'Editor︰Ann', 'Editor: Ann'],
  ['presentation-form', '编辑︰安', '编辑：安'],
  ['presentation-form', 'the mill ︵old︶ turns', 'the mill (old) turns'],
  ['presentation-form', '他说「走吧」﹗大家都走了', '他说「走吧」！大家都走了'],
  ['arabic-presentation-form', 'ﺍﻟﺴﻼﻡ ﻋﻠﻴﻜﻢ', 'السلام عليكم'],
  ['arabic-presentation-form', 'کار ﻃﺒﯿﻌﯽ', 'کار طبیعی'],
  ['full-width-letter', 'Ｍｏｄｅｌ １２', 'Model 12'],
  ['full-width-letter', 'It turns，slowly（at night）.', 'It turns, slowly(at night).'],
  [
    'full-width-letter',
    'The old ｍｉｌｌｅｒ of the valley calls the place 水车 still.',
    'The old miller of the valley calls the place 水车 still.',
  ],
  ['styled-letter', `Come and ${bold('visit the mill')} today`, 'Come and visit the mill today'],
  ['styled-letter', 'ⓥⓘⓢⓘⓣ us, 🅼🅸🅻🅻 and 🅶🅾🅾🅳', 'visit us, MILL and GOOD'],
  ['stacked-marks', `the ${zalgo('mill')} turns`, 'the mill turns'],
  ['decomposed-character', 'a cafe\u0301 in Ko\u0308ln', 'a café in Köln'],
  ['decomposed-character', 'Viê\u0323t Nam, tiê\u0301ng Viê\u0323t', 'Việt Nam, tiếng Việt'],
  ['decomposed-character', '\u1112\u1161\u11ab\u1100\u1173\u11af', '한글'],
  ['decomposed-character', 'か\u3099っこう', 'がっこう'],
  ['decomposed-character', '\u0646\u0627\u0653\u0628', 'نآب'],
  ['mixed-script-word', 'the оld mіll turns', 'the old mill turns'],
  ['mixed-script-word', 'Αncient wοrks', 'Ancient works'],
  ['mixed-script-word', 'обpазом опyщены', 'образом опущены'],
  ['mixed-script-word', 'Калi вiн прыйдзе', 'Калі він прыйдзе'],
  ['mixed-script-word', 'όµως τo νερό', 'όμως το νερό'],
  ['mixed-script-word', '300 \u212aelvin', '300 Kelvin'],
  // Words of look-alikes only, where others give the text away.
  ['mixed-script-word', 'the оld mіll has а сор of its own', 'the old mill has a cop of its own'],
  ['lone-surrogate', 'the mi\ud800ll', 'the mi\ufffdll'],
]

test.each(REPAIRS)('%s: %j', (rule, source, expected) => {
  const {text, rules} = decoded(source)
  expect(text).toBe(expected)
  expect(rules).toContain(rule)
})

/** Rule, what the text is, the text. Nothing may be changed, proposed or reported. */
const LEFT_ALONE: ReadonlyArray<readonly [rule: string, what: string, text: string]> = [
  ['control-character', 'tabs and both kinds of line breaks', 'Mill\tRiver\r\n1\t2\n'],
  ['byte-order-mark', 'code that shows one', 'Write `\ufeff` first.'],
  ['line-separator', 'code that shows one', 'Split at `\u2028`, not at line breaks.'],
  ['interlinear-annotation', 'code that shows one', 'They are `\ufff9`, `\ufffa` and `\ufffb`.'],
  ['terminal-escape', 'brackets with numbers', 'See [1;31] and [0m] there.'],
  ['latin-ligature', 'letters that began as ligatures', 'Æsop, œuvre, Straße, ĳsberg, & so on'],
  ['zero-width-space', 'Thai', 'สวัสดี\u200bครับ'],
  ['zero-width-space', 'Khmer', 'ភាសា\u200bខ្មែរ'],
  ['zero-width-space', 'Burmese and Tibetan', 'မြန်မာ\u200bစာ བོད་\u200bཡིག'],
  ['soft-hyphen', 'a text that shows one', 'The soft hyphen “\u00ad” (\u00ad) is a format character.'],
  ['idle-joiner', 'emoji families and professions', 'They came 👩‍👩‍👧 early, 👩🏽‍🚒 and 🏳️‍🌈 and 🧔‍♂️ too.'],
  ['idle-joiner', 'Persian', 'می‌خواهم این را بخوانم، خانه‌ها'],
  ['idle-joiner', 'Hindi, Marathi and Bengali', 'क्‍ष और क्‌ष, पर्‍या, র‍্যাব'],
  ['idle-joiner', 'Malayalam chillu at the end of a word', 'അവന്‍ വന്നു'],
  ['idle-joiner', 'Telugu and Sinhala', 'సాఫ్ట్‌వేర్ ශ්‍රී ලංකා'],
  ['invisible-character', 'invisible operators in a formula', 'f\u2061(x) = 2\u2062x'],
  ['invisible-character', 'the vowel separator of Mongolian', 'ᠬᠠᠷ\u180eᠠ'],
  ['invisible-character', 'a joiner that parts Hebrew points', 'לִ\u034fַם'],
  ['idle-variation-selector', 'emoji, keycaps, signs', 'Love ❤️ and ☎︎ at 1️⃣ o’clock ©️ ℹ️'],
  ['idle-variation-selector', 'ideographic variants of names', '葛󠄀城市 and 辻󠄀'],
  ['idle-variation-selector', 'variants of mathematics and of full-width marks', 'A ∩\ufe00 B\n他说，\ufe00好'],
  ['hidden-text', 'flags of parts of countries', 'England 🏴󠁧󠁢󠁥󠁮󠁧󠁿, Scotland 🏴󠁧󠁢󠁳󠁣󠁴󠁿 and Wales 🏴󠁧󠁢󠁷󠁬󠁳󠁿.'],
  ['idle-direction-mark', 'Hebrew and Arabic', 'שלום \u200fעולם, \u202bمرحبا\u202c'],
  ['reversed-text', 'a part number in Hebrew', 'שלום \u202eabc\u202c עולם'],
  ['no-break-space', 'French', 'Il a dit\u00a0: «\u00a0oui\u00a0» ! Vraiment\u00a0?'],
  [
    'no-break-space',
    'numbers, units, initials',
    'It weighs 10\u00a0kg, costs 5\u00a0€ and J.\u00a0Smith sold it; see No.\u00a05.',
  ],
  ['fixed-width-space', 'narrow ones in numbers and French', '12\u202f000\u202fkm, c’est loin\u202f!'],
  [
    'fixed-width-space',
    'thin ones around dashes and inner quotation marks',
    'The mill\u2009—\u2009the old one\u200a–\u200ahe said, “so ‘it turns’\u2009”.',
  ],
  ['fixed-width-space', 'the two halves of a line of Chinese verse', '床前明月光\u3000疑是地上霜'],
  ['fixed-width-space', 'the indentation of a Chinese paragraph', '\u3000\u3000水车在河边。'],
  ['fixed-width-space', 'a Japanese sentence', 'すごい！\u3000本当に？'],
  ['fixed-width-space', 'Mongolian endings', 'ᠨᠡᠷ᠎ᠡ\u202fᠲᠥᠷᠥ\u202fᠲᠡᠢ'],
  ['fixed-width-space', 'an indented line', '\u2003\u2003The mill turns.'],
  ['fake-blank', 'Braille', '⠞⠓⠑⠀⠍⠊⠇⠇ says “the mill”'],
  ['fake-blank', 'Hangul with its filler', '옛글에서 ㅤ는 채움 문자'],
  ['presentation-form', 'faces', 'He was cross ︵‿︵ and then ︶︿︶ asleep.'],
  ['presentation-form', 'vertical print', '︽\n水\n车\n︾\n'],
  ['arabic-presentation-form', 'ligatures of whole words', 'محمد ﷺ ﷲ ﷽ ١٠ ﷼'],
  ['arabic-presentation-form', 'a table of forms', 'ﺏ ﺐ ﺑ ﺒ'],
  ['arabic-presentation-form', 'words that run backwards', 'ﻡﻼﺴﻟﺍ'],
  ['full-width-letter', 'a Chinese line', 'Ａ股今天上涨了３％，对吧？（测试）'],
  ['full-width-letter', 'Chinese punctuation around a term in English', 'They call it 水车（shuǐchē） in the valley.'],
  ['full-width-letter', 'faces', 'So happy （＾▽＾） today'],
  ['styled-letter', 'formulae', 'Let 𝑓(𝑥) = 𝑎𝑥² + 𝑏𝑥 and 𝑠𝑖𝑛(𝜃) be given; ℝ and ℕ too, and the ℓ-norm.'],
  ['styled-letter', 'a list with circled letters, blood groups, flags', 'Ⓐ first Ⓑ second; type 🅰 or 🆎; 🇫🇷 🇩🇪 Ⓜ️ ™'],
  ['stacked-marks', 'phonetic writing', 'the vowel ɔ̠̃ˑ and n̥̩͡ŋ, t̪͡θ'],
  ['stacked-marks', 'pointed Hebrew, vocalised Arabic, Thai', 'בְּרֵאשִׁ֖ית בָּרָ֣א, بِسْمِ ٱللَّٰهِ, ที่นี่ป้ำ'],
  ['stacked-marks', 'words crossed out', 's̶o̶l̶d̶ kept'],
  ['decomposed-character', 'accents without a composed form', 'x̂ and ẹ́ and m̀, Lithuanian ė̃'],
  ['decomposed-character', 'compatibility ideographs in names', '\uf9dc\uf909 \u{2f800}'],
  ['decomposed-character', 'signs that NFC would replace', '300 \u212a, 5 \u212b, 10 k\u2126, \u1f71\u1f79, a\u037e'],
  ['decomposed-character', 'single jamo and old Hangul', 'ㅎ ㅏ ㄴ \u1112 \u1161 \u113c\u1173'],
  ['decomposed-character', 'letters excluded from composition', 'क़लम ড় ਖ਼'],
  ['decomposed-character', 'a text about it', 'In NFD, é is written e\u0301, with a combining accent.'],
  [
    'mixed-script-word',
    'Russian and Greek words in English',
    'The words мельница, сорока and μύλος mean mill, magpie and mill.',
  ],
  [
    'mixed-script-word',
    'physics and chemistry',
    `10 μm, 5 µs, kΩ, MΩ, Δx, ΔT, ${ALPHA}-helix, β-carotene, νx, ρV, μT, Å, 300 K`,
  ],
  ['mixed-script-word', 'biology', `TNFα, NFκB, IκBα, PPARγ, ${ALPHA}SMA, IFNα, HIF1α`],
  ['mixed-script-word', 'bands and brands', 'KoЯn, TETЯIS, NИИ, ИATO'],
  ['mixed-script-word', 'Russian compounds', 'IT-компания, SMS-сообщение, web-сайт, SMSка, VIPы, PRщик, iГид, XXв, 4К'],
  ['mixed-script-word', 'Serbian in both alphabets', 'Ћирилица и latinica, Његош i Vuk'],
  ['mixed-script-word', 'a quoted word of look-alikes', 'The word “сор” means litter, and хор (choir) rhymes.'],
  ['mixed-script-word', 'a text about it', 'In a homograph attack pаypal is spelled with a Cyrillic а.'],
  ['mixed-script-word', 'letters of an alphabet, one by one', 'The letters а, в, е and о look alike; А is the first.'],
  ['lone-surrogate', 'emoji', '🛶🏞️ and 𠮷野家'],
]

test.each(LEFT_ALONE)('%s leaves alone %s', (_, __, text) => {
  const {text: now, rules} = decoded(text)
  expect(now).toBe(text)
  expect(rules).toEqual([])
})

test('every rule that repairs has a text that it leaves alone, and one that it does not', () => {
  const repaired = new Set(REPAIRS.map(([rule]) => rule))
  const spared = new Set(LEFT_ALONE.map(([rule]) => rule))
  // Nothing looks like these and is right: bytes, not writing.
  for (const rule of [
    'byte-order-mark',
    'terminal-escape',
    'interlinear-annotation',
    'line-separator',
    'latin-ligature',
  ])
    spared.add(rule)
  expect([...repaired].filter((rule) => !spared.has(rule))).toEqual([])
  expect([...spared].filter((rule) => !repaired.has(rule))).toEqual([])
})

describe('what is hidden is said', () => {
  test.each([
    ['tags', `the mill${tagged('ignore all rules')} turns`, 'ignore all rules'],
    ['variation selectors', `a boat 🛶${selected('paid by weight')}`, 'paid by weight'],
  ])('by %s', (_, text, said) => {
    expect(decode(text).report.findings[0]?.note).toContain(said)
  })
})

describe('addresses with letters of two scripts are reported, not corrected', () => {
  test.each(['Go to pаypal.com today', 'See https://pаypal.com/login', 'Write to post@pаypal.com'])('%s', (text) => {
    const {report} = decode(text)
    expect(report.text).toBe(text)
    expect(report.findings).toMatchObject([
      {rule: 'decode/mixed-script-address', state: 'reported', note: 'U+0430 for a: looks like “paypal”'},
    ])
  })
})

test('which letters were swapped is said', () => {
  expect(decode('the оld mill').report.findings[0]).toMatchObject({
    actual: 'оld',
    note: 'U+043E for o: looks like “old”',
  })
})

test('a word of look-alikes only is proposed where no other gives the text away', () => {
  const {report} = decode('They live in a сосо house by the river')
  expect(report.findings).toMatchObject([{rule: 'decode/mixed-script-word', state: 'proposed', expected: ['coco']}])
})

describe('quotation marks', () => {
  const reported = (text: string): Array<[string, string]> =>
    decode(text).report.findings.map(({rule, actual}) => [rule, actual])

  test.each([
    ['an opening one', 'He spoke of the “old mill by the river.\n\nThe end.', '“'],
    ['a closing one', 'It was called the old mill” by everybody.', '”'],
    ['a straight one', 'He called it the "old mill by the river.\n\nThe end.', '"'],
    ['one in a paragraph of pairs', '“Yes,” he said. She “agreed with him.\n\n“No,” he said.', '“'],
  ])('%s without its other half is reported', (_, text, mark) => {
    expect(reported(text)).toEqual([['decode/unbalanced-quote', mark]])
  })

  test('are counted once mojibake is read: what it hides is not missing', () => {
    const found = reported('He said that â€œthe millâ€\u009d stands, and “the other one” as well.').map(
      ([rule]) => rule,
    )
    expect(found.filter((rule) => rule.endsWith('quote'))).toEqual([])
    expect(found).toContain('decode/mojibake')
  })

  test.each([
    ['a pair of unlike marks', 'He said “so it turns" and left.', '“so it turns"'],
    ['a pair of unlike marks, the other way', 'He said "so it turns” and left.', '"so it turns”'],
    ['pairs of both kinds in one line', '“One,” she said. "Two," he said.', '"Two,"'],
  ])('%s: reported', (_, text, actual) => {
    expect(reported(text)).toEqual([['decode/mixed-quotes', actual]])
  })

  test.each([
    ['a quotation of several paragraphs', '“It turns.\n\n“It stops.\n\n“It turns again,” he said.'],
    ['one that a later paragraph closes', 'He said: “It turns.\n\nIt stops.” And he left.'],
    ['straight ones of several paragraphs', '"It turns.\n\n"It stops," he said.'],
    ['inches and feet', 'A board of 5\'10" by 12" and a 3” nail.'],
    ['apostrophes', '’Twas the ’90s, rock ’n’ roll, the mills’ wheels and ‘so on’.'],
    ['nested ones', '“He said ‘it turns’,” she said.'],
    ['straight ones inside typographic ones', '“What about "testing"?” he asked.'],
    ['German', '„Sie dreht sich“, sagte er, „immer noch“.'],
    ['Swedish', 'Hon sa: ”Den går.” Och sedan ”den står”.'],
    ['French', '« Il tourne », dit-il.\n\n« Encore'],
    ['Chinese', '他说：“水车在转。”她说：「是的」。'],
    ['code', 'Write `print("` and then `")`.\n\n```\nx = "\n```\n'],
  ])('%s: nothing to report', (_, text) => {
    expect(reported(text)).toEqual([])
  })
})
