/**
 * Mixed text, made of labelled sentences by seeded random: Chinese terms in English ones, brand names, English words and
 * URLs in Chinese ones, and headings of three words.
 */
import {readFileSync} from 'node:fs'
import path from 'node:path'
import {randoms} from '../../randoms.mjs'
import type {Labelled} from '../benchmark.js'

const rules = path.resolve(import.meta.dirname, '../../../rules/terms')

interface Term {
  readonly term: string
  readonly pinyin: string
  readonly gloss: string
}

/** The term base of the project. */
export const TERMS: readonly Term[] = ['business', 'internet', 'policy', 'technology'].flatMap((name) => {
  const [head, ...rows] = readFileSync(path.join(rules, `${name}.tsv`), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
  const columns = head!.split('\t')
  return rows.map((row) => {
    const cells = row.split('\t')
    const cell = (column: string): string => cells[columns.indexOf(column)] ?? ''
    return {term: cell('term'), pinyin: cell('pinyin'), gloss: cell('gloss')}
  })
})

const BRANDS = (
  'Apple|Google Cloud|Microsoft Teams|Adobe Photoshop|Xiaomi|Tesla Model Y|Nike Air Max|IKEA|Netflix|OpenAI|GitHub|' +
  'Louis Vuitton|Starbucks|PlayStation 5|NVIDIA GeForce RTX|Amazon Web Services|TikTok|Uniqlo|Visual Studio Code|Bluetooth'
).split('|')
const ENGLISH_WORDS =
  'machine learning|Key Opinion Leader|business model|work-life balance|offer|deadline|PPT|brand story|The Lord of the Rings|user experience'.split(
    '|',
  )
const URLS = [
  'https://www.example.com/the-story-of-the-mill',
  'http://shop.example.org/products/list?page=2&sort=price',
  'www.example.net/about-us/our-history',
  'https://blog.example.com/2024/05/how-we-built-the-new-factory.html',
]

export interface MixedSet {
  readonly name: string
  readonly language: 'en' | 'zh' | 'ja' | 'ko' | 'ru'
  readonly texts: readonly string[]
}

class Mixer {
  readonly #random: () => number

  constructor(seed: number) {
    this.#random = randoms(seed)
  }

  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.#random() * list.length)]!
  }

  /** Puts `count` insertions between the words of a sentence, or between the characters of a Chinese one. */
  insert(units: readonly string[], count: number, one: () => string, glue: string): string {
    const result = [...units]
    for (let i = 0; i < count; i++) result.splice(1 + Math.floor(this.#random() * (result.length - 1)), 0, one())
    return result.join(glue)
  }
}

/** The sets for sentences of each language, and for Chinese word pairs as headings. */
export function mixedSets(
  sentencesOf: (language: string) => readonly string[],
  headings: readonly string[],
  seed: number,
): MixedSet[] {
  const mixer = new Mixer(seed)
  const [english, chinese] = [sentencesOf('en'), sentencesOf('zh')]
  const term = (): string => mixer.pick(TERMS).term
  const glossed = (): string => {
    const {term, pinyin, gloss} = mixer.pick(TERMS)
    return `${term} (${pinyin}, "${gloss}")`
  }
  const brand = (): string => mixer.pick(BRANDS)
  const inEnglish = (count: number, one: () => string): string[] =>
    english.map((text) => mixer.insert(text.split(' '), count, one, ' '))
  const inChinese = (count: number, one: () => string): string[] =>
    chinese.map((text) => mixer.insert([...text], count, one, ''))
  const withBrands = (language: MixedSet['language']): MixedSet => ({
    name: `${language}, 3 brand names`,
    language,
    texts: sentencesOf(language).map((text) => mixer.insert(text.split(language === 'ja' ? '' : ' '), 3, brand, ' ')),
  })
  return [
    {name: 'English, 1 term', language: 'en', texts: inEnglish(1, term)},
    {name: 'English, 3 terms', language: 'en', texts: inEnglish(3, term)},
    {name: 'English, 3 glossed terms', language: 'en', texts: inEnglish(3, glossed)},
    {name: 'English, 3-word heading', language: 'en', texts: english.map(headingOf).filter((text) => text !== '')},
    {name: 'Chinese, 1 brand name', language: 'zh', texts: inChinese(1, brand)},
    {name: 'Chinese, 3 brand names', language: 'zh', texts: inChinese(3, brand)},
    {name: 'Chinese, 3 English phrases', language: 'zh', texts: inChinese(3, () => mixer.pick(ENGLISH_WORDS))},
    {name: 'Chinese, URL', language: 'zh', texts: inChinese(1, () => mixer.pick(URLS))},
    {
      name: 'Chinese, 2 brand names and URL',
      language: 'zh',
      texts: inChinese(3, () => mixer.pick([...BRANDS.slice(0, 8), ...URLS])),
    },
    {name: 'Chinese, 3 brand names between blanks', language: 'zh', texts: inChinese(3, () => ` ${brand()} `)},
    {
      name: 'Chinese heading, 1 brand name',
      language: 'zh',
      texts: headings.map((text) => mixer.insert([...text], 1, brand, '')),
    },
    withBrands('ja'),
    withBrands('ko'),
    withBrands('ru'),
  ]
}

/** The first three words of a sentence, as headings are written. */
function headingOf(sentence: string): string {
  const words = sentence.match(/\p{L}[\p{L}'’-]+/gu) ?? []
  return words.length < 3
    ? ''
    : words
        .slice(0, 3)
        .map((word) => word[0]!.toUpperCase() + word.slice(1))
        .join(' ')
}

export const labelled = ({language, texts}: MixedSet): Labelled[] => texts.map((text) => ({language, text}))
