/** Findings for people and programs: where, what, why, and what to do. */
import {type Finding, type Place, placesOf, type RuleId} from '../draft/index.js'
import {fingerprintOf} from '../fingerprint.js'
import type {Report} from '../report/report.js'
import {type Fault, messageOf} from '../stage/fault.js'
import {settingOf} from '../stage/policy.js'
import {bytesIn} from './bytes-in.js'
import {type ControlFinding, controlFindings, type Search} from './control/findings.js'
import {LINT_FAULTS} from './faults.js'
import {type Frame, frameIn} from './frame.js'
import {LEVELS, type Level, levelOf} from './level.js'
import type {Look, Sight} from './look.js'
import {type Spot, spotsIn} from './spot.js'

/** A point of a file: line and column from 1 in UTF-16 code units, and the offset from its start. */
export interface FilePlace extends Place {
  readonly offset: number
  /** From 1, in bytes of UTF-8, for programs that count so. */
  readonly byteColumn: number
}

/** One finding with everything a reader needs. */
export interface LintFinding {
  readonly rule: RuleId
  readonly level: Level
  /** In the file: of a page in its HTML, of a record in its line. */
  readonly start: FilePlace
  readonly end: FilePlace
  readonly message: string
  readonly why: string | undefined
  readonly advice: string
  readonly actual: string
  readonly expected: readonly string[]
  readonly confidence: number
  /** Known by this when lines have moved. */
  readonly fingerprint: string
  readonly frame: Frame
  /** That writing the first of `expected` from `start` to `end` repairs it, whatever else is repaired. */
  readonly isFixable: boolean
}

/** A file before and after its repairs; or one line of a file of records, without its line break. */
export interface Rewritten {
  readonly source: string
  readonly text: string
  /** Which line, from 1. */
  readonly line?: number
}

export interface LintResult {
  readonly path: string
  /** In the order of the file. */
  readonly findings: readonly LintFinding[]
  /** Where repairs were asked for and some were made: the file before and after; the findings are those that are left. */
  readonly fixed?: Rewritten
  /** That only the gravest ten thousand are here. */
  readonly isMore?: boolean
  /** Where repairs were asked for and there are some: why the file cannot take them. */
  readonly unfixed?: string
}

/** What may have been meant at a place of a source, best first. */
export type Suggest = (source: string, finding: Finding) => readonly string[]

/** What a linter knows besides the file. */
export interface Sayings {
  readonly catalogue: ReadonlyMap<RuleId, Fault>
  readonly suggest?: Suggest
  /** With what was looked for. */
  readonly search: Search
}

/** What a linter says of a file: every finding of every part that another did not displace. */
export function lintResult(path: string, {file, origin, looks, rejected}: Sight, sayings: Sayings): LintResult {
  const place = filePlacesOf(file, origin)
  if (rejected) return {path, findings: isSilent(sayings) ? [] : [rejection(rejected.reason, place(rejected.offset))]}
  const findings = looks.flatMap((look) => findingsOf(look, {file, place, ...sayings}))
  if (looks.length > 1) findings.sort((a, b) => a.start.offset - b.start.offset || a.end.offset - b.end.offset)
  return looks.some(({cleaned}) => isTooMuch(cleaned.report)) ? {path, findings, isMore: true} : {path, findings}
}

/** Whether documents that are none are nobody's business. */
const isSilent = ({search}: Sayings): boolean =>
  settingOf(search.options.rules ?? {}, LINT_FAULTS.rejectedDocument.id) === 'off'

interface Circumstances extends Sayings {
  readonly file: string
  readonly place: (offset: number) => FilePlace
}

function findingsOf(look: Look, circumstances: Circumstances): LintFinding[] {
  const {report} = look.cleaned
  if (report.rejected !== undefined && isSilent(circumstances)) return []
  if (report.rejected !== undefined) return [rejection(report.rejected, circumstances.place(0))]
  const spotOf = spotsIn(look, circumstances.file)
  const findings = gravest(standing(report))
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .map((finding) => saying(look.cleaned.source, finding, spotOf(finding), circumstances))
  const control = controlFindings(look.cleaned, circumstances.search)
  if (control.length === 0) return findings
  findings.push(...control.map((finding) => controlFinding(finding, circumstances)))
  return findings.sort((a, b) => a.start.offset - b.start.offset || a.end.offset - b.end.offset)
}

/** Those that nothing displaced and nobody turned down. */
const standing = ({findings}: Report): Finding[] => findings.filter(({state}) => levelOf(state) !== undefined)

const isTooMuch = (report: Report): boolean =>
  report.findings.length > MOST_FINDINGS && standing(report).length > MOST_FINDINGS

/** Of one file nobody reads more, and each takes a kilobyte in memory and in what is printed. */
const MOST_FINDINGS = 10_000

/** The gravest, so that what `--fail-on` waits for is among them. */
function gravest(findings: Finding[]): Finding[] {
  if (findings.length <= MOST_FINDINGS) return findings
  const weight = ({state}: Finding): number => LEVELS.indexOf(levelOf(state)!)
  return findings.sort((a, b) => weight(a) - weight(b) || a.start - b.start).slice(0, MOST_FINDINGS)
}

function saying(source: string, finding: Finding, spot: Spot, {place, catalogue, suggest}: Circumstances): LintFinding {
  const fault = catalogue.get(finding.rule)
  const suggested = UNKNOWN.has(finding.rule) ? (suggest?.(source, finding) ?? []).slice(0, MOST_SUGGESTIONS) : []
  return {
    rule: finding.rule,
    level: levelOf(finding.state)!,
    start: place(spot.start),
    end: place(spot.end),
    message: finding.origin === 'outside' && finding.note ? finding.note : messageOf(finding, fault),
    why: fault?.why,
    advice: suggested.length > 0 ? perhaps(suggested) : adviceFor(finding),
    actual: finding.actual,
    expected: suggested.length > 0 ? suggested : finding.expected,
    confidence: finding.confidence,
    fingerprint: fingerprintOf(source, finding),
    frame: frameIn(source, finding),
    isFixable: spot.isFixable,
  }
}

/** A fault of a directive, with everything a reader needs. */
function controlFinding(
  {start, end, advice, ...finding}: ControlFinding,
  {file, place, catalogue}: Circumstances,
): LintFinding {
  return {
    ...finding,
    level: finding.expected.length > 0 ? 'proposed' : 'reported',
    start: place(start),
    end: place(end),
    why: catalogue.get(finding.rule)?.why,
    advice,
    confidence: 1,
    fingerprint: fingerprintOf(file, {...finding, start, end}),
    frame: frameIn(file, {start, end}),
    isFixable: finding.expected.length > 0,
  }
}

/** A document that could not be looked at is a finding at its start. */
function rejection(reason: string, start: FilePlace): LintFinding {
  return {
    rule: LINT_FAULTS.rejectedDocument.id,
    level: 'reported',
    start,
    end: start,
    message: LINT_FAULTS.rejectedDocument.message.replace('{actual}', () => reason),
    why: LINT_FAULTS.rejectedDocument.why,
    advice: 'Look at the file, or leave it out.',
    actual: '',
    expected: [],
    confidence: 1,
    fingerprint: fingerprintOf('', {rule: LINT_FAULTS.rejectedDocument.id, start: 0, end: 0, actual: reason}),
    frame: {text: '', start: 0, end: 0, isCutBefore: false, isCutAfter: false},
    isFixable: false,
  }
}

/** Answers where on the disk an offset of a file lies, for programs of every habit of counting. */
function filePlacesOf(file: string, origin: Sight['origin']): (offset: number) => FilePlace {
  const placeOf = placesOf(file)
  const bytesOf = bytesIn(file)
  return (offset) => {
    const {line, column} = placeOf(offset)
    const byteColumn = bytesOf(offset - column + 1, offset) + 1
    return {line: line + origin.line - 1, column, offset: offset + origin.offset, byteColumn}
  }
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
    ? `${change}${alternatives}; unspun lint --fix does it.`
    : `${change}${alternatives}, if you agree.`
}
