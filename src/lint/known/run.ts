/** One run of lint in which some findings are known: from a baseline, from the versions of before, or from both. */
import {existsSync} from 'node:fs'
import type {Input} from '../../batch/inputs.js'
import type {LintOutcome} from '../job.js'
import type {LintFinding, LintResult} from '../lint.js'
import type {LintInput} from '../linter.js'
import type {BaselineEntry} from './baseline.js'
import {shown} from './baseline-file.js'
import {KnownFilter} from './filter.js'
import {type KnownFinding, KnownFindings, Ordinals, placeOf} from './known.js'
import type {Comparison} from './since.js'

interface Baseline {
  readonly file: string
  readonly entries: readonly BaselineEntry[]
}

/** The documents of before and those of now go in, what is new in these comes out. */
export class Known {
  /** What is to be looked at; undefined where it is what the paths name. */
  readonly now: readonly Input[] | undefined
  readonly #comparison: Comparison | undefined
  readonly #baseline: Baseline | undefined
  readonly #findings = new KnownFindings()
  #filter: KnownFilter | undefined
  /** How many documents of before were handed out. */
  #documentsBefore = 0

  constructor(comparison: Comparison | undefined, baseline: Baseline | undefined) {
    this.now = comparison?.now
    this.#comparison = comparison
    this.#baseline = baseline
    for (const entry of baseline?.entries ?? []) {
      // The findings of a file that did not change are still in it, so the same ones elsewhere are copies.
      if (!comparison?.isUnchanged(entry.place)) this.#add(entry)
    }
  }

  /** Whether nothing is known, and all is new. */
  get isNothing(): boolean {
    return this.#comparison === undefined && this.#baseline === undefined
  }

  #add({fingerprint, place, ordinal}: KnownFinding): void {
    this.#findings.add({fingerprint, place: this.#comparison?.placeNow(place) ?? place, ordinal})
  }

  /** The documents of before, and after them all others, as `read` makes them of inputs. */
  async *documents(
    found: readonly Input[] | undefined,
    read: (found: readonly Input[] | undefined) => AsyncIterable<LintInput>,
  ): AsyncIterable<LintInput> {
    if (this.#comparison) {
      for await (const document of read(this.#comparison.before)) {
        this.#documentsBefore++
        yield document
      }
    }
    yield* read(found)
  }

  /** Of the outcomes for these documents, in their order, what is new in those of now; failures all. */
  async *newOf(outcomes: AsyncIterable<LintOutcome>): AsyncIterable<LintOutcome> {
    const ordinals = new Ordinals()
    let number = 0
    try {
      for await (const outcome of outcomes) {
        const isOfBefore = ++number <= this.#documentsBefore
        if ('error' in outcome) yield outcome
        else if (isOfBefore) {
          const place = placeOf(outcome.path)
          for (const {fingerprint} of outcome.findings) this.#add(ordinals.number(fingerprint, place))
        } else yield* this.#all().next(outcome)
      }
      yield* this.#all().rest()
    } finally {
      this.#comparison?.close()
    }
  }

  /** What a fixer leaves alone in a document of now. */
  knownIn(result: LintResult): ReadonlySet<LintFinding> {
    return this.#all().knownIn(result)
  }

  #all(): KnownFilter {
    this.#filter ??= new KnownFilter(this.#findings)
    return this.#filter
  }

  /** What a reader should know, at the end. */
  notices(): readonly string[] {
    const stale = this.#staleNotice()
    return [this.#comparison?.notice, stale].filter((notice) => notice !== undefined)
  }

  /** Whether entries are stale shows only where every file that the baseline was made for was looked at. */
  #staleNotice(): string | undefined {
    if (!this.#baseline || this.#comparison) return undefined
    const {file, entries} = this.#baseline
    const filter = this.#all()
    if (!isWhole(entries, filter)) return undefined
    const unmet = filter.unmet().length
    if (unmet === 0) return undefined
    return `${unmet} of ${entries.length} findings in ${shown(file)} are gone; unspun baseline prune, with these paths, removes them`
  }
}

/** Whether every file of a baseline was looked at, or is gone. */
export const isWhole = (entries: readonly BaselineEntry[], filter: KnownFilter): boolean =>
  entries.every(({place}) => filter.hasSeen(place) || !existsSync(place))
