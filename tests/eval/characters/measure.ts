/** How many injured sentences a healer gives back exactly, and how many clean ones it changes. */
import {fix_text} from 'ftfy-js'
import {createCleaner} from '../../../src/index.js'
import {randoms} from '../../randoms.mjs'
import type {Injury} from './injuries.js'
import {isOrdinary, type Sentence} from './sentences.js'

export type Healer = (text: string) => string

const decode = createCleaner({stages: ['decode']})

export const HEALERS: Readonly<Record<string, Healer>> = {
  unspun: (text) => decode(text).report.text,
  'ftfy-js': (text) => fix_text(text),
  NFKC: (text) => text.normalize('NFKC'),
}

export interface Share {
  readonly of: number
  readonly hit: number
}

/** Exactly restored, of the sentences in which the injury found something to injure. */
export function restored(sentences: readonly Sentence[], injury: Injury, heal: Healer): Share {
  const random = randoms(injury.name.length)
  let of = 0
  let hit = 0
  for (const sentence of sentences) {
    if (injury.languages && !injury.languages.includes(sentence.language)) continue
    if (!isOrdinary(sentence)) continue
    const injured = injury.injure(sentence.text, random)
    if (injured === sentence.text) continue
    of++
    if (heal(injured) === sentence.text) hit++
  }
  return {of, hit}
}

/** The sentences that are changed although nothing is wrong with them. */
export const changed = (sentences: readonly Sentence[], heal: Healer): Sentence[] =>
  sentences.filter((sentence) => isOrdinary(sentence) && heal(sentence.text) !== sentence.text)
