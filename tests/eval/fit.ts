/**
 * Fits the weights of the ranker: `npm run eval:fit`. Prints them for `src/stages/unspin/log-linear.ts`; with
 * `-- --ablation` says what each feature is worth, `-- --model FILE.gguf` fits the
 * ranker that asks a judge, for `judged.ts`, in about a quarter of an hour.
 *
 * The tuning articles are spun by the lexicon itself and by WordNet, so that some originals are among the candidates and
 * some are not; a third of them by the pairs seen in real spun text alone, as a spinner keeps to its table. Multinomial
 * logistic regression by Newton's method; leaving the form as it stands is the class with score 0.
 */
import path from 'node:path'
import {parseArgs} from 'node:util'
import {Draft} from '../../src/draft/index.js'
import {NgramModel} from '../../src/matching/ngram-model.js'
import {readRules} from '../../src/rules/read.js'
import {rulesOf} from '../../src/rules/rule.js'
import {type PairFacts, pairsOf} from '../../src/stages/unspin/compile-lexicon.js'
import type {Judge} from '../../src/stages/unspin/judged.js'
import {RANK_WEIGHTS} from '../../src/stages/unspin/log-linear.js'
import type {Candidate, RankWeights} from '../../src/stages/unspin/ranker.js'
import {Restorer} from '../../src/stages/unspin/restorer.js'
import {randoms} from '../randoms.mjs'
import {articlesOf} from './articles.js'
import {type Mark, parseMarked} from './score.js'
import {readSpinnerTable, type SpinnerTable, spin} from './spinner.js'

const {model: file, ablation} = parseArgs({
  options: {model: {type: 'string'}, ablation: {type: 'boolean'}},
}).values
const judge: Judge | undefined = file && new (await import('../../dist/judge/llama.js' as string)).LlamaJudge(file)
/** A judge is slow, and has one weight of its own to fit. */
const COPIES = judge ? 1 : 9
const ROUNDS = 12
/** Keeps weights small where the data say little. */
const RIDGE = 1e-4
const NAMES = [...Object.keys(RANK_WEIGHTS).filter((name) => name !== 'bias'), 'bias'] as (keyof RankWeights)[]

const {tables, models} = rulesOf(readRules(), 'unspin')
const model = NgramModel.read(models.get('unspin/english.ngrams')!)
const restorer = new Restorer({tables, models}, judge)

/** A place where forms stand: the features of each candidate, and the one that is right; -1 for none. */
interface Sample {
  readonly rows: readonly (readonly number[])[]
  readonly right: number
  /** From every third article. */
  readonly isHeldOut: boolean
}

/** Forms by original, each as often as its weight says. */
function inverted(keep: (facts: PairFacts) => boolean): SpinnerTable {
  const table = new Map<string, string[]>()
  for (const [spun, originals] of pairsOf(tables, model)) {
    for (const [original, facts] of originals) {
      if (!keep(facts)) continue
      const times = Math.max(1, Math.round(8 * 10 ** facts.weight))
      const forms = table.get(original.toLowerCase()) ?? []
      table.set(original.toLowerCase(), forms)
      for (let i = 0; i < times; i++) forms.push(spun)
    }
  }
  return table
}

/** A table that takes from the first one for a share of its entries and from the second for the rest. */
function mixed(first: SpinnerTable, second: SpinnerTable, seed: number): SpinnerTable {
  const random = randoms(seed)
  const share = 0.45 + 0.4 * random()
  const table = new Map<string, readonly string[]>()
  for (const original of new Set([...first.keys(), ...second.keys()])) {
    const [one, other] = [first.get(original), second.get(original)]
    const forms = one && other ? (random() < share ? one : other) : (one ?? (random() < 0.5 ? other : undefined))
    if (forms) table.set(original, forms)
  }
  return table
}

function* samples(): Iterable<Sample> {
  const wordnet = readSpinnerTable(path.join(import.meta.dirname, 'tables/wordnet.tsv'))
  const [all, observed] = [inverted(() => true), inverted(({family}) => family === 'articles')]
  for (let copy = 0; copy < COPIES; copy++) {
    for (const [i, text] of articlesOf('tuning').entries()) {
      const table = (copy + i) % 3 === 2 ? observed : mixed(all, wordnet, copy + 1)
      const seed = copy * 100 + i
      const {spun, marks} = parseMarked(spin(text, table, 0.08 + 0.27 * randoms(seed)(), seed))
      for (const sample of samplesOf(spun, marks)) yield {...sample, isHeldOut: i % 3 === 0}
    }
  }
}

function* samplesOf(spun: string, marks: readonly Mark[]): Iterable<Omit<Sample, 'isHeldOut'>> {
  const draft = new Draft(spun, {parse: () => ({type: 'RootNode', children: []})})
  const reading = restorer.read(draft)
  const {words} = reading
  for (const candidates of judge ? restorer.ranker.places(reading) : reading.places) {
    const right = candidates.findIndex((candidate) => isRight(candidate))
    yield {rows: candidates.map(({features}) => NAMES.map((name) => (name === 'bias' ? 1 : features[name]))), right}
  }

  /** Whether the mark reads as accepted with the candidate in place. */
  function isRight({arc, pair}: Candidate): boolean {
    const [start, end] = [words.starts[arc.first]!, words.ends[arc.last - 1]!]
    const mark = marks.find((each) => each.start <= start && end <= each.end)
    if (!mark) return false
    const now = spun.slice(mark.start, start) + restorer.lexicon.original(pair) + spun.slice(end, mark.end)
    return mark.accepted.some((form) => form.toLowerCase() === now.toLowerCase())
  }
}

/** One step of Newton's method; returns the mean loss before it. */
function step(weights: Float64Array, data: readonly Sample[]): number {
  const n = weights.length
  const gradient = weights.map((w) => 2 * RIDGE * w)
  const hessian = Array.from({length: n}, (_, i) => Float64Array.from({length: n}, (_, j) => (i === j ? 2 * RIDGE : 0)))
  let loss = 0
  for (const {rows, right} of data) {
    const scores = rows.map((row) => row.reduce((sum, x, k) => sum + x * weights[k]!, 0))
    const most = Math.max(0, ...scores)
    const total = scores.reduce((sum, score) => sum + Math.exp(score - most), Math.exp(-most))
    const shares = scores.map((score) => Math.exp(score - most) / total)
    loss -= Math.log(right < 0 ? Math.exp(-most) / total : shares[right]!) / data.length
    const mean = new Float64Array(n)
    for (const [c, row] of rows.entries()) for (let k = 0; k < n; k++) mean[k]! += shares[c]! * row[k]!
    for (const [c, row] of rows.entries()) {
      const share = shares[c]! / data.length
      for (let i = 0; i < n; i++) {
        gradient[i]! += (share - (c === right ? 1 / data.length : 0)) * row[i]!
        for (let j = 0; j <= i; j++) hessian[i]![j]! += share * row[i]! * row[j]!
      }
    }
    for (let i = 0; i < n; i++) for (let j = 0; j <= i; j++) hessian[i]![j]! -= (mean[i]! * mean[j]!) / data.length
  }
  for (let i = 0; i < n; i++) for (let j = i + 1; j < n; j++) hessian[i]![j] = hessian[j]![i]!
  const change = solve(hessian, gradient)
  for (let k = 0; k < n; k++) weights[k]! -= change[k]!
  return loss
}

/** Gauss–Jordan elimination; the matrix is overwritten. */
function solve(matrix: Float64Array[], right: Float64Array): Float64Array {
  const n = right.length
  for (let i = 0; i < n; i++) {
    const pivot = matrix[i]![i]!
    for (let row = 0; row < n; row++) {
      if (row === i) continue
      const factor = matrix[row]![i]! / pivot
      for (let k = i; k < n; k++) matrix[row]![k]! -= factor * matrix[i]![k]!
      right[row]! -= factor * right[i]!
    }
  }
  return right.map((value, i) => value / matrix[i]![i]!)
}

/** The weights that fit some samples. */
function fitted(data: readonly Sample[], print: (line: string) => void = () => {}): Float64Array {
  const weights = new Float64Array(NAMES.length)
  for (let round = 1; round <= ROUNDS; round++) print(`round ${round}: loss ${step(weights, data).toFixed(5)}`)
  return weights
}

const lossOf = (weights: Float64Array, data: readonly Sample[]): number => step(Float64Array.from(weights), data)

/** The samples as if a feature were always 0. */
function without(feature: number, data: readonly Sample[]): Sample[] {
  return data.map(({rows, ...sample}) => ({
    ...sample,
    rows: rows.map((row) => row.map((x, k) => (k === feature ? 0 : x))),
  }))
}

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const data = [...samples()]
say(`${data.length} places`)
if (ablation) {
  const [seen, unseen] = [data.filter(({isHeldOut}) => !isHeldOut), data.filter(({isHeldOut}) => isHeldOut)]
  const all = lossOf(fitted(seen), unseen)
  say(`loss on articles held out ${all.toFixed(4)}; more without`)
  for (const [k, name] of NAMES.entries()) {
    if (name !== 'bias') say(`  ${name}: ${(lossOf(fitted(without(k, seen)), without(k, unseen)) - all).toFixed(4)}`)
  }
} else {
  const weights = fitted(data, say)
  for (const [k, name] of NAMES.entries()) say(`  ${name}: ${weights[k]!.toFixed(2)},`)
}
