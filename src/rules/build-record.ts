/**
 * What the build noted of the installed rules: the digest of each file and the rules of those in YAML. Parsing YAML and
 * checking every pattern takes half a second, hashing the models fifty milliseconds; reading what came of it takes two.
 */
import type {Rule} from './rule.js'

/** Changes when rules are read in another way. */
const VERSION = 2

export interface RecordedFile {
  readonly bytes: number
  /** SHA-256, in hexadecimal. */
  readonly digest: string
  /** Of a YAML file, without the path. */
  readonly rules?: readonly Rule[]
  /** Of a table. */
  readonly columns?: readonly string[]
}

/** By stage and file name: `residue/scraping.yml`. */
export type BuildRecord = Readonly<Record<string, RecordedFile>>

interface Written {
  readonly version: number
  readonly files: BuildRecord
}

export const writeRecord = (files: BuildRecord): string =>
  `${JSON.stringify({version: VERSION, files} satisfies Written)}\n`

/** What `writeRecord` wrote; nothing when it is of another version. */
export function readRecord(json: string): BuildRecord {
  const {version, files} = JSON.parse(json) as Written
  return version === VERSION ? files : {}
}

/** Rules as they would be, had they been parsed from this path. */
export const at = (rules: readonly Rule[], path: string): Rule[] =>
  rules.map((rule) => ({...rule, origin: {...rule.origin, path}}))
