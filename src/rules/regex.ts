/** Experts' regexes on RE2, compiled once: a file is checked with them and then scanned with them. */
import {RE2JS} from 're2js'

const compiled = new Map<string, RE2JS>()

/** @throws when it is no RE2 syntax. */
export function regexOf(source: string): RE2JS {
  const regex = compiled.get(source) ?? RE2JS.compile(source, RE2JS.MULTILINE)
  compiled.set(source, regex)
  return regex
}
