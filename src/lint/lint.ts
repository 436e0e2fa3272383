/** Findings for people and programs: where, what, why, and what to do. */
import type {Cleaned} from '../clean.js'
import {type Finding, type Place, placesOf, type RuleId} from '../draft/index.js'
import {type Fault, messageOf} from '../stage/fault.js'
import {spansInHtml} from './in-html.js'

/** One finding with everything a reader needs. */
export interface LintFinding {
  readonly rule: RuleId
  /** In the file: of a page, in its HTML. */
  readonly start: Place
  readonly end: Place
  /** Of a page, where it stands in the text that the page shows. */
  readonly inText?: {readonly start: Place; readonly end: Place}
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
  /** For the frames; of a page, its text. */
  readonly source: string
}

/** What may have been meant at a place of a source, best first. */
export type Suggest = (source: string, finding: Finding) => readonly string[]

/** What a linter says of a document: every finding that another did not displace, in the order of the text. */
export function lintResult(
  {report, source, html}: Cleaned,
  catalogue: ReadonlyMap<RuleId, Fault>,
  suggest?: Suggest,
): LintResult {
  const inText = placesOf(source)
  const inHtml = html === undefined ? undefined : placesOf(html)
  const spanInHtml = html === undefined ? undefined : spansInHtml(html, report.page?.places ?? [])
  const placesFor = (finding: Finding): Pick<LintFinding, 'start' | 'end' | 'inText'> => {
    const shown = {start: inText(finding.start), end: inText(finding.end)}
    if (!inHtml || !spanInHtml) return shown
    const {start, end} = spanInHtml(finding)
    return {start: inHtml(start), end: inHtml(end), inText: shown}
  }
  const findings = report.findings
    .filter(({state}) => state !== 'overruled')
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .map((finding): LintFinding => {
      const fault = catalogue.get(finding.rule)
      const suggested = UNKNOWN.has(finding.rule) ? (suggest?.(source, finding) ?? []).slice(0, MOST_SUGGESTIONS) : []
      return {
        rule: finding.rule,
        ...placesFor(finding),
        message: finding.origin === 'outside' && finding.note ? finding.note : messageOf(finding, fault),
        why: fault?.why,
        advice: suggested.length > 0 ? perhaps(suggested) : adviceFor(finding),
        actual: finding.actual,
        expected: suggested.length > 0 ? suggested : finding.expected,
        confidence: finding.confidence,
        state: finding.state,
      }
    })
  return {path: report.path, rejected: report.rejected, findings, source}
}

/** Rules whose findings get their suggestions here: of what nobody prints they would cost more than all the rest. */
const UNKNOWN: ReadonlySet<string> = new Set(['spell/unknown-word', 'spell/unknown-name'])
/** More than a reader takes in at a glance. */
const MOST_SUGGESTIONS = 3

const perhaps = (suggested: readonly string[]): string =>
  `Perhaps ${suggested.map((word) => `«${word}»`).join(' or ')}.`

function adviceFor({expected, state}: Finding): string {
  const [best, ...others] = expected
  if (best === undefined) return 'Look at the place, or at the source it came from.'
  const change = best === '' ? 'Remove it' : `Write «${best}»`
  const alternatives = others.length > 0 ? `, or ${others.map((o) => `«${o}»`).join(', ')}` : ''
  return state === 'applied'
    ? `${change}${alternatives}; unspun clean does it.`
    : `${change}${alternatives}, if you agree.`
}
