/** What `lint` knows of before: the baseline, and the older versions that --since and --staged compare with. */
import {existsSync} from 'node:fs'
import {Option} from 'commander'
import type {Input} from '../batch/inputs.js'
import type {LintOutcome} from '../lint/job.js'
import type {BaselineEntry} from '../lint/known/baseline.js'
import {findBaseline, loadBaseline, shown} from '../lint/known/baseline-file.js'
import {KnownFilter} from '../lint/known/filter.js'
import {type KnownFinding, KnownFindings, Ordinals, placeOf} from '../lint/known/known.js'
import type {Comparison} from '../lint/known/since.js'
import type {LintFinding, LintResult} from '../lint/lint.js'
import type {LintInput} from '../lint/linter.js'
import {UsageError} from '../usage-error.js'

export interface KnownFlags {
  readonly since?: string
  readonly staged?: true
  readonly baseline?: string | false
  readonly config?: string
}

export const knownOptions = (): Option[] => [
  new Option('--since <ref>', 'only what is new since a commit of git: its versions of files are looked at, too'),
  new Option('--staged', 'only what is new in what is staged, which is looked at instead of the files').conflicts(
    'since',
  ),
  new Option('--baseline <file>', 'findings that are known (default: the unspun.baseline beside the configuration)'),
  new Option('--no-baseline', 'report known findings, too'),
]

/**
 * Opens what the flags ask for.
 *
 * @throws UsageError for a baseline that is none, and where git cannot compare.
 */
export async function openKnown(flags: KnownFlags, paths: readonly string[]): Promise<Known> {
  const file = flags.baseline === false ? undefined : (flags.baseline ?? findBaseline('.', flags.config))
  const baseline = file === undefined ? undefined : {file, entries: loadBaseline(file)}
  return new Known(await comparisonFor(flags, paths), baseline)
}

async function comparisonFor({since, staged}: KnownFlags, paths: readonly string[]): Promise<Comparison | undefined> {
  if (since === undefined && !staged) {
    if (paths.length === 0) throw new UsageError('No path, expected files, globs, folders or -; . is this folder')
    return undefined
  }
  if (paths.includes('-')) throw new UsageError('Unexpected - with --since or --staged, expected files of a repository')
  const {compare} = await import('../lint/known/since.js')
  return compare(since === undefined ? 'staged' : {since}, paths)
}

interface Baseline {
  readonly file: string
  readonly entries: readonly BaselineEntry[]
}

/** One run: the documents of before and those of now in, what is new in these out. */
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
