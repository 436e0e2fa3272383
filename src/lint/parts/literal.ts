/** The text between quotation marks with backslashes in it: one table of escapes serves JSON, YAML and TOML. */
import {Runs} from './runs.js'

export interface Literal {
  readonly text: string
  readonly runs: Runs
}

/** YAML's, of which JSON and TOML have some; who reads one of those has checked that it holds no others. */
const ESCAPES: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1b',
  N: '\x85',
  _: '\xa0',
  L: '\u2028',
  P: '\u2029',
}

const ESCAPE = /\\(?:x([\da-f]{2})|u([\da-f]{4})|U([\da-f]{8})|([\s\S]))/gi

/** What one escape says: `\n`, `\u00e9`. */
export function unescaped(written: string): string {
  const [, ...parts] = new RegExp(ESCAPE.source, 'i').exec(written) ?? []
  const [byte, unit, point, letter] = parts
  if (letter !== undefined) return ESCAPES[letter] ?? letter
  if (unit !== undefined) return String.fromCharCode(Number.parseInt(unit, 16))
  const code = Number.parseInt(byte ?? point ?? '', 16)
  return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd'
}

/** Reads what stands from `start` to `end` of a file, the quotation marks left out. */
export function readLiteral(file: string, start: number, end: number): Literal {
  const runs = new Runs(start)
  const pieces: string[] = []
  const raw = file.slice(start, end)
  let at = 0
  for (const match of raw.matchAll(ESCAPE)) {
    const said = unescaped(match[0])
    pieces.push(raw.slice(at, match.index), said)
    runs.add(match.index - at, match.index - at)
    runs.add(said.length, match[0].length)
    at = match.index + match[0].length
  }
  pieces.push(raw.slice(at))
  runs.add(raw.length - at, raw.length - at)
  return {text: pieces.join(''), runs}
}

/** As it stands between the quotation marks of JSON. */
export const escapedForJson = (text: string): string => JSON.stringify(text).slice(1, -1)
