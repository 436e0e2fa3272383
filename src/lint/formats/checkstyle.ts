/** The XML of Checkstyle, which Jenkins, reviewdog and many editors read. Columns are UTF-16 units from 1. */
import type {LintFinding} from '../lint.js'
import type {Format} from './format.js'
import {said} from './said.js'
import {SEVERITIES} from './severity.js'
import {fileOf} from './where.js'
import {element, XML_DECLARATION} from './xml.js'

/** The version of the form, not ours: the first with all that is used here, and what other linters claim. */
const FORM = '4.3'

export const checkstyle: Format = () => {
  let opening = `${XML_DECLARATION}<checkstyle version="${FORM}">\n`
  const opened = (text: string): string => {
    const all = opening + text
    opening = ''
    return all
  }
  return {
    document: ({path, findings}) =>
      opened(element('file', {name: fileOf(path)}, findings.length > 0 ? `\n${findings.map(error).join('')}` : '')),
    end: () => opened('</checkstyle>\n'),
  }
}

const error = (finding: LintFinding): string =>
  element('error', {
    line: finding.start.line,
    column: finding.start.column,
    severity: SEVERITIES[finding.level].checkstyle,
    message: said(finding),
    source: `unspun.${finding.rule}`,
  })
