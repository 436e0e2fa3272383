/** What stands in a block in another script: a Chinese phrase in an English sentence, an English one in a Chinese. */
import {type Draft, HAN as HAN_TOKEN, kindOf, type Run, WORD, type Words} from '../../draft/index.js'
import type {LanguageJudge} from './judge.js'
import {type Mains, SURE} from './mains.js'
import {SCRIPTS, type Script, scriptIndex} from './script.js'
import type {Block} from './script-counter.js'
import {Shields} from './shields.js'
import type {Stretch} from './stretch.js'

/** Fewer Latin words are a name. */
const FEWEST_LATIN = 4
/** One Greek letter is a symbol. */
const FEWEST_LETTERS = 2

/** Of a block; no text that somebody wrote has as many. */
const MOST_RUNS = 1000

interface Open {
  script: Script
  readonly first: number
  last: number
  words: number
}

/** The runs of a block in other scripts than its own whose language is known: sorted and apart. */
export function runsOf(draft: Draft, block: Block, judge: LanguageJudge, mains: Mains): Run[] {
  if (block.foreign === 0) return []
  const runs: Run[] = []
  for (const stretch of foreignStretches(draft, block, block.script)) {
    if (runs.length === MOST_RUNS) break
    const guess = judge.judge(draft, stretch)
    const main = mains.of(stretch.script)
    const language = guess?.tag === 'zh' && main ? main : guess
    if (language && language.tag !== 'und' && guess && guess.confidence >= SURE)
      runs.push({start: stretch.start, end: stretch.end, language})
  }
  return runs
}

function* foreignStretches(draft: Draft, {first, last}: Block, own: Script): Iterable<Stretch> {
  const words = draft.words()
  const shields = new Shields(draft.protected(), words.starts[first])
  let open: Open | undefined
  for (let i = first; i < last; i++) {
    const script = scriptOf(words, i, shields, own)
    if (script === undefined) continue
    if (open && script !== own && isOne(script, open.script)) {
      open.last = i + 1
      open.words++
      if (script === 'Kana') open.script = 'Kana'
      continue
    }
    if (open && isLongEnough(draft, open)) yield stretchOf(draft, open)
    open = script === own ? undefined : {script, first: i, last: i + 1, words: 1}
  }
  if (open && isLongEnough(draft, open)) yield stretchOf(draft, open)
}

/** Marks and numbers have none; what is protected counts as the block's own, so that it ends a run. */
function scriptOf(words: Words, token: number, shields: Shields, own: Script): Script | undefined {
  const kind = kindOf(words, token)
  if (kind !== WORD && kind !== HAN_TOKEN) return undefined
  const start = words.starts[token]!
  if (shields.cover(start)) return own
  const script = SCRIPTS[scriptIndex(words.text.charCodeAt(start))]!
  if (script === 'Zyyy') return undefined
  return own === 'Kana' && script === 'Hani' ? own : script
}

/** Japanese is written in both. */
const isOne = (a: Script, b: Script): boolean => a === b || (isEastAsian(a) && isEastAsian(b))
const isEastAsian = (script: Script): boolean => script === 'Hani' || script === 'Kana'

function isLongEnough(draft: Draft, {script, first, last, words}: Open): boolean {
  if (script === 'Hani') return true
  if (script === 'Latn') return words >= FEWEST_LATIN
  const {starts, ends} = draft.words()
  return ends[last - 1]! - starts[first]! >= FEWEST_LETTERS
}

function stretchOf(draft: Draft, {script, first, last}: Open): Stretch {
  const {starts, ends} = draft.words()
  return {start: starts[first]!, end: ends[last - 1]!, first, last, script}
}
