/** Findings for people and programs: where, what, why, and what to do. */
import type {Cleaned} from '../clean.js'
import {type Finding, type Place, placesOf, type RuleId} from '../draft/index.js'
import {type Fault, messageOf} from '../stage/fault.js'

/** One finding with everything a reader needs. */
export interface LintFinding {
  readonly rule: RuleId
  readonly start: Place
  readonly end: Place
  readonly message: string
  readonly why: string | undefined
  readonly advice: string
  readonly actual: string
  readonly expected: readonly string[]
  readonly confidence: number
  readonly state: Finding['state']
}

export interface LintResult {
  readonly path: string
  readonly rejected: string | undefined
  readonly findings: readonly LintFinding[]
  /** For the frames. */
  readonly source: string
}

/** What a linter says of a document: every finding that another did not displace, in the order of the text. */
export function lintResult({report, source}: Cleaned, catalogue: ReadonlyMap<RuleId, Fault>): LintResult {
  const placeOf = placesOf(source)
  const findings = report.findings
    .filter(({state}) => state !== 'overruled')
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .map((finding): LintFinding => {
      const fault = catalogue.get(finding.rule)
      return {
        rule: finding.rule,
        start: placeOf(finding.start),
        end: placeOf(finding.end),
        message: finding.origin === 'outside' && finding.note ? finding.note : messageOf(finding, fault),
        why: fault?.why,
        advice: adviceFor(finding),
        actual: finding.actual,
        expected: finding.expected,
        confidence: finding.confidence,
        state: finding.state,
      }
    })
  return {path: report.path, rejected: report.rejected, findings, source}
}

function adviceFor({expected, state}: Finding): string {
  const [best, ...others] = expected
  if (best === undefined) return 'Look at the place, or at the source it came from.'
  const change = best === '' ? 'Remove it' : `Write «${best}»`
  const alternatives = others.length > 0 ? `, or ${others.map((o) => `«${o}»`).join(', ')}` : ''
  return state === 'applied'
    ? `${change}${alternatives}; unspun clean does it.`
    : `${change}${alternatives}, if you agree.`
}
