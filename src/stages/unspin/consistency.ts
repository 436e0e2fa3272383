/**
 * What the other places of a document say: the same form mostly stands for the same original, a form that comes again and
 * again is rather the author's own, and one name is one decision wherever it stands.
 */
import {caseOf, GLUED, gapBefore, LOWER, type Words, wordText} from '../../draft/index.js'
import type {Candidate, Candidates} from './ranker.js'

/** The candidates with what the other places add to their features; the scores are those from before. */
export function consistent(places: readonly Candidates[], words: Words): Candidates[] {
  const byName = grouped(places, ({arc, pair}) => keyOfName(words, arc.first, arc.last, pair))
  const byForm = grouped(places, ({arc, pair}) => `${arc.form} ${pair}`)
  const times = grouped(places, ({arc}, i) => (i > 0 ? undefined : `${arc.form}`))
  return places.map((candidates) =>
    candidates.map((candidate) => {
      const {arc, pair, features} = candidate
      if ((times.get(`${arc.form}`)?.length ?? 0) < 2) return candidate
      const name = byName.get(keyOfName(words, arc.first, arc.last, pair) ?? '')
      const others = byForm.get(`${arc.form} ${pair}`)!.filter((each) => each !== candidate)
      const context = name ? mean(name.map((each) => each.features.context)) : features.context
      const told = others.length > 0 ? mean(others.map(({score}) => score)) - LIKELY : 0
      return {...candidate, features: {...features, context, others: told, again: 1}}
    }),
  )
}

/** Score of a candidate that is neither likely nor unlikely; others count by what they are above it. */
const LIKELY = -3

function grouped(
  places: readonly Candidates[],
  keyOf: (candidate: Candidate, i: number) => string | undefined,
): Map<string, Candidate[]> {
  const groups = new Map<string, Candidate[]>()
  for (const candidates of places) {
    for (const [i, candidate] of candidates.entries()) {
      const key = keyOf(candidate, i)
      if (key === undefined) continue
      const group = groups.get(key)
      if (group) group.push(candidate)
      else groups.set(key, [candidate])
    }
  }
  return groups
}

/** The run of capitalised words that a form is part of, and the pair; undefined for a form that stands alone or in small letters. */
function keyOfName(words: Words, first: number, last: number, pair: number): string | undefined {
  if (caseOf(words, first) === LOWER) return undefined
  let [from, to] = [first, last]
  while (from > 0 && isOfName(words, from - 1, from)) from--
  while (to < words.count && isOfName(words, to, to)) to++
  return to - from > last - first ? `${words.text.slice(words.starts[from]!, words.ends[to - 1]!)} ${pair}` : undefined
}

/** Whether a word is capitalised, no mere article, and stands right beside, with a gap at `gap`. */
const isOfName = (words: Words, at: number, gap: number): boolean =>
  /^\p{Lu}\p{Ll}{3}/u.test(wordText(words, at)) && gapBefore(words, gap) !== GLUED

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
