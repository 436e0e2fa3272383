/** Documents in threads: as many at a time as there are cores, and none that holds up the others. */
import {Tinypool} from 'tinypool'
import type {Engine, LintJob, LintOutcome} from './job.js'

export interface ThreadOptions {
  readonly threads: number
  /** No document may take longer, seconds. */
  readonly budget: number
}

export function inThreads({threads, budget}: ThreadOptions): Engine {
  const pool = new Tinypool({
    filename: new URL('./worker.js', import.meta.url).href,
    runtime: 'worker_threads',
    minThreads: threads,
    maxThreads: threads,
    // Each takes its next document when it has done with the last: its time runs from then on.
    concurrentTasksPerWorker: 1,
  })
  const lint = async (job: LintJob): Promise<LintOutcome> => {
    const signal = AbortSignal.timeout(budget * 1000)
    try {
      return await pool.run(job, {signal})
    } catch (error) {
      if (!signal.aborted) throw error
      return {path: job.input.facts.path, error: `took longer than ${budget} s; see --budget, or leave it out`}
    }
  }
  return {lint, close: () => pool.destroy()}
}
