/**
 * Slips of the fingers, made in clean text: a letter left out, doubled, swapped with the next, or its neighbour's key; or
 * the blank behind a word left out; or a blank put into a word.
 */

export const FAULTS = ['letter', 'blank left out', 'blank put in'] as const
export type Fault = (typeof FAULTS)[number]

export interface Typo {
  /** In the text with the slips. */
  readonly start: number
  readonly typed: string
  readonly meant: string
}

export interface Mistyped {
  readonly text: string
  readonly typos: readonly Typo[]
}

const KEYS = 'qwertyuiop asdfghjkl zxcvbnm'
const WORDS = /(?<![\w'’-])[a-z]{4,}(?![\w'’-])/g

/** A text with a slip in one of `every` of its words in small letters, of four letters and more. */
export function mistype(text: string, every: number, fault: Fault, random: () => number): Mistyped {
  const typos: Typo[] = []
  let out = ''
  let last = 0
  for (const {0: meant, index} of text.matchAll(fault === 'blank left out' ? PAIRS : WORDS)) {
    if (random() >= 1 / every) continue
    const typed = MADE[fault](meant, random)
    if (typed === meant) continue
    out += text.slice(last, index)
    typos.push({start: out.length, typed, meant})
    out += typed
    last = index + meant.length
  }
  return {text: out + text.slice(last), typos}
}

const PAIRS = /(?<![\w'’-])[a-z]{2,} [a-z]{2,}(?![\w'’-])/g

const MADE: Readonly<Record<Fault, (written: string, random: () => number) => string>> = {
  letter: slip,
  'blank left out': (pair) => pair.replace(' ', ''),
  'blank put in': (word, random) => {
    const at = 2 + Math.floor(random() * (word.length - 3))
    return `${word.slice(0, at)} ${word.slice(at)}`
  },
}

/** The first letter stays: it is seldom wrong. */
function slip(word: string, random: () => number): string {
  const at = 1 + Math.floor(random() * (word.length - 1))
  const letter = word[at]!
  switch (Math.floor(random() * 4)) {
    case 0:
      return word.slice(0, at) + word.slice(at + 1)
    case 1:
      return word.slice(0, at) + letter + word.slice(at)
    case 2:
      return word.slice(0, at) + (word[at + 1] ?? '') + letter + word.slice(at + 2)
    default:
      return word.slice(0, at) + besideKey(letter, random) + word.slice(at + 1)
  }
}

function besideKey(letter: string, random: () => number): string {
  const at = KEYS.indexOf(letter)
  const keys = [KEYS[at - 1], KEYS[at + 1]].filter((key) => key !== undefined && key !== ' ')
  return keys[Math.floor(random() * keys.length)] ?? letter
}
