/** From suspects to proposals: run together, split, a slip, or a name. */
import type {Draft, Proposal, Words} from '../../draft/index.js'
import {type Context, contextOf} from './context.js'
import {type Suspect, strangersInCode, suspectsIn} from './fence.js'
import {guessesFor} from './guess.js'
import type {Memory} from './memory.js'
import {apart} from './run-together.js'
import {type Joined, joinedWord} from './split-word.js'
import {STRANGE, type Vocabulary} from './vocabulary.js'
import {type Evidence, isSlip, isStranger, MOST_STRANGERS} from './weigh.js'

/**
 * Shares of real mistakes among such reports, on the tuning half of the eval; below 0.8, as spelling seldom repairs. Of
 * split words the other half has but two, both wrong.
 */
const CONFIDENCE = {word: 0.7, name: 0.1, runTogether: 0.75, splitWord: 0.6}
/** log10: how much better one word must read than its halves: those of the list, and fragments that nobody knows. */
const LEAST_JOINED = {listed: 2, fragment: 3}

/** What is proposed for a draft; names only where they are asked for. */
export function verdicts(draft: Draft, memory: Memory, vocabulary: Vocabulary, reportsNames: boolean): Proposal[] {
  const words = draft.words()
  const {forms, halves} = suspectsIn(draft, memory)
  // By their start: two halves of a word can both be suspects.
  const proposals = new Map<number, Proposal>()
  const propose = (one: Proposal): void => void proposals.set(one.start, one)
  for (const token of halves) {
    const joined = joinedWord(vocabulary, words, token)
    if (joined && joined.weight >= LEAST_JOINED.listed) propose(splitWord(words, joined))
  }
  const unexplained: Array<Suspect & Evidence> = []
  for (const suspect of forms) {
    const context = suspect.isName ? undefined : contextOf(words, suspect.token)
    const blank = context && wrongBlank(vocabulary, words, suspect, context)
    if (blank) propose(blank)
    else unexplained.push({...suspect, ...evidenceOn(vocabulary, suspect, context)})
  }
  const inProse = unexplained.filter((evidence) => evidence.kind === STRANGE && isStranger(evidence)).length
  let strangers: number | undefined
  const isSlipHere = (evidence: Evidence): boolean => {
    if (!isSlip(evidence, inProse)) return false
    strangers ??= inProse + strangersInCode(draft, memory, forms, MOST_STRANGERS - inProse)
    return isSlip(evidence, strangers)
  }
  for (const evidence of unexplained) {
    // The British dictionary is asked last: reading it takes a tenth of a second.
    const isWrong = !evidence.isName && isSlipHere(evidence) && !vocabulary.isBritish(evidence.form)
    if (isWrong) propose(report(words, evidence, 'spell/unknown-word', [], CONFIDENCE.word))
    else if (reportsNames && evidence.kind === STRANGE)
      propose(report(words, evidence, 'spell/unknown-name', [], CONFIDENCE.name))
  }
  return [...proposals.values()]
}

/** A blank too few within an unknown form, or one too many beside it. */
function wrongBlank(vocabulary: Vocabulary, words: Words, suspect: Suspect, context: Context): Proposal | undefined {
  const {form, kind, token} = suspect
  const parted = apart(vocabulary, form, kind, context)
  if (parted) return report(words, suspect, 'spell/run-together', [parted.form], CONFIDENCE.runTogether)
  const joined = [token - 1, token]
    .map((first) => joinedWord(vocabulary, words, first))
    .find((one) => one && one.weight >= LEAST_JOINED.fragment)
  return joined && splitWord(words, joined)
}

/** Of a name nobody asks what it may be a slip of. */
function evidenceOn(vocabulary: Vocabulary, {form, kind}: Suspect, context: Context | undefined): Evidence {
  const guesses = context ? guessesFor(vocabulary, form, context) : []
  return {form, kind, weight: guesses[0]?.weight ?? -Infinity, isMet: vocabulary.hasMet(form)}
}

function report(
  words: Words,
  {token, count}: Suspect,
  rule: Proposal['rule'],
  expected: string[],
  confidence: number,
): Proposal {
  const note = count > 1 ? {note: `${count} times in this document`} : {}
  return {start: words.starts[token]!, end: words.ends[token]!, rule, expected, confidence, ...note}
}

const splitWord = (words: Words, {token, form}: Joined): Proposal => ({
  start: words.starts[token]!,
  end: words.ends[token + 1]!,
  rule: 'spell/split-word',
  expected: [form],
  confidence: CONFIDENCE.splitWord,
})
