/** A file as the stages see it: its parts, each with its report, and where it stands in the file. */
import type {RecordLine} from '../batch/documents.js'
import type {Cleaned, Cleaner, DocumentFacts} from '../clean.js'
import {isMarkdown} from '../draft/index.js'
import {LARGEST_BYTES} from '../opened.js'
import {decodeBytes} from '../stages/decode/bytes/bytes.js'
import {FRONT_MATTER_FIELDS, frontMatterParts} from './parts/front-matter.js'
import {jsonParts, stringPart} from './parts/json.js'
import {type DataKind, dataKindOf} from './parts/kind.js'
import {type Part, PartsError, type Writing} from './parts/part.js'
import {yamlParts} from './parts/yaml.js'

export interface LintInput {
  readonly content: string | Uint8Array
  readonly facts: DocumentFacts & {readonly path: string}
  /** Fingerprints of the findings that may be repaired unasked; undefined for all. */
  readonly repairs?: readonly string[]
  /** Of a record of JSON Lines, the line that `content` is a value of. */
  readonly line?: RecordLine
}

/** One part, and what was found in it. */
export interface Look {
  readonly cleaned: Cleaned
  /** How it stands in the file; undefined for a text that is the file. */
  readonly writing: Writing | undefined
}

/** What was seen of a file, or of a line of it. */
export interface Sight {
  /** As decoded, without its byte order mark. */
  readonly file: string
  /** Where that begins in the file on the disk. */
  readonly origin: {readonly line: number; readonly offset: number}
  readonly looks: readonly Look[]
  /** Why nothing could be looked at, and where. */
  readonly rejected?: {readonly reason: string; readonly offset: number}
}

export interface LookSettings {
  readonly cleaner: Cleaner
  /** For a title or a caption: what is boilerplate as a line of its own is none as the whole of a value. */
  readonly phraseCleaner: Cleaner
  /** Names and paths of the values that are prose in JSON and YAML. */
  readonly fields?: readonly string[] | undefined
  /** The same in front matter. */
  readonly frontMatterFields?: readonly string[] | undefined
}

const MARK = '\uFEFF'

/** Looks at all that is prose in a file. Never throws for what it holds. */
export function look(input: LintInput, settings: LookSettings): Sight {
  if (input.line) return lookAtRecord(input, input.line, settings)
  const {content, isMarked} = unmarked(input.content)
  const origin = {line: 1, offset: isMarked ? 1 : 0}
  const kind = dataKindOf(input.facts.path)
  if (kind && input.facts.rejected === undefined) return lookAtData(content, input, {kind, origin, settings})
  const cleaned = settings.cleaner(content, factsOf(input))
  const file = cleaned.html ?? cleaned.source
  const looks = [{cleaned, writing: undefined}]
  if (cleaned.html !== undefined || !isMarkdown(cleaned.report.format)) return {file, origin, looks}
  const parts = frontMatterParts(file, settings.frontMatterFields ?? FRONT_MATTER_FIELDS)
  return {file, origin, looks: [...looks, ...looksAt(parts, input, settings)]}
}

const factsOf = ({facts, repairs}: LintInput): LintInput['facts'] => (repairs ? {...facts, repairs} : facts)

/** A mark at the beginning of a file says how it is encoded: it is none of the text. */
function unmarked(content: LintInput['content']): {content: LintInput['content']; isMarked: boolean} {
  if (typeof content === 'string') {
    const isMarked = content.startsWith(MARK)
    return {content: isMarked ? content.slice(1) : content, isMarked}
  }
  const isMarked = content[0] === 0xef && content[1] === 0xbb && content[2] === 0xbf
  return {content: isMarked ? content.subarray(3) : content, isMarked}
}

const PARTS_OF = {json: jsonParts, yaml: yamlParts} as const

function lookAtData(
  content: LintInput['content'],
  input: LintInput,
  {kind, origin, settings}: {kind: DataKind; origin: Sight['origin']; settings: LookSettings},
): Sight {
  const {text: file, rejected} = decoded(content)
  const nothing = (reason: string, offset = 0): Sight => ({file, origin, looks: [], rejected: {reason, offset}})
  if (rejected !== undefined) return nothing(rejected)
  if (!settings.fields?.length) return nothing('no field of it is known to hold prose, name some with --fields')
  try {
    return {file, origin, looks: looksAt(PARTS_OF[kind](file, settings.fields), input, settings)}
  } catch (error) {
    if (error instanceof PartsError) return nothing(error.message, error.offset)
    throw error
  }
}

function decoded(content: LintInput['content']): {text: string; rejected?: string | undefined} {
  if (typeof content === 'string') return {text: content}
  if (content.length > LARGEST_BYTES) return {text: '', rejected: `too large, at most ${LARGEST_BYTES} bytes`}
  return decodeBytes(content)
}

/** Values without a word are passed over. */
function looksAt(parts: readonly Part[], input: LintInput, settings: LookSettings): Look[] {
  return parts
    .filter(({text}) => /\S/.test(text))
    .map(({text, writing}) => {
      const cleaner = /[\r\n]/.test(text.trim()) ? settings.cleaner : settings.phraseCleaner
      return {cleaned: cleaner(text, {...factsOf(input), format: 'markdown', heedsDirectives: false}), writing}
    })
}

function lookAtRecord(input: LintInput, line: RecordLine, {cleaner}: LookSettings): Sight {
  const origin = {line: line.number, offset: line.offset}
  const cleaned = cleaner(input.content, factsOf(input))
  const writing = line.value && stringPart(line.text, line.value.start, line.value.end).writing
  if (writing && cleaned.report.rejected === undefined) return {file: line.text, origin, looks: [{cleaned, writing}]}
  return {file: line.text, origin, looks: [], rejected: {reason: cleaned.report.rejected ?? 'no text', offset: 0}}
}
