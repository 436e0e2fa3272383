/**
 * The report of one document: what came in, what it became, and everything that was seen on the way.
 *
 * It can be replayed: the revisions, made one after the other on the decoded source, give the text.
 */
import type {Draft, Finding, Format, Language, Metadata, Passage, Revision, State} from '../draft/index.js'

/** Changes when a reader of reports would have to. */
export const REPORT_VERSION = 1

export interface Digest {
  /** Hexadecimal. */
  readonly sha256: string
  /** Of the bytes as they came; of the UTF-8 form where a string came. */
  readonly bytes: number
}

export interface SourceDigest extends Digest {
  /** UTF-16 code units of the decoded source, in which all offsets of findings and of the first revision are. */
  readonly characters: number
  readonly encoding: string
  /** How the encoding is known. */
  readonly evidence: string
}

/** Of a web page: what it says it is, and where its text stands in its HTML. */
export interface PageReport {
  readonly type: string
  /**
   * Start and end of each block in the source, then in the decoded HTML, in UTF-16 code units: a finding within the one
   * is on the page within the other.
   */
  readonly places: readonly (readonly [start: number, end: number, htmlStart: number, htmlEnd: number])[]
}

/** How many findings there are in each state. */
export type Count = Readonly<Partial<Record<State, number>>>

/** How much of a text is in one language. */
export interface LanguageShare {
  readonly tag: string
  /** Of the characters of all passages, 0–1. */
  readonly share: number
}

export interface Report {
  readonly version: typeof REPORT_VERSION
  readonly path: string
  /** Where it was found and what it is called there, if its record says so. */
  readonly url?: string
  readonly id?: string
  readonly source: SourceDigest
  readonly page?: PageReport
  readonly rules: Pick<Digest, 'sha256'>
  readonly format: Format
  /** Null when it could not be determined. */
  readonly language: Language | null
  /** What its text is in, the largest share first; `und` for what could not be determined. */
  readonly languages: readonly LanguageShare[]
  readonly metadata: Metadata
  /** The article. Empty when rejected. */
  readonly text: string
  readonly counts: {readonly byStage: Readonly<Record<string, Count>>; readonly byRule: Readonly<Record<string, Count>>}
  readonly findings: readonly Finding[]
  readonly revisions: readonly Revision[]
  /** Why the whole document should go. */
  readonly rejected?: string
}

/** What the report says that the draft does not know. */
export interface Circumstances {
  readonly path: string
  readonly url?: string
  readonly id?: string
  readonly source: SourceDigest
  readonly page?: PageReport
  readonly rules: Pick<Digest, 'sha256'>
}

/** The report of a draft that went through its stages; `text` is what the compiler made of it. */
export function reportOf(draft: Draft, text: string, about: Circumstances, others: readonly Finding[] = []): Report {
  const findings = [...draft.findings, ...others]
  const {passages} = draft
  let languages: Report['languages'] | undefined
  let counts: Report['counts'] | undefined
  return {
    version: REPORT_VERSION,
    ...about,
    format: draft.format,
    language: draft.language ?? null,
    // Summed up when somebody asks: whoever lints never does.
    get languages() {
      languages ??= sharesOf(passages)
      return languages
    },
    metadata: {...draft.metadata},
    text,
    get counts() {
      counts ??= countsOf(findings)
      return counts
    },
    findings,
    revisions: draft.revisions,
    ...(draft.rejected === undefined ? {} : {rejected: draft.rejected}),
  }
}

/** The report of what never became a draft. */
export function rejection(reason: string, about: Circumstances, format: Format): Report {
  return {
    version: REPORT_VERSION,
    ...about,
    format,
    language: null,
    languages: [],
    metadata: {},
    text: '',
    counts: countsOf([]),
    findings: [],
    revisions: [],
    rejected: reason,
  }
}

/** Runs in another language count for theirs. */
function sharesOf(passages: readonly Passage[]): LanguageShare[] {
  const lengths = new Map<string, number>()
  const count = (tag: string, length: number): void => void lengths.set(tag, (lengths.get(tag) ?? 0) + length)
  for (const {start, end, language, runs = []} of passages) {
    const foreign = runs.reduce((sum, run) => sum + run.end - run.start, 0)
    count(language.tag, end - start - foreign)
    for (const run of runs) count(run.language.tag, run.end - run.start)
  }
  const total = [...lengths.values()].reduce((sum, length) => sum + length, 0)
  return [...lengths]
    .filter(([, length]) => length > 0)
    .sort((a, b) => b[1] - a[1])
    .map(([tag, length]) => ({tag, share: Number((length / total).toFixed(4))}))
}

function countsOf(findings: readonly Finding[]): Report['counts'] {
  const byStage: Record<string, Partial<Record<State, number>>> = {}
  const byRule: Record<string, Partial<Record<State, number>>> = {}
  const count = (counts: typeof byStage, key: string, state: State): void => {
    const states = counts[key] ?? {}
    counts[key] = states
    states[state] = (states[state] ?? 0) + 1
  }
  for (const {stage, rule, state} of findings) {
    count(byStage, stage, state)
    count(byRule, rule, state)
  }
  return {byStage, byRule}
}
