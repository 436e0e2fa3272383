/**
 * All that is known of the findings, for programs: `json` is one document for the run, `jsonl` a line for each finding,
 * since what reads lines (`grep`, `head`, a table of a database) wants each to stand alone. Both are described by
 * `lint.schema.json`; `version` counts up when something that stands in it goes or changes its meaning.
 */
import type {LintFinding} from '../lint.js'
import type {Format, ShownResult} from './format.js'
import {JsonList, jsonText} from './json-text.js'

const VERSION = 1

export const json: Format = () => {
  const documents = new JsonList(`{"version":${VERSION},"documents":[`)
  return {
    document: ({path, findings, omitted}: ShownResult) =>
      documents.add([{path, omitted: omitted.length, findings: findings.map(told)}]),
    end: (summary) => documents.close(`],"summary":${jsonText(summary)}}`),
  }
}

export const jsonl: Format = () => ({
  document: ({path, findings}) =>
    findings.map((finding) => `${jsonText({version: VERSION, path, ...told(finding)})}\n`).join(''),
  end: () => '',
})

/** The fields of the contract, by name: what a finding may carry for other uses stays inside. */
const told = ({rule, level, start, end, message, why, advice, ...rest}: LintFinding) => {
  const {actual, expected, confidence, fingerprint, frame, isFixable} = rest
  return {rule, level, start, end, message, why, advice, actual, expected, confidence, fingerprint, frame, isFixable}
}
