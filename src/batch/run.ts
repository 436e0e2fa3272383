/** Documents one after the other through a cleaner; one that cannot be read stops nothing. */
import type {Cleaned, Cleaner} from '../clean.js'
import type {State} from '../draft/index.js'
import type {Document, Unreadable} from './documents.js'
import type {Input} from './inputs.js'
import type {SiteMemoryOf} from './sites.js'

export interface BatchResult {
  readonly input: Input
  /** What was cleaned; undefined when the input could not be read. */
  readonly document: Document | undefined
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

/** Cleans documents in the order given, those of each input as is asked for it; `memoryOf` tells what is known of a site. */
export async function* cleanAll(
  documents: AsyncIterable<Document | Unreadable>,
  cleanerFor: (input: Input) => Cleaner,
  memoryOf: SiteMemoryOf = () => undefined,
): AsyncIterable<BatchResult> {
  for await (const document of documents) {
    const {input} = document
    if ('error' in document) yield {input, document: undefined, cleaned: undefined, error: document.error}
    else {
      const site = memoryOf(document)
      const cleaned = cleanerFor(input)(document.content, site ? {...document.facts, site} : document.facts)
      yield {input, document, cleaned, error: undefined}
    }
  }
}

/** Adds one result to a summary. */
export function count(summary: Summary, {document, cleaned}: BatchResult): void {
  summary.documents++
  summary.bytes += document?.bytes ?? 0
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
