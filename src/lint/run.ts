/** All documents of a run, in their order: from the cache where they are known, else through an engine. */
import {cacheKeyOf, type LintCache} from './cache.js'
import {type Engine, type LintJob, type LintOutcome, sizeOf} from './job.js'

/** Documents under way or waiting for an earlier one, and how much they may be together (see `sizeOf`). */
const MOST_AT_ONCE = 256
const MOST_HELD = 16_000_000

export interface RunOptions {
  /** Made for the first document that is not known. */
  readonly startEngine: () => Promise<Engine>
  /** Whether the engine looks at one document after the other; several at a time otherwise. */
  readonly isSerial: boolean
  readonly cache: LintCache | undefined
  /** What findings follow from besides document and settings: this program and its rules. */
  readonly program: string
}

export async function* lintAll(jobs: AsyncIterable<LintJob>, options: RunOptions): AsyncIterable<LintOutcome> {
  const {startEngine, isSerial, cache, program} = options
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
    yield* inOrder(jobs, lint, isSerial ? 1 : MOST_AT_ONCE)
  } finally {
    await (await engine)?.close()
    await cache?.save()
  }
}

interface Underway {
  readonly outcome: Promise<LintOutcome>
  readonly size: number
  isSettled: boolean
}

/** As many at a time as may be, however long the first of them takes: a library would count them, not what they hold. */
async function* inOrder(
  jobs: AsyncIterable<LintJob>,
  lint: (job: LintJob) => Promise<LintOutcome>,
  most: number,
): AsyncIterable<LintOutcome> {
  const underway: Underway[] = []
  let held = 0
  const first = (): Promise<LintOutcome> => {
    const {outcome, size} = underway.shift()!
    held -= size
    return outcome
  }
  for await (const job of jobs) {
    underway.push(begun(lint(job), sizeOf(job)))
    held += sizeOf(job)
    while (underway.length >= most || held > MOST_HELD || underway[0]?.isSettled) yield await first()
  }
  while (underway.length > 0) yield await first()
}

/** An outcome that fails before its turn is not one that nobody waits for. */
function begun(outcome: Promise<LintOutcome>, size: number): Underway {
  const one = {outcome, size, isSettled: false}
  const settle = (): void => {
    one.isSettled = true
  }
  outcome.then(settle, settle)
  return one
}
