/** What franc says, among the same languages: asked only where the n-grams leave doubt, as it is slow. */
import {franc} from 'franc'

/** ISO 639-1 to 639-3, as franc has it; Icelandic it does not know. */
const FRANC_CODES: Readonly<Record<string, string>> = {
  en: 'eng',
  es: 'spa',
  fr: 'fra',
  de: 'deu',
  pt: 'por',
  it: 'ita',
  nl: 'nld',
  id: 'ind',
  tr: 'tur',
  vi: 'vie',
  pl: 'pol',
  sv: 'swe',
  cs: 'ces',
  ro: 'ron',
  hu: 'hun',
  da: 'dan',
  no: 'nob',
  fi: 'fin',
  sk: 'slk',
  hr: 'hrv',
  ms: 'zlm',
  ca: 'cat',
  lt: 'lit',
  sl: 'slv',
  lv: 'lvs',
  et: 'ekk',
  az: 'azj',
  sq: 'als',
  eu: 'eus',
  tl: 'tgl',
  yo: 'yor',
  ru: 'rus',
  uk: 'ukr',
  bg: 'bul',
  sr: 'srp',
  be: 'bel',
  ar: 'arb',
  fa: 'pes',
  ur: 'urd',
  ku: 'ckb',
  hi: 'hin',
  mr: 'mar',
}

/** franc reads no further than this. */
export const FRANC_LENGTH = 2048

export class SecondOpinion {
  readonly #languages = new Map<string, string>()
  readonly #only: string[]

  constructor(languages: readonly string[]) {
    for (const language of languages) {
      const code = FRANC_CODES[language]
      if (code !== undefined) this.#languages.set(code, language)
    }
    this.#only = [...this.#languages.keys()]
  }

  /** ISO 639-1; undefined where it finds nothing. */
  on(text: string): string | undefined {
    return this.#languages.get(franc(text, {only: this.#only, minLength: 1}))
  }
}
