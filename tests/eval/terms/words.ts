/** The term base as the grid sees it, and pinyin in the spellings of many hands. Nothing here is shared with the stage. */
import {pinyin as readingsOf} from 'pinyin-pro'
import {installedRules} from '../../../src/index.js'

export interface GridTerm {
  readonly row: number
  readonly simplified: string
  readonly traditional: string
  readonly pinyin: string
  readonly gloss: string
  readonly short: string
  /** Other renderings that the house accepts, the literal one among them. */
  readonly alternates: readonly string[]
}

/** The rows of the installed tables, but for names that English has, too (Taobao); odd ones were looked at while the stage was written, even ones are held out. */
export const gridTerms = (): GridTerm[] =>
  installedRules()
    .tables.filter(({name}) => name.startsWith('terms/'))
    .flatMap(({rows}) => rows)
    .filter(({cells}) => 'pinyin' in cells && 'gloss' in cells)
    .filter(({cells}) => !letters(cells['gloss']!).includes(letters(cells['pinyin']!)))
    .map(({cells}, row) => ({
      row,
      simplified: cells['term']!,
      traditional: cells['traditional'] || cells['term']!,
      pinyin: cells['pinyin']!,
      gloss: cells['gloss']!,
      short: cells['short'] || cells['gloss']!,
      alternates: [...(cells['alternates'] ?? '').split('|'), cells['literal'] ?? ''].filter(
        (text) => text !== '' && letters(text) !== letters(cells['pinyin']!),
      ),
    }))

const bare = (pinyin: string): string =>
  pinyin
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0304\u030c]/g, '')
    .normalize('NFC')
const letters = (text: string): string =>
  bare(text)
    .toLowerCase()
    .replace(/[^a-zü]/g, '')
const title = (text: string): string => text.replace(/(?<![\p{L}\p{M}’'])\p{L}/gu, (letter) => letter.toUpperCase())

/** Syllables by pinyin-pro where it reads the term as the table does. */
function syllables(term: GridTerm, toneType: 'num' | 'symbol' | 'none'): string[] | undefined {
  const read = readingsOf(term.simplified, {toneType, type: 'array', toneSandhi: false, v: false})
  return letters(readingsOf(term.simplified, {toneType: 'none'})) === letters(term.pinyin) ? read : undefined
}

/** One reading as people write it; the last are only for terms that pinyin-pro reads as the table does. */
export const PINYIN_SPELLINGS: Readonly<Record<string, (term: GridTerm) => string>> = {
  tones: ({pinyin}) => pinyin,
  'no tones': ({pinyin}) => bare(pinyin),
  Title: ({pinyin}) => title(pinyin),
  'Title, no tones': ({pinyin}) => title(bare(pinyin)),
  glued: ({pinyin}) => pinyin.replaceAll(' ', ''),
  'v for ü': ({pinyin}) => bare(pinyin).replaceAll('ü', 'v'),
  decomposed: ({pinyin}) => pinyin.normalize('NFD'),
  syllables: (term) => syllables(term, 'symbol')?.join(' ') ?? term.pinyin,
  'Syllables, no tones': (term) => title(syllables(term, 'none')?.join(' ') ?? bare(term.pinyin)),
  'with-hyphens': (term) => syllables(term, 'none')?.join('-') ?? bare(term.pinyin),
  numbers: (term) => syllables(term, 'num')?.join('') ?? term.pinyin,
  'numbers, spaced': (term) => syllables(term, 'num')?.join(' ') ?? term.pinyin,
}

export const withoutTones = bare
