/** How characters are read, by pinyin-pro: 0.3 MB that only a text with unknown Chinese needs, so it is loaded by the first one. */
import {createRequire} from 'node:module'

type Pinyin = (text: string, options: {toneSandhi: boolean}) => string

const load = createRequire(import.meta.url)
let pinyin: Pinyin | undefined

/** With base tones, as dictionaries have them. */
export function readings(hanzi: string): string {
  pinyin ??= (load('pinyin-pro') as {pinyin: Pinyin}).pinyin
  return pinyin(hanzi, {toneSandhi: false})
}
