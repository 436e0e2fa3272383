/**
 * How a document was read as a whole. One wrong character set spoils all lines alike, so what most of them say is
 * believed of those that say too little by themselves: headings, labels, names.
 */
import type {Hypothesis, Misreading} from './misread.js'

/** Tenths of a nat, of all lines together, and how many must say so; and how much more than anything else they say. */
const LEAST_EVIDENCE = 600
const FEWEST_LINES = 2
const AHEAD = 4

interface Tally extends Misreading {
  evidence: number
  lines: number
}

export class Habit {
  readonly #tallies = new Map<string, Tally>()

  /** Counts what one line says. */
  add({readAs, truth, evidence}: Hypothesis): void {
    const key = `${truth} ${readAs}`
    const tally = this.#tallies.get(key) ?? {readAs, truth, evidence: 0, lines: 0}
    this.#tallies.set(key, tally)
    tally.evidence += evidence
    tally.lines++
  }

  /** What the lines agree on; undefined where they do not. */
  get misreading(): Misreading | undefined {
    const [first, second] = [...this.#tallies.values()].sort((a, b) => b.evidence - a.evidence)
    if (!first || first.lines < FEWEST_LINES || first.evidence < LEAST_EVIDENCE) return undefined
    return first.evidence >= AHEAD * (second?.evidence ?? 0) ? first : undefined
  }
}
