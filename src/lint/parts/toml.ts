/** Front matter in TOML: the strings of one line before the first table; others are left alone, for few titles need more. */
import {fieldTest} from './fields.js'
import {escapedForJson, readLiteral} from './literal.js'
import type {Part} from './part.js'

const LINE =
  /^[ \t]*([A-Za-z\d_-]+)[ \t]*=[ \t]*("(?!"")(?:[^"\\\r\n]|\\[^\r\n])*"|'(?!'')[^'\r\n]*')[ \t]*(?:#[^\r\n]*)?\r?$/gm
const TABLE = /^[ \t]*\[/m

/** The parts of what stands from `start` to `end` of a file. */
export function tomlParts(file: string, fields: readonly string[], start: number, end: number): Part[] {
  const isChosen = fieldTest(fields)
  const all = file.slice(start, end)
  const text = all.slice(0, TABLE.exec(all)?.index ?? all.length)
  return Array.from(text.matchAll(LINE))
    .filter(([, key]) => isChosen([key!]))
    .map((match) => {
      const from = start + match.index + match[0].indexOf(match[2]!, match[0].indexOf('='))
      return stringPart(file, from, from + match[2]!.length)
    })
}

function stringPart(file: string, start: number, end: number): Part {
  if (file[start] === '"') {
    const {text, runs} = readLiteral(file, start + 1, end - 1)
    return {text, writing: {spanOf: (span) => runs.spanOf(span), written: escapedForJson}}
  }
  const spanOf = (span: {start: number; end: number}) => ({start: start + 1 + span.start, end: start + 1 + span.end})
  return {
    text: file.slice(start + 1, end - 1),
    writing: {
      spanOf,
      written: (text) => (/['\r\n]/.test(text) ? undefined : text),
      anew: (text) => ({start, end, insert: JSON.stringify(text)}),
    },
  }
}
