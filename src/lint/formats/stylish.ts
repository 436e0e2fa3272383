/** Findings as a person reads them in a terminal: a frame, then what, why and what to do. */
import colours from 'picocolors'
import {visible} from '../../stage/visible.js'
import type {LintFinding} from '../lint.js'
import type {Format} from './format.js'

interface Paint {
  readonly place: (text: string) => string
  readonly mark: (text: string) => string
  readonly rule: (text: string) => string
}

export const stylish: Format = ({hasColours}) => {
  const {underline, red, dim} = colours.createColors(hasColours)
  const paint = {place: underline, mark: red, rule: dim}
  return {
    document: ({path, findings}) => findings.map((finding) => entry(visible(path), finding, paint)).join(''),
    end: ({documents, findings, omitted}) => {
      const limit = omitted > 0 ? `, ${omitted} not shown` : ''
      const among = `in ${documents} ${documents === 1 ? 'document' : 'documents'}`
      if (findings === 0) return `Nothing found ${among}\n`
      return `${findings} ${findings === 1 ? 'finding' : 'findings'}${limit} ${among}\n`
    },
  }
}

function entry(path: string, finding: LintFinding, paint: Paint): string {
  const {start, rule, message, why, advice} = finding
  const shown = [
    `${paint.place(`${path}:${start.line}:${start.column}`)}  ${paint.rule(rule)}`,
    ...frame(finding, paint),
    `  ${visible(message)}`,
    ...(why === undefined ? [] : [`  Why: ${visible(why)}`]),
    `  Do:  ${visible(advice)}`,
  ]
  return `${shown.join('\n')}\n\n`
}

/** The stretch of the line around the finding, with a line of marks under it. */
function frame({frame: {text, start, end, isCutBefore, isCutAfter}}: LintFinding, paint: Paint): string[] {
  if (text === '') return []
  const before = visible(text.slice(0, start))
  const actual = visible(text.slice(start, end))
  const lead = isCutBefore ? '…' : ''
  const marks = '^'.repeat(Math.max(1, [...actual].length))
  return [
    `  ${lead}${before}${actual}${visible(text.slice(end))}${isCutAfter ? '…' : ''}`,
    `  ${' '.repeat([...lead, ...before].length)}${paint.mark(marks)}`,
  ]
}
