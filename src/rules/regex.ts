/** Experts' regexes on RE2, compiled once: a file is checked with them and then scanned with them. */
import {RE2JS} from 're2js'

export interface Expert {
  readonly re: RE2JS
  /** Whether it matches at the start of a line or nowhere; looking further on is most of the time that a regex takes. */
  readonly opensLine: boolean
}

const compiled = new Map<string, Expert>()

/** @throws when it is no RE2 syntax. */
export function regexOf(source: string): Expert {
  const known = compiled.get(source)
  if (known) return known
  const regex = {re: RE2JS.compile(source, RE2JS.MULTILINE), opensLine: opensLine(source)}
  compiled.set(source, regex)
  return regex
}

/** Begins with `^`, and no alternative begins otherwise; in doubt (`\Q…\E`) it does not. */
export function opensLine(source: string): boolean {
  if (!/^(?:\(\?[a-zA-Z]+\))?\^/.test(source) || source.includes('\\Q')) return false
  let depth = 0
  for (const [part] of source.matchAll(PARTS)) {
    if (part === '(') depth++
    else if (part === ')') depth--
    else if (part === '|' && depth === 0) return false
  }
  return true
}

/** What is escaped, what stands in a class, and what makes groups and alternatives of the rest. */
const PARTS = /\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[()|]/gs
