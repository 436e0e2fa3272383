/**
 * Texts of rules as Markdown that shows them as they are, whatever marks they hold. What cannot be seen is written out, for
 * a page that shows nothing explains nothing.
 */

/** Not: plain blanks, line breaks and tabs. */
const UNSEEN = /(?![ \n\t])[\p{C}\p{Z}\p{Variation_Selector}\u115f\u1160\u2800\u3164\uffa0]/gu

/** With characters that cannot be seen as `‹U+200B›`. */
export const readable = (text: string): string =>
  text.replace(UNSEEN, (char) => `‹U+${char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}›`)

/** A running text; what its author put between backticks is code. */
export function prose(text: string): string {
  const line = readable(text).replace(/\s+/g, ' ').trim()
  const written = line.split(/(`+)(?!`)(.+?)(?<!`)\1(?!`)/)
  // Plain text, then the backticks of a code span and what stands between them, and so on.
  const parts = written.map((part, i) => (i % 3 === 0 ? escaped(part) : i % 3 === 1 ? '' : code(part.trim())))
  return parts
    .join('')
    .replace(/^(?:[#+=-]|\d{1,9}(?=[.)]))/, (start) => (/\d/.test(start) ? `${start}\\` : `\\${start}`))
}

const escaped = (text: string): string => text.replace(/[\\`*_[\]<>&|~]/g, '\\$&')

/** A code span on one line. */
export function code(text: string): string {
  const line = readable(text).replaceAll('\n', '⏎').replaceAll('\t', '⇥')
  const mark = '`'.repeat(longestRun(line, /`+/g) + 1)
  const pad = /^[` ]|[` ]$/.test(line) ? ' ' : ''
  return `${mark}${pad}${line}${pad}${mark}`
}

/** A block of code; `language` is for the colours. */
export function fence(text: string, language: string): string {
  const lines = readable(text)
  const mark = '`'.repeat(Math.max(3, longestRun(lines, /`+/g) + 1))
  return `${mark}${language}\n${lines}\n${mark}`
}

/** A row of a table. */
export const row = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replace(/(?<!\\)\|/g, '\\|')).join(' | ')} |`

const longestRun = (text: string, runs: RegExp): number =>
  Math.max(0, ...Array.from(text.matchAll(runs), ([run]) => run.length))
