/** `unspun rules list`: a line for each rule, whole where it goes into a pipe, cut to the width of a terminal. */

import {nearest} from '../../matching/edit-distance.js'
import {anchorOf} from '../../reference/anchor.js'
import {type Entry, placeOf} from '../../reference/entry.js'
import {confidenceOf} from '../../rules/rule.js'
import {visible} from '../../stage/visible.js'
import {UsageError} from '../../usage-error.js'
import type {RulesFlags} from '../rules.js'
import {readEntries} from './entries.js'

export interface ListFlags extends RulesFlags {
  readonly stage?: string
  readonly json?: true
}

export async function list(flags: ListFlags): Promise<void> {
  const entries = ofStage(await readEntries(flags), flags.stage)
  const {isTTY, columns} = process.stdout
  process.stdout.write(flags.json ? asJson(entries) : asLines(entries, isTTY ? columns : undefined))
}

function ofStage(entries: readonly Entry[], stage: string | undefined): readonly Entry[] {
  if (stage === undefined) return entries
  const found = entries.filter((entry) => entry.stage === stage)
  if (found.length > 0) return found
  const stages = [...new Set(entries.map((entry) => entry.stage))]
  throw new UsageError(`Unexpected stage ${stage}, expected ${nearest(stage, stages) ?? `one of ${stages.join(', ')}`}`)
}

/** Columns beside each other; with a width, what a finding says is cut to it. */
export function asLines(entries: readonly Entry[], width?: number): string {
  const rows = entries.map(({id, level, message, rule}) => [
    id,
    level,
    visible(message),
    rule ? placeOf(rule.origin) : 'in the program',
  ])
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => [...row[column]!].length)))
  const rest = widths[0]! + widths[1]! + 6 + Math.max(...rows.map((row) => row[3]!.length))
  // On a narrow terminal the place goes first, for rules show has it.
  const message = width === undefined ? widths[2]! : Math.max(20, width - rest)
  const lines = rows.map(([id = '', level = '', said = '', place = '']) => {
    const line = `${id.padEnd(widths[0]!)}  ${level.padEnd(widths[1]!)}  ${padded(said, message)}  ${place}`
    return width === undefined ? line : cut(line, width).trimEnd()
  })
  return lines.map((line) => `${line}\n`).join('')
}

const padded = (text: string, width: number): string => {
  const shown = cut(text, width)
  return shown + ' '.repeat(width - [...shown].length)
}

function cut(text: string, width: number): string {
  const characters = [...text]
  return characters.length > width ? `${characters.slice(0, width - 1).join('')}…` : text
}

const asJson = (entries: readonly Entry[]): string =>
  `${JSON.stringify({version: 1, rules: entries.map(jsonOf)}, null, 1)}\n`

/** What programs want to know of a rule. */
function jsonOf(entry: Entry): object {
  const {id, stage, message, why, level, rule} = entry
  const origin = rule ? {path: rule.origin.path, line: rule.origin.line} : null
  return {id, stage, level, message, why, confidence: rule ? confidenceOf(rule) : null, origin, reference: anchorOf(id)}
}
