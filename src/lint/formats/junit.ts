/**
 * JUnit's XML as Ant wrote it, in the form that both schemas in use accept (Ant's by Windy Road, and Jenkins'). A
 * document is a suite, a finding that fails the run is a test that failed. What weighs less than `--fail-on` is no
 * failure, or a green job would show red tests: it stands in the suite's output.
 */
import {visible} from '../../stage/visible.js'
import {isAtLeast} from '../level.js'
import type {LintFinding} from '../lint.js'
import type {Format, FormatFacts, ShownResult} from './format.js'
import {counted, said} from './said.js'
import {element, XML_DECLARATION, xmlText} from './xml.js'

export const junit: Format = (facts) => {
  let suites = 0
  const opening = (): string => (suites === 0 ? `${XML_DECLARATION}<testsuites>\n` : '')
  return {
    document(result) {
      const opened = opening()
      return opened + suite(result, suites++, facts)
    },
    end: () => `${opening()}</testsuites>\n`,
  }
}

function suite({path, findings, omitted}: ShownResult, id: number, {failOn, version, startedAt}: FormatFacts): string {
  const fails = ({level}: LintFinding): boolean => isAtLeast(level, failOn)
  const name = visible(path)
  const failures = [...findings.filter(fails).map(failed(name)), ...omittedIn(omitted.filter(fails), name)]
  const tests = failures.length > 0 ? failures : [element('testcase', {name: 'nothing that fails', ...unhurried(name)})]
  const remarks = findings.filter((finding) => !fails(finding)).map(remark)
  const content = [
    element('properties', {}, element('property', {name: 'unspun', value: version})),
    ...tests,
    element('system-out', {}, xmlText(remarks.join('\n'))),
    element('system-err', {}),
  ]
  const origin = {package: 'unspun', id, hostname: 'localhost', timestamp: startedAt.toISOString().slice(0, 19)}
  const counts = {tests: tests.length, failures: failures.length, errors: 0, time: 0}
  return element('testsuite', {name, ...origin, ...counts}, `\n${content.join('')}`)
}

const failed =
  (classname: string) =>
  (finding: LintFinding): string =>
    element(
      'testcase',
      {name: placed(finding), ...unhurried(classname)},
      element('failure', {message: visible(finding.message), type: finding.level}, xmlText(remark(finding))),
    )

/** Findings that are not shown fail their document all the same. */
function omittedIn({length}: readonly LintFinding[], classname: string): string[] {
  if (length === 0) return []
  const message = `${counted(length, 'more finding')}, left out by --max-findings`
  return [element('testcase', {name: message, ...unhurried(classname)}, element('failure', {message, type: 'omitted'}))]
}

/** Nobody asks how long a finding took, but Ant's schema does. */
const unhurried = (classname: string) => ({classname, time: 0})
const placed = ({start, rule}: LintFinding): string => `${start.line}:${start.column} ${visible(rule)}`
const remark = (finding: LintFinding): string => `${placed(finding)} ${finding.level}\n${said(finding)}`
