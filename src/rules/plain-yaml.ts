/**
 * Reads the plain YAML that nearly all rule files are written in with a parser that is faster and says less than the
 * one for all others: where each line shows by itself what it is, both read the same, and a test holds them to it.
 */
import {FAILSAFE_SCHEMA, load} from 'js-yaml'
import type {Place} from '../draft/place.js'

/** One entry of the list that a file is, and where it begins. */
export interface PlainEntry {
  readonly value: unknown
  readonly place: Place
}

/** The entries of a file; undefined where it takes the other parser to tell what is in it. */
export function plainYaml(text: string): readonly PlainEntry[] | undefined {
  const lines = text.split(/\r?\n/)
  const first = lines[0] === '---' ? 1 : 0
  try {
    if (UNUSUAL.test(text) || !lines.every((line, i) => i < first || LINE.test(line))) return undefined
    const places = lines.flatMap((line, i) => (line.startsWith('- ') ? {line: i + 1, column: 3} : []))
    const entries = load(text, {schema: FAILSAFE_SCHEMA})
    if (!Array.isArray(entries) || entries.length !== places.length) return undefined
    return places.map((place, i) => ({value: entries[i], place}))
  } catch {
    return undefined
  }
}

/** Tabs have rules of their own, a lone CR is a line break, and the other parser uses some of the rest as signs. */
const UNUSUAL = /[\0-\t\v\f\x0e-\x1f\x7f\ufeff]|\r(?!\n)/

const KEY = '[a-z_]+:'
const END = ' *(?: #.*)?'
const QUOTED = String.raw`(?:'[^']*(?:''[^']*)*'|"[^"\\]*(?:\\["\\/nt][^"\\]*)*")`
/** As a text without quotes must begin so that it is not something else. */
const FIRST = String.raw`[^\s\-?:,[\]{}#&*!|>'"%@\x60]`
/** To the end of the line, with no comment that cuts it off. */
const PLAIN = `${FIRST}(?:(?! #|: |:$).)*`
const ENCLOSED = String.raw`(?:${QUOTED} *|${FIRST}(?:(?! #|:[ ,\]}])[^,[\]{}])*)`
const LIST = String.raw`\[(?: *${ENCLOSED},)* *${ENCLOSED}\]`
const MAP = String.raw`\{(?: *${KEY} +${ENCLOSED},)* *${KEY} +${ENCLOSED}\}`
const VALUE = `(?:${PLAIN}|(?:${QUOTED}|${LIST}|${MAP})${END})`
const LINE = new RegExp(`^ *(?:(?:- )?${KEY}(?:${END}| +${VALUE})|- ${VALUE}|(?:#.*)?)$`)
