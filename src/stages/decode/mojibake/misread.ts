/**
 * Chinese, Japanese and Korean that was read with the wrong character set. The text is turned back into bytes by the
 * set it may have been read with, and these are read again by the sets they may be in; of all readings the least
 * surprising one stands. Nothing is guessed where a byte is lost.
 */
import type {Edit, Span} from '../../../draft/index.js'
import {surpriseOf} from '../sets/surprise.js'
import {type Encoded, encode, type ReadAs, type Rereading, readAgain, type Truth} from './rereading.js'
import {suspectedSets} from './suspicion.js'

/** UTF-8 first: what is valid in it is hardly anything else. */
const TRUTHS: readonly Truth[] = ['utf-8', 'gb18030', 'big5', 'shift_jis', 'euc-kr', 'euc-jp']

/** How a line was read, how it should have been, and which stretches are the better for it. */
export interface Hypothesis {
  readonly readAs: ReadAs
  readonly truth: Truth
  readonly rereadings: readonly Rereading[]
  /** Tenths of a nat, all stretches together. */
  readonly evidence: number
}

/**
 * What a line must be less surprising by, in tenths of a nat, and with what it gains on characters at random. Of 27,000
 * clean sentences none in East Asian characters came near (112, 247), and Western ones have no such neighbours.
 */
const LEAST = {western: {evidence: 140, clear: 100, both: 150}, eastAsian: {evidence: 115, clear: 50, both: 250}}
const LEAST_GAIN = 10
/** The others need no more than this, */
const SUPPORTING = 20
/** or nearly nothing, where most of the line is of one mind. */
const CONSISTENT = -120
const MOST = 0.6

/** Evidence after which no other way to have read the line is asked for. */
const ENOUGH = 400

/** The best hypothesis about a line; undefined for most lines, at the cost of a look. */
export function bestHypothesis(line: string): Hypothesis | undefined {
  let best: Hypothesis | undefined
  for (const readAs of suspectedSets(line)) {
    const encoded = encode(line, readAs)
    if (!encoded) continue
    for (const truth of TRUTHS) {
      if (truth === readAs) continue
      const hypothesis = judged(line, readAs, truth, readingsOf(line, encoded, readAs, truth))
      if (hypothesis && hypothesis.evidence > (best?.evidence ?? 0)) best = hypothesis
      if (truth === 'utf-8' && isEnough(best)) break
    }
    if (isEnough(best)) break
  }
  return best && isWestern(best) ? undefined : best
}

const isEnough = (best: Hypothesis | undefined): boolean => best !== undefined && best.evidence >= ENOUGH

/** That is ftfy's, which knows many more ways to get there. */
const isWestern = ({readAs, truth}: Hypothesis): boolean => readAs === 'windows-1252' && truth === 'utf-8'

/** What a reading in UTF-8 of text that was read as East Asian must have: two bytes of Chinese are two of UTF-8 by chance. */
const NOT_BY_CHANCE = /[\u2010-\u203a\u3000-\u9fff\uac00-\ud7a3\uff00-\uffef]/

function readingsOf(line: string, encoded: Encoded, readAs: ReadAs, truth: Truth): Rereading[] {
  const all = [...readAgain(line, encoded, truth)]
  return truth === 'utf-8' && readAs !== 'windows-1252' ? all.filter(({text}) => NOT_BY_CHANCE.test(text)) : all
}

/**
 * How many edits that take a line of Western letters for UTF-8 leave more surprising text than the line has as Chinese,
 * Japanese or Korean: too little to repair it by, but enough to leave it alone. Not within a Western word. `edits` are
 * sorted and apart.
 */
export function ratherEastAsian(line: string, edits: readonly Edit[]): number {
  const encoded = encode(line, 'windows-1252')
  if (!encoded) return 0
  const doubted = new Set<Edit>()
  for (const truth of TRUTHS.slice(1)) {
    let at = 0
    for (const reading of readAgain(line, encoded, truth)) {
      while (at < edits.length && edits[at]!.start < reading.start) at++
      if (reading.isLossy || reading.witnesses < 2 || isInWord(line, reading)) continue
      for (let i = at; i < edits.length && edits[i]!.end <= reading.end; i++)
        if (isBetter(line, reading, edits[i]!, truth)) doubted.add(edits[i]!)
    }
  }
  return doubted.size
}

const isInWord = (line: string, {start, end}: Span): boolean =>
  /[A-Za-z]/.test((line[start - 1] ?? '') + (line[end] ?? ''))

function isBetter(line: string, {start, end, text}: Rereading, edit: Edit, truth: Truth): boolean {
  const mended = line.slice(start, edit.start) + edit.insert + line.slice(edit.end, end)
  const before = line[start - 1] ?? '\n'
  return surpriseOf(text, before, truth).total < surpriseOf(mended, before).total
}

/**
 * Signs of Western text, each with an ASCII character after it: `t­he` with soft hyphens and `don’t` are that in every
 * set, and the bytes of a common character in some.
 */
const SIGNS_ONLY = /^(?:[\u00ad‘’“”–—…•·°®™«»¿¡§][\x20-\x7e])+$/

function judged(line: string, readAs: ReadAs, truth: Truth, all: readonly Rereading[]): Hypothesis | undefined {
  const isWitness = witnessIn(line)
  const isConvinced = (some: readonly Rereading[]): boolean => isConvincing(readAs, some.filter(isWitness))
  return isConvinced(all) ? hypothesisOf({readAs, truth}, all, isWitness, isConvinced) : undefined
}

/** What a line says in a document that was misread so throughout: any stretch that supports it will do. */
export function inHabit(line: string, {readAs, truth}: Misreading): Hypothesis | undefined {
  const encoded = encode(line, readAs)
  if (!encoded) return undefined
  const isWitness = witnessIn(line)
  const all = readingsOf(line, encoded, readAs, truth)
  return all.some(isWitness) ? hypothesisOf({readAs, truth}, all, isWitness, () => true) : undefined
}

/** What bytes were read as, and what they are in. */
export type Misreading = Pick<Hypothesis, 'readAs' | 'truth'>
type IsWitness = (rereading: Rereading) => boolean

const witnessIn =
  (line: string): IsWitness =>
  ({start, end, evidence}) =>
    evidence >= SUPPORTING && !SIGNS_ONLY.test(line.slice(start, end))

/** Stretches that lost bytes are no witnesses for the others: those beside them may have been repaired before. */
function hypothesisOf(
  misreading: Misreading,
  all: readonly Rereading[],
  isWitness: IsWitness,
  isConvinced: (some: readonly Rereading[]) => boolean,
): Hypothesis {
  const whole = all.filter(({isLossy}) => !isLossy)
  const supporting = all.filter(isWitness)
  const lost = supporting.filter(({isLossy}) => isLossy)
  const repairs = isConvinced(whole) ? repairsAmong(whole, isWitness) : []
  const evidence = sum(supporting.map((one) => one.evidence))
  return {...misreading, rereadings: [...repairs, ...lost], evidence}
}

function isConvincing(readAs: ReadAs, supporting: readonly Rereading[]): boolean {
  const least = readAs === 'windows-1252' ? LEAST.western : LEAST.eastAsian
  const evidence = sum(supporting.map((one) => one.evidence))
  const gain = sum(supporting.map((one) => one.gain))
  // One stretch at least must say so by more than one character.
  const isClear = supporting.some((one) => one.evidence >= least.clear && one.gain >= LEAST_GAIN && one.witnesses >= 2)
  return isClear && evidence >= least.evidence && evidence + gain >= least.both
}

/** What is to be put in: all stretches, where most of the line is of one mind. */
function repairsAmong(whole: readonly Rereading[], isWitness: IsWitness): readonly Rereading[] {
  const supporting = whole.filter(isWitness)
  const isOfOneMind = sum(supporting.map(lengthOf)) >= MOST * sum(whole.map(lengthOf))
  return isOfOneMind ? whole.filter(({evidence}) => evidence >= CONSISTENT) : supporting
}

const lengthOf = ({start, end}: Rereading): number => end - start

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)
