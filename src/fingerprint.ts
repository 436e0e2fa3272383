/**
 * What a finding is known by when lines have moved: its rule, its text, what should stand there and two words on either
 * side. No position, no file name. A baseline, the comparison of two versions and an editor's decision share this key.
 */
import {createHash} from 'node:crypto'
import type {Finding} from './draft/index.js'

const NEIGHBOURS = 2
/** Far enough for two words; more of a text without blanks is not looked at. */
const REACH = 80
/** Hexadecimal digits: 80 bits, so that among a million findings two are alike by chance once in 2^41. */
const DIGITS = 20

/** The fingerprint of a finding in its source: 20 hexadecimal digits of a SHA-256. */
export function fingerprintOf(
  source: string,
  {rule, start, end, actual, expected}: Pick<Finding, 'rule' | 'start' | 'end' | 'actual' | 'expected'>,
): string {
  const before = wordsIn(source.slice(Math.max(0, start - REACH), start)).slice(-NEIGHBOURS)
  const after = wordsIn(source.slice(end, end + REACH)).slice(0, NEIGHBOURS)
  const key = JSON.stringify([rule, actual.replace(/\s+/g, ' '), expected[0] ?? null, before, after])
  return createHash('sha256').update(key).digest('hex').slice(0, DIGITS)
}

/** Between blanks and marks, so that a paragraph may be wrapped anew; of Chinese, each character. */
const wordsIn = (text: string): string[] => text.match(/\p{Script=Han}|[\p{L}\p{N}\p{M}]+/gu) ?? []
