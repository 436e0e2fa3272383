/** Messages of the system to measure on: nobody looked at them while the stage was written. */
import {locales, messagesIn} from '../catalogues.js'
import type {Texts} from './families.js'
import {isDamaged} from './sentences.js'

/** UTF-16 units: shorter ones are labels, with too little to judge by. */
const SHORTEST = 12
const MOST = 2000

const LOCALES: Readonly<Record<string, string>> = {zh: 'zh_CN', 'zh-Hant': 'zh_TW', ja: 'ja', ko: 'ko'}

/** In the languages of the families. */
export const messages = (): Texts =>
  new Map(Object.entries(LOCALES).map(([language, locale]) => [language, someOf(locale)]))

/** In every language that the system has. */
export const cleanMessages = (): string[][] => locales().map(someOf)

/** Different ones, evenly from all catalogues, with as many letters outside ASCII as a message needs to show them. */
function someOf(locale: string): string[] {
  const lines = new Set(messagesIn(locale).map((line) => line.trim()))
  const all = [...lines].filter((line) => line.length >= SHORTEST && /[^\0-\x7f]{2}/.test(line) && !isDamaged(line))
  const step = Math.max(1, Math.floor(all.length / MOST))
  return all.filter((_, i) => i % step === 0).slice(0, MOST)
}
