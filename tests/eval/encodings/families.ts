/**
 * Mojibake made of sentences: what each was written in, and what it was read as. iconv-lite writes the bytes, so that
 * our own tables are not measured against themselves; it and the platform's TextDecoder read them, for they differ.
 */
import iconv from 'iconv-lite'
import * as OpenCC from 'opencc-js'
import type {Half} from '../benchmark.js'
import {isDamaged, sentences} from './sentences.js'

export interface Damaged {
  readonly source: string
  readonly text: string
}

export interface Family {
  readonly name: string
  /** One of those that are to be repaired; the others come along. */
  readonly isRequired: boolean
  /** The bytes can be told from the text. */
  readonly lossless: readonly Damaged[]
  readonly lossy: readonly Damaged[]
}

const toTraditional = OpenCC.Converter({from: 'cn', to: 'tw'})

/** Bytes as iconv-lite calls them, the language, and how the names of families begin. */
const WRITTEN: ReadonlyArray<readonly [set: string, language: string, name: string]> = [
  ['gbk', 'zh', 'GBK'],
  ['big5', 'zh-Hant', 'Big5'],
  ['shift_jis', 'ja', 'Shift_JIS'],
  ['euc-kr', 'ko', 'EUC-KR'],
  ['euc-jp', 'ja', 'EUC-JP'],
  ['utf8', 'zh', 'UTF-8'],
  ['utf8', 'en’', 'UTF-8 (English with ’)'],
]
const EAST_ASIAN = ['gbk', 'big5', 'shift_jis', 'euc-kr']
/** Of UTF-8 read as something else than GBK hardly a sentence keeps its bytes. */
const READ_AS: Readonly<Record<string, readonly string[]>> = {
  utf8: ['gbk'],
  'euc-jp': ['latin1', 'windows-1252', ...EAST_ASIAN],
}

/** Texts by language: `zh`, `zh-Hant`, `ja`, `ko`, and `en’`, English with typographic apostrophes. */
export type Texts = ReadonlyMap<string, readonly string[]>

export function families(all: Texts): readonly Family[] {
  return WRITTEN.flatMap(([set, language, name]) =>
    (READ_AS[set] ?? ['latin1', 'windows-1252', ...EAST_ASIAN])
      .filter((readAs) => readAs !== set)
      .map((readAs) => family(`${name} read as ${readAs}`, set, readAs, all.get(language) ?? [])),
  )
}

/** Of the benchmark; its Traditional sentences are converted ones. */
export function benchmarkTexts(half: Half): Texts {
  const all = new Map([...sentences(half)].map(([language, list]) => [language, list.filter((one) => !isDamaged(one))]))
  const english = all.get('en')!.filter((one) => /\w'\w/.test(one))
  all.set(
    'en’',
    english.map((one) => one.replaceAll("'", '’')),
  )
  return all.set(
    'zh-Hant',
    all.get('zh')!.map((one) => toTraditional(one)),
  )
}

function family(name: string, set: string, readAs: string, sources: readonly string[]): Family {
  const lossless: Damaged[] = []
  const lossy: Damaged[] = []
  for (const source of sources) {
    const bytes = iconv.encode(source, set)
    // What the set cannot hold is no text of it; and neither decoder may be blamed for what only the other knows.
    if (iconv.decode(bytes, set) !== source || new TextDecoder(set).decode(bytes) !== source) continue
    for (const text of readings(bytes, readAs)) {
      const isWhole = !text.includes('\ufffd') && isRegained(bytes, readAs)
      if (text !== source) (isWhole ? lossless : lossy).push({source, text})
    }
  }
  return {name, isRequired: !['euc-jp'].includes(set), lossless, lossy}
}

/** What decoders make of the bytes: one text, or two where they differ. */
function readings(bytes: Buffer, readAs: string): ReadonlySet<string> {
  if (readAs === 'latin1') return new Set([bytes.toString('latin1')])
  if (readAs === 'windows-1252') return new Set([asBrowsers(bytes)])
  return new Set([new TextDecoder(readAs === 'gbk' ? 'gb18030' : readAs).decode(bytes), iconv.decode(bytes, readAs)])
}

/** windows-1252 as the standard has it, where five bytes stay control characters; Node 20 takes it for Latin-1. */
const asBrowsers = (bytes: Buffer): string =>
  bytes.toString('latin1').replace(/[\x80-\x9f]/g, (control) => {
    const char = iconv.decode(Buffer.from(control, 'latin1'), 'win1252')
    return char === '\ufffd' ? control : char
  })

/** Whether the bytes can be had back from what they were read as. */
const isRegained = (bytes: Buffer, readAs: string): boolean =>
  readAs === 'latin1' || readAs === 'windows-1252' || iconv.encode(iconv.decode(bytes, readAs), readAs).equals(bytes)
