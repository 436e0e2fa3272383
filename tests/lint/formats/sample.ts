/** A text that is hard to count in, with two faults in it, and a way of counting that is not the one that is tested. */
import {findingIn, resultOf} from './made.js'

/** Letters of one to four bytes before the place, a lone \r as a line end, and a repair of several lines. */
export const TEXT = '\ufeffDas Haus.\rEin 😀 – 水車 für {slot} hier.\r\nZwei {a\nb} Zeilen.\n'
export const FIXES = [findingIn(TEXT, '{slot}', 'Ärger'), findingIn(TEXT, '{a\nb}', 'c\nd', 'proposed')]
export const REPAIRED = TEXT.replace('{slot}', 'Ärger').replace('{a\nb}', 'c\nd')
export const RUN = [resultOf('docs/a b.md', FIXES)]

/** Where a line and a column lead, counted by a measure of length. */
export function offsetOf(text: string, {line, column}: {line: number; column: number}, unit: 'utf8' | 'utf16'): number {
  const lines = text.split(/(?<=\r\n|\n|\r(?!\n))/)
  const before = lines.slice(0, line - 1).join('')
  if (unit === 'utf16') return before.length + column - 1
  return (
    before.length +
    Buffer.from(lines[line - 1]!)
      .subarray(0, column - 1)
      .toString().length
  )
}
