/** Every place of a document where something was changed or seen, numbered in reading order. */
import type {Span} from '../draft/index.js'
import type {Report} from '../report/report.js'
import {type Change, changesOf} from './changes.js'
import {type Remark, remarksOf} from './remarks.js'

export type Place = {readonly number: number} & (
  | {readonly type: 'change'; readonly of: Change}
  | {readonly type: 'remark'; readonly of: Remark}
)

export interface Places {
  /** Sorted and apart: what lies between them is unchanged and unremarked. */
  readonly places: readonly Place[]
  /** The number of the place of each finding of the report. */
  readonly homes: readonly number[]
  readonly bars: readonly Span[]
}

/** The places of a document. Every finding of its report has one. */
export function placesIn(source: string, {revisions, findings}: Report): Places {
  const {changes, undone} = changesOf(source, revisions, findings)
  const seen = findings.flatMap(({state}, i) => (state === 'applied' ? [] : [i])).concat(undone)
  const {remarks, bars} = remarksOf(source, changes, findings, seen)
  const places = numbered([
    ...changes.map((of) => ({type: 'change' as const, of})),
    ...remarks.map((of) => ({type: 'remark' as const, of})),
  ])
  const homes: number[] = new Array(findings.length).fill(0)
  for (const {number, of} of places) for (const i of of.findings) homes[i] = number
  return {places, homes, bars}
}

type Unnumbered = {type: 'change'; of: Change} | {type: 'remark'; of: Remark}

/** A mark that a change cuts in two keeps the number of its first part. */
function numbered(places: Unnumbered[]): Place[] {
  places.sort((a, b) => a.of.start - b.of.start || a.of.end - b.of.end)
  const numbers = new Map<readonly number[], number>()
  let count = 0
  return places.map((place) => {
    const number = numbers.get(place.of.findings) ?? ++count
    numbers.set(place.of.findings, number)
    return {...place, number}
  })
}
