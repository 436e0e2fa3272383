/** Quotation marks of one sort, where a house decided for one: a line at a time, because they come in pairs. */
import type {Proposal} from '../../../draft/index.js'
import {DIGIT, LATIN} from './characters.js'
import type {House} from './options.js'
import {ASKED} from './rule.js'
import type {View} from './view.js'

/** Outer and inner pair. */
const PAIRS = {curly: ['“”', '‘’'], corner: ['「」', '『』']} as const

const MARKS = /["“”‘’「」『』]/g

interface Mark {
  readonly at: number
  readonly isOpening: boolean
}

/**
 * The marks of a stretch that are not of the house's sort. A line whose marks do not pair is left alone: what opens
 * there cannot be told from what closes.
 */
export function* foreignQuotes(view: View, choice: Exclude<House['quotes'], 'keep'>): Iterable<Proposal> {
  let marks: Mark[] = []
  let line = -1
  let straight = 0
  const stretch = view.text.slice(view.start, view.end)
  for (const match of stretch.matchAll(MARKS)) {
    const at = view.start + match.index
    if (isApostrophe(view, at)) continue
    const {start} = view.lineAt(at)
    if (start !== line) {
      yield* repaired(view, marks, choice)
      marks = []
      line = start
      straight = 0
    }
    const isOpening = match[0] === '"' ? straight++ % 2 === 0 : '“‘「『'.includes(match[0])
    marks.push({at, isOpening})
  }
  yield* repaired(view, marks, choice)
}

const isWestern = (kind: number): boolean => kind === LATIN || kind === DIGIT

const isApostrophe = (view: View, at: number): boolean =>
  view.text[at] === '’' && isWestern(view.kind(at - 1)) && isWestern(view.kind(at + 1))

function* repaired({text}: View, marks: readonly Mark[], choice: 'curly' | 'corner'): Iterable<Proposal> {
  if (!isPaired(marks)) return
  let depth = 0
  for (const {at, isOpening} of marks) {
    if (!isOpening) depth--
    const expected = PAIRS[choice][depth % 2]![isOpening ? 0 : 1]!
    if (isOpening) depth++
    if (text[at] === expected) continue
    yield {start: at, end: at + 1, rule: 'terms/foreign-quote', expected: [expected], confidence: ASKED}
  }
}

function isPaired(marks: readonly Mark[]): boolean {
  let depth = 0
  for (const {isOpening} of marks) {
    depth += isOpening ? 1 : -1
    if (depth < 0) return false
  }
  return depth === 0
}
