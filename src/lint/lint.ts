/** Findings for people and programs: where, what, why, and what to do. */
import type {Cleaned} from '../clean.js'
import {type Finding, type Place, placesOf, type RuleId} from '../draft/index.js'
import {fingerprintOf} from '../fingerprint.js'
import {spansInHtml} from '../read/html/in-html.js'
import {type Fault, messageOf} from '../stage/fault.js'
import type {ControlFinding} from './control/findings.js'
import {LINT_FAULTS} from './faults.js'
import {type Frame, frameIn} from './frame.js'
import {type Level, levelOf} from './level.js'

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
  /** In the file: of a page, in its HTML. */
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
  /** In the order of the text. */
  readonly findings: readonly LintFinding[]
  /**
   * Where repairs were asked for and some were made: the file before and after, every character of it in UTF-8, a byte
   * order mark included. Absent where the file is in another character set or compressed: no patch would fit it.
   */
  readonly fixed?: Rewritten
}

/** What may have been meant at a place of a source, best first. */
export type Suggest = (source: string, finding: Finding) => readonly string[]

/**
 * What a linter says of a document: every finding that no other displaced and nobody turned down, and what is wrong with
 * its directives.
 */
export function lintResult(
  {report, source, html, directives}: Cleaned,
  catalogue: ReadonlyMap<RuleId, Fault>,
  suggest?: Suggest,
  ofControl: readonly ControlFinding[] = [],
): LintResult {
  const file = html ?? source
  const bare = directives?.bare()
  const place = filePlacesOf(file)
  const spanInFile = html === undefined ? undefined : spansInHtml(html, report.page?.places ?? [])
  const findingOf = (finding: Finding): LintFinding => {
    const fault = catalogue.get(finding.rule)
    const suggested = UNKNOWN.has(finding.rule) ? (suggest?.(source, finding) ?? []).slice(0, MOST_SUGGESTIONS) : []
    const {start, end} = spanInFile?.(finding) ?? finding
    return {
      rule: finding.rule,
      level: levelOf(finding.state)!,
      start: place(start),
      end: place(end),
      message: finding.origin === 'outside' && finding.note ? finding.note : messageOf(finding, fault),
      why: fault?.why,
      advice: suggested.length > 0 ? perhaps(suggested) : adviceFor(finding),
      actual: finding.actual,
      expected: suggested.length > 0 ? suggested : finding.expected,
      confidence: finding.confidence,
      fingerprint: fingerprintOf(bare?.text ?? source, {...finding, ...bare?.spanOf(finding)}),
      frame: frameIn(source, finding),
      isFixable: finding.expected.length > 0 && file.slice(start, end) === finding.actual,
    }
  }
  const findings = report.findings
    .filter(({state}) => levelOf(state) !== undefined)
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .map(findingOf)
  const control = ofControl.map((finding) => controlFinding(finding, file, place, catalogue))
  if (control.length > 0) findings.push(...control)
  if (control.length > 0) findings.sort((a, b) => a.start.offset - b.start.offset || a.end.offset - b.end.offset)
  return {path: report.path, findings: report.rejected === undefined ? findings : [rejected(report.rejected)]}
}

/** A fault of a directive, with everything a reader needs. */
function controlFinding(
  {start, end, advice, ...finding}: ControlFinding,
  file: string,
  place: (offset: number) => FilePlace,
  catalogue: ReadonlyMap<RuleId, Fault>,
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
function rejected(reason: string): LintFinding {
  const start = {line: 1, column: 1, offset: 0, byteColumn: 1}
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

/** Answers where in a file an offset lies, for programs of every habit of counting. */
function filePlacesOf(file: string): (offset: number) => FilePlace {
  const placeOf = placesOf(file)
  let last: FilePlace = {line: 1, column: 1, offset: 0, byteColumn: 1}
  return (offset) => {
    const {line, column} = placeOf(offset)
    // Counted from the place before where it is near: a line may be as long as its file, and hold all its findings.
    const isNear = line === last.line && Math.abs(offset - last.offset) < column && !isSplit(file, offset)
    const from = isNear ? last : {offset: offset - column + 1, byteColumn: 1}
    const byteColumn = from.byteColumn + bytesBetween(file, from.offset, offset)
    const place = {line, column, offset, byteColumn}
    if (!isSplit(file, offset)) last = place
    return place
  }
}

/** Bytes of UTF-8, less than 0 for a way back. */
const bytesBetween = (file: string, from: number, to: number): number =>
  from <= to ? Buffer.byteLength(file.slice(from, to)) : -Buffer.byteLength(file.slice(to, from))

/** Whether an offset lies between the two units of a character. */
const isSplit = (file: string, offset: number): boolean => /^[\udc00-\udfff]/.test(file.slice(offset, offset + 1))

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
