/** What is said of a finding when the pointer rests on it: what, why, what to do. */
import {type Hover, MarkupKind} from 'vscode-languageserver/node'
import type {TextDocument} from 'vscode-languageserver-textdocument'
import type {LintFinding} from '../lint/lint.js'
import {visible} from '../stage/visible.js'
import {rangeIn} from './diagnostics.js'

/** More at one place than anybody reads. */
const MOST_SHOWN = 5

/** Of the findings at an offset; null where there is none. */
export function hoverAt(
  document: TextDocument,
  findings: readonly LintFinding[],
  offset: number,
  kind: MarkupKind,
): Hover | null {
  const here = findings.filter((finding) => isAt(finding, offset)).slice(0, MOST_SHOWN)
  const [first] = here
  if (!first) return null
  const value = here.map(kind === MarkupKind.Markdown ? inMarkdown : inPlainText).join('\n\n---\n\n')
  return {contents: {kind, value}, range: rangeIn(document, first)}
}

/** What is missing at a place has no width there. */
const isAt = ({start, end}: LintFinding, offset: number): boolean =>
  start.offset <= offset && offset < Math.max(end.offset, start.offset + 1)

const inMarkdown = ({rule, message, why, advice}: LintFinding): string =>
  [`**${escaped(message)}**`, ...(why === undefined ? [] : [escaped(why)]), escaped(advice), `\`${rule}\``].join('\n\n')

const inPlainText = ({rule, message, why, advice}: LintFinding): string =>
  [message, ...(why === undefined ? [] : [why]), advice, rule].map(visible).join('\n\n')

/**
 * A document's words must not become a picture, markup, code or a link that leads elsewhere than it says. Addresses are
 * broken, too: in those that Markdown recognises by itself nothing else is escaped.
 */
const escaped = (text: string): string => visible(text).replace(/[\\`*_[\]<>&~|#$@]|:(?=\/\/)|(?<=www)\./gi, '\\$&')
