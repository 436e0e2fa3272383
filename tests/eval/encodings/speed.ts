/** Speed of the stage beside ftfy's, on clean text and on mojibake, in one process. */
import {fix_encoding} from 'ftfy-js'
import iconv from 'iconv-lite'
import {Draft} from '../../../src/draft/index.js'
import {mojibake} from '../../../src/stages/decode/mojibake/mojibake.js'
import type {Half} from '../benchmark.js'
import {sentences} from './sentences.js'

const CHARACTERS = 200_000
const PASSES = 8

interface Speed {
  readonly name: string
  readonly ours: number
  readonly theirs: number
}

export function speeds(half: Half): readonly Speed[] {
  const all = sentences(half)
  const of = (language: string, make: (text: string) => string = (text) => text): string => {
    const text = all.get(language)!.map(make).join('\n')
    return text.repeat(Math.ceil(CHARACTERS / text.length)).slice(0, CHARACTERS)
  }
  const texts: Readonly<Record<string, string>> = {
    English: of('en'),
    Chinese: of('zh'),
    Korean: of('ko'),
    Vietnamese: of('vi'),
    Russian: of('ru'),
    'GBK read as Latin-1': of('zh', (text) => iconv.encode(text, 'gbk').toString('latin1')),
    'EUC-KR read as GBK': of('ko', (text) => new TextDecoder('gbk').decode(iconv.encode(text, 'euc-kr'))),
    'UTF-8 read as Latin-1': of('vi', (text) => Buffer.from(text).toString('latin1')),
    'one line of Ã': 'Ã'.repeat(CHARACTERS),
  }
  return Object.entries(texts).map(([name, text]) => ({
    name,
    ours: speedOf(text, find),
    theirs: speedOf(text, (one) => one.split('\n').map((line) => fix_encoding(line))),
  }))
}

function find(text: string): void {
  const draft = new Draft(text, {parse: () => ({type: 'RootNode', children: []})})
  for (const _ of mojibake(draft));
}

/** The best of a few passes. */
function speedOf(text: string, run: (text: string) => void): number {
  const size = Buffer.byteLength(text) / 1e6
  const times = Array.from({length: PASSES}, () => {
    const begun = process.cpuUsage()
    run(text)
    const {user, system} = process.cpuUsage(begun)
    return (user + system) / 1e6
  })
  return size / Math.min(...times)
}
