/**
 * The Chinese of the term base. Traditional forms and pinyin are compared with OpenCC and pinyin-pro; where the table
 * knows better it has to say so, and a mark that is no longer needed fails as well.
 */
import {Converter} from 'opencc-js'
import {pinyin as readingOf} from 'pinyin-pro'
import {describe, expect, test} from 'vitest'
import {benchmark, LEVELS} from '../eval/benchmark.js'
import {isWellFormed} from './pinyin-spelling.js'
import {entries, failing} from './term-entries.js'

/** Letters and digits only where the Chinese word has them: A股, 90后, 互联网+. */
const HEADWORD = /^(?:[A-Z]{1,3}|\d{2,3})?\p{Script=Han}+(?:[A-Z]{1,3}|2025|\+)?$/u

/** Characters of OpenCC's own standard that hardly anyone prints, and what Taiwan and Hong Kong print instead. */
const PRINTED: Readonly<Record<string, string>> = {
  爲: '為',
  衆: '眾',
  羣: '群',
  喫: '吃',
  峯: '峰',
  僞: '偽',
  臺: '台',
  啓: '啟',
}
const TRADITIONAL_EXCEPTIONS: Readonly<Record<string, string>> = {
  谷子经济: '谷 imitates the English word goods; 穀 is grain',
  卷王: 'to roll is 捲; OpenCC knows 內捲 but not this compound',
  断舍离: 'to give up is 捨; OpenCC takes the Japanese word for 舍, house',
  发展才是硬道理: 'only is 才 everywhere; OpenCC writes the rare 纔',
  卧薪尝胆: 'the idiom is written with 嘗 in both places; 嚐 is a younger form',
}
const toTraditional = Converter({from: 'cn', to: 't'})
const toSimplified = Converter({from: 't', to: 'cn'})
const printedTraditional = (term: string): string =>
  [...toTraditional(term)].map((character) => PRINTED[character] ?? character).join('')

describe('the characters', () => {
  test('make a Simplified headword of two characters or more', () => {
    expect(
      failing(({term}) =>
        HEADWORD.test(term) && toSimplified(term) === term && [...term].length > 1 ? undefined : term,
      ),
    ).toEqual([`${entries.find(({term}) => term === '润')!.where}: 润`])
  })

  test('are in Traditional what OpenCC says, or the exception is named', () => {
    expect(
      failing(({term, traditional}) => {
        const isSame = (traditional || term) === printedTraditional(term)
        return isSame === term in TRADITIONAL_EXCEPTIONS ? `${traditional || term}` : undefined
      }),
    ).toEqual([])
    expect(failing(({term, traditional}) => (traditional === term ? traditional : undefined))).toEqual([])
  })
})

/** In a note: the reading is not pinyin-pro's, and why. */
const OWN_READING = /(?:^|\. )pinyin: \S/

/** Letters and tones; blanks, capitals, hyphens and apostrophes are spelling. */
const sounds = (pinyin: string): string =>
  pinyin
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s'-]/g, '')

/** Headwords that everyday Chinese uses as freely, and that English articles still print; 润 stands in other words. */
const EVERYDAY = ['关系', '单位', '润']
const EVERYDAY_TIMES = 3

/** Sentences of the benchmark of a package that tells languages apart. */
const everydayChinese = LEVELS.flatMap((level) => benchmark(level))
  .filter(({language}) => language === 'zh')
  .map(({text}) => text)
  .join('\n')

test('no term is a word that everyday Chinese uses all the time, but those that are named', () => {
  expect(everydayChinese.length).toBeGreaterThan(10_000)
  const common = entries.filter(({term}) => everydayChinese.split(term).length > EVERYDAY_TIMES)
  expect(common.map(({term}) => term).sort()).toEqual(EVERYDAY)
})

describe('the pinyin', () => {
  test('is read as pinyin-pro reads it, in base tones, or the note says why not', () => {
    expect(
      failing(({term, pinyin, note}) => {
        const reading = readingOf(term, {toneSandhi: false, nonZh: 'consecutive'})
        return (sounds(pinyin) === sounds(reading)) === OWN_READING.test(note) ? `${pinyin}, not ${reading}` : undefined
      }),
    ).toEqual([])
  })

  test('is spelt as the standard spells it', () => {
    expect(failing(({term, pinyin}) => (isWellFormed(pinyin, term) ? undefined : pinyin))).toEqual([])
  })

  test('has capitals at the beginning of words only', () => {
    const word = /^(?:[A-Z]{1,3}|\p{Lu}?[^\p{Lu}]*(?:-\p{Lu}[^\p{Lu}]*)*)$/u
    expect(failing(({pinyin}) => pinyin.split(' ').find((each) => !word.test(each)))).toEqual([])
  })
})
