/** What the document as a whole is written in, and what it is in each script: what its silent stretches take over. */
import type {Draft, Language} from '../../draft/index.js'
import type {Block} from './blocks.js'
import type {LanguageJudge} from './judge.js'
import type {Script} from './script.js'

/** Below this a guess is none: nine in ten wrong ones are below it, and one in ten right ones of two words. */
export const SURE = 0.8

export interface Mains {
  /** With the share of the document that is in it, times how sure that is. */
  readonly document: Language | undefined
  /** The language with most words among those of the script; Chinese characters and kana are one. */
  of(script: Script): Language | undefined
}

interface Tally {
  readonly language: Language
  weight: number
}

/** From the blocks that speak for themselves; where none does, from all that is in the script together. */
export function mainsOf(
  draft: Draft,
  blocks: readonly Block[],
  found: ReadonlyArray<Language | undefined>,
  judge: LanguageJudge,
): Mains {
  const tallies = tallied(blocks, found)
  if (tallies.size === 0) {
    const together = allTogether(draft, blocks, judge)
    return {
      document: together,
      of: (script) => (together && familyOf(together) === family(script) ? together : undefined),
    }
  }
  const ranked = [...tallies.values()].sort((a, b) => b.weight - a.weight)
  const {language, weight} = ranked[0]!
  const total = blocks.reduce((sum, block) => sum + block.weight, 0)
  const confidence = Number(Math.min(language.confidence, weight / total).toFixed(2))
  return {
    document: language.tag === 'und' ? undefined : {...language, confidence},
    of: (script) => ranked.find((tally) => familyOf(tally.language) === family(script))?.language,
  }
}

function tallied(blocks: readonly Block[], found: ReadonlyArray<Language | undefined>): Map<string, Tally> {
  const tallies = new Map<string, Tally>()
  for (let i = 0; i < found.length; i++) {
    const language = found[i]
    if (!language || language.confidence < SURE) continue
    const key = language.tag === 'und' ? language.script : language.tag
    const tally = tallies.get(key) ?? {language: stated(language), weight: 0}
    tally.weight += blocks[i]!.weight
    tallies.set(key, tally)
  }
  return tallies
}

/** That it is in no language that was chosen is sure; which one it is in is not known. */
const stated = (language: Language): Language => (language.tag === 'und' ? {...language, confidence: 0} : language)

/** What no line says by itself a list may say as a whole. */
function allTogether(draft: Draft, blocks: readonly Block[], judge: LanguageJudge): Language | undefined {
  const weightOf = (one: Script): number =>
    blocks.reduce((sum, {script, weight}) => sum + (script === one ? weight : 0), 0)
  const scripts = [...new Set(blocks.map(({script}) => script))].sort((a, b) => weightOf(b) - weightOf(a))
  if (scripts[0] === undefined) return undefined
  const all = {start: 0, end: draft.text.length, first: 0, last: draft.words().count, script: scripts[0]}
  const language = judge.judge(draft, all)
  return language && language.tag !== 'und' && language.confidence >= SURE ? language : undefined
}

const family = (script: string): string => (/^(?:Han[ist]|Kana)$/.test(script) ? 'Hani' : script)
const familyOf = ({script}: Language): string => family(script)
