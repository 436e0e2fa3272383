/** What the document as a whole is written in, and what it is in each script: what its silent stretches take over. */
import type {Draft, Language} from '../../draft/index.js'
import type {LanguageJudge} from './judge.js'
import type {Script} from './script.js'
import type {Block} from './script-counter.js'

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
  const ranked = [...tallied(blocks, found).values()].sort((a, b) => b.weight - a.weight)
  if (ranked.length === 0) {
    const together = allTogether(draft, blocks, judge)
    return {document: together, of: firstOf(together ? [together] : [])}
  }
  const {language, weight} = ranked[0]!
  const total = blocks.reduce((sum, block) => sum + block.weight, 0)
  const confidence = Number(Math.min(language.confidence, weight / total).toFixed(2))
  return {
    document: language.tag === 'und' ? undefined : {...language, confidence},
    of: firstOf(ranked.map((tally) => tally.language)),
  }
}

/** The first of some languages that is in a script, which is asked for every block. */
function firstOf(languages: readonly Language[]): Mains['of'] {
  const firsts = new Map<string, Language>()
  for (const language of languages)
    if (!firsts.has(family(language.script))) firsts.set(family(language.script), language)
  return (script) => firsts.get(family(script))
}

function tallied(blocks: readonly Block[], found: ReadonlyArray<Language | undefined>): Map<string, Tally> {
  const tallies = new Map<string, Tally>()
  for (let i = 0; i < found.length; i++) {
    const language = found[i]
    if (!language || language.confidence < SURE) continue
    const key = language.tag === 'und' ? language.script : language.tag
    const tally = tallies.get(key)
    if (tally) tally.weight += blocks[i]!.weight
    else tallies.set(key, {language: stated(language), weight: blocks[i]!.weight})
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

const EAST_ASIAN: ReadonlySet<string> = new Set(['Hani', 'Hans', 'Hant', 'Kana'])
const family = (script: string): string => (EAST_ASIAN.has(script) ? 'Hani' : script)
