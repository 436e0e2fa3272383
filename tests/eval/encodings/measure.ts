/** What a tool makes of mojibake, of clean sentences and of bytes. */
import {detect} from 'chardet'
import {fix_encoding, fix_text} from 'ftfy-js'
import iconv from 'iconv-lite'
import {createCleaner} from '../../../src/index.js'
import {decodeBytes} from '../../../src/stages/decode/bytes/bytes.js'
import type {Damaged, Family} from './families.js'

const cleaner = createCleaner({stages: ['decode']})
const reportOf = (text: string) => cleaner(text, {path: 'sentence.txt'}).report

export const ours = (text: string): string => reportOf(text).text

export const PEERS: Readonly<Record<string, (text: string) => string>> = {
  'ftfy fix_encoding': fix_encoding,
  'ftfy fix_text': (text) => fix_text(text),
}

export interface FamilyScore {
  /** Shares of the lossless sentences that came back exactly; NaN where there are none. */
  readonly repaired: number
  readonly peerRepaired: number
  /** Share of the lossy sentences in which something was refused with a finding, or all of it repaired. */
  readonly refused: number
  /** Lossy sentences in which a stretch was put in that the source does not have. */
  readonly falselyChanged: number
}

/** Lines of a document, as a page has them. */
const LINES = 20

/** Share of the lossless sentences that come back exactly in documents of so many lines. */
export function repairedTogether({lossless}: Family): number {
  let repaired = 0
  for (let i = 0; i < lossless.length; i += LINES) {
    const some = lossless.slice(i, i + LINES)
    const lines = ours(some.map(({text}) => text).join('\n')).split('\n')
    repaired += some.filter(({source}, k) => lines[k] === source).length
  }
  return repaired / lossless.length
}

export function scoreOf({lossless, lossy}: Family): FamilyScore {
  const share = (all: readonly Damaged[], isGood: (one: Damaged) => boolean): number =>
    all.filter(isGood).length / all.length
  return {
    repaired: share(lossless, ({source, text}) => ours(text) === source),
    peerRepaired: share(lossless, ({source, text}) => fix_encoding(text) === source),
    refused: share(lossy, isRefused),
    falselyChanged: lossy.filter(isFalselyChanged).length,
  }
}

function isRefused({source, text}: Damaged): boolean {
  const {findings, text: now} = reportOf(text)
  return now === source || findings.some(({rule, state}) => rule === 'decode/lost-bytes' && state === 'reported')
}

const isFalselyChanged = ({source, text}: Damaged): boolean =>
  reportOf(text).findings.some(
    ({rule, state, expected}) => rule === 'decode/mojibake' && state === 'applied' && !source.includes(expected[0]!),
  )

/** Whether the stage takes a sentence for mojibake. */
export const isChanged = (text: string): boolean =>
  reportOf(text).findings.some(({rule, state}) => rule === 'decode/mojibake' && state === 'applied')

/** Bytes to text by the detector alone. */
export function byChardet(bytes: Uint8Array): string {
  const name = detect(bytes)
  try {
    return new TextDecoder(name ?? 'utf-8').decode(bytes)
  } catch {
    return name === null || !iconv.encodingExists(name) ? '' : iconv.decode(Buffer.from(bytes), name)
  }
}

export const byUs = (bytes: Uint8Array): string => decodeBytes(bytes).text
