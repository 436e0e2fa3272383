/** Bytes in the character sets of the world, of one sentence or of several. */
import iconv from 'iconv-lite'
import * as OpenCC from 'opencc-js'
import type {Half} from '../benchmark.js'
import {isDamaged, sentences} from './sentences.js'

export interface Bytes {
  readonly text: string
  readonly bytes: Buffer
}

export interface Column {
  readonly name: string
  readonly documents: readonly Bytes[]
}

const toTraditional = OpenCC.Converter({from: 'cn', to: 'tw'})

const COLUMNS: ReadonlyArray<readonly [name: string, language: string, set: string]> = [
  ['Simplified GBK', 'zh', 'gbk'],
  ['Simplified GB18030', 'zh', 'gb18030'],
  ['Traditional GBK', 'zh-Hant', 'gbk'],
  ['Traditional Big5', 'zh-Hant', 'big5'],
  ['Chinese UTF-8', 'zh', 'utf8'],
  ['Japanese Shift_JIS', 'ja', 'shift_jis'],
  ['Japanese EUC-JP', 'ja', 'euc-jp'],
  ['Korean EUC-KR', 'ko', 'euc-kr'],
  ['Russian 1251', 'ru', 'win1251'],
  ['Russian KOI8-R', 'ru', 'koi8-r'],
  ['French 1252', 'fr', 'win1252'],
  ['German 1252', 'de', 'win1252'],
  ['Polish 1250', 'pl', 'win1250'],
  ['Turkish 1254', 'tr', 'win1254'],
  ['Greek 1253', 'el', 'win1253'],
  ['Hebrew 1255', 'he', 'win1255'],
  ['Arabic 1256', 'ar', 'win1256'],
  ['English + 4 hanzi UTF-8', 'en+4', 'utf8'],
  ['English + 4 hanzi GBK', 'en+4', 'gbk'],
]

/** Documents of so many sentences. */
export function columns(half: Half, size: number): readonly Column[] {
  const all = texts(half)
  return COLUMNS.map(([name, language, set]) => ({name, documents: documents(all.get(language)!, set, size)}))
}

function texts(half: Half): ReadonlyMap<string, readonly string[]> {
  const all = new Map([...sentences(half)].map(([language, list]) => [language, list.filter((one) => !isDamaged(one))]))
  const chinese = all.get('zh')!
  const hanzi = chinese.join('').match(/\p{Script=Han}/gu)!
  const english = all.get('en')!.map((one, i) => {
    const words = one.split(' ')
    words.splice(1 + (i % 5), 0, hanzi.slice(4 * i, 4 * i + 4).join(''))
    return words.join(' ')
  })
  return all
    .set(
      'zh-Hant',
      chinese.map((one) => toTraditional(one)),
    )
    .set('en+4', english)
}

function documents(sources: readonly string[], set: string, size: number): Bytes[] {
  const made: Bytes[] = []
  for (let i = 0; i + size <= sources.length; i += size) {
    const text = sources.slice(i, i + size).join('\n')
    const bytes = iconv.encode(text, set)
    const isHeld = iconv.decode(bytes, set) === text && bytes.some((byte) => byte >= 0x80)
    if (isHeld && isKnown(bytes, set, text)) made.push({text, bytes})
  }
  return made
}

/** iconv-lite writes some characters of Hong Kong that no Big5 of Node reads. */
const isKnown = (bytes: Buffer, set: string, text: string): boolean =>
  set !== 'big5' || new TextDecoder(set).decode(bytes) === text
