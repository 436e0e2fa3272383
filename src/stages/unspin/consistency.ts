/**
 * What the other places of a document say: the same form mostly stands for the same original, a form that comes again and
 * again is rather the author's own, and one name is one decision wherever it stands.
 */
import {caseOf, GLUED, gapBefore, LOWER, type Words, wordText} from '../../draft/index.js'
import type {Candidate, Candidates} from './ranker.js'

/** Score of a candidate that is neither likely nor unlikely; others count by what they are above it. */
const LIKELY = -3

/** What several candidates have in common: one pair in all places, or in all places of one name. */
class Group {
  #count = 0
  #score = 0
  #context = 0

  add({score, features}: Candidate): void {
    this.#count++
    this.#score += score
    this.#context += features.context
  }

  get context(): number {
    return this.#context / this.#count
  }

  /** The mean score of all but one, above a middling one; 0 when there is no other. */
  opinionBeside({score}: Candidate): number {
    return this.#count > 1 ? (this.#score - score) / (this.#count - 1) - LIKELY : 0
  }
}

/** The candidates with what the other places add to their features; the scores are those from before. */
export function consistent(places: readonly Candidates[], words: Words): Candidates[] {
  const times = timesOf(places)
  const isAgain = ({arc}: Candidate): boolean => times.get(arc.form)! > 1
  const again = places.flatMap((candidates) => candidates.filter(isAgain))
  const pairs = new Map<number, Group>()
  const names = new Map<string, Group>()
  const nameOf = ({arc, pair}: Candidate): string | undefined => keyOfName(words, arc.first, arc.last, pair)
  for (const candidate of again) {
    addTo(pairs, candidate.pair, candidate)
    const name = nameOf(candidate)
    if (name !== undefined) addTo(names, name, candidate)
  }
  const told = (candidate: Candidate): Candidate => {
    const {features} = candidate
    const context = names.get(nameOf(candidate) ?? '')?.context ?? features.context
    const others = pairs.get(candidate.pair)!.opinionBeside(candidate)
    return {...candidate, features: {...features, context, others, again: 1}}
  }
  return places.map((candidates) =>
    candidates.some(isAgain) ? candidates.map((each) => (isAgain(each) ? told(each) : each)) : candidates,
  )
}

/** At how many places each form stands. */
function timesOf(places: readonly Candidates[]): Map<number, number> {
  const times = new Map<number, number>()
  for (const candidates of places) {
    let last: Candidate['arc'] | undefined
    for (const {arc} of candidates) {
      if (arc !== last) times.set(arc.form, (times.get(arc.form) ?? 0) + 1)
      last = arc
    }
  }
  return times
}

function addTo<Key>(groups: Map<Key, Group>, key: Key, candidate: Candidate): void {
  const group = groups.get(key) ?? new Group()
  groups.set(key, group)
  group.add(candidate)
}

/** Words of a name on each side of a form. */
const LONGEST_NAME = 4

/** The run of capitalised words that a form is part of, and the pair; undefined for a form that stands alone or in small letters. */
function keyOfName(words: Words, first: number, last: number, pair: number): string | undefined {
  if (caseOf(words, first) === LOWER) return undefined
  let [from, to] = [first, last]
  while (from > Math.max(0, first - LONGEST_NAME) && isOfName(words, from - 1, from)) from--
  while (to < Math.min(words.count, last + LONGEST_NAME) && isOfName(words, to, to)) to++
  return to - from > last - first ? `${words.text.slice(words.starts[from]!, words.ends[to - 1]!)} ${pair}` : undefined
}

/** Whether a word is capitalised, no mere article, and stands right beside, with a gap at `gap`. */
const isOfName = (words: Words, at: number, gap: number): boolean =>
  /^\p{Lu}\p{Ll}{3}/u.test(wordText(words, at)) && gapBefore(words, gap) !== GLUED
