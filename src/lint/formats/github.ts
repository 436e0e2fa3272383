/**
 * Annotations on a pull request, by workflow commands. GitHub shows ten errors, ten warnings and ten notices of a step
 * and drops the others without a word, so the gravest go first and the last notice says how many there are besides.
 * Escapes as in `packages/core/src/command.ts` of actions/toolkit.
 */
import {visible} from '../../stage/visible.js'
import {LEVELS, type Level} from '../level.js'
import type {LintFinding} from '../lint.js'
import type {Format, Summary} from './format.js'
import {counted, said} from './said.js'
import {SEVERITIES} from './severity.js'
import {inRepository, lastLineOf} from './where.js'

const MOST = 10
/** One notice is kept for the line about the rest. */
const LIMITS: Readonly<Record<Level, number>> = {safe: MOST, proposed: MOST, reported: MOST - 1}

export const github: Format = (facts) => {
  const annotations: Record<Level, string[]> = {safe: [], proposed: [], reported: []}
  return {
    document({path, findings}) {
      for (const finding of findings) {
        const {[finding.level]: held} = annotations
        if (held.length < LIMITS[finding.level]) held.push(annotation(inRepository(path, facts), finding))
      }
      return ''
    },
    end(summary) {
      const gravestFirst = LEVELS.flatMap((level) => annotations[level])
      const rest = restOf(summary, (level) => annotations[level].length)
      return [...gravestFirst, ...rest].map((line) => `${line}\n`).join('')
    },
  }
}

function annotation(file: string, finding: LintFinding): string {
  const {start, end, level, rule} = finding
  // Columns of an annotation count only within one line.
  const columns = start.line === end.line ? {col: start.column, endColumn: end.column} : {}
  const place = {file, line: start.line, endLine: lastLineOf(finding), ...columns}
  return command(SEVERITIES[level].github, {...place, title: visible(rule)}, said(finding))
}

/** One line for what is not annotated. */
function restOf({levels}: Summary, shownOf: (level: Level) => number): string[] {
  const rest = LEVELS.map((level) => ({level, count: levels[level] - shownOf(level)})).filter(({count}) => count > 0)
  if (rest.length === 0) return []
  const total = rest.reduce((sum, {count}) => sum + count, 0)
  const kinds = rest.map(({level, count}) => `${count} ${level}`).join(', ')
  return [command('notice', {title: 'unspun'}, `${counted(total, 'more finding')} without an annotation: ${kinds}`)]
}

function command(name: string, properties: Readonly<Record<string, string | number>>, text: string): string {
  const told = Object.entries(properties).map(([key, value]) => `${key}=${inProperty(String(value))}`)
  return `::${name} ${told.join(',')}::${inText(text)}`
}

/** Only line ends are escaped by GitHub; of other control characters the log gets to see what they are. */
const inText = (text: string): string =>
  text
    .replace(/(?![\r\n])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, visible)
    .replaceAll('%', '%25')
    .replaceAll('\r', '%0D')
    .replaceAll('\n', '%0A')

const inProperty = (text: string): string => inText(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
