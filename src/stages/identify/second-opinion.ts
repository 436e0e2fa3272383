/**
 * What franc says, among the same languages: asked only where the n-grams leave doubt.
 *
 * franc's algorithm (Titus Wormer, MIT) on its data, in typed arrays: of a text it compares how often each trigram stands
 * in it with the rank of the trigram in each language. Its own code builds the tables of 400 languages at import and
 * objects for every question, which took a seventh of the time of a run; a test compares the answers.
 */
import {data} from 'franc/data.js'
import type {Script} from './script.js'

/** ISO 639-1 to 639-3, as franc has it; Icelandic it does not know. */
export const FRANC_CODES: Readonly<Record<string, string>> = {
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

const FRANC_SCRIPTS: Readonly<Partial<Record<Script, string>>> = {
  Latn: 'Latin',
  Cyrl: 'Cyrillic',
  Arab: 'Arabic',
  Deva: 'Devanagari',
}

/** franc reads no further than this. */
export const FRANC_LENGTH = 2048
/** What a trigram adds to the distance from a language that does not know it. */
const UNKNOWN = 300
/** Blanks, marks and digits are no part of a word. */
const NO_LETTERS = /[\s\u0021-\u0040]+/g
const NO_RANK = -1

export class SecondOpinion {
  /** ISO 639-1; in franc's order, in which the first of equals wins. */
  readonly #languages: readonly string[]
  /** Open addressing: the three units of a trigram in one number; 0 is a free slot. */
  readonly #keys: Float64Array
  readonly #mask: number
  /** Of the trigram in each slot, its rank in each language. */
  readonly #ranks: Int16Array
  /** How often the trigram in each slot stands in the text, and the slots where that is not 0. */
  readonly #counts: Uint16Array
  readonly #met: Uint32Array

  /** Languages of one script; of those that franc does not know, it never answers with one. */
  constructor(script: Script, languages: readonly string[]) {
    const known = Object.entries(data[FRANC_SCRIPTS[script] ?? ''] ?? {}).flatMap(([code, trigrams]) => {
      const language = languages.find((one) => FRANC_CODES[one] === code)
      return language === undefined ? [] : [{language, trigrams: trigrams.split('|')}]
    })
    this.#languages = known.map(({language}) => language)
    const most = known.reduce((sum, {trigrams}) => sum + trigrams.length, 1)
    const size = 2 << (32 - Math.clz32(most))
    this.#mask = size - 1
    this.#keys = new Float64Array(size)
    this.#ranks = new Int16Array(size * known.length).fill(NO_RANK)
    this.#counts = new Uint16Array(size)
    this.#met = new Uint32Array(most)
    for (const [i, {trigrams}] of known.entries()) this.#learn(i, trigrams)
  }

  /** ISO 639-1; undefined where it knows none of the languages. */
  on(text: string): string | undefined {
    const met = this.#count(` ${text.slice(0, FRANC_LENGTH).replace(NO_LETTERS, ' ').trim().toLowerCase()} `)
    let best: string | undefined
    let least = Infinity
    for (let i = 0; i < this.#languages.length; i++) {
      const distance = this.#distanceTo(i, met)
      if (distance >= least) continue
      best = this.#languages[i]
      least = distance
    }
    for (let k = 0; k < met; k++) this.#counts[this.#met[k]!] = 0
    return best
  }

  /** The most frequent trigram first; of one that is listed twice, the better rank counts. */
  #learn(language: number, trigrams: readonly string[]): void {
    for (let rank = trigrams.length - 1; rank >= 0; rank--) {
      const [a, b, c] = Array.from({length: 3}, (_, k) => trigrams[rank]!.charCodeAt(k)) as [number, number, number]
      const slot = this.#find(a, b, c)
      this.#keys[slot] = keyOf(a, b, c)
      this.#ranks[slot * this.#languages.length + language] = rank
    }
  }

  /** Counts the trigrams that one of the languages knows, as the others tell nothing; how many different ones there are. */
  #count(text: string): number {
    let met = 0
    let [a, b] = [text.charCodeAt(0), text.charCodeAt(1)]
    for (let i = 2; i < text.length; i++) {
      const c = text.charCodeAt(i)
      const slot = this.#find(a, b, c)
      if (this.#keys[slot] !== 0 && this.#counts[slot]!++ === 0) this.#met[met++] = slot
      a = b
      b = c
    }
    return met
  }

  #distanceTo(language: number, met: number): number {
    let distance = 0
    for (let k = 0; k < met; k++) {
      const slot = this.#met[k]!
      const rank = this.#ranks[slot * this.#languages.length + language]!
      distance += rank === NO_RANK ? UNKNOWN : Math.abs(this.#counts[slot]! - rank - 1)
    }
    return distance
  }

  /** The slot of a trigram, or the free one where it would be. */
  #find(a: number, b: number, c: number): number {
    const key = keyOf(a, b, c)
    let at = (Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35)) >>> 12
    for (at &= this.#mask; this.#keys[at] !== 0 && this.#keys[at] !== key; ) at = (at + 1) & this.#mask
    return at
  }
}

const keyOf = (a: number, b: number, c: number): number => a * 0x1_0000_0000 + b * 0x1_0000 + c
