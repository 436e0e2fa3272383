/**
 * SARIF 2.1.0 (OASIS, errata 01), for GitHub code scanning and its like. GitHub refuses a run of more than 25,000 results
 * and shows 5,000 of them, so at most 25,000 are told, the gravest; a notification says how many are not.
 *
 * A result is known by our fingerprint under a name of its own: GitHub's upload action adds its own
 * `primaryLocationLineHash`, and warns of every one that is there and that it would have computed otherwise
 * (src/fingerprints.ts of github/codeql-action).
 */
import {visible} from '../../stage/visible.js'
import type {LintFinding} from '../lint.js'
import type {Format, FormatFacts, Summary} from './format.js'
import {Gravest} from './gravest.js'
import {jsonText} from './json-text.js'
import {occurrences} from './occurrences.js'
import {clipped, counted} from './said.js'
import {RulesSeen} from './sarif-rules.js'
import {SEVERITIES} from './severity.js'
import {inRepository, isAbsolute, uriOf} from './where.js'

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'
/** https://docs.github.com/en/code-security/code-scanning/troubleshooting-sarif-uploads/results-exceed-limit */
const MOST_RESULTS = 25_000
/** UTF-16 units of a message: ours, since a replacement may be a whole page. The rule's help says why. */
const LONGEST_MESSAGE = 1000
/** The root of the repository, by the name that CodeQL gave it. Where that lies is the reader's to know. */
const ROOT = '%SRCROOT%'

export const sarif: Format = (facts) => {
  const results = new Gravest<string>(MOST_RESULTS)
  const rules = new RulesSeen()
  const ordinalOf = occurrences()
  return {
    document({path, findings}) {
      const file = inRepository(path, facts)
      for (const finding of findings) {
        const ordinal = ordinalOf(file, finding.fingerprint)
        results.add(finding.level, jsonText(resultOf(finding, {file, ordinal, rules})))
      }
      return ''
    },
    end: (summary) => log(facts, rules, results.entries(), summary),
  }
}

interface Circumstances {
  readonly file: string
  /** Among those of the same fingerprint in the file. */
  readonly ordinal: number
  readonly rules: RulesSeen
}

function resultOf(finding: LintFinding, {file, ordinal, rules}: Circumstances) {
  const {level, confidence, fingerprint} = finding
  const artifactLocation = locationOf(file)
  return {
    ...rules.see(finding),
    level: SEVERITIES[level].sarif,
    message: {text: plain(`${finding.message}. ${finding.advice}`)},
    locations: [{physicalLocation: {artifactLocation, region: regionOf(finding)}}],
    partialFingerprints: {'unspun/v1': `${fingerprint}:${ordinal}`},
    ...(finding.isFixable ? {fixes: [fixOf(finding, artifactLocation)]} : {}),
    properties: {level, confidence},
  }
}

const locationOf = (path: string) => (isAbsolute(path) ? {uri: uriOf(path)} : {uri: uriOf(path), uriBaseId: ROOT})

/** Columns count UTF-16 units from 1, and the end is not in the region: as ours. */
const regionOf = ({start, end}: LintFinding) => ({
  startLine: start.line,
  startColumn: start.column,
  endLine: end.line,
  endColumn: end.column,
})

const fixOf = (finding: LintFinding, artifactLocation: ReturnType<typeof locationOf>) => ({
  description: {text: plain(finding.advice)},
  artifactChanges: [
    {
      artifactLocation,
      replacements: [{deletedRegion: regionOf(finding), insertedContent: {text: finding.expected[0]}}],
    },
  ],
})

/** Text in which nothing of a document steers, or makes a link: that is what brackets do in a message (§3.11.6). */
function plain(text: string): string {
  const shown = clipped(visible(text), LONGEST_MESSAGE)
  return shown.includes('](') ? shown.replace(/[[\]\\]/g, '\\$&') : shown
}

/** The whole log, a result a line. */
function log({version}: FormatFacts, rules: RulesSeen, results: readonly string[], summary: Summary): string {
  const run = {
    tool: {driver: {name: 'unspun', semanticVersion: version, rules: rules.descriptors()}},
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: {[ROOT]: {description: {text: 'The root of the repository.'}}},
    invocations: [invocation(summary, results.length)],
  }
  const opening = `{"$schema":${jsonText(SCHEMA)},"version":"2.1.0","runs":[${jsonText(run).slice(0, -1)},"results":[`
  return `${opening}${results.map((result) => `\n${result}`).join(',')}\n]}]}\n`
}

function invocation({findings, failures}: Summary, shown: number) {
  const left = findings - shown
  const notes = [
    ...(left > 0 ? [{level: 'warning', message: {text: `${counted(left, 'more finding')} left out.`}}] : []),
    ...(failures > 0
      ? [{level: 'error', message: {text: `${counted(failures, 'failure')} to read an input or a rule.`}}]
      : []),
  ]
  return {executionSuccessful: failures === 0, ...(notes.length > 0 ? {toolExecutionNotifications: notes} : {})}
}
