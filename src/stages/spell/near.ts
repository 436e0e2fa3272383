/**
 * Which words lie one slip of the fingers from a form, and how likely each slip is.
 *
 * No index of words is needed: a form of nine letters has 500 neighbours, and the language model says of a hash in
 * a tenth of a microsecond whether it is a word's. Hashes are mixed from the letters; strings are made of hits only.
 */
import {finish, HASH_SEED, mixHash} from '../../draft/letters.js'

export interface Near {
  readonly form: string
  /** log10 of how likely this slip is among slips. */
  readonly cost: number
}

/** Longer forms are no words; also a bound of the work. */
export const LONGEST = 24

/** The letters, and the apostrophe of "dont". */
const INSERTED = "abcdefghijklmnopqrstuvwxyz'"
const UNITS = Uint8Array.from(INSERTED, (letter) => letter.charCodeAt(0))
const LETTERS = 26

/** Letters that lie beside each other on the keyboards of English. */
const KEYS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']
const BESIDE = new Set(
  KEYS.flatMap((keys, row) =>
    [...keys].flatMap((key, i) =>
      [keys[i + 1], KEYS[row + 1]?.[i], KEYS[row + 1]?.[i - 1]].flatMap((other) =>
        other ? [key + other, other + key] : [],
      ),
    ),
  ),
)
/** Letters that writers take for each other by their sound. */
const ALIKE = new Set(['cs', 'sc', 'ck', 'kc', 'sz', 'zs', 'mn', 'nm', 'fv', 'vf', 'dt', 'td', 'gj', 'jg'])
const VOWEL = /[aeiouy]/

/**
 * log10 of shares of slips. Orders of magnitude, after what is known of typing and spelling errors in English (Damerau
 * 1964; Kukich 1992: four in five are one letter too many, too few, wrong, or two swapped; the first letter is seldom
 * wrong). Chosen on the tuning half of the eval, not fitted.
 */
const COSTS = {
  swapped: -1,
  halved: -0.7,
  doubled: -1,
  dropped: -1.4,
  added: -2,
  vowel: -1.5,
  beside: -1.7,
  alike: -1.7,
  replaced: -2.6,
  first: -1,
} as const

interface Search {
  readonly form: string
  readonly units: Uint16Array
  readonly isWord: (hash: number) => boolean
  readonly found: Near[]
}

/** The words at distance one, in no order. `isWord` is asked with hashes as `hashOf` makes them. */
export function nearWords(form: string, isWord: (hash: number) => boolean): Near[] {
  if (form.length > LONGEST) return []
  const found: Near[] = []
  const units = unitsOf(form)
  const search: Search = {form, units, isWord, found}
  let state = HASH_SEED
  for (let at = 0; at <= units.length; at++) {
    if (at < units.length) shortened(search, at, state)
    replacedOrLonger(search, at, state)
    if (at < units.length) state = mixHash(state, units[at]!)
  }
  return found
}

function unitsOf(form: string): Uint16Array {
  const units = new Uint16Array(form.length)
  for (let i = 0; i < units.length; i++) units[i] = form.charCodeAt(i)
  return units
}

/** Without the letter at a place, and with that letter and the next one swapped. */
function shortened({form, units, isWord, found}: Search, at: number, state: number): void {
  const [unit, next] = [units[at]!, units[at + 1]]
  if (unit !== units[at - 1] && isWord(tail(state, units, at + 1))) {
    found.push({form: form.slice(0, at) + form.slice(at + 1), cost: costOfAdded(form, at)})
  }
  if (next !== undefined && next !== unit && isWord(tail(mixHash(mixHash(state, next), unit), units, at + 2))) {
    const swapped = form.slice(0, at) + form[at + 1] + form[at] + form.slice(at + 2)
    found.push({form: swapped, cost: COSTS.swapped + atFirst(at)})
  }
}

/** With every other letter at a place, and with every letter before it. */
function replacedOrLonger({form, units, isWord, found}: Search, at: number, state: number): void {
  for (let i = 0; i < UNITS.length; i++) {
    const unit = UNITS[i]!
    const mixed = mixHash(state, unit)
    if (unit !== units[at - 1] && isWord(tail(mixed, units, at))) {
      found.push({form: form.slice(0, at) + INSERTED[i] + form.slice(at), cost: costOfDropped(form, at, i)})
    }
    if (at < units.length && i < LETTERS && unit !== units[at] && isWord(tail(mixed, units, at + 1))) {
      const cost = costOfReplaced(form[at]!, INSERTED[i]!) + atFirst(at)
      found.push({form: form.slice(0, at) + INSERTED[i] + form.slice(at + 1), cost})
    }
  }
}

/** The hash of what was mixed so far and the letters from a place on. */
function tail(state: number, units: Uint16Array, from: number): number {
  for (let i = from; i < units.length; i++) state = mixHash(state, units[i]!)
  return finish(state)
}

const atFirst = (at: number): number => (at === 0 ? COSTS.first : 0)

function costOfAdded(form: string, at: number): number {
  if (form[at] === form[at + 1]) return COSTS.doubled
  const slipped = BESIDE.has(form[at]! + (form[at + 1] ?? '')) || BESIDE.has((form[at - 1] ?? '') + form[at]!)
  return (slipped ? COSTS.beside : COSTS.added) + atFirst(at)
}

function costOfDropped(form: string, at: number, letter: number): number {
  return (INSERTED[letter] === form[at] ? COSTS.halved : COSTS.dropped) + atFirst(at)
}

function costOfReplaced(typed: string, meant: string): number {
  if (VOWEL.test(typed) && VOWEL.test(meant)) return COSTS.vowel
  if (ALIKE.has(typed + meant)) return COSTS.alike
  return BESIDE.has(typed + meant) ? COSTS.beside : COSTS.replaced
}
