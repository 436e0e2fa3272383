/**
 * Old rules beside new ones on real documents: what the new ones find that the old ones did not, and the other way round.
 * One document at a time is held, and of each rule no more hits than are shown.
 */
import type {Document, Unreadable} from '../batch/documents.js'
import {type Cleaned, type Cleaner, type CleanOptions, createCleaner} from '../clean.js'
import {type Finding, kindOf, MARK, placesOf, type RuleId, type StageName, wordsOf} from '../draft/index.js'
import {levelOf} from '../lint/level.js'
import type {RuleSet} from '../rules/rule.js'

export type Kind = 'new' | 'gone' | 'changed'

/** One hit in the line it stands in. */
export interface Sample {
  readonly kind: Kind
  readonly path: string
  readonly line: number
  readonly column: number
  /** What stands before and after it in its line, as far as a reader looks. */
  readonly before: string
  readonly actual: string
  readonly after: string
  /** What should stand there: '' for nothing, undefined where the rule does not say. */
  readonly expected: string | undefined
  /** What the old rules wanted, where that changed. */
  readonly formerly?: string | undefined
}

export interface RuleCounts {
  readonly rule: RuleId
  /** Hits of the old rules and of the new ones. */
  old: number
  now: number
  new: number
  gone: number
  changed: number
  readonly samples: Sample[]
}

/** Sums over all documents that were looked at. */
export interface Totals {
  documents: number
  /** Those that are no text. */
  rejected: number
  words: number
}

export interface Versions {
  readonly old: RuleSet
  readonly now: RuleSet
  /** Whose rules are compared; nothing else is run but what tells them the language. */
  readonly stages: readonly string[]
  readonly options: Omit<CleanOptions, 'ruleSet' | 'stages'>
  /** Hits that are kept of each rule. */
  readonly limit: number
}

export class Comparison {
  readonly totals: Totals = {documents: 0, rejected: 0, words: 0}
  readonly #rules = new Map<RuleId, RuleCounts>()
  readonly #old: Cleaner
  readonly #now: Cleaner
  readonly #stages: ReadonlySet<string>
  readonly #limit: number

  constructor({old, now, stages, options, limit}: Versions) {
    const chosen = ['decode', 'identify', ...stages] as StageName[]
    this.#old = createCleaner({...options, stages: chosen, ruleSet: old})
    this.#now = createCleaner({...options, stages: chosen, ruleSet: now})
    this.#stages = new Set(stages)
    this.#limit = limit
  }

  /** Those of which something was found, in the order of their names. */
  rules(): readonly RuleCounts[] {
    return [...this.#rules.values()].sort((a, b) => (a.rule < b.rule ? -1 : 1))
  }

  add({content, facts}: Exclude<Document, Unreadable>): void {
    const [old, now] = [this.#old(content, facts), this.#now(content, facts)]
    this.totals.documents++
    if (now.report.rejected !== undefined) {
      this.totals.rejected++
      return
    }
    this.totals.words += countWords(now.source)
    this.#compare(this.#findings(old), this.#findings(now), sampler(now))
  }

  #findings({report}: Cleaned): Finding[] {
    return report.findings.filter(
      ({state, rule}) => levelOf(state) !== undefined && this.#stages.has(rule.slice(0, rule.indexOf('/'))),
    )
  }

  #compare(old: readonly Finding[], now: readonly Finding[], sample: Sampler): void {
    for (const {rule} of old) this.#countsOf(rule).old++
    for (const {rule} of now) this.#countsOf(rule).now++
    const [before, after] = [new Set(old.map(keyOf)), new Set(now.map(keyOf))]
    const gone = new Map(old.filter((one) => !after.has(keyOf(one))).map((one) => [placeKey(one), one]))
    for (const finding of now) {
      if (before.has(keyOf(finding))) continue
      const former = gone.get(placeKey(finding))
      gone.delete(placeKey(finding))
      this.#keep(finding.rule, former ? 'changed' : 'new', () => sample(finding, former))
    }
    for (const finding of gone.values()) this.#keep(finding.rule, 'gone', () => sample(finding, undefined))
  }

  #keep(rule: RuleId, kind: Kind, sample: () => Omit<Sample, 'kind'>): void {
    const counts = this.#countsOf(rule)
    counts[kind]++
    if (counts.samples.length < this.#limit) counts.samples.push({kind, ...sample()})
  }

  #countsOf(rule: RuleId): RuleCounts {
    const known = this.#rules.get(rule) ?? {rule, old: 0, now: 0, new: 0, gone: 0, changed: 0, samples: []}
    this.#rules.set(rule, known)
    return known
  }
}

/** Where a rule found something; if it wants something else there than before, it changed. */
const placeKey = ({rule, start}: Finding): string => `${rule}\0${start}`
const keyOf = ({rule, start, end, expected}: Finding): string => `${rule}\0${start}\0${end}\0${expected[0] ?? '\0'}`

function countWords(text: string): number {
  const words = wordsOf(text)
  let count = 0
  for (let i = 0; i < words.count; i++) if (kindOf(words, i) !== MARK) count++
  return count
}

type Sampler = (finding: Finding, former: Finding | undefined) => Omit<Sample, 'kind'>

/** As much of a line as is ever shown, UTF-16 units to either side. */
const REACH = 120

/** Looks for the lines of a document when the first hit is kept. */
function sampler({report, source}: Cleaned): Sampler {
  let placeOf: ReturnType<typeof placesOf> | undefined
  return ({start, end, actual, expected}, former) => {
    placeOf ??= placesOf(source)
    const [before = ''] = /[^\r\n]*$/.exec(source.slice(Math.max(0, start - REACH), start)) ?? []
    const [after = ''] = /^[^\r\n]*/.exec(source.slice(end, end + REACH)) ?? []
    const found = {path: report.path, ...placeOf(start), before, actual, after, expected: expected[0]}
    return former ? {...found, formerly: former.expected[0]} : found
  }
}
