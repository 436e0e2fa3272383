/**
 * Words that may be disguised: with letters of Latin and of another alphabet, or wholly of another one's letters that
 * look like Latin. A table of UTF-16 units finds them, since Russian text has a word to look at every six letters.
 */
import type {Span} from '../../../draft/index.js'
import {IN_LATIN, type Script, scriptOf} from './look-alikes.js'

/** How many letters there are of each script. */
export type Counts = Partial<Record<Script, number>>

export interface ForeignWord extends Span {
  readonly letters: string
  readonly counts: Counts
}

export function add(counts: Counts, script: Script | undefined): void {
  if (script !== undefined) counts[script] = (counts[script] ?? 0) + 1
}

/** Longer runs of letters are no words (UTF-16 units). */
const LONGEST_WORD = 64

export function* foreignWords(text: string): Iterable<ForeignWord> {
  for (let at = 0; at < text.length; at++) {
    if (text.charCodeAt(at) < 0x80 || classAt(text, at) < ALIKE) continue
    let start = at
    while (start > 0 && classAt(text, start - 1) !== NO_LETTER) start--
    let end = at
    let seen = start < at ? 1 << classAt(text, start) : 0
    for (let next = classAt(text, end); next !== NO_LETTER; next = classAt(text, ++end)) seen |= 1 << next
    at = end
    const isMixed = (seen & (1 << LATIN)) !== 0
    const isAlike = (seen & (1 << FOREIGN)) === 0
    if ((isMixed || isAlike) && end - start <= LONGEST_WORD) yield wordOf(text, start, end)
  }
}

function wordOf(text: string, start: number, end: number): ForeignWord {
  const letters = text.slice(start, end)
  const counts: Counts = {}
  for (const letter of letters) add(counts, scriptOf(letter))
  return {start, end, letters, counts}
}

const NO_LETTER = 1
/** Belongs to the letter before it. */
const MARK = 2
const LATIN = 3
/** Of another alphabet, and looks like a Latin letter. */
const ALIKE = 4
const FOREIGN = 5

/** Class of every UTF-16 unit, learnt when first met; 0 is "not yet". */
const classes = new Uint8Array(65536)

function learn(unit: number): number {
  const char = String.fromCharCode(unit)
  classes[unit] = classOf(char)
  return classes[unit]!
}

function classOf(char: string): number {
  if (/[\u0300-\u036f]/.test(char)) return MARK
  const script = scriptOf(char)
  if (script === undefined) return NO_LETTER
  if (script === 'latin') return LATIN
  return IN_LATIN.has(char) ? ALIKE : FOREIGN
}

function classAt(text: string, at: number): number {
  if (at >= text.length) return NO_LETTER
  const unit = text.charCodeAt(at)
  return classes[unit]! || learn(unit)
}
