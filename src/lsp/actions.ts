/** What an editor offers to do about findings. Every text that is written is one that the finding expects. */
import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node'
import type {TextDocument} from 'vscode-languageserver-textdocument'
import type {Edit, RuleId, Span} from '../draft/index.js'
import type {LintFinding} from '../lint/lint.js'
import {shown} from '../stage/fault.js'
import type {ClientSettings} from './client-settings.js'
import {diagnosticOf} from './diagnostics.js'
import type {DocumentForm, Look} from './look.js'
import {isReplacement} from './replacement.js'

/** All safe repairs of a document at once; editors run it when they save, if they are told so. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.unspun`

/** An author who selects the whole document is offered what concerns this many findings. */
const MOST_FINDINGS = 50

/**
 * Ignoring is offered where no more findings are meant: each offer reads the document back, which of the largest
 * documents takes 50 ms, and who selects more does not mean to look at each.
 */
const MOST_TO_IGNORE = 3

/** The edit by which a document says that a finding of a rule is to be left alone; undefined where it cannot say so. */
export type IgnoreEdit = (
  file: string,
  form: DocumentForm,
  ignored: Span & {readonly rule: RuleId; readonly reason: string},
) => Edit | undefined

/** What the document says about why, until its author says it better. */
const REASON = 'accepted in the editor'

/** A document that was looked at, and what its editor can do. */
export interface Scene {
  readonly document: TextDocument
  readonly look: Look
  readonly settings: ClientSettings
  /** Whether an edit may name the version of the document it is for. */
  readonly knowsVersions: boolean
  readonly ignoreEdit: IgnoreEdit
}

/**
 * The actions for a span of a document.
 *
 * @param only - The kinds that the editor asked for; undefined for all.
 */
export function actionsFor(scene: Scene, span: Span, only: readonly string[] | undefined): CodeAction[] {
  const isWanted = (kind: string): boolean =>
    only === undefined || only.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`))
  const here = scene.look.findings.filter(({start, end}) => start.offset <= span.end && span.start <= end.offset)
  const quick = isWanted(CodeActionKind.QuickFix)
    ? here.slice(0, MOST_FINDINGS).flatMap((finding) => quickFixes(scene, finding, here.length <= MOST_TO_IGNORE))
    : []
  return isWanted(FIX_ALL) ? [...quick, ...fixAll(scene)] : quick
}

function quickFixes(scene: Scene, finding: LintFinding, mayIgnore: boolean): CodeAction[] {
  const {document, settings, look} = scene
  const diagnostic = diagnosticOf(document, finding, settings)
  if (!diagnostic) return []
  const {start, end, expected, level} = finding
  const quickFix = (title: string, edit: Edit, isPreferred = false): CodeAction => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic] satisfies Diagnostic[],
    ...(isPreferred ? {isPreferred} : {}),
    edit: workspaceEdit(scene, [edit]),
  })
  const replacements = isReplacement(finding, document.getText(), look.form === 'html')
    ? expected.map((text, i) =>
        quickFix(
          text === '' ? 'Remove it' : `Write «${shown(text)}»`,
          {start: start.offset, end: end.offset, insert: text},
          level === 'safe' && i === 0,
        ),
      )
    : []
  const ignored = mayIgnore ? ignoreEditFor(scene, finding) : undefined
  return ignored ? [...replacements, quickFix(`Ignore ${finding.rule} here`, ignored)] : replacements
}

function ignoreEditFor({document, look: {form}, ignoreEdit}: Scene, {start, end, rule}: LintFinding): Edit | undefined {
  return ignoreEdit(document.getText(), form, {start: start.offset, end: end.offset, rule, reason: REASON})
}

function fixAll(scene: Scene): CodeAction[] {
  const {repairs} = scene.look
  if (repairs.length === 0) return []
  return [{title: 'Make all safe repairs', kind: FIX_ALL, edit: workspaceEdit(scene, repairs)}]
}

/** With the version it was made for where the editor knows versions, so that it is never made on another text. */
function workspaceEdit({document, knowsVersions}: Scene, edits: readonly Edit[]): WorkspaceEdit {
  const {uri, version} = document
  const textEdits = edits.map(
    ({start, end, insert}): TextEdit => ({
      range: {start: document.positionAt(start), end: document.positionAt(end)},
      newText: insert,
    }),
  )
  return knowsVersions
    ? {documentChanges: [{textDocument: {uri, version}, edits: textEdits}]}
    : {changes: {[uri]: textEdits}}
}
