/** Documents with their repairs made; where some findings are known, with those of the new ones. */
import type {Input} from '../batch/inputs.js'
import type {LintOutcome} from '../lint/job.js'
import type {Known} from '../lint/known/run.js'
import type {Fixes} from '../lint/linter.js'
import {outcomesOf, type RunFlags, Trouble} from './lint-run.js'

export interface Repairing {
  readonly found: readonly Input[] | undefined
  readonly flags: RunFlags
  readonly trouble: Trouble
  readonly known: Known
  readonly fixes: Fixes
  /** That findings are those before the repairs, which are only to be shown. */
  readonly findsAll: boolean
  /** Whether files are rewritten. */
  readonly writes: boolean
}

/** What is left in documents after their repairs. */
export async function* repairedOutcomes(asked: Repairing): AsyncIterable<LintOutcome> {
  const {found, flags, trouble, known, fixes, findsAll, writes} = asked
  const {rewritten} = await import('../lint/rewritten.js')
  if (known.isNothing) {
    yield* rewritten(await outcomesOf(found, flags, trouble, {fixes, findsAll}), writes)
    return
  }
  const {all, fresh} = await fingerprintsOf(asked)
  const outcomes = rewritten(await outcomesOf(found, flags, trouble, {fixes, findsAll, repairs: fresh}), writes)
  for await (const outcome of outcomes) {
    if ('error' in outcome) yield outcome
    else {
      const isNew = (fingerprint: string): boolean =>
        (fresh.get(outcome.path)?.includes(fingerprint) ?? false) || !all.has(fingerprint)
      yield {...outcome, findings: outcome.findings.filter((finding) => isNew(finding.fingerprint))}
    }
  }
}

/** A look at everything as it is: all that is found, and by path what of it is new. */
async function fingerprintsOf({found, flags, known}: Repairing) {
  const all = new Set<string>()
  const fresh = new Map<string, string[]>()
  async function* noted(outcomes: AsyncIterable<LintOutcome>): AsyncIterable<LintOutcome> {
    for await (const outcome of outcomes) {
      if ('findings' in outcome) for (const {fingerprint} of outcome.findings) all.add(fingerprint)
      yield outcome
    }
  }
  for await (const outcome of known.newOf(noted(await outcomesOf(found, flags, new Trouble(true), {known})))) {
    if ('error' in outcome) continue
    const prints = outcome.findings.map(({fingerprint}) => fingerprint)
    fresh.set(outcome.path, [...(fresh.get(outcome.path) ?? []), ...prints])
  }
  return {all, fresh}
}
