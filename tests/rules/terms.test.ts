/** What the term base promises its readers, row by row: its shape and its English. */
import {describe, expect, test} from 'vitest'
import {parseTable} from '../../src/rules/parse-table.js'
import {entries, failing, tables} from './term-entries.js'

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

/** What a gloss may begin with in a capital. */
const NAMES = new Set(
  'AI American Beijing Belt China Chinese Double FAST Generation Guangdong HarmonyOS Hong Kunqu Made Matthew New Nio Peking Qinglang Shanghai Shenzhen Singles Thucydides WeChat Xi Yangtze'.split(
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
