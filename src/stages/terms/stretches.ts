/**
 * Which parts of a document are Chinese, which ones are English that may have Chinese in it, and which ones are left
 * alone: Japanese, Korean, and all that only looks Chinese in a document of theirs.
 */
import {type Draft, firstEndingAfter, type Passage, type ProtectedSpan, type Span} from '../../draft/index.js'

export interface Stretch extends Span {
  /** `en` holds Latin lines too short to tell; `foreign` is Japanese, Korean, and what belongs to a text of theirs. */
  readonly language: 'zh' | 'en' | 'foreign' | 'other'
  /** Of Chinese, where it is known. */
  readonly script: 'Hans' | 'Hant' | undefined
}

/** The passages of a draft as far as Chinese matters; where no language was identified, its lines. */
export function chineseStretches(draft: Draft): Stretch[] {
  const {passages} = draft
  if (passages.length === 0) return linesOf(draft)
  // A heading in Japanese may hold nothing but kanji, and passes for Chinese when it is read alone.
  const chinese = lengthOf(passages, /^zh/)
  const isForeign = lengthOf(passages, /^(?:ja|ko)/) > chinese
  return passages.map(({start, end, language: {tag, script}}) => {
    const language = isForeign || /^(?:ja|ko)/.test(tag) ? 'foreign' : kindOf(tag, script, chinese > 0)
    return {start, end, language, script: tag === 'zh-Hans' ? 'Hans' : tag === 'zh-Hant' ? 'Hant' : undefined}
  })
}

/** A line of code or a heading beside Chinese paragraphs follows their habits, so it is not taken for English. */
function kindOf(tag: string, script: string, isBesideChinese: boolean): 'zh' | 'en' | 'other' {
  if (tag.startsWith('zh')) return 'zh'
  return tag === 'en' || (tag === 'und' && script === 'Latn' && !isBesideChinese) ? 'en' : 'other'
}

const lengthOf = (passages: readonly Passage[], tag: RegExp): number =>
  passages.reduce((sum, {start, end, language}) => (tag.test(language.tag) ? sum + end - start : sum), 0)

/** A part of a stretch that no protected span reaches into, and the span that it follows. */
export interface FreePart extends Span {
  readonly after: ProtectedSpan | undefined
}

/** What lies between the protected spans of a stretch. */
export function* freeParts(draft: Draft, {start, end}: Span): Iterable<FreePart> {
  const shields = draft.protected()
  let at = start
  let after: ProtectedSpan | undefined
  for (let i = firstEndingAfter(shields, start); i < shields.length && shields[i]!.start < end; i++) {
    if (shields[i]!.start > at) yield {start: at, end: shields[i]!.start, after}
    after = shields[i]!
    at = after.end
  }
  if (at < end) yield {start: at, end, after}
}

const FOREIGN = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

/** Lines with Han by what there is most of in them. One line of Japanese makes all of them Japanese. */
function linesOf(draft: Draft): Stretch[] {
  const {text} = draft
  if (FOREIGN.test(text)) return []
  const {count, starts, ends} = draft.lines()
  const stretches: Stretch[] = []
  for (let i = 0; i < count; i++) {
    const [start, end] = [starts[i]!, ends[i]!]
    const [han, words] = [countOf(text, HAN, start, end), countOf(text, LATIN_WORD, start, end)]
    if (han > 0) stretches.push({start, end, language: han >= words ? 'zh' : 'en', script: undefined})
  }
  return stretches
}

const HAN = /\p{Script=Han}/gu
const LATIN_WORD = /[A-Za-z]{2,}/g

const countOf = (text: string, pattern: RegExp, start: number, end: number): number =>
  text.slice(start, end).match(pattern)?.length ?? 0
