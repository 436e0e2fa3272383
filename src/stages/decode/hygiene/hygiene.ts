/** All rules for single characters, each asked only where the text holds what it looks for. */
import type {Draft, Proposal} from '../../../draft/index.js'
import {characterFaults} from './characters.js'
import {decomposed} from './composition.js'
import {FOREIGN_LETTERS, MARKS, SUSPECTS} from './inventory.js'
import {mixedScript} from './mixed-script.js'
import {stackedMarks} from './stacked-marks.js'

/** `held` is the inventory of the text. */
export function* hygiene(draft: Draft, held: number): Iterable<Proposal> {
  const {text} = draft
  if (held & SUSPECTS) yield* characterFaults(text)
  if (held & MARKS) yield* decomposed(text)
  if (held & MARKS) yield* stackedMarks(text)
  if (held & FOREIGN_LETTERS) yield* mixedScript(draft)
}
