/** How fast the stage reads, in CPU time, beside the tokenising that every stage shares. */
import {Draft} from '../../../src/draft/index.js'
import {wordsOf} from '../../../src/draft/words.js'
import {installedRules} from '../../../src/index.js'
import {rulesOf} from '../../../src/rules/rule.js'
import {normaliseTerms} from '../../../src/stages/terms/index.js'
import {gridTerms} from './words.js'

export interface Speed {
  readonly name: string
  /** MB of UTF-8 a second. */
  readonly stage: number
  readonly words: number
  readonly characters: number
}

const PROSE =
  'The keeper of the archive had counted every ledger twice before anybody thought of asking her “what they held”. '

function texts(): Record<string, string> {
  const terms = gridTerms()
  const mention = (i: number): string => {
    const {simplified, pinyin, gloss} = terms[i % terms.length]!
    return [`${simplified} (${pinyin})`, `${pinyin} (${simplified})`, `${simplified}, or “${gloss}”,`, simplified][
      i % 4
    ]!
  }
  const withTerms = Array.from({length: 4000}, (_, i) => `${PROSE}They speak of ${mention(i)} in the town.`)
  return {
    'English without Chinese': PROSE.repeat(20_000),
    'English, a term in every other sentence': withTerms.join('\n\n'),
  }
}

export function speeds(): Speed[] {
  const find = normaliseTerms.stage.prepare({}, () => rulesOf(installedRules(), 'terms'))
  return Object.entries(texts()).map(([name, text]) => {
    const bytes = new TextEncoder().encode(text).length
    const run = (): void => {
      const draft = new Draft(text, {parse: () => ({type: 'RootNode', children: []})})
      draft.words()
      const start = process.cpuUsage()
      for (const _ of find(draft));
      times.push(microseconds(start))
    }
    const times: number[] = []
    for (let i = 0; i < 7; i++) run()
    return {name, stage: bytes / median(times), words: bytes / median(wordTimes(text)), characters: text.length}
  })
}

function wordTimes(text: string): number[] {
  return Array.from({length: 7}, () => {
    const start = process.cpuUsage()
    wordsOf(text)
    return microseconds(start)
  })
}

function microseconds(start: NodeJS.CpuUsage): number {
  const {user, system} = process.cpuUsage(start)
  return Math.max(1, user + system)
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!
