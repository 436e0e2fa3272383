/** What became of the grid: exact, changed where nothing should change, changed again the second time. */
import {type Cleaner, createCleaner} from '../../../src/index.js'
import {type Case, grid} from './grid.js'

export interface Scored {
  readonly one: Case
  readonly output: string
  readonly isExact: boolean
  readonly isOutside: boolean
  readonly isIdempotent: boolean
}

const cleaners = new Map<string, Cleaner>()

/** Language identification and the stage, as in the pipeline; the rest has no say in mentions. */
function cleanerFor({style, tones}: Pick<Case, 'style' | 'tones'>): Cleaner {
  const key = `${style} ${tones}`
  const cleaner = cleaners.get(key) ?? createCleaner({stages: ['identify', 'terms'], style, tones})
  cleaners.set(key, cleaner)
  return cleaner
}

export function* scores(isWanted: (one: Case) => boolean = () => true): Iterable<Scored> {
  for (const one of grid()) {
    if (!isWanted(one)) continue
    const clean = cleanerFor(one)
    const output = clean(one.source, {format: 'markdown'}).report.text
    yield {
      one,
      output,
      isExact: output === one.expected,
      isOutside: !output.startsWith(one.before) || !output.endsWith(one.after),
      isIdempotent: clean(output, {format: 'markdown'}).report.text === output,
    }
  }
}

export interface Share {
  readonly cases: number
  readonly exact: number
  readonly outside: number
  readonly unstable: number
}

/** Sums by any key of a case. */
export function shares(all: readonly Scored[], keyOf: (one: Case) => string): Map<string, Share> {
  const sums = new Map<string, Share>()
  for (const {one, isExact, isOutside, isIdempotent} of all) {
    const {cases, exact, outside, unstable} = sums.get(keyOf(one)) ?? {cases: 0, exact: 0, outside: 0, unstable: 0}
    sums.set(keyOf(one), {
      cases: cases + 1,
      exact: exact + Number(isExact),
      outside: outside + Number(isOutside),
      unstable: unstable + Number(!isIdempotent),
    })
  }
  return sums
}
