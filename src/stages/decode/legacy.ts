/** Which legacy character set bytes that are not UTF-8 may be in: by the zones their pairs lie in, then by statistics. */
import {analyse} from 'chardet'

export type GuessEvidence = 'common characters' | 'statistics'

/** The share of pairs in an everyday zone that a text must reach. Measured: GBK news 0.97 and more, other sets 0.6 and less. */
const EVERYDAY = 0.85
/** Hiragana make up a third of a Japanese text and nothing of a Chinese one. */
const HIRAGANA = 0.2
/** Two in three Chinese characters lie in the rows of Hangul; so many and no other do not. */
const FEWEST_HANGUL = 8

/** WHATWG labels to try, the likeliest first; none where windows-1252 will do. */
export function* legacyGuesses(sample: Uint8Array): Iterable<readonly [encoding: string, evidence: GuessEvidence]> {
  const zones = zonesOf(sample)
  if (Math.max(zones.gb, zones.big5) >= EVERYDAY) {
    if (zones.hiragana >= HIRAGANA) yield ['euc-jp', 'common characters']
    else if (zones.gb >= zones.big5 && zones.isHangul) yield ['euc-kr', 'common characters']
    yield [zones.gb >= zones.big5 ? 'gb18030' : 'big5', 'common characters']
  }
  const [best] = analyse(sample)
  const isWestern = !best || /^(?:ISO-8859-1|windows-1252|UTF|ASCII)/i.test(best.name)
  if (!isWestern && best.confidence >= 30 && highShare(sample) > 0.05) yield [best.name.toLowerCase(), 'statistics']
}

interface Zones {
  /** Share of pairs among signs (rows A1–A9) and first-level hanzi (B0–D7) of GB 2312, second byte from A1. */
  readonly gb: number
  /** Share of pairs among signs (A1–A3) and frequent hanzi (A4–C6) of Big5. */
  readonly big5: number
  /** Share of pairs in row A4: hiragana in EUC-JP. */
  readonly hiragana: number
  /** Every pair beyond the signs lies in the rows of Hangul, B0–C8. */
  readonly isHangul: boolean
}

function zonesOf(sample: Uint8Array): Zones {
  const count = {pairs: 0, gb: 0, big5: 0, hiragana: 0, hangul: 0, beyond: 0}
  for (let i = 0; i < sample.length; i++) {
    const lead = sample[i]!
    if (lead < 0x80) continue
    count.pairs++
    const trail = sample[i + 1] ?? 0
    if (trail < 0x40) continue
    const isHigh = trail >= 0xa1
    if (isHigh && ((lead >= 0xa1 && lead <= 0xa9) || (lead >= 0xb0 && lead <= 0xd7))) count.gb++
    if (lead >= 0xa1 && lead <= 0xc6 && (isHigh || trail <= 0x7e)) count.big5++
    if (isHigh && lead === 0xa4) count.hiragana++
    if (isHigh && lead >= 0xb0) lead <= 0xc8 ? count.hangul++ : count.beyond++
    i++
  }
  const pairs = Math.max(1, count.pairs)
  return {
    gb: count.gb / pairs,
    big5: count.big5 / pairs,
    hiragana: count.hiragana / pairs,
    isHangul: count.hangul >= FEWEST_HANGUL && count.beyond === 0,
  }
}

function highShare(sample: Uint8Array): number {
  let high = 0
  for (const byte of sample) if (byte >= 0x80) high++
  return high / Math.max(1, sample.length)
}
