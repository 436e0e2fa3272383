/** Findings at chosen places of a document, for what does not matter how they were found. */
import type {TextDocument} from 'vscode-languageserver-textdocument'
import type {LintFinding} from '../../src/lint/lint.js'

export function findingAt(
  document: TextDocument,
  start: number,
  end: number,
  said: Partial<LintFinding> = {},
): LintFinding {
  const place = (offset: number) => ({line: 1, column: offset + 1, offset, byteColumn: offset + 1})
  return {
    rule: 'residue/unfilled-slot',
    level: 'safe',
    start: place(start),
    end: place(end),
    message: 'Unexpected word',
    why: undefined,
    advice: 'Remove it.',
    actual: document.getText().slice(start, end),
    expected: [''],
    confidence: 0.9,
    fingerprint: '0'.repeat(20),
    frame: {text: '', start: 0, end: 0, isCutBefore: false, isCutAfter: false},
    isFixable: true,
    ...said,
  }
}
