/**
 * What the term base promises its readers, row by row. Traditional forms and pinyin are compared with OpenCC and
 * pinyin-pro; where the table knows better it has to say so, and a mark that is no longer needed fails as well.
 */
import {readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {Converter} from 'opencc-js'
import {pinyin as readingOf} from 'pinyin-pro'
import {describe, expect, test} from 'vitest'
import {parseTable} from '../../src/rules/parse-table.js'
import {installedRulesFolder} from '../../src/rules/read.js'
import {isWellFormed} from './pinyin-spelling.js'

const HEADER = 'term\ttraditional\tpinyin\tgloss\tliteral\tshort\tdomain\talternates\tnote\tsource'
const COLUMNS = HEADER.split('\t')
const DOMAINS = [
  'business',
  'consumer',
  'culture',
  'finance',
  'internet',
  'policy',
  'society',
  'strategy',
  'technology',
  'work',
]
/** Entries there were when this was written, rounded down. */
const FEWEST = 1060
const MOST_IN_A_FILE = 250
const LONGEST_GLOSS = 60

const folder = path.join(installedRulesFolder, 'terms')
const files = readdirSync(folder).filter((name) => name.endsWith('.tsv'))
const tables = files.map((name) => ({name, text: readFileSync(path.join(folder, name), 'utf8')}))

interface Entry {
  readonly where: string
  readonly term: string
  readonly traditional: string
  readonly pinyin: string
  readonly gloss: string
  readonly literal: string
  readonly short: string
  readonly domain: string
  readonly alternates: readonly string[]
  readonly note: string
}

const entries: Entry[] = tables.flatMap(({name, text}) =>
  parseTable(name, text, name).table.rows.map(({line, cells}) => ({
    where: `${name}:${line} ${cells['term']}`,
    term: cells['term']!,
    traditional: cells['traditional']!,
    pinyin: cells['pinyin']!,
    gloss: cells['gloss']!,
    literal: cells['literal']!,
    short: cells['short']!,
    domain: cells['domain']!,
    alternates: cells['alternates']!.split('|').filter((text) => text !== ''),
    note: cells['note']!,
  })),
)

/** Entries that break a rule, each with what is to be seen of it. */
function failing(fault: (entry: Entry) => string | undefined): string[] {
  return entries.flatMap((entry) => {
    const found = fault(entry)
    return found === undefined ? [] : [`${entry.where}: ${found}`]
  })
}

const repeated = (texts: readonly string[]): string[] => texts.filter((text, i) => texts.indexOf(text) !== i)

describe('the files', () => {
  test.each(tables)('$name has the columns and no ragged line', ({name, text}) => {
    const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
    expect(lines[0]).toBe(HEADER)
    expect(lines.filter((line) => line.split('\t').length !== COLUMNS.length)).toEqual([])
    expect(lines.flatMap((line) => line.split('\t')).filter((cell) => /^\s|\s$|\s\s/.test(cell))).toEqual([])
    expect(parseTable(name, text, name).refused).toEqual([])
    expect(lines.length - 1).toBeLessThanOrEqual(MOST_IN_A_FILE)
  })

  test(`hold ${FEWEST} entries or more, of every domain`, () => {
    expect(entries.length).toBeGreaterThanOrEqual(FEWEST)
    expect([...new Set(entries.map(({domain}) => domain))].sort()).toEqual(DOMAINS)
  })

  test('name a term once, in either script', () => {
    expect(repeated(entries.flatMap(({term, traditional}) => [term, ...(traditional ? [traditional] : [])]))).toEqual(
      [],
    )
  })

  test('give no two terms the same gloss', () => {
    expect(repeated(entries.map(({gloss}) => folded(gloss)))).toEqual([])
  })
})

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
const everydayChinese = ['sentences', 'word-pairs', 'single-words']
  .flatMap((name) =>
    readFileSync(path.resolve(`node_modules/@yutengjing/eld/benchmarks/${name}.txt`), 'utf8').split('\n'),
  )
  .filter((line) => line.startsWith('zh'))
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

/** What a gloss may begin with in a capital. */
const NAMES = new Set(
  'AI American Beijing Belt China Chinese Double FAST Generation Guangdong HarmonyOS Hong Kunqu Made Matthew New Nio Peking Ponzi Qinglang Shanghai Shenzhen Singles Thucydides WeChat Xi Yangtze'.split(
    ' ',
  ),
)

/** Without case, articles, plurals, blanks and hyphens. */
const folded = (text: string): string =>
  text
    .toLowerCase()
    .split(/[^a-z0-9']+/)
    .filter((word) => !['a', 'an', 'the', 'to'].includes(word))
    .map((word) =>
      word
        .replace(/'s$/, '')
        .replace(/([a-z]{2})ies$/, '$1y')
        .replace(/([a-z]{2}[^s])s$/, '$1'),
    )
    .join('')

/** `Tǎng píng` and `tang ping` agree. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9 ]/g, '')

const joined = (text: string): string => plain(text).replaceAll(' ', '')

const wordsIn = (text: string): number => text.split(' ').length

describe('the English', () => {
  test('has a gloss that fits between quotation marks in a sentence', () => {
    expect(failing(({gloss}) => (gloss.length <= LONGEST_GLOSS ? undefined : `${gloss.length} characters`))).toEqual([])
    expect(failing(({gloss}) => (/^[A-Za-z0-9][A-Za-z0-9 ,:'-]*[A-Za-z0-9]$/.test(gloss) ? undefined : gloss))).toEqual(
      [],
    )
  })

  test('begins a gloss with a capital for a name only', () => {
    expect(
      failing(({gloss}) => (/^[A-Z]/.test(gloss) && !NAMES.has(gloss.split(/[ ,']/)[0]!) ? gloss : undefined)),
    ).toEqual([])
  })

  test('has plain characters', () => {
    expect(
      failing(({literal, short, alternates}) =>
        [literal, short, ...alternates].find((text) => text !== '' && !/^[A-Za-z0-9][A-Za-z0-9 ,.:'&+/-]*$/.test(text)),
      ),
    ).toEqual([])
  })

  test('says nothing twice', () => {
    expect(failing(({gloss, literal}) => (folded(gloss) === folded(literal) ? literal : undefined))).toEqual([])
    expect(
      failing(({gloss, literal, short, alternates}) => {
        const others = new Set([gloss, literal, short].filter((text) => text !== '').map(folded))
        const said = alternates.map(folded)
        return [...repeated(said), ...said.filter((text) => others.has(text))][0]
      }),
    ).toEqual([])
  })

  test('is neither the pinyin nor words of it, which would pass for a gloss', () => {
    expect(
      failing(({pinyin, gloss, literal, short, alternates}) =>
        [gloss, literal, short, ...alternates].find(
          (text) =>
            text !== '' && (joined(text) === joined(pinyin) || ` ${plain(pinyin)} `.includes(` ${plain(text)} `)),
        ),
      ),
    ).toEqual([])
  })

  test('has a short form that is shorter', () => {
    expect(failing(({gloss, short}) => (short === '' || short.length < gloss.length ? undefined : short))).toEqual([])
    expect(failing(({short}) => (wordsIn(short) <= 4 ? undefined : short))).toEqual([])
  })
})
