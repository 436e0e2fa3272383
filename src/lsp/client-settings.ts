/**
 * What an author may set in the editor: how findings of each level are shown, and whether the dictionary is asked.
 *
 * What is only reported is Information and no Hint: the gate fails on it by default, and editors list no hints among
 * the problems of a document. Who wants them quieter says so.
 */
import * as v from 'valibot'
import {DiagnosticSeverity} from 'vscode-languageserver/node'

const SEVERITIES = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
  /** Not shown. */
  off: undefined,
} as const

const severity = (usual: keyof typeof SEVERITIES) =>
  v.optional(v.picklist(Object.keys(SEVERITIES) as (keyof typeof SEVERITIES)[]), usual)

const settingsSchema = v.object({
  severity: v.optional(
    v.object({safe: severity('warning'), proposed: severity('information'), reported: severity('information')}),
    {},
  ),
  suggest: v.optional(v.boolean(), false),
})

export type ClientSettings = v.InferOutput<typeof settingsSchema>

export const DEFAULT_SETTINGS: ClientSettings = v.parse(settingsSchema, {})

/**
 * Settings from what a client sent, which may be those of all its servers or nothing at all; the ones before and a
 * complaint for what is no setting.
 */
export function settingsFrom(sent: unknown, before: ClientSettings): {settings: ClientSettings; complaint?: string} {
  const ours = typeof sent === 'object' && sent !== null && 'unspun' in sent ? sent.unspun : sent
  if (ours === undefined || ours === null) return {settings: before}
  const parsed = v.safeParse(settingsSchema, ours)
  if (parsed.success) return {settings: parsed.output}
  const [{path, received, expected}] = parsed.issues
  const key = ['unspun', ...(path ?? []).map((item) => String(item.key))].join('.')
  return {settings: before, complaint: `Unexpected ${received} for the setting ${key}, expected ${expected}`}
}

export const severityOf = (
  level: keyof ClientSettings['severity'],
  {severity}: ClientSettings,
): DiagnosticSeverity | undefined => SEVERITIES[severity[level]]
