/** ftfy's own families: UTF-8 read as the sets of single bytes, of sentences in the languages that need them. */
import iconv from 'iconv-lite'
import type {Half} from '../benchmark.js'
import type {Damaged} from './families.js'
import {isDamaged, sentences} from './sentences.js'

const READ_AS = ['latin1', 'win1252', 'win1251', 'win1250', 'win1254', 'iso-8859-2', 'macroman', 'cp437']
const LANGUAGES = ['fr', 'de', 'es', 'pl', 'vi', 'ru', 'el', 'zh', 'ja', 'ko']
const EACH = 60

/** Sentences that lost nothing on the way. */
export function westernFamilies(half: Half): readonly {readonly name: string; readonly texts: readonly Damaged[]}[] {
  const all = sentences(half)
  const sources = LANGUAGES.flatMap((language) =>
    all
      .get(language)!
      .filter((one) => /[^\0-\x7f]/.test(one) && !isDamaged(one))
      .slice(0, EACH),
  )
  return READ_AS.map((set) => {
    const texts = sources
      .map((source) => ({source, text: iconv.decode(Buffer.from(source), set)}))
      .filter(({source, text}) => iconv.encode(text, set).toString() === source)
    return {name: `UTF-8 read as ${set}`, texts}
  })
}
