/** One document in, one report out: what the commands and programs call. */
import type {Processor} from 'unified'
import {VFile} from 'vfile'
import {type Directives, directivesIn, directivesInPage} from './control/directives.js'
import {
  type Decide,
  type Draft,
  type Finding,
  type Format,
  formatOfName,
  type RuleId,
  replay,
  type SiteMemory,
  type Span,
  type StageName,
} from './draft/index.js'
import {fingerprintOf} from './fingerprint.js'
import {dictionaries} from './installed/dictionaries.js'
import {readings} from './installed/readings.js'
import {opened} from './opened.js'
import {stages as allStages, pipeline} from './pipeline.js'
import type {OpenedPage} from './read/html/open-page.js'
import {type Circumstances, type PageReport, type Report, rejection, reportOf} from './report/report.js'
import {installedRules} from './rules/read.js'
import type {RuleSet, Timer} from './rules/rule.js'
import {catalogueOf, type Fault} from './stage/fault.js'
import {policyOf, type RuleSetting, settingOf} from './stage/policy.js'
import {carried} from './stage/retext-draft.js'
import type {UnknownNames} from './stages/spell/choices.js'
import type {ChineseScript, Style} from './stages/terms/choices.js'
import type {TypographyOptions} from './stages/terms/typography/options.js'
import type {Judge} from './stages/unspin/judged.js'

export interface CleanOptions {
  /** Whether repairs that would only be proposed are made, too. Default: no. */
  readonly makesProposed?: boolean
  /** Which stages run; always in the order of the pipeline. Default: all. */
  readonly stages?: readonly StageName[]
  /** Repairs less sure than this are proposed, not made. 0–1; default 0.8, 0.45 for spun wording, 0.5 for furniture of pages. */
  readonly minConfidence?: number
  /** `off`, `report`, `propose` or `apply`, by rule or stage. */
  readonly rules?: Readonly<Record<string, RuleSetting>>
  /** Default `keep`: captions stay, without their credit. */
  readonly captions?: 'keep' | 'drop'
  readonly chinese?: ChineseScript
  /** Words that keep their characters when others are converted. */
  readonly protect?: readonly string[]
  /** What a house decided about Chinese typography, or `off`. Default: what all agree on. */
  readonly typography?: TypographyOptions | 'off'
  /** What becomes of unknown words that are no slips: names and terms. Default `quiet`. */
  readonly unknownNames?: UnknownNames
  /** The form of Chinese terms. Default `hanzi-first`. */
  readonly style?: Style
  /** Whether pinyin has its tone marks. Default: true. */
  readonly tones?: boolean
  /** ISO 639-1 codes of the languages to choose among. Default: sixteen; `und` for text in none of them. */
  readonly languages?: readonly string[]
  /** Reads the places of spun text besides the n-gram model, and has the say. */
  readonly judge?: Judge
  /** Told how long each stage takes, and each rule that has a regex of its own. */
  readonly timer?: Timer | undefined
  /** Rules instead of the installed ones: what `readRules()` gives. */
  readonly ruleSet?: RuleSet
}

/** What is known of one document. */
export interface DocumentFacts {
  /** For the report; its extension tells the format where that is not given. */
  readonly path?: string
  readonly format?: Format
  /** That it is a web page; a name such as `page.html` and a text that begins as pages do say so, too. */
  readonly markup?: 'html'
  /** Character set that the source is said to be in. */
  readonly encoding?: string
  /** Where it was found, and what it is called there: for the report. */
  readonly url?: string
  readonly id?: string
  /** What repeats on the pages of its site. */
  readonly site?: SiteMemory
  /** Why it is no document, where that is known before it is opened. */
  readonly rejected?: string
  /** False for a text whose comments are not its author's word to this program: a record among many. Default: true. */
  readonly heedsDirectives?: boolean
  /** What was decided about its findings elsewhere: by an editor, by a baseline. */
  readonly decide?: Decide
  /** Fingerprints of the findings that may be repaired unasked: all others are only proposed. Default: all may. */
  readonly repairs?: readonly string[]
}

export interface Cleaned {
  readonly report: Report
  /** The source as decoded, on which the report's revisions can be replayed; of a page, its text as Markdown. */
  readonly source: string
  /** The page as decoded, in which the places of its report lie; undefined for what is none. */
  readonly html?: string
  /** What the document says to the program, and what came of it; undefined where it says nothing. */
  readonly directives?: Directives
}

export type Cleaner = (input: string | Uint8Array, facts?: DocumentFacts) => Cleaned

/** The language model; `unspin` owns it, spelling asks it, too. */
export const LANGUAGE_MODEL = 'unspin/english.ngrams'

/**
 * Prepares rules and stages once, for any number of documents. The cleaner never throws for what a document holds:
 * what cannot be cleaned is rejected in its report.
 */
export function createCleaner(options: CleanOptions = {}): Cleaner {
  const rules = without(options.ruleSet ?? installedRules(), options.rules)
  const chosen = options.stages ?? allStages.map((plugin) => plugin.stage.name)
  const policy = policyOf(
    defined({minConfidence: options.minConfidence, rules: options.rules, makesProposed: options.makesProposed}),
  )
  const stageOptions = {
    identify: defined({languages: options.languages}),
    boilerplate: defined({captions: options.captions}),
    terms: defined({
      style: options.style,
      tones: options.tones,
      chinese: options.chinese,
      protect: options.protect,
      typography: options.typography,
      readings,
    }),
    unspin: defined({judge: options.judge}),
    spell: defined({...dictionaries, model: rules.models.get(LANGUAGE_MODEL), unknownNames: options.unknownNames}),
  }
  const processors = new Map<Format, Processor>()
  const processorFor = (format: Format): Processor => {
    const processor =
      processors.get(format) ?? pipeline(chosen, {rules, policy, format, timer: options.timer}, stageOptions)
    processors.set(format, processor)
    return processor
  }
  return (input, facts = {}) => {
    const {text, source, page, html, ...open} = opened(input, facts)
    const format = page ? 'markdown' : (facts.format ?? formatOfName(facts.path ?? ''))
    const {path = '-', url, id, rejected = open.rejected} = facts
    const about: Circumstances = {path, ...defined({url, id}), source, ...onPage(page), rules: {sha256: rules.digest}}
    if (rejected !== undefined) return {report: rejection(rejected, about, format), source: text, ...defined({html})}
    const directives = facts.heedsDirectives === false ? undefined : directivesOf(text, format, html, page)
    const file = new VFile({value: directives?.text ?? text, path})
    const others = facts.decide ?? (facts.repairs && onlyThese(text, facts.repairs))
    const decide = directives ? directives.before(others) : others
    const settled = settledText(processorFor(format), file, {
      site: facts.site,
      page,
      decide,
      asides: directives?.asides,
    })
    const draft = carried(file)!
    const cleaned = directives ? replay(text, draft.revisions) : settled
    const report = reportOf(draft, cleaned, about, guestFindings(file, draft))
    return {report, source: text, ...defined({html, directives})}
  }
}

/** Leaves to an editor what is not among the findings that may be repaired. */
function onlyThese(text: string, fingerprints: readonly string[]): Decide {
  const chosen = new Set(fingerprints)
  return (finding) =>
    chosen.has(fingerprintOf(text, finding)) ? undefined : {state: 'proposed', note: 'not asked for'}
}

function directivesOf(
  text: string,
  format: Format,
  html: string | undefined,
  page: OpenedPage | undefined,
): Directives | undefined {
  if (html === undefined || !page) return directivesIn(text, format)
  return directivesInPage(html, text, placesOf(page))
}

/** A rule that is off must not stand in the way of others either, so no stage hears of it. */
function without(set: RuleSet, settings: CleanOptions['rules'] = {}): RuleSet {
  const rules = set.rules.filter(({id}) => settingOf(settings, id) !== 'off')
  return rules.length === set.rules.length ? set : {...set, rules}
}

/** What one room changes can be what an earlier one was waiting for; more rounds than this nobody needed yet. */
const MOST_ROUNDS = 8

/** What a draft is told besides its text. */
interface Surroundings {
  readonly site: SiteMemory | undefined
  readonly page: OpenedPage | undefined
  readonly decide: Decide | undefined
  readonly asides: readonly Span[] | undefined
}

/** Goes through the stages until they find nothing more to change, so that cleaning twice is cleaning once. */
function settledText(processor: Processor, file: VFile, {site, page, decide, asides}: Surroundings): string {
  const root = processor.parse(file as never)
  const draft = carried(file)!
  draft.site = site
  draft.decide = decide
  if (asides) draft.asides = asides
  if (page) {
    draft.web = page.web
    Object.assign(draft.metadata, page.metadata)
  }
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

/** What the report says of a web page. */
function onPage(page: OpenedPage | undefined): Pick<Circumstances, 'page'> {
  if (!page) return {}
  return {page: {type: page.pageType ?? 'unknown', places: placesOf(page)}}
}

/** Where each block stands in the text and in the HTML. */
function placesOf({web}: OpenedPage): PageReport['places'] {
  const {blocks} = web.page
  return web.spans.map(({start, end}, i) => [start, end, blocks[i]!.start, blocks[i]!.end] as const)
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
