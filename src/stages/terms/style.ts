/** The house style: what a first mention should carry, and where the missing parts go. */
import type {Proposal} from '../../draft/index.js'
import type {Mention} from './glossary.js'
import type {Neighbourhood} from './neighbourhood.js'

/**
 * `full`: 内卷 (nèijuǎn, “involution”) · `pinyin`: 内卷 (nèijuǎn) · `gloss`: 内卷 (“involution”) · `none`: mentions stay as they are.
 */
export const STYLES = ['full', 'pinyin', 'gloss', 'none'] as const
export type Style = (typeof STYLES)[number]

export type Quote = (gloss: string) => string

/** What a first mention lacks, put where the author's own form leaves room for it; undefined when it lacks nothing. */
export function explanation(mention: Mention, around: Neighbourhood, style: Style, quote: Quote): Proposal | undefined {
  const {pinyin, gloss} = mention.term
  // Whoever puts the characters in brackets has just said it in English, if not in pinyin.
  const isSaid = around.hasGloss || (around.isBracketed && !around.isAfterPinyin)
  const missing = [
    style !== 'gloss' && !around.hasPinyin ? pinyin : '',
    style !== 'pinyin' && !isSaid ? quote(gloss) : '',
  ].filter((part) => part !== '')
  if (missing.length === 0) return undefined
  const text = missing.join(', ')
  const [at, insert] = placed(text, missing[0] === pinyin && missing.length === 1, around)
  return {start: at, end: at, rule: 'terms/unexplained-term', expected: [insert], confidence: 0.9}
}

function placed(text: string, isPinyinOnly: boolean, {bracket, isBracketed, after}: Neighbourhood): [number, string] {
  if (isBracketed) return [after, `, ${text}`]
  if (!bracket) return [after, ` (${text})`]
  return isPinyinOnly ? [bracket.start, `${text}, `] : [bracket.end, `, ${text}`]
}

/** A later mention that explains once more, with nothing but what the house says anyway. */
export function repetition(around: Neighbourhood): Proposal | undefined {
  const {bracket, isCanonical, after} = around
  if (!bracket || !isCanonical || !around.hasPinyin) return undefined
  return {start: after, end: bracket.end + 1, rule: 'terms/repeated-gloss', expected: [''], confidence: 0.85}
}
