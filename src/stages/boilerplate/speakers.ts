/**
 * "Editor:" once is a byline, "Editor:" at the head of line after line is somebody who speaks: interviews, plays and
 * transcripts label their speakers with the words that bylines use.
 */
import type {Hit} from '../../rules/hit.js'

/** A label this often is a speaker; a page names its editor at the top and at the foot. */
const FEWEST_TURNS = 3

export class Speakers {
  readonly #text: string
  readonly #turns = new Map<string, boolean>()

  constructor(text: string) {
    this.#text = text
  }

  /** Whether a rule for bylines met the label of a speaker. */
  isLabel({rule, start, end}: Hit): boolean {
    if (rule.metadata !== 'byline') return false
    const label = this.#text.slice(start, end)
    if (!/[:：︰]$/.test(label)) return false
    const known = this.#turns.get(label) ?? this.#speaks(label)
    this.#turns.set(label, known)
    return known
  }

  #speaks(label: string): boolean {
    let turns = this.#text.startsWith(label) ? 1 : 0
    for (let at = -1; turns < FEWEST_TURNS; turns++) {
      at = this.#text.indexOf(`\n${label}`, at + 1)
      if (at < 0) return false
    }
    return true
  }
}
