/**
 * What the other places of a document say: the same form mostly stands for the same original, a form that comes again and
 * again is rather the author's own, and one name is one decision wherever it stands.
 */
import {caseOf, GLUED, gapBefore, LOWER, type Words, wordText} from '../../draft/index.js'
import type {Candidate, Candidates} from './ranker.js'

/** The candidates with what the other places add to their features; the scores are those from before. */
export function consistent(places: readonly Candidates[], words: Words): Candidates[] {
  const times = new Map<number, number>()
  for (const candidates of places) {
    for (const form of new Set(candidates.map(({arc}) => arc.form))) times.set(form, (times.get(form) ?? 0) + 1)
  }
  const isAgain = ({arc}: Candidate): boolean => times.get(arc.form)! > 1
  const again = places.flatMap((candidates) => candidates.filter(isAgain))
  const byPair = groupBy(again, ({pair}) => pair)
  const byName = groupBy(again, ({arc, pair}) => keyOfName(words, arc.first, arc.last, pair))
  const told = (candidate: Candidate): Candidate => {
    const {arc, pair, features} = candidate
    const name = byName.get(keyOfName(words, arc.first, arc.last, pair) ?? '')
    const context = name ? mean(name.map((each) => each.features.context)) : features.context
    const others = byPair.get(pair)!.filter((each) => each !== candidate)
    const opinion = others.length > 0 ? mean(others.map(({score}) => score)) - LIKELY : 0
    return {...candidate, features: {...features, context, others: opinion, again: 1}}
  }
  return places.map((candidates) =>
    candidates.some(isAgain) ? candidates.map((each) => (isAgain(each) ? told(each) : each)) : candidates,
  )
}

/** Score of a candidate that is neither likely nor unlikely; others count by what they are above it. */
const LIKELY = -3

function groupBy<Key>(
  candidates: readonly Candidate[],
  keyOf: (candidate: Candidate) => Key | undefined,
): Map<Key, Candidate[]> {
  const groups = new Map<Key, Candidate[]>()
  for (const candidate of candidates) {
    const key = keyOf(candidate)
    if (key === undefined) continue
    const group = groups.get(key)
    if (group) group.push(candidate)
    else groups.set(key, [candidate])
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
