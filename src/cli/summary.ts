/** The table at the end of a run. */
import type {Summary} from '../batch/run.js'
import {STAGE_NAMES} from '../draft/edit.js'
import type {State} from '../draft/index.js'
import type {Colours} from './terminal.js'

const SHOWN: readonly State[] = ['applied', 'proposed', 'reported', 'overruled']

/** What was read and what each stage did, in aligned columns. */
export function summaryTable(summary: Summary, seconds: number, colours: Colours): string {
  const rows = [...STAGE_NAMES, 'outside']
    .filter((stage) => summary.byStage.has(stage))
    .map((stage) => [stage, ...SHOWN.map((state) => String(summary.byStage.get(stage)!.get(state) ?? 0))])
  const lines = rows.length === 0 ? [] : aligned([['stage', ...SHOWN], ...rows])
  const head = lines[0] === undefined ? [] : [colours.bold(lines[0])]
  const unchanged = summary.documents - summary.changed - summary.rejected - summary.failed
  const parts = [
    `${summary.documents} ${summary.documents === 1 ? 'document' : 'documents'}, ${megabytes(summary.bytes)} in ${seconds.toFixed(1)} s`,
    `${summary.changed} changed`,
    `${unchanged} unchanged`,
    ...(summary.rejected > 0 ? [colours.yellow(`${summary.rejected} rejected`)] : []),
    ...(summary.failed > 0 ? [colours.red(`${summary.failed} not read`)] : []),
  ]
  return [...head, ...lines.slice(1), ...(lines.length > 0 ? [''] : []), parts.join(' · '), ''].join('\n')
}

/** First column to the left, figures to the right. */
function aligned(rows: readonly string[][]): string[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)))
  return rows.map((row) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!))).join('  '),
  )
}

const megabytes = (bytes: number): string =>
  bytes < 100_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1e6).toFixed(1)} MB`
