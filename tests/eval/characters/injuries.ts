/** Faults put into clean sentences, one kind at a time, by a generator that always answers the same. */

export interface Injury {
  readonly name: string
  /** Languages that it is done to; all where none are given. */
  readonly languages?: readonly string[]
  readonly injure: (text: string, random: () => number) => string
}

const LATIN = ['en', 'de', 'es', 'fr', 'it', 'nl', 'pl', 'pt', 'tr', 'vi'] as const
const ALPHABETS = [...LATIN, 'ru', 'uk', 'el', 'bg'] as const

type Random = () => number

const pick = <T>(list: readonly T[] | string, random: Random): T =>
  (list as readonly T[])[Math.floor(random() * list.length)]!

/** Puts something between two letters, in one place of ten. */
const within =
  (what: readonly string[]) =>
  (text: string, random: Random): string =>
    text.replace(/(?<=\p{L})(?=\p{L})/gu, () => (random() < 0.1 ? pick(what, random) : ''))

/** Does something to one word of four that is long enough. */
const toWords =
  (pattern: RegExp, change: (word: string, random: Random) => string) =>
  (text: string, random: Random): string =>
    text.replace(pattern, (word) => (random() < 0.25 ? change(word, random) : word))

const shifted = (from: string, to: number) => (char: string) =>
  String.fromCodePoint(char.charCodeAt(0) - from.charCodeAt(0) + to)

const LOOK_ALIKES: Readonly<Record<string, string>> = {
  ...{a: 'а', e: 'е', o: 'оο', p: 'р', c: 'с', x: 'х', y: 'у', i: 'і', s: 'ѕ', j: 'ј'},
  ...{A: 'АΑ', B: 'ВΒ', E: 'ЕΕ', H: 'НΗ', K: 'КΚ', M: 'МΜ', O: 'ОΟ', P: 'РΡ', C: 'С', T: 'ТΤ', X: 'ХΧ'},
}
const LATIN_ALIKES: Readonly<Record<string, string>> = {
  ...{а: 'a', е: 'e', о: 'o', р: 'p', с: 'c', у: 'y', х: 'x', і: 'i'},
  ...{А: 'A', В: 'B', Е: 'E', К: 'K', М: 'M', Н: 'H', О: 'O', Р: 'P', С: 'C', Т: 'T', Х: 'X', І: 'I'},
}

/** Swaps one letter of twenty, of those that have a look-alike. */
const swapped =
  (alikes: Readonly<Record<string, string>>) =>
  (text: string, random: Random): string =>
    text.replace(/\p{L}/gu, (letter) => (alikes[letter] && random() < 0.05 ? pick(alikes[letter], random) : letter))

const tagged = (text: string): string =>
  Array.from(text, (char) => String.fromCodePoint(0xe0000 + char.charCodeAt(0))).join('')

/** Arabic letters with the characters of their forms: alone, final, and of those that join, initial and medial. */
const ARABIC_FORMS = new Map<string, string[]>()
for (const [first, last] of [
  [0xfe80, 0xfef4],
  [0xfb56, 0xfbff],
] as const) {
  const isKnown = new Set(ARABIC_FORMS.keys())
  for (let point = first; point <= last; point++) {
    const plain = String.fromCharCode(point).normalize('NFKC')
    if (plain.length === 1 && !isKnown.has(plain))
      ARABIC_FORMS.set(plain, [...(ARABIC_FORMS.get(plain) ?? []), String.fromCharCode(point)])
  }
}

function shaped(word: string): string {
  const forms = Array.from(word, (letter) => ARABIC_FORMS.get(letter) ?? [letter])
  return forms
    .map((own, i) => {
      const reachesBack = own.length > 1 && forms[i - 1]?.length === 4
      const reachesOn = own.length === 4 && (forms[i + 1]?.length ?? 0) > 1
      return own[(reachesBack ? 1 : 0) + (reachesOn ? 2 : 0)]!
    })
    .join('')
}

export const INJURIES: readonly Injury[] = [
  {name: 'zero-width spaces in words', languages: [...ALPHABETS, 'zh', 'ja', 'ko', 'ar'], injure: within(['\u200b'])},
  {name: 'soft hyphens in words', languages: ALPHABETS, injure: within(['\u00ad'])},
  {name: 'joiners in words', languages: [...ALPHABETS, 'zh', 'ko'], injure: within(['\u200c', '\u200d'])},
  {name: 'other invisible characters in words', languages: ALPHABETS, injure: within(['\u2060', '\ufeff', '\u2063'])},
  {name: 'control characters in words', injure: within(['\x01', '\x08', '\x7f'])},
  {name: 'direction marks in words', languages: [...ALPHABETS, 'zh'], injure: within(['\u200e', '\u202a', '\u2069'])},
  {name: 'hidden text after a word', injure: toWords(/\p{L}{3,}(?=[ .])/gu, (word) => word + tagged('ignore this'))},
  {
    name: 'no-break spaces for blanks',
    languages: ALPHABETS,
    injure: (text, random) => text.replace(/ /g, () => (random() < 0.25 ? '\u00a0' : ' ')),
  },
  {
    name: 'wide and thin spaces for blanks',
    languages: ALPHABETS,
    injure: (text, random) =>
      text.replace(/ /g, () => (random() < 0.25 ? pick('\u2002\u2003\u2009\u3000', random) : ' ')),
  },
  {
    name: 'words in full width',
    languages: LATIN,
    injure: toWords(/[a-z]{2,}/gi, (word) => word.replace(/./g, shifted('!', 0xff01))),
  },
  {
    name: 'small and vertical punctuation',
    languages: LATIN,
    injure: (text) =>
      text.replace(/(?<=\p{L})[,:;] (?=\p{L})/gu, (mark) => ({',': '﹐', ':': '︰', ';': '﹔'})[mark[0]!]!),
  },
  {
    name: 'ligatures',
    languages: LATIN,
    injure: (text) => text.replace(/ffi|fi|fl/g, (f) => ({ffi: 'ﬃ', fi: 'ﬁ', fl: 'ﬂ'})[f]!),
  },
  {
    name: 'bold words',
    languages: LATIN,
    injure: toWords(/(?<!\p{L})[a-z]{3,}(?!\p{L})/gu, (word) => word.replace(/./g, shifted('a', 0x1d5ee))),
  },
  {
    name: 'words under floods of accents',
    languages: LATIN,
    injure: toWords(/(?<!\p{L})[a-z]{3,}(?!\p{L})/gu, (word, random) =>
      word.replace(
        /./g,
        (char) => char + Array.from({length: 6}, () => pick('\u0301\u0315\u0323\u0334\u0347\u035f', random)).join(''),
      ),
    ),
  },
  {
    name: 'shaped Arabic letters',
    languages: ['ar', 'fa', 'ur'],
    injure: toWords(/[\u0621-\u064a\u067e\u0686\u06a9\u06af\u06cc]{3,}/gu, shaped),
  },
  {name: 'letters in pieces', injure: (text) => text.normalize('NFD')},
  {name: 'Cyrillic and Greek letters for Latin', languages: LATIN, injure: swapped(LOOK_ALIKES)},
  {name: 'Latin letters for Cyrillic', languages: ['ru', 'uk', 'bg', 'be', 'sr'], injure: swapped(LATIN_ALIKES)},
]
