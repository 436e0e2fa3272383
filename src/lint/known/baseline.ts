/**
 * The baseline: a file of known findings that lies in the repository.
 *
 * A line for each finding, sorted by fingerprint, so that two branches seldom touch the same place; no line counts
 * anything, so that the union of both sides of a merge is right (`unspun.baseline merge=union` in `.gitattributes`).
 * Rule and text are for readers; the file only says who comes first where a finding is met in several.
 */
import {frameOf} from '../../rules/frame.js'
import {visible} from '../../stage/visible.js'
import type {LintResult} from '../lint.js'
import {type KnownFinding, Ordinals, placeOf} from './known.js'

/** The name under which it is looked for. */
export const BASELINE = 'unspun.baseline'

/** A line of a baseline; its place is relative to the folder of the file, with forward slashes. */
export interface BaselineEntry extends KnownFinding {
  readonly rule: string
  /** As people are shown it: escaped and cut. */
  readonly text: string
}

/** What a baseline may not hold, with file, line, column and the lines around. */
export class BaselineError extends Error {}

const TITLE = '# unspun baseline, version 1'
const HEADER = `${TITLE}
# Findings that unspun lint does not report: they were there when this file was made. One a line, sorted:
# fingerprint, number among equals of its file, rule, file, text. Keep it in version control; the lines of both
# sides of a merge belong into it (.gitattributes: ${BASELINE} merge=union).
# Made anew with: unspun baseline create PATHS. Without what is gone: unspun baseline prune PATHS.`

/** The longest text shown, UTF-16 units before escaping. */
const SHOWN = 60

/** The findings of documents as entries; ask once for each document, in any stable order. */
export function entriesFrom(): (result: LintResult) => BaselineEntry[] {
  const ordinals = new Ordinals()
  return ({path, findings}) =>
    findings.map(({fingerprint, rule, actual}) => ({
      ...ordinals.number(fingerprint, placeOf(path)),
      rule,
      text: visible(actual.length > SHOWN ? `${actual.slice(0, SHOWN)}…` : actual),
    }))
}

/** The file of these entries: the same for the same entries in any order. */
export function baselineOf(entries: Iterable<BaselineEntry>): string {
  const lines = Array.from(entries, ({fingerprint, ordinal, rule, place, text}) =>
    [fingerprint, ordinal, visible(rule), escaped(place), text].join('\t'),
  )
  return `${[HEADER, ...new Set(lines.sort())].join('\n')}\n`
}

/** A tab or a line break in a name would end its column. */
const escaped = (place: string): string =>
  place.replace(/\p{Cs}/gu, '\uFFFD').replace(/[%\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, encodeURIComponent)

const COLUMNS: readonly (readonly [name: string, isOne: (value: string) => boolean])[] = [
  ['a fingerprint of 20 hexadecimal digits', (value) => /^[0-9a-f]{20}$/.test(value)],
  ['a number from 1 on', (value) => /^[1-9]\d{0,8}$/.test(value)],
  ['a rule', (value) => value !== ''],
  ['a file, with %25 for %', (value) => value !== '' && unescaped(value) !== undefined],
  ['a text', () => true],
]

function unescaped(value: string): string | undefined {
  try {
    return decodeURIComponent(value)
  } catch {
    return undefined
  }
}

/**
 * The entries of a baseline, in the order of its lines.
 *
 * @throws BaselineError for what is none, at its first fault.
 */
export function readBaseline(file: string, content: string): BaselineEntry[] {
  const lines = content.replace(/^\uFEFF/, '').split(/\r?\n/)
  const refuse: Refuse = (line, column, message) => {
    const shown = lines.map((text) => visible(text.slice(0, WIDEST))).join('\n')
    throw new BaselineError(`${visible(file)}:${line}:${column} ${message}\n${frameOf(shown, line, column)}`)
  }
  const conflict = lines.findIndex((line) => CONFLICT.test(line))
  if (conflict >= 0) refuse(conflict + 1, 1, UNMERGED)
  if (lines[0] !== TITLE) refuse(1, 1, `Unexpected beginning, expected «${TITLE}», as unspun baseline create writes it`)
  return lines.flatMap((line, i) => (line === '' || line.startsWith('#') ? [] : [entryIn(line, i + 1, refuse)]))
}

type Refuse = (line: number, column: number, message: string) => never

/** Where a frame cuts its lines. */
const WIDEST = 120

const CONFLICT = /^(?:<{7}|={7}|>{7}|\|{7})(?: |$)/
const UNMERGED = `Unexpected mark of a merge, expected it settled: keep the lines of both sides and delete the marks (with «${BASELINE} merge=union» in .gitattributes git does so)`

function entryIn(line: string, number: number, refuse: Refuse): BaselineEntry {
  const values = line.split('\t')
  let column = 1
  for (const [i, [name, isOne]] of COLUMNS.entries()) {
    const value = values[i]
    if (value === undefined || !isOne(value)) refuse(number, column, `Unexpected line, expected ${name} here`)
    column += value!.length + 1
  }
  if (values.length > COLUMNS.length) refuse(number, column, 'Unexpected column, expected the end of the line')
  const [fingerprint, ordinal, rule, place, text] = values as [string, string, string, string, string]
  return {fingerprint, ordinal: Number(ordinal), rule, place: unescaped(place)!, text}
}
