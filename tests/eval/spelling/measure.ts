/** What is counted: reports on clean articles, and slips that were made on purpose. */
import type {Cleaner} from '../../../src/index.js'
import type {Suggester} from '../../../src/stages/spell/suggest.js'
import {randoms} from '../../randoms.mjs'
import {articlesOf} from '../articles.js'
import type {Labels, Verdict} from './labels.js'
import type {CleanArticle} from './sample.js'
import {type Fault, mistype, type Typo} from './typos.js'

export interface Reported {
  readonly source: string
  readonly rule: string
  readonly found: string
  readonly verdict: Verdict | undefined
  /** The words around, to be labelled by; not for print in the repository. */
  readonly around: string
}

/** What the spell stage says of clean articles, with what a person said of it. */
export function reportsOn(articles: readonly CleanArticle[], cleaner: Cleaner, labels: Labels): Reported[] {
  return articles.flatMap(({source, text}) =>
    cleaner(text)
      .report.findings.filter(({stage}) => stage === 'spell')
      .map(({rule, actual, start, end}) => ({
        source,
        rule,
        found: actual,
        verdict: labels.verdictOn(actual, source),
        around: text.slice(Math.max(0, start - 50), end + 40).replace(/\s+/g, ' '),
      })),
  )
}

/** The share of reports that are mistakes; what has no label counts as none. */
export const precisionOf = (reports: readonly Reported[]): number =>
  reports.filter(({verdict}) => verdict === 'mistake').length / reports.length

export interface Recalled extends Typo {
  readonly text: string
  readonly isReported: boolean
}

const SEED = 20260
/** About three slips in an article of a page. */
const EVERY = 40

/** The slips made in our own articles, and whether each was reported. */
export function typosFound(set: 'tuning' | 'test', cleaner: Cleaner, fault: Fault = 'letter'): Recalled[] {
  const random = randoms(SEED)
  return articlesOf(set).flatMap((article) => {
    const {text, typos} = mistype(article, EVERY, fault, random)
    const {findings} = cleaner(text).report
    return typos.map((typo) => ({
      ...typo,
      text,
      isReported: findings.some(({stage, start, end}) => stage === 'spell' && start <= typo.start && end > typo.start),
    }))
  })
}

export interface Ranked {
  readonly first: number
  readonly firstThree: number
}

/** How often what was meant is the first suggestion, or one of three. */
export function rankedBy(typos: readonly Recalled[], suggest: (typo: Recalled) => readonly string[]): Ranked {
  const places = typos.map((typo) => suggest(typo).indexOf(typo.meant))
  const share = (most: number): number => places.filter((place) => place >= 0 && place < most).length / places.length
  return {first: share(1), firstThree: share(3)}
}

export const suggestWith =
  (suggester: Suggester) =>
  ({text, start, typed}: Recalled): readonly string[] =>
    suggester.suggestionsFor(text, {start, end: start + typed.length})
