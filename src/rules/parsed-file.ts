/**
 * The rules of files that were parsed when the package was built: parsing YAML and checking every pattern takes half a
 * second, reading what came of it some milliseconds. A file is known by its digest, so an edited one is parsed anew.
 */
import type {Rule} from './rule.js'

/** Changes when rules are read in another way. */
const VERSION = 1

interface ParsedFiles {
  readonly version: number
  /** Rules without the path of their file, by the digest of stage and content. */
  readonly files: Readonly<Record<string, readonly Rule[]>>
}

/** Rules by digest, as JSON. */
export function writeParsed(files: ReadonlyMap<string, readonly Rule[]>): string {
  const entries = [...files].sort(([a], [b]) => (a < b ? -1 : 1))
  return `${JSON.stringify({version: VERSION, files: Object.fromEntries(entries)} satisfies ParsedFiles)}\n`
}

/** What `writeParsed` wrote; nothing when it is of another version. */
export function readParsed(json: string): ReadonlyMap<string, readonly Rule[]> {
  const {version, files} = JSON.parse(json) as ParsedFiles
  return new Map(version === VERSION ? Object.entries(files) : [])
}

/** Rules as they would be, had they been parsed from this path. */
export const at = (rules: readonly Rule[], path: string): Rule[] =>
  rules.map((rule) => ({...rule, origin: {...rule.origin, path}}))
