/** Where a term is a mention in English prose, and where it is left alone: Chinese sentences, titles, headings, tables, glossaries. */
import {type Draft, findOverlap, isMarkdown, lineAt, type Span} from '../../../draft/index.js'

/** How far of a long line is looked at (UTF-16 units). */
const LINE_REACH = 500

/** Whether a span is part of English prose that may be explained. */
export function isProse(draft: Draft, at: Span): boolean {
  return (
    isInEnglish(draft, at) &&
    findOverlap(draft.protected(), at) === undefined &&
    !isSentence(draft.text, at) &&
    !isGlued(draft.text, at) &&
    !isTabular(draft, at)
  )
}

/** Words that no other language in Latin letters has. */
const ENGLISH =
  /\b(?:the|and|that|with|they|this|which|what|when|who|their|were|are|from|has|had|of|wrote|said|called|about)\b/gi
const ENOUGH = 3

/**
 * A stretch in Chinese needs no pinyin. Where no language was identified, Latin letters on the line decide; a short line
 * full of pinyin passes for Dutch, so a few plain English words on it count for more than the guess. In a document that is
 * not in Latin letters they are asked for everywhere: there a line of names passes for English.
 */
export function isInEnglish(draft: Draft, at: Span): boolean {
  const language = findOverlap(draft.passages, at)?.language
  const isForeign = draft.language !== undefined && draft.language.script !== 'Latn'
  if (language?.tag === 'en' && !isForeign) return true
  const {before, after} = lineAround(draft, at)
  const line = `${before} ${after}`
  if (!language || (language.tag === 'und' && !isForeign)) return (line.match(/[A-Za-z]{2,}/g)?.length ?? 0) >= ENOUGH
  if (language.script !== 'Latn') return false
  return new Set(line.toLowerCase().match(ENGLISH)).size >= ENOUGH
}

function lineAround(draft: Draft, {start, end}: Span): {before: string; after: string; isWhole: boolean} {
  const lines = draft.lines()
  const line = lineAt(lines, start)
  const from = Math.max(lines.starts[line]!, start - LINE_REACH)
  const to = Math.min(lines.ends[line]!, end + LINE_REACH)
  return {
    before: draft.text.slice(from, start),
    after: draft.text.slice(end, to),
    isWhole: from === lines.starts[line],
  }
}

export function isHeading(draft: Draft, at: Span): boolean {
  const {before, isWhole} = lineAround(draft, at)
  return isMarkdown(draft.format) && isWhole && /^ {0,3}#{1,6}\s/.test(before)
}

const CHINESE_MARK = /[，。、；：！？…《〈—]/

/** Part of a Chinese sentence, an enumeration or a title. */
export function isSentence(text: string, {start, end}: Span): boolean {
  const isHan = (i: number): boolean => /\p{Script=Han}/u.test(text.slice(Math.max(0, i), i + 1))
  const [before, after] = [text[start - 1] ?? '', text[end] ?? '']
  if (/[《〈]/.test(before) || /[》〉。！？；、]/.test(after)) return true
  if (CHINESE_MARK.test(before) && isHan(start - 2)) return true
  if (CHINESE_MARK.test(after) && isHan(end + 1)) return true
  return (before === ' ' && isHan(start - 2)) || (after === ' ' && isHan(end + 1))
}

/** `内卷ing`, `APP内卷`, `内卷-style`: a word of its own making. */
const isGlued = (text: string, {start, end}: Span): boolean =>
  /[\p{Script=Latin}\p{N}]-?$/u.test(text.slice(Math.max(0, start - 2), start)) ||
  /^-?[\p{Script=Latin}\p{N}]/u.test(text.slice(end, end + 2))

/** In a row of a table or of comma-separated values. */
function isTabular(draft: Draft, at: Span): boolean {
  const {before, after, isWhole} = lineAround(draft, at)
  const line = `${before} ${after}`
  if (line.includes('\t') || (isWhole && /^\s*\|/.test(before)) || / \| .* \| /.test(line)) return true
  return /(?:^|,)["“]?$/.test(before) && /^["”]?,\S/.test(after)
}

/** The marks of lists, quotation and emphasis that a line may begin with. */
const LINE_OPENING = /^\s*(?:(?:[-*+•>]|\d{1,3}[.)])\s+)*[*_"“‘'[]*$/

/** A line that begins with a mention and goes on after a colon or a dash is an entry of a glossary; so is one that is nothing else. */
export function isEntry(draft: Draft, mention: Span): boolean {
  const {before, after, isWhole} = lineAround(draft, mention)
  return isWhole && LINE_OPENING.test(before) && /^[*_"”’'\]]*\s*(?:$|[:：=|]|[–—-]\s)/.test(after)
}
