/** Findings as a person reads them in a terminal: a frame, then what, why and what to do. */
import {eastAsianWidth} from 'get-east-asian-width'
import colours from 'picocolors'
import {visible} from '../../stage/visible.js'
import {LEVELS, type Level} from '../level.js'
import type {LintFinding} from '../lint.js'
import type {Format, Summary} from './format.js'
import {counted} from './said.js'

type Painter = (text: string) => string

interface Paint {
  readonly place: Painter
  readonly rule: Painter
  readonly level: Readonly<Record<Level, Painter>>
}

export const stylish: Format = ({hasColours}) => {
  const {underline, dim, red, yellow, cyan} = colours.createColors(hasColours)
  const paint = {place: underline, rule: dim, level: {safe: red, proposed: yellow, reported: cyan}}
  return {
    document: ({path, findings}) => findings.map((finding) => entry(visible(path), finding, paint)).join(''),
    end: closing,
  }
}

function closing({documents, findings, levels, omitted}: Summary): string {
  const among = `in ${counted(documents, 'document')}`
  if (findings === 0) return `Nothing found ${among}\n`
  const limit = omitted > 0 ? `, ${omitted} not shown` : ''
  const kinds = LEVELS.filter((level) => levels[level] > 0).map((level) => `${levels[level]} ${level}`)
  return `${counted(findings, 'finding')}${limit} ${among}: ${kinds.join(', ')}\n`
}

function entry(path: string, finding: LintFinding, paint: Paint): string {
  const {start, rule, level, message, why, advice} = finding
  const shown = [
    `${paint.place(`${path}:${start.line}:${start.column}`)}  ${paint.rule(visible(rule))}  ${paint.level[level](level)}`,
    ...frame(finding, paint.level[level]),
    `  ${visible(message)}`,
    ...(why === undefined ? [] : [`  Why: ${visible(why)}`]),
    `  Do:  ${visible(advice)}`,
  ]
  return `${shown.join('\n')}\n\n`
}

/** The stretch of the line around the finding, with a line of marks under it. */
function frame({frame: {text, start, end, isCutBefore, isCutAfter}}: LintFinding, mark: Painter): string[] {
  if (text === '') return []
  const lead = (isCutBefore ? '…' : '') + visible(text.slice(0, start))
  const actual = visible(text.slice(start, end))
  return [
    `  ${lead}${actual}${visible(text.slice(end))}${isCutAfter ? '…' : ''}`,
    `  ${' '.repeat(columnsOf(lead))}${mark('^'.repeat(Math.max(1, columnsOf(actual))))}`,
  ]
}

/** How many columns of a terminal a text takes: Chinese characters two each, combining marks none. */
function columnsOf(text: string): number {
  let columns = 0
  for (const char of text.replace(/\p{M}/gu, '')) columns += eastAsianWidth(char.codePointAt(0)!)
  return columns
}
