/**
 * A code quality report as GitLab reads it (https://docs.gitlab.com/ci/testing/code_quality/, "code quality report
 * format"). GitLab compares two branches by fingerprint alone, so one stands for a single place: it holds the path, too,
 * and an ordinal.
 */
import {createHash} from 'node:crypto'
import type {FilePlace, LintFinding} from '../lint.js'
import type {Format} from './format.js'
import {JsonList} from './json-text.js'
import {occurrences} from './occurrences.js'
import {said} from './said.js'
import {SEVERITIES} from './severity.js'
import {inRepository, lastLineOf} from './where.js'

export const gitlab: Format = (facts) => {
  const issues = new JsonList('[')
  const ordinalOf = occurrences()
  return {
    document(result) {
      const path = inRepository(result.path, facts)
      return issues.add(result.findings.map((finding) => issue(path, finding, ordinalOf(path, finding.fingerprint))))
    },
    end: () => issues.close(']'),
  }
}

const issue = (path: string, finding: LintFinding, ordinal: number) => ({
  description: said(finding),
  check_name: finding.rule,
  fingerprint: createHash('sha256')
    .update(JSON.stringify([path, finding.fingerprint, ordinal]))
    .digest('hex'),
  severity: SEVERITIES[finding.level].gitlab,
  location: {
    path,
    lines: {begin: finding.start.line, end: lastLineOf(finding)},
    positions: {begin: position(finding.start), end: position(finding.end)},
  },
})

const position = ({line, column}: FilePlace) => ({line, column})
