/** Chinese in an English text that neither the term base knows nor the author explains: said, with its pinyin, never with an invented gloss. */
import {type Draft, HAN, kindOf, type Proposal, type Span} from '../../draft/index.js'
import {type Glossary, isOneRun} from './glossary.js'
import {plainPinyin} from './pinyin.js'
import {isProse} from './places.js'

/** The syllables of a run of Chinese characters, with tone marks, blanks between. */
export type Readings = (hanzi: string) => string

const [SHORTEST, LONGEST] = [2, 8]
/** UTF-16 units around a run in which its pinyin may stand. */
const REACH = 80

export function* unknownTerms(draft: Draft, glossary: Glossary, readings: Readings): Iterable<Proposal> {
  const words = draft.words()
  const seen = new Set<string>()
  for (let first = 0; first < words.count; first++) {
    if (kindOf(words, first) !== HAN) continue
    let last = first
    while (isOneRun(words, last)) last++
    const at = {start: words.starts[first]!, end: words.ends[last]!}
    const run = draft.text.slice(at.start, at.end)
    const length = last - first + 1
    first = last
    if (length < SHORTEST || length > LONGEST || seen.has(run) || !/^\p{Script=Han}+$/u.test(run)) continue
    if (glossary.has(run) || !isProse(draft, at)) continue
    seen.add(run)
    const pinyin = pinyinByWord(readings(run))
    if (isRead(draft.text, at, pinyin)) continue
    yield {...at, rule: 'terms/unknown-term', expected: [], confidence: 0.5, note: `pinyin: ${pinyin}`}
  }
}

/** Whether the author wrote the pinyin beside it. */
function isRead(text: string, {start, end}: Span, pinyin: string): boolean {
  const near = `${text.slice(Math.max(0, start - REACH), start)} ${text.slice(end, end + REACH)}`
  return plainPinyin(near).includes(plainPinyin(pinyin)) || /\p{L}*[āēīōūǎěǐǒǔǚ]\p{L}*/u.test(near.normalize('NFC'))
}

/** Syllables joined by word: up to three are one, four are two and two, as most words and set phrases are. */
export function pinyinByWord(syllables: string): string {
  const all = syllables.split(/\s+/)
  const size = all.length <= 3 ? all.length : 2
  const words: string[] = []
  for (let at = 0; at < all.length; at += size) words.push(joined(all.slice(at, at + size)))
  return words.join(' ')
}

/** With an apostrophe where a syllable that begins with a, e or o would be read into the one before. */
export const joined = (syllables: readonly string[]): string =>
  syllables.map((one, i) => (i > 0 && /^[aeoāáǎàēéěèōóǒò]/i.test(one) ? `’${one}` : one)).join('')
