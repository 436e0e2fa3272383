/** All documents of a run, in their order: from the cache where they are known, else through an engine. */
import {pMapIterable} from 'p-map'
import {cacheKeyOf, type LintCache} from './cache.js'
import type {Engine, LintJob, LintOutcome} from './job.js'

/** Outcomes that wait for an earlier one; more would be held in memory for a slow document. */
const MOST_WAITING = 64

export interface RunOptions {
  /** Made for the first document that is not known. */
  readonly startEngine: () => Promise<Engine>
  /** How many documents the engine looks at at a time. */
  readonly concurrency: number
  readonly cache: LintCache | undefined
  /** What findings follow from besides document and settings: this program and its rules. */
  readonly program: string
}

export async function* lintAll(jobs: AsyncIterable<LintJob>, options: RunOptions): AsyncIterable<LintOutcome> {
  const {startEngine, concurrency, cache, program} = options
  let engine: Promise<Engine> | undefined
  const lint = async (job: LintJob): Promise<LintOutcome> => {
    const key = cache && cacheKeyOf(job, program)
    const known = key === undefined ? undefined : cache?.get(key, job.input.facts.path)
    if (known) return known
    engine ??= startEngine()
    const outcome = await (await engine).lint(job)
    if (key !== undefined && 'findings' in outcome && !outcome.isMore) cache?.set(key, outcome)
    return outcome
  }
  try {
    yield* pMapIterable(jobs, lint, {concurrency, backpressure: Math.max(concurrency, MOST_WAITING)})
  } finally {
    await (await engine)?.close()
    await cache?.save()
  }
}
