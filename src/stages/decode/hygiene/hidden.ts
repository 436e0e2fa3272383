/**
 * Characters that pass for nothing and can carry a text that no reader sees: Unicode's tags, which repeat ASCII, and
 * variation selectors, of which there are 256, one for each byte. Both serve to smuggle orders to language models and
 * to mark who copied a text.
 */
import type {Proposal} from '../../../draft/index.js'
import {characterBefore, type Run} from './run.js'
import {LATIN} from './scripts.js'

/** A black flag, letters and digits of a region as tags, and the tag that ends them: England, Scotland, Wales, Texas … */
const FLAG = /^\u{e007f}?$|^[\u{e0030}-\u{e0039}\u{e0061}-\u{e007a}]{3,6}\u{e007f}$/u

export function* tags({text, run, start, end}: Run): Iterable<Proposal> {
  if (characterBefore(text, start) === '🏴' && FLAG.test(run)) return
  const said = Array.from(run, (char) => String.fromCharCode(char.codePointAt(0)! - 0xe0000)).join('')
  yield hiddenText({start, end}, said)
}

/**
 * A selector chooses the form of what stands before it: of emoji and signs, ideographs, mathematics, Burmese,
 * Mongolian. No letter of Latin, Greek or Cyrillic has forms, nobody needs two, and a blank has none.
 */
export function* variationSelector({text, run, start, end}: Run): Iterable<Proposal> {
  const before = characterBefore(text, start)
  const selectors = Array.from(run)
  const isChoice = !/^[\p{Lu}\p{Ll}\p{Lt}\s]?$/u.test(before) || /[©®™ℹⓂ]/.test(before)
  const isFirstMeant = isChoice && (selectors[0]!.length === 1 || /\p{Script=Han}/u.test(before))
  const idle = isFirstMeant ? selectors.slice(1) : selectors
  if (idle.length === 0) return
  const span = {start: start + (isFirstMeant ? selectors[0]!.length : 0), end}
  if (idle.length >= SHORTEST_MESSAGE) yield hiddenText(span, decoded(idle))
  else
    yield {...span, rule: 'decode/idle-variation-selector', expected: [''], confidence: LATIN.test(before) ? 0.95 : 0.9}
}

/** More selectors than anything could choose with (characters). */
const SHORTEST_MESSAGE = 3

function hiddenText({start, end}: {start: number; end: number}, said: string): Proposal {
  const visible = said.replace(/[^ -~]/g, '')
  const note = visible === '' ? {} : {note: `reads “${visible.length > 120 ? `${visible.slice(0, 119)}…` : visible}”`}
  return {start, end, rule: 'decode/hidden-text', expected: [''], confidence: 0.97, ...note}
}

/** Selectors 1–16 are the bytes 0–15, 17–256 the rest. */
const decoded = (selectors: readonly string[]): string =>
  selectors
    .map((char) => char.codePointAt(0)!)
    .map((point) => String.fromCharCode(point >= 0xe0100 ? point - 0xe0100 + 16 : point - 0xfe00))
    .join('')
