/** From suspects to proposals: run together, split, a slip, or a name. */
import type {Draft, Proposal, Words} from '../../draft/index.js'
import {contextOf} from './context.js'
import {type Suspect, suspectsIn} from './fence.js'
import {type Memory, plainForm} from './memory.js'
import {apart} from './run-together.js'
import {type Joined, joinedWord} from './split-word.js'
import {STRANGE, type Vocabulary} from './vocabulary.js'
import {isSlip} from './weigh.js'

const CONFIDENCE = {word: 0.6, name: 0.1, runTogether: 0.7, splitWord: 0.7}
/** log10: how much better one word must read than its halves: those of the list, and fragments that nobody knows. */
const LEAST_JOINED = {listed: 2, fragment: 3}

/** What is proposed for a draft; names only where they are asked for. */
export function* verdicts(
  draft: Draft,
  memory: Memory,
  vocabulary: Vocabulary,
  reportsNames: boolean,
): Iterable<Proposal> {
  const words = draft.words()
  const {forms, halves} = suspectsIn(draft, memory)
  for (const token of halves) {
    const joined = listedHalves(vocabulary, words, token)
    if (joined) yield splitWord(words, joined)
  }
  for (const suspect of forms) {
    const proposal = verdictOn(vocabulary, words, suspect)
    if (proposal && (reportsNames || proposal.rule !== 'spell/unknown-name')) yield proposal
  }
}

function listedHalves(vocabulary: Vocabulary, words: Words, token: number): Joined | undefined {
  if (token + 1 >= words.count || !vocabulary.areHalves(plainForm(words, token), plainForm(words, token + 1))) return
  const joined = joinedWord(vocabulary, words, token)
  return joined && joined.weight >= LEAST_JOINED.listed ? joined : undefined
}

function verdictOn(vocabulary: Vocabulary, words: Words, suspect: Suspect): Proposal | undefined {
  if (!suspect.isName) {
    const parted = apart(vocabulary, suspect.form, contextOf(words, suspect.token))
    if (parted) return proposal(words, suspect, 'spell/run-together', [parted.form], CONFIDENCE.runTogether)
    const joined = fragment(vocabulary, words, suspect.token)
    if (joined) return splitWord(words, joined)
    // The British dictionary is asked last: reading it takes a tenth of a second.
    if (isSlip(vocabulary, words, suspect)) {
      if (vocabulary.isBritish(suspect.form)) return undefined
      return proposal(words, suspect, 'spell/unknown-word', [], CONFIDENCE.word)
    }
  }
  if (suspect.kind !== STRANGE) return undefined
  return proposal(words, suspect, 'spell/unknown-name', [], CONFIDENCE.name)
}

/** The word that an unknown form makes with the one before or after it. */
function fragment(vocabulary: Vocabulary, words: Words, token: number): Joined | undefined {
  return [token - 1, token]
    .map((first) => joinedWord(vocabulary, words, first))
    .find((joined) => joined && joined.weight >= LEAST_JOINED.fragment)
}

function proposal(
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
