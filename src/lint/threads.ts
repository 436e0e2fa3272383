/**
 * Documents shared among threads, of which none can hold up the others. This thread joins in where it may: on two cores
 * one that only reads and prints would be half of them.
 */
import {Tinypool} from 'tinypool'
import {type Engine, type LintJob, type LintOutcome, sizeOf} from './job.js'
import type {LintResult} from './lint.js'
import type {Batch} from './worker.js'

export interface ThreadOptions {
  /** Besides this one. */
  readonly threads: number
  /** No document may take longer there, seconds. */
  readonly budget: number
  /** What looks at small documents in this thread, if anything may: nothing could stop it. */
  readonly own: Engine | undefined
}

/** Handing over costs either side as much as half a small document: so many are handed over at once, and so large. */
const MOST_IN_BATCH = 16
const LARGEST_BATCH = 100_000
/** After so long each document of a batch is looked at by itself, to see which of them it is; seconds. */
const PATIENCE = 5

interface Waiting {
  readonly job: LintJob
  readonly settle: (outcome: LintOutcome | Promise<LintOutcome>) => void
}

export class Threads implements Engine {
  readonly #pool: Tinypool
  readonly #threads: number
  readonly #budget: number
  readonly #own: Engine | undefined
  readonly #waiting: Waiting[] = []
  #idle = 0
  #isStarted = false
  #isPlanned = false

  constructor({threads, budget, own}: ThreadOptions, program = new URL('./worker.js', import.meta.url)) {
    this.#pool = new Tinypool({
      filename: program.href,
      runtime: 'worker_threads',
      minThreads: threads,
      maxThreads: threads,
      concurrentTasksPerWorker: 1,
    })
    this.#threads = threads
    this.#budget = budget
    this.#own = own
  }

  lint(job: LintJob): Promise<LintOutcome> {
    if (!this.#isStarted) this.#start(job)
    return new Promise((settle) => {
      this.#waiting.push({job, settle})
      this.#plan()
    })
  }

  close(): Promise<void> {
    return this.#pool.destroy()
  }

  /** Nothing is handed over before there is somebody to take it: this thread is ready sooner. */
  #start({settings}: LintJob): void {
    this.#isStarted = true
    const free = (): void => this.#free()
    for (let i = 0; i < this.#threads; i++) this.#pool.run({settings, inputs: []} satisfies Batch).then(free, free)
  }

  /** Later, when what came in meanwhile was read: documents, and outcomes of other threads. */
  #plan(): void {
    if (this.#isPlanned) return
    this.#isPlanned = true
    setImmediate(() => {
      this.#isPlanned = false
      this.#share()
    })
  }

  #share(): void {
    while (this.#idle > 0 && this.#waiting.length > 0) {
      this.#idle--
      void this.#handOver(batchFrom(this.#waiting)).finally(() => this.#free())
    }
    const mine = this.#own ? this.#waiting.findIndex(({job}) => sizeOf(job) <= LARGEST_BATCH) : -1
    if (mine === -1) return
    const [{job, settle}] = this.#waiting.splice(mine, 1) as [Waiting]
    settle(this.#own!.lint(job))
    this.#plan()
  }

  #free(): void {
    this.#idle++
    this.#plan()
  }

  /** Settles all of them, one way or the other. */
  async #handOver(batch: readonly Waiting[]): Promise<void> {
    const isOne = batch.length === 1
    const seconds = isOne ? this.#budget : Math.min(PATIENCE, this.#budget)
    const signal = AbortSignal.timeout(seconds * 1000)
    try {
      const outcomes: readonly LintResult[] = await this.#pool.run(tasksOf(batch), {signal})
      for (const [i, {settle}] of batch.entries()) settle(outcomes[i]!)
    } catch (error) {
      if (!signal.aborted) for (const {settle} of batch) settle(Promise.reject(error))
      else if (isOne) for (const {job, settle} of batch) settle(tooLong(job, seconds))
      else for (const one of batch) await this.#handOver([one])
    }
  }
}

/** Takes the first that wait, as many as may go together. */
function batchFrom(waiting: Waiting[]): Waiting[] {
  const {settings} = waiting[0]!.job
  let size = 0
  const end = waiting.findIndex(({job}, i) => {
    size += sizeOf(job)
    return i > 0 && (i === MOST_IN_BATCH || size > LARGEST_BATCH || job.settings !== settings)
  })
  return waiting.splice(0, end === -1 ? waiting.length : end)
}

const tasksOf = (batch: readonly Waiting[]): Batch => ({
  settings: batch[0]!.job.settings,
  inputs: batch.map(({job}) => job.input),
})

const tooLong = ({input}: LintJob, seconds: number): LintOutcome => ({
  path: input.facts.path,
  error: `took longer than ${seconds} s; see --budget, or leave it out`,
})
