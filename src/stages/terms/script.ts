/** Simplified and Traditional characters on request, by OpenCC's tables; Japanese and Korean text is never converted. */
import {Converter} from 'opencc-js'
import {type Draft, languageAt, type Passage, type Proposal} from '../../draft/index.js'

/** `traditional` is OpenCC's own standard; `tw` and `hk` add the variants of the place, not its vocabulary. */
export const SCRIPTS = ['keep', 'simplified', 'traditional', 'tw', 'hk'] as const
export type ChineseScript = (typeof SCRIPTS)[number]

type Locale = 'cn' | 't' | 'tw' | 'hk'

const TARGETS: Readonly<Record<Exclude<ChineseScript, 'keep'>, Locale>> = {
  simplified: 'cn',
  traditional: 't',
  tw: 'tw',
  hk: 'hk',
}
const HAN_RUN = /[\p{Script=Han}，。、；：？！“”‘’（）《》「」『』…—·]+/gu

/** Made on first use: the tables of a conversion take 50–180 ms to load. */
const converters = new Map<string, (text: string) => string>()

function converterFor(from: Locale, to: Locale): (text: string) => string {
  const key = `${from} ${to}`
  const convert = converters.get(key) ?? Converter({from, to})
  converters.set(key, convert)
  return convert
}

/** One proposal for each run of Chinese that the other script writes otherwise. */
export function* otherScript(draft: Draft, script: Exclude<ChineseScript, 'keep'>): Iterable<Proposal> {
  const target = TARGETS[script]
  for (const passage of passagesOf(draft)) {
    if (/^(?:ja|ko)/.test(passage.language.tag)) continue
    const convert = converterFor(sourceOf(passage, target), target)
    for (const match of draft.text.slice(passage.start, passage.end).matchAll(HAN_RUN)) {
      const converted = convert(match[0])
      const start = passage.start + match.index
      if (converted === match[0] || languageAt(draft.passages, start)?.tag === 'ja') continue
      const end = start + match[0].length
      yield {start, end, rule: 'terms/other-script', expected: [converted], confidence: 0.95}
    }
  }
}

function passagesOf(draft: Draft): readonly Passage[] {
  if (draft.passages.length > 0) return draft.passages
  return [{start: 0, end: draft.text.length, language: {tag: 'und', script: 'Zyyy', confidence: 0}}]
}

const sourceOf = ({language}: Passage, target: Locale): Locale =>
  target === 'cn' || language.script === 'Hant' ? 't' : 'cn'
