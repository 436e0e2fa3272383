import {describe, expect, test} from 'vitest'
import {createCleaner} from '../../../src/index.js'

const cleaner = createCleaner({stages: ['identify', 'spell']})
const telling = createCleaner({stages: ['identify', 'spell'], unknownNames: 'report'})
const unknownIn = (text: string): string[] => cleaner(text).report.findings.map(({actual}) => actual)

test('reports what is misspelt, once, and changes nothing', () => {
  const text = 'The mill was recieved with joy and recieved again by the peple of the town.'
  const {report} = cleaner(text)
  expect(report.text).toBe(text)
  expect(report.findings.map(({actual, state, expected}) => [actual, state, expected])).toEqual([
    ['recieved', 'reported', []],
    ['peple', 'reported', []],
  ])
  expect(report.findings[0]!.note).toBe('2 times in this document')
})

describe('says nothing of', () => {
  test.each([
    ['names', 'We met Xiaohong and Wojciechowska by the river, and they were glad.'],
    ['names in small letters elsewhere', 'The site grokkly is a part of Grokkly, as all of us know.'],
    ['pinyin beside its characters', 'They live by shouzheng chuqi (守正出奇) and so do we all.'],
    [
      'pinyin far from its characters',
      `他们很忙。\n\n${'It is a long text about work. '.repeat(9)}The neijuan goes on and on.`,
    ],
    ['addresses', 'Write to klaus@mxyzptlk.example or see mxyzptlk.example and /usr/lib/qwrtz for the rest.'],
    ['code', 'Run `npm frobnicate --xyzzy` and the rest of it will be done for you.'],
    ['words of its code', 'Run `npm recieve` now. Then the recieve of all that was sent begins at once.'],
    ['functions', 'You call prnit() with all that you want to see of it.'],
    ['abbreviations', 'The NGO and the OECD are in it with the UNHCR, as we all know.'],
    ['words with figures', 'The h264 stream and the mp3s of the 1990s are not of this time.'],
    ['British spelling', 'The colour of the centre was analysed and criticised by the travellers we met.'],
    [
      'British words',
      'Whilst the tyres lay on the kerb, the mould on the storey above had been measured by the metre.',
    ],
    ['American spelling', 'The color of the center was analyzed and criticized by the travelers we met.'],
    ['compounds of known words', 'A self-developed, well-known and long-term plan is what they had in mind.'],
    ['words made of known parts', 'The microgreenhouse was unfillable, and the teakettle stood on the hearthrug.'],
    ['words of our time', 'The chatbot and the livestream were on every smartphone, and the fintech paid for it.'],
    ['words of science', 'The osteosarcoma was seen by the radiologists after the biopsy of the tibia.'],
    ['words of other languages in English', 'It was in situ and de facto the schadenfreude of the barrio.'],
    ['words the document uses three times', 'The wuggle is here. A wuggle is a kind of juggle. Who has a wuggle?'],
    ['words that are set off', 'They called it "relase" in those days, and we have called it (relase) since.'],
    ['terms far from any word', 'The splinterbrux of the town was quongled by all of its people.'],
    ['dialect', "He was lookin' at the river and wantin' his supper, as he said."],
    ['halves that are two words', 'He went in to the house, and may be out every day for some time.'],
    ['parts of an expression', 'They had an other-worldly look and came with out-of-town friends.'],
    ['Chinese', '他们说这个工厂很大，我们也这样认为。'],
    ['other languages', 'Le moulin tourne et nous sommes heureux de le voir tourner ainsi.'],
    [
      'words that were joined with an apostrophe',
      "It isn't theirs; we'll see what they've done to the miller's wheel.",
    ],
  ])('%s', (_, text) => {
    expect(unknownIn(text)).toEqual([])
  })
})

describe('finds', () => {
  test.each([
    ['run together', 'They lived inthe town for a long time, and went home.', 'inthe', 'in the'],
    ['run together', 'There were many birdsand fish in the old river.', 'birdsand', 'birds and'],
    ['run together', 'We came to theend of the road before noon.', 'theend', 'the end'],
    ['split', 'They went with out a word to the other side of the river.', 'with out', 'without'],
    ['split', 'He bought it him self from the owner of the shop.', 'him self', 'himself'],
    ['split', 'The depart ment said that it would look into it.', 'depart ment', 'department'],
  ])('what was %s', (_, text, actual, expected) => {
    const {report} = cleaner(text)
    expect(report.findings.map((finding) => [finding.actual, finding.expected, finding.state])).toEqual([
      [actual, [expected], 'proposed'],
    ])
    expect(report.text).toBe(text)
  })
})

test('names and terms are told when somebody asks', () => {
  const {findings} = telling('The splinterbrux of the town was recieved by all of its people.').report
  expect(findings.map(({actual, rule}) => [actual, rule])).toEqual([
    ['splinterbrux', 'spell/unknown-name'],
    ['recieved', 'spell/unknown-word'],
  ])
})

test('a document says the same whatever came before it', () => {
  const text = 'The goverment of the day saw that the relase was late, inthe end.'
  const fresh = createCleaner({stages: ['identify', 'spell']})
  expect(cleaner(text).report.findings).toEqual(fresh(text).report.findings)
})

describe('code', () => {
  test('is no prose, also where names are asked for', () => {
    const text = 'The tool is run as `brixtl` by all of us, and the flonqua of it is read by many.'
    expect(telling(text).report.findings.map(({actual}) => actual)).toEqual(['flonqua'])
  })

  test('counts among the strangers of a document, of which many make a slip less likely', () => {
    const text = 'We walked to the mill and then we saw the bridgs by the old gate of the town.'
    expect(unknownIn(text)).toEqual(['bridgs'])
    expect(unknownIn(`${text} Run \`vexgrol\` \`brankip\` \`snoopdal\` \`quizzan\` now.`)).toEqual([])
  })
})
