/** Findings as an editor shows them under the text. */
import type {Diagnostic} from 'vscode-languageserver/node'
import type {TextDocument} from 'vscode-languageserver-textdocument'
import type {LintFinding} from '../lint/lint.js'
import {visible} from '../stage/visible.js'
import {type ClientSettings, severityOf} from './client-settings.js'

/** What a program that drives an editor may want of a finding besides what is shown. */
export interface DiagnosticFacts {
  readonly fingerprint: string
  readonly level: LintFinding['level']
  readonly expected: readonly string[]
}

/** Undefined for a level that the author does not want to see. */
export function diagnosticOf(
  document: TextDocument,
  finding: LintFinding,
  settings: ClientSettings,
): Diagnostic | undefined {
  const {level, rule, message, fingerprint, expected} = finding
  const severity = severityOf(level, settings)
  if (severity === undefined) return undefined
  const data: DiagnosticFacts = {fingerprint, level, expected}
  return {range: rangeIn(document, finding), severity, code: rule, source: 'unspun', message: visible(message), data}
}

export const diagnosticsOf = (
  document: TextDocument,
  findings: readonly LintFinding[],
  settings: ClientSettings,
): Diagnostic[] => findings.flatMap((finding) => diagnosticOf(document, finding, settings) ?? [])

/** By offsets: editors and frames count lines differently. */
export const rangeIn = (document: TextDocument, {start, end}: Pick<LintFinding, 'start' | 'end'>) => ({
  start: document.positionAt(start.offset),
  end: document.positionAt(end.offset),
})
