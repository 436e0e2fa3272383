/** Hits as key words in context: each in the middle of its line, one below the other, with what would become of it. */
import {eastAsianWidth} from 'get-east-asian-width'
import {visible} from '../stage/visible.js'
import type {Comparison, Kind, RuleCounts, Sample, Totals} from './compare.js'

const MARKS: Readonly<Record<Kind, string>> = {new: '+', gone: '-', changed: '~'}

/** Paints a whole line. */
export interface Paint {
  bold(text: string): string
  green(text: string): string
  red(text: string): string
  yellow(text: string): string
}

const PAINTS: Readonly<Record<Kind, keyof Paint>> = {new: 'green', gone: 'red', changed: 'yellow'}

/** A paragraph for each rule whose hits differ, and the sums; `width` is that of the terminal, if it is one. */
export function asText(comparison: Comparison, width: number | undefined, paint: Paint): string {
  const {totals} = comparison
  const differing = comparison.rules().filter((counts) => counts.new + counts.gone + counts.changed > 0)
  const parts = differing.map((counts) => paragraph(counts, totals, width, paint))
  const documents = `${totals.documents} ${totals.documents === 1 ? 'document' : 'documents'}`
  const rejected = totals.rejected > 0 ? `, ${totals.rejected} of them no text` : ''
  const sums = (['new', 'gone', 'changed'] as const).map(
    (kind) => `${differing.reduce((sum, counts) => sum + counts[kind], 0)} ${kind}`,
  )
  return `${[...parts, `${documents}${rejected}, ${totals.words} words: ${sums.join(', ')}\n`].join('\n')}`
}

function paragraph(counts: RuleCounts, totals: Totals, width: number | undefined, paint: Paint): string {
  const {rule, old, now, samples} = counts
  const each = [`${counts.new} new`, `${counts.gone} gone`, `${counts.changed} changed`].filter(
    (one) => !/^0 /.test(one),
  )
  const head = `${paint.bold(rule)}  ${old} → ${now} hits, ${perMillion(now, totals)} in a million words: ${each.join(', ')}`
  const more = counts.new + counts.gone + counts.changed - samples.length
  const places = samples.map(({path, line, column}) => `${visible(path)}:${line}:${column}`)
  const widest = Math.max(0, ...places.map((place) => widthOf(place)))
  const lines = samples.map((sample, i) => {
    const place = places[i]! + ' '.repeat(widest - widthOf(places[i]!))
    return paint[PAINTS[sample.kind]](
      `${MARKS[sample.kind]} ${place}  ${inContext(sample, width === undefined ? LINE : width - widest - 4)}`,
    )
  })
  return [head, ...lines, ...(more > 0 ? [`  and ${more} more; --limit shows them`] : []), ''].join('\n')
}

/** Hits of so many in a million words; of a small corpus a rough guess. */
export function perMillion(hits: number, {words}: Totals): string {
  if (words === 0) return '0'
  const rate = (hits * 1e6) / words
  return rate >= 100 ? rate.toFixed(0) : rate.toPrecision(2)
}

/** Columns for a hit in its line where nobody looks on. */
const LINE = 110
/** A narrow terminal still shows so much to the left. */
const LEAST_CONTEXT = 12
/** A hit as long as this is cut in its middle. */
const LONGEST_HIT = 48

function inContext({before, actual, after, expected, formerly}: Sample, width: number): string {
  const hit = `[${shortened(visible(actual), LONGEST_HIT)}]`
  const change = changeOf(expected, formerly)
  const room = Math.max(2 * LEAST_CONTEXT, width - widthOf(hit) - widthOf(change))
  const left = endOf(visible(before), Math.max(LEAST_CONTEXT, Math.floor(width / 3) - 4))
  const right = beginningOf(visible(after), Math.max(0, room - widthOf(left)))
  return `${left}${hit}${right}${change}`
}

function changeOf(expected: string | undefined, formerly: string | undefined): string {
  const named = (text: string | undefined): string =>
    text === undefined ? '?' : text === '' ? '(nothing)' : `«${shortened(visible(text), LONGEST_HIT)}»`
  return `  → ${named(expected)}${formerly === undefined ? '' : `, was ${named(formerly)}`}`
}

/** Columns of a terminal: Chinese, Japanese and Korean characters take two. */
function widthOf(text: string): number {
  let width = 0
  for (const char of text) width += eastAsianWidth(char.codePointAt(0)!)
  return width
}

/** As much of the end as fits, filled up on the left. */
function endOf(text: string, width: number): string {
  const kept: string[] = []
  let taken = 0
  for (const char of [...text].reverse()) {
    if (taken + widthOf(char) > width) break
    kept.unshift(char)
    taken += widthOf(char)
  }
  return ' '.repeat(width - taken) + kept.join('')
}

function beginningOf(text: string, width: number): string {
  let [kept, taken] = ['', 0]
  for (const char of text) {
    if (taken + widthOf(char) > width) break
    kept += char
    taken += widthOf(char)
  }
  return kept
}

function shortened(text: string, longest: number): string {
  const chars = [...text]
  const half = Math.floor((longest - 1) / 2)
  return chars.length <= longest ? text : `${chars.slice(0, half).join('')}…${chars.slice(-half).join('')}`
}

/** All counts and the hits that were kept, for programs. */
export function asJson(comparison: Comparison): string {
  const {totals} = comparison
  const rules = comparison.rules().map(({samples, ...counts}) => ({
    ...counts,
    perMillionWords: totals.words === 0 ? 0 : Number(((counts.now * 1e6) / totals.words).toPrecision(4)),
    samples: samples.map(({expected = null, ...sample}) => ({...sample, expected})),
  }))
  return `${JSON.stringify({version: 1, ...totals, rules}, null, 1)}\n`
}
