/** Which script a stretch of text is in, by one count over its characters. */

export type Script = 'Latn' | 'Cyrl' | 'Arab' | 'Hebr' | 'Grek' | 'Deva' | 'Thai' | 'Hang' | 'Hani' | 'Kana' | 'Zyyy'

const SCRIPTS: ReadonlyArray<readonly [Script, RegExp]> = [
  ['Latn', /\p{Script=Latin}/u],
  ['Hani', /\p{Script=Han}/u],
  ['Kana', /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['Hang', /\p{Script=Hangul}/u],
  ['Cyrl', /\p{Script=Cyrillic}/u],
  ['Arab', /\p{Script=Arabic}/u],
  ['Hebr', /\p{Script=Hebrew}/u],
  ['Grek', /\p{Script=Greek}/u],
  ['Deva', /\p{Script=Devanagari}/u],
  ['Thai', /\p{Script=Thai}/u],
]

/** Letters to a word in each script, so that three hanzi do not outweigh a sentence nor lose to a URL. Measured on UD and Lingua data. */
const LETTERS_PER_WORD: Readonly<Record<string, number>> = {
  Latn: 4.7,
  Hani: 1 / 0.6,
  Kana: 1 / 0.6,
  Hang: 2.5,
  Cyrl: 5,
  Arab: 4.5,
  Hebr: 4.5,
  Grek: 5,
  Deva: 4.5,
  Thai: 4.5,
}

/** Index into SCRIPTS plus one of every UTF-16 unit met so far; 255 for none. */
const known = new Uint8Array(65536)

function scriptIndex(unit: number): number {
  const char = String.fromCharCode(unit)
  const index = SCRIPTS.findIndex(([, pattern]) => pattern.test(char))
  known[unit] = index < 0 ? 255 : index + 1
  return known[unit]
}

export interface ScriptShare {
  readonly script: Script
  /** In words, as the script counts them. */
  readonly weight: number
  /** Share of the winner among all scripts, 0–1. */
  readonly share: number
}

/** The heaviest script of a stretch; `Zyyy` for one without letters. */
export function scriptOf(text: string, start: number, end: number): ScriptShare {
  const counts = new Float64Array(SCRIPTS.length + 1)
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i)
    const index = known[unit]! || scriptIndex(unit)
    if (index !== 255) counts[index]!++
  }
  return heaviest(counts)
}

function heaviest(counts: Float64Array): ScriptShare {
  let best = -1
  let most = 0
  let total = 0
  for (const [i, [script]] of SCRIPTS.entries()) {
    const weight = counts[i + 1]! / LETTERS_PER_WORD[script]!
    total += weight
    if (weight > most) {
      most = weight
      best = i
    }
  }
  if (best < 0) return {script: 'Zyyy', weight: 0, share: 0}
  const [script] = SCRIPTS[best]!
  const kana = counts[3]! / (counts[2]! + counts[3]! || 1)
  // One kana in ten East Asian characters makes it Japanese; fewer are quoted names.
  const isJapanese = (script === 'Hani' || script === 'Kana') && kana > 0.1
  return {script: isJapanese ? 'Kana' : script, weight: most, share: most / total}
}
