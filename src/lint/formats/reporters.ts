/**
 * One run, several formats: each document goes to all of them, and each to its own place. What a document says is counted
 * here, so that every format and the exit code go by the same figures.
 *
 * `--max-findings` shows the first in the order of reading: every format shows the same ones, at once, and nothing is
 * held back to see whether something graver comes. The counts are of all.
 */
import path from 'node:path'
import {UsageError} from '../../usage-error.js'
import type {Level} from '../level.js'
import type {LintResult} from '../lint.js'
import type {FormatFacts, Summary} from './format.js'
import {FORMATS, type FormatName} from './index.js'
import {placeOf, toFile, toStandardOutput} from './printer.js'
import {fileOf} from './where.js'

/** Where a format goes: a file, or standard output. */
export interface Target {
  readonly format: FormatName
  readonly file?: string | undefined
}

export interface ReporterSettings {
  readonly targets: readonly Target[]
  readonly facts: FormatFacts
  readonly maxFindings?: number | undefined
}

/** Takes what documents say, and prints it. */
export interface Reporter {
  /** @throws UsageError for a document that one of the files would overwrite. */
  document(result: LintResult): Promise<void>
  /** Ends all formats; only now do files appear. `failures` counts inputs and rules that could not be read. */
  end(failures: number): Promise<Summary>
}

/**
 * Opens all targets before anything is looked at.
 *
 * @throws UsageError for two formats in one place, and for a file that cannot be written.
 */
export async function openReporter({targets, facts, maxFindings}: ReporterSettings): Promise<Reporter> {
  const files = filesOf(targets)
  const printers = await Promise.all(targets.map((target) => printerFor(target, facts)))
  const counts = {documents: 0, findings: 0, omitted: 0, levels: {safe: 0, proposed: 0, reported: 0}}
  return {
    async document(result) {
      refuseOverwriting(result.path, files)
      const room = Math.max(0, (maxFindings ?? Number.POSITIVE_INFINITY) - counts.findings)
      const shown = {...result, findings: result.findings.slice(0, room), omitted: result.findings.slice(room)}
      count(counts, result, shown.omitted.length)
      for (const {formatter, print} of printers) await print(formatter.document(shown))
    },
    async end(failures) {
      const summary = {...counts, failures}
      for (const {formatter, print, finish} of printers) {
        await print(formatter.end(summary))
        await finish()
      }
      return summary
    },
  }
}

/** The files that will be written, each once. */
function filesOf(targets: readonly Target[]): ReadonlySet<string> {
  const places = new Map<string | undefined, FormatName>()
  for (const {format, file} of targets) {
    const place = file === undefined ? undefined : placeOf(file)
    const other = places.get(place)
    if (other) {
      const where = file ?? 'standard output'
      throw new UsageError(
        `${other} and ${format} cannot both go to ${where}. Give one a file: --format ${format}=FILE`,
      )
    }
    places.set(place, format)
  }
  return new Set([...places.keys()].filter((place) => place !== undefined))
}

/** Of a record, the file counts. */
function refuseOverwriting(document: string, files: ReadonlySet<string>): void {
  const names = files.size === 0 ? [] : [document, fileOf(document)]
  const file = names.find((name) => files.has(path.resolve(name)))
  if (file !== undefined) throw new UsageError(`${file} would be overwritten by its own findings. Choose another file`)
}

async function printerFor({format, file}: Target, facts: FormatFacts) {
  const create = await FORMATS[format]()
  // A file never gets colours.
  if (file !== undefined) return {formatter: create({...facts, hasColours: false}), ...toFile(file)}
  return {formatter: create(facts), ...toStandardOutput()}
}

interface Counts {
  documents: number
  findings: number
  omitted: number
  readonly levels: Record<Level, number>
}

function count(counts: Counts, {findings}: LintResult, omitted: number): void {
  counts.documents++
  counts.findings += findings.length
  counts.omitted += omitted
  for (const {level} of findings) counts.levels[level]++
}
