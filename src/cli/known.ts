/** What `lint` knows of before: the baseline, and the older versions that --since and --staged compare with. */
import {existsSync} from 'node:fs'
import {Option} from 'commander'
import {type Input, UsageError} from '../batch/inputs.js'
import type {BaselineEntry} from '../lint/known/baseline.js'
import {findBaseline, loadBaseline, shown} from '../lint/known/baseline-file.js'
import {KnownFilter} from '../lint/known/filter.js'
import {KnownFindings, Ordinals, placeOf} from '../lint/known/known.js'
import type {Comparison} from '../lint/known/since.js'
import type {LintFinding, LintResult} from '../lint/lint.js'

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
  return new Known(await comparisonFor(flags, paths), file && {file, entries: loadBaseline(file)})
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

export class Known {
  /** What is to be looked at; undefined where it is what the paths name. */
  readonly now: readonly Input[] | undefined
  /** What has to be looked at before it. */
  readonly before: readonly Input[]
  readonly #comparison: Comparison | undefined
  readonly #baseline: Baseline | undefined
  readonly #findings = new KnownFindings()
  readonly #ordinals = new Ordinals()
  #filter: KnownFilter | undefined

  constructor(comparison: Comparison | undefined, baseline: Baseline | undefined) {
    this.now = comparison?.now
    this.before = comparison?.before ?? []
    this.#comparison = comparison
    this.#baseline = baseline
    for (const entry of baseline?.entries ?? []) {
      // The findings of a file that did not change are still in it, so the same ones elsewhere are copies.
      if (!comparison?.isUnchanged(entry.place)) this.#add(entry.fingerprint, entry.place, entry.ordinal)
    }
  }

  /** Takes the findings of a document of `before`. */
  learn({path, findings}: LintResult): void {
    for (const {fingerprint} of findings) {
      this.#add(fingerprint, placeOf(path), this.#ordinals.number(fingerprint, placeOf(path)).ordinal)
    }
  }

  #add(fingerprint: string, place: string, ordinal: number): void {
    this.#findings.add({fingerprint, place: this.#comparison?.placeNow(place) ?? place, ordinal})
  }

  /** Takes the findings of a document of `now`; answers with the results that are settled, without what is known. */
  next(result: LintResult): readonly LintResult[] {
    return this.#all().next(result)
  }

  /** After the last document: the other results. */
  rest(): readonly LintResult[] {
    return this.#all().rest()
  }

  /** What a fixer leaves alone in a document; to be asked before `next`. */
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

  /** After all inputs were read. */
  close(): void {
    this.#comparison?.close()
  }
}

/** Whether every file of a baseline was looked at, or is gone. */
export const isWhole = (entries: readonly BaselineEntry[], filter: KnownFilter): boolean =>
  entries.every(({place}) => filter.hasSeen(place) || !existsSync(place))
