/** One document in, one report out: what the commands and programs call. */
import {createHash} from 'node:crypto'
import dictionary from 'dictionary-en'
import type {Processor} from 'unified'
import {VFile} from 'vfile'
import type {Draft, Finding, Format, RuleId, SiteMemory, StageName} from './draft/index.js'
import {stages as allStages, pipeline} from './pipeline.js'
import {type Circumstances, type Digest, type Report, rejection, reportOf, type SourceDigest} from './report/report.js'
import {installedRules} from './rules/read.js'
import type {RuleSet} from './rules/rule.js'
import {catalogueOf, type Fault} from './stage/fault.js'
import {policyOf, type RuleSetting} from './stage/policy.js'
import {carried} from './stage/retext-draft.js'
import {decodeBytes} from './stages/decode/bytes.js'
import type {ChineseScript} from './stages/terms/script.js'
import type {Style} from './stages/terms/style.js'
import type {Judge} from './stages/unspin/judged.js'

export interface CleanOptions {
  /** Which stages run; always in the order of the pipeline. Default: all. */
  readonly stages?: readonly StageName[]
  /** Repairs less sure than this are proposed, not made. 0–1; default 0.8, and 0.45 for spun wording. */
  readonly minConfidence?: number
  /** `off`, `propose` or `apply`, by rule or stage. */
  readonly rules?: Readonly<Record<string, RuleSetting>>
  /** Default `keep`: captions stay, without their credit. */
  readonly captions?: 'keep' | 'drop'
  readonly chinese?: ChineseScript
  /** How a Chinese term is explained at its first mention. Default `full`. */
  readonly style?: Style
  /** ISO 639-1 codes to choose among for text in Latin letters. */
  readonly languages?: readonly string[]
  /** Reads the places of spun text besides the n-gram model, and has the say. */
  readonly judge?: Judge
  /** Rules instead of the installed ones: what `readRules()` gives. */
  readonly ruleSet?: RuleSet
}

/** What is known of one document. */
export interface DocumentFacts {
  /** For the report; its extension tells the format where that is not given. */
  readonly path?: string
  readonly format?: Format
  /** Character set that the source is said to be in. */
  readonly encoding?: string
  /** Where it was found, and what it is called there: for the report. */
  readonly url?: string
  readonly id?: string
  /** What repeats on the pages of its site. */
  readonly site?: SiteMemory
  /** Why it is no document, where that is known before it is opened. */
  readonly rejected?: string
}

export interface Cleaned {
  readonly report: Report
  /** The source as decoded, on which the report's revisions can be replayed. */
  readonly source: string
}

export type Cleaner = (input: string | Uint8Array, facts?: DocumentFacts) => Cleaned

/** Larger documents are rejected: a string of JavaScript holds no more than half a billion characters. */
export const LARGEST_BYTES = 256 * 1024 * 1024

/**
 * Prepares rules and stages once, for any number of documents. The cleaner never throws for what a document holds:
 * what cannot be cleaned is rejected in its report.
 */
export function createCleaner(options: CleanOptions = {}): Cleaner {
  const rules = options.ruleSet ?? installedRules()
  const chosen = options.stages ?? allStages.map((plugin) => plugin.stage.name)
  const policy = policyOf(defined({minConfidence: options.minConfidence, rules: options.rules}))
  const stageOptions = {
    identify: defined({languages: options.languages}),
    boilerplate: defined({captions: options.captions}),
    terms: defined({style: options.style, chinese: options.chinese}),
    unspin: defined({judge: options.judge}),
    spell: {dictionary},
  }
  const processors = new Map<Format, Processor>()
  const processorFor = (format: Format): Processor => {
    const processor = processors.get(format) ?? pipeline(chosen, {rules, policy, format}, stageOptions)
    processors.set(format, processor)
    return processor
  }
  return (input, facts = {}) => {
    const format = facts.format ?? (/\.(?:md|markdown)$/i.test(facts.path ?? '') ? 'markdown' : 'text')
    const {text, source, ...open} = opened(input, facts.encoding)
    const {path = '-', url, id, rejected = open.rejected} = facts
    const about: Circumstances = {path, ...defined({url, id}), source, rules: {sha256: rules.digest}}
    if (rejected !== undefined) return {report: rejection(rejected, about, format), source: text}
    const file = new VFile({value: text, path})
    const cleaned = settledText(processorFor(format), file, facts.site)
    const draft = carried(file)!
    return {report: reportOf(draft, cleaned, about, guestFindings(file, draft)), source: text}
  }
}

/** What one room changes can be what an earlier one was waiting for; more rounds than this nobody needed yet. */
const MOST_ROUNDS = 4

/** Goes through the stages until they find nothing more to change, so that cleaning twice is cleaning once. */
function settledText(processor: Processor, file: VFile, site: SiteMemory | undefined): string {
  const root = processor.parse(file as never)
  const draft = carried(file)!
  draft.site = site
  for (let round = 1, revisions = -1; revisions < draft.revisions.length && round <= MOST_ROUNDS; round++) {
    revisions = draft.revisions.length
    processor.runSync(round === 1 ? root : draft.root, file as never)
  }
  return String(processor.stringify(draft.root, file as never))
}

/** Cleans one text. For many, `createCleaner` prepares once. */
export function clean(input: string | Uint8Array, options: CleanOptions & DocumentFacts = {}): Report {
  return createCleaner(options)(input, options).report
}

/** What is said of findings, by rule: the rules in code and those in files. */
export function catalogueFor(rules: RuleSet): ReadonlyMap<RuleId, Fault> {
  return catalogueOf(
    allStages.flatMap((plugin) => plugin.stage.faults ?? []),
    rules,
  )
}

interface Opened {
  readonly text: string
  readonly rejected: string | undefined
  readonly source: SourceDigest
}

function opened(input: string | Uint8Array, told: string | undefined): Opened {
  const bytes = typeof input === 'string' ? new TextEncoder().encode(input) : input
  const digest: Digest = {sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length}
  const decoded =
    bytes.length > LARGEST_BYTES
      ? {
          text: '',
          encoding: 'unknown',
          evidence: 'default',
          rejected: `too large: ${bytes.length} bytes, at most ${LARGEST_BYTES}`,
        }
      : typeof input === 'string'
        ? {text: input, encoding: 'utf-16', evidence: 'told'}
        : decodeBytes(input, told)
  const {text, encoding, evidence} = decoded
  const rejected = 'rejected' in decoded ? decoded.rejected : hollow(text)
  return {text, rejected, source: {...digest, characters: text.length, encoding, evidence}}
}

/** Why a decoded text is no article. */
function hollow(text: string): string | undefined {
  if (text === '') return 'empty'
  if (/^\s*<(?:!doctype html|html[\s>])/i.test(text.slice(0, 1000)))
    return 'an HTML page: HTML is not read yet, only text and Markdown'
  return /\S/.test(text) ? undefined : 'nothing but blanks'
}

/** What plugins that are not ours said about the file. */
function guestFindings(file: VFile, draft: Draft): Finding[] {
  return file.messages.map((message): Finding => {
    const start = message.place && 'start' in message.place ? (message.place.start.offset ?? 0) : 0
    const end = message.place && 'end' in message.place ? (message.place.end.offset ?? start) : start
    return {
      start,
      end,
      stage: 'outside',
      rule: `${message.source ?? 'outside'}/${message.ruleId ?? 'message'}` as RuleId,
      actual: message.actual ?? draft.source.slice(start, end),
      expected: message.expected ?? [],
      confidence: 0.5,
      state: 'reported',
      origin: 'outside',
      revision: draft.revisions.length,
      note: message.reason,
    }
  })
}

/** Without keys whose value is undefined, for options that tell an absent key from an undefined one. */
function defined<T extends object>(options: T): {[K in keyof T]: Exclude<T[K], undefined>} {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as never
}
