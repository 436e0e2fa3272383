/**
 * One look at a text: what its characters are. Counts tokens as extraction is measured: a word, or one character of a
 * script that writes none apart.
 */

const [OTHER, LOWER, UPPER, DIGIT, IDEOGRAPH, BLANK, END, PAUSE, RULE, QUOTE] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]

/** Of a character the last that fits counts. */
const CLASSES = [
  [/[\p{L}\p{M}_]/u, LOWER],
  [/[\p{Lu}\p{Lt}]/u, UPPER],
  [/\p{N}/u, DIGIT],
  [/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u, IDEOGRAPH],
  [/\s/u, BLANK],
  [/[.!?…。！？｡؟۔।॥።]/u, END],
  [/[,;:，；：、،؛]/u, PAUSE],
  [/[|›»‹«>→←/\\·•●■▶►–—©®@#+*=~_]/u, RULE],
  [/["“”„'‘’「」『』《》]/u, QUOTE],
] as const

const UNKNOWN = 255
/** Filled as characters are met: to ask all 65,536 takes longer than a short text. */
const classes = new Uint8Array(0x10000).fill(UNKNOWN)

function classOf(code: number): number {
  if (classes[code] === UNKNOWN) classes[code] = classified(code)
  return classes[code]!
}

function classified(code: number): number {
  // Characters beyond the basic plane are ideographs or emoji; ideographs are what matters here.
  if (code >= 0xd840 && code < 0xd8c0) return IDEOGRAPH
  const char = String.fromCharCode(code)
  return CLASSES.findLast(([pattern]) => pattern.test(char))?.[1] ?? OTHER
}

export interface Look {
  readonly tokens: number
  readonly ideographs: number
  readonly letters: number
  readonly upper: number
  /** Words that begin with a capital. */
  readonly capitalised: number
  readonly digits: number
  readonly ends: number
  readonly pauses: number
  readonly rules: number
  readonly quotes: number
  /** Whether it ends as a sentence does, closing quotes and brackets aside. */
  readonly isSentence: boolean
  readonly endsInColon: boolean
  readonly endsCutOff: boolean
}

/** Counts what a text is made of. */
export function lookAt(text: string): Look {
  const counts = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
  let words = 0
  let capitalised = 0
  let isInWord = false
  for (let i = 0; i < text.length; i++) {
    const kind = classOf(text.charCodeAt(i))
    counts[kind]!++
    const isWord = kind >= LOWER && kind <= DIGIT
    if (isWord && !isInWord) {
      words++
      if (kind === UPPER) capitalised++
    }
    isInWord = isWord
  }
  const last = lastMark(text)
  return {
    tokens: words + counts[IDEOGRAPH]!,
    ideographs: counts[IDEOGRAPH]!,
    letters: counts[LOWER]! + counts[UPPER]! + counts[IDEOGRAPH]!,
    upper: counts[UPPER]!,
    capitalised,
    digits: counts[DIGIT]!,
    ends: counts[END]!,
    pauses: counts[PAUSE]!,
    rules: counts[RULE]!,
    quotes: counts[QUOTE]!,
    isSentence: classOf(last) === END && last !== 0x2026,
    endsInColon: last === 0x3a || last === 0xff1a,
    endsCutOff: last === 0x2026 || text.endsWith('...'),
  }
}

/** The last character that is no closing quote, bracket or blank. */
function lastMark(text: string): number {
  let i = text.length - 1
  while (i > 0 && /["”’'»)\]」』）\s*_]/.test(text[i]!)) i--
  return i < 0 ? OTHER : text.charCodeAt(i)
}

/** From this many tokens on a block of little link text counts as prose. */
const PROSE_TOKENS = 20
const PROSE_IDEOGRAPHS = 30

/** Whether a text reads as prose: long, or of some length with a sentence's end in it, and not mostly links. */
export function isProse(look: Look, linkShare: number): boolean {
  const needed = look.ideographs > look.tokens / 2 ? PROSE_IDEOGRAPHS : PROSE_TOKENS
  return linkShare < 0.4 && (look.tokens >= 3 * needed || (look.tokens >= needed && look.ends > 0))
}
