/**
 * Findings as reviewdog reads them (its Diagnostic Format, proto/rdf/reviewdog.proto): `rdjson` is one result, `rdjsonl`
 * a diagnostic a line. Columns count bytes of UTF-8 from 1, and a range ends before its end.
 */
import type {FilePlace, LintFinding} from '../lint.js'
import type {Format} from './format.js'
import {JsonList, jsonText} from './json-text.js'
import {said} from './said.js'
import {SEVERITIES} from './severity.js'
import {fileOf} from './where.js'

const SOURCE = {name: 'unspun'}

export const rdjson: Format = () => {
  const diagnostics = new JsonList(`{"source":${jsonText(SOURCE)},"diagnostics":[`)
  return {
    document: ({path, findings}) => diagnostics.add(findings.map((finding) => diagnostic(path, finding))),
    end: () => diagnostics.close(']}'),
  }
}

export const rdjsonl: Format = () => ({
  document: ({path, findings}) =>
    findings.map((finding) => `${jsonText({...diagnostic(path, finding), source: SOURCE})}\n`).join(''),
  end: () => '',
})

function diagnostic(path: string, finding: LintFinding) {
  const {rule, level, start, end, expected, isFixable} = finding
  const range = {start: position(start), end: position(end)}
  return {
    message: said(finding),
    location: {path: fileOf(path), range},
    severity: SEVERITIES[level].reviewdog,
    code: {value: rule},
    ...(isFixable ? {suggestions: [{range, text: expected[0]}]} : {}),
  }
}

const position = ({line, byteColumn}: FilePlace) => ({line, column: byteColumn})
