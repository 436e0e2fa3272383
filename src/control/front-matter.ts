/**
 * What front matter says to the program: `unspun: off`, or `unspun: {ignore: [rule, stage], reason: …}` for the whole
 * document; in TOML only `unspun = "off"`.
 */
import {createRequire} from 'node:module'
import type * as Yaml from 'yaml'
import {type Format, protectedSpans, type Span} from '../draft/index.js'
import type {Directive, Mistake} from './directive.js'

/** What was read of a key, and where it stands. */
export type Said = Span &
  ({readonly isOff: true} | {readonly rules: readonly string[]; readonly reason?: string} | Mistake)

const EXPECTED = 'expected `unspun: off` or `unspun: {ignore: [rules], reason: why}`'
const YAML_KEY = /^(?:["'])?unspun["']?[ \t]*:/m
const TOML_KEY = /^[ \t]*(?:unspun|"unspun")[ \t]*=[ \t]*([^\r\n]*)$/m

/** Undefined where front matter, if there is any, says nothing. */
export function saidInFrontMatter(text: string, format: Format): Said | undefined {
  const [first] = /^\uFEFF?(?:---|\+\+\+)/.exec(text) ?? []
  if (first === undefined) return undefined
  const [shield] = protectedSpans(text, format)
  if (shield?.kind !== 'front-matter') return undefined
  const start = text.indexOf('\n') + 1
  const body = text.slice(start, text.lastIndexOf(first.slice(-3), shield.end - 1))
  return first.endsWith('+') ? inToml(body, start) : inYaml(body, start)
}

/** As a directive for the whole document. */
export function asDirective({start, end, ...said}: Said): Directive | undefined {
  if (!('rules' in said)) return undefined
  const {rules, reason} = said
  return {verb: 'front-matter', start, end, phrase: undefined, rules, reason, reach: undefined}
}

function inToml(body: string, offset: number): Said | undefined {
  const match = TOML_KEY.exec(body)
  if (!match) return undefined
  const span = {start: offset + match.index, end: offset + match.index + match[0].length}
  const isOff = /^(?:"off"|'off'|false)[ \t]*(?:#.*)?$/.test(match[1]!)
  return isOff ? {...span, isOff} : {...span, mistake: 'in TOML expected `unspun = "off"`'}
}

function inYaml(body: string, offset: number): Said | undefined {
  const match = YAML_KEY.exec(body)
  if (!match) return undefined
  const line = {start: offset + match.index, end: offset + match.index + match[0].length}
  try {
    return {...line, ...valueIn(body)}
  } catch {
    return {...line, mistake: `the front matter is no YAML, ${EXPECTED}`}
  }
}

type Value = {readonly isOff: true} | {readonly rules: readonly string[]; readonly reason?: string} | Mistake

/** The parser takes 40 ms to load: only for front matter that speaks to the program. */
function valueIn(body: string): Value {
  const {parseDocument} = createRequire(import.meta.url)('yaml') as typeof Yaml
  const value: unknown = parseDocument(body).toJS({maxAliasCount: 10})?.unspun
  if (value === 'off' || value === false) return {isOff: true}
  const {ignore, reason, ...others} = (typeof value === 'object' ? (value ?? {}) : {}) as Record<string, unknown>
  const rules = Array.isArray(ignore) ? ignore : [ignore]
  const isRead = rules.length > 0 && rules.every((rule) => typeof rule === 'string' && rule.trim() !== '')
  if (!isRead || Object.keys(others).length > 0) return {mistake: EXPECTED}
  return {rules, ...(typeof reason === 'string' && reason.trim() !== '' ? {reason: reason.trim()} : {})}
}
