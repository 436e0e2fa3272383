/** Documents one after the other through a cleaner; one that cannot be read stops nothing. */
import {readFile} from 'node:fs/promises'
import type {Cleaned, Cleaner} from '../clean.js'
import type {State} from '../draft/index.js'
import {type Input, isHtml} from './inputs.js'

export interface BatchResult {
  readonly input: Input
  /** Undefined when the file could not be read. */
  readonly cleaned: Cleaned | undefined
  /** Why it could not be read. */
  readonly error: string | undefined
}

/** What a run did, for the table at its end. */
export interface Summary {
  documents: number
  bytes: number
  changed: number
  rejected: number
  failed: number
  readonly byStage: Map<string, Map<State, number>>
}

export const emptySummary = (): Summary => ({
  documents: 0,
  bytes: 0,
  changed: 0,
  rejected: 0,
  failed: 0,
  byStage: new Map(),
})

/** Reads and cleans in the order given; the next file is read while one is cleaned. */
export async function* cleanAll(inputs: readonly Input[], cleaner: Cleaner): AsyncIterable<BatchResult> {
  let pending = inputs[0] && read(inputs[0])
  for (const [i, input] of inputs.entries()) {
    const bytes = await pending!
    const next = inputs[i + 1]
    pending = next && read(next)
    if (typeof bytes === 'string') yield {input, cleaned: undefined, error: bytes}
    else yield {input, cleaned: cleaner(bytes, {path: input.path, format: input.format}), error: undefined}
  }
}

/** The bytes, or why there are none. */
async function read(input: Input): Promise<Uint8Array | string> {
  if (isHtml(input.file)) return 'HTML is not read yet; give text or Markdown'
  try {
    return await readFile(input.file)
  } catch (error) {
    return (error as Error).message
  }
}

/** Adds one result to a summary. */
export function count(summary: Summary, {input, cleaned}: BatchResult): void {
  summary.documents++
  summary.bytes += input.bytes
  if (!cleaned) {
    summary.failed++
    return
  }
  const {report, source} = cleaned
  if (report.rejected !== undefined) summary.rejected++
  else if (report.text !== source) summary.changed++
  for (const [stage, states] of Object.entries(report.counts.byStage)) {
    const sums = summary.byStage.get(stage) ?? new Map<State, number>()
    summary.byStage.set(stage, sums)
    for (const [state, n] of Object.entries(states)) sums.set(state as State, (sums.get(state as State) ?? 0) + n)
  }
}
