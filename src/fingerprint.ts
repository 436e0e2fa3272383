/**
 * What a finding is known by when lines have moved: its rule, its text, and two words of the same sentence on either
 * side. A baseline, the comparison of two versions and an editor's decision share this key.
 *
 * No position and no file name, so that a paragraph may move; nothing of the wrapping, so that it may be wrapped anew;
 * nothing of what should stand there instead, because that may depend on the rest of the document, and a known fault
 * must not be new because somebody edited another paragraph. Neighbours stop where the sentence, the paragraph, the item
 * or the row stops: what follows there is only by chance beside it.
 */
import {hash} from 'node:crypto'
import type {Finding, Span} from './draft/index.js'

const NEIGHBOURS = 2
/** How far neighbours are looked for, UTF-16 units: room for two long words and a link's address. */
const REACH = 256
/** Hexadecimal digits: 80 bits, so that among a million findings two are alike by chance once in 2^41. */
const DIGITS = 20

/** The fingerprint of a finding in its source: 20 hexadecimal digits of a SHA-256. */
export function fingerprintOf(
  source: string,
  {rule, start, end, actual}: Pick<Finding, 'rule' | 'start' | 'end' | 'actual'>,
): string {
  const key = JSON.stringify([rule, unwrapped(actual), ...neighboursOf(source, inked(source, {start, end}))])
  return hash('sha256', key).slice(0, DIGITS)
}

/** A span without the blanks at its ends, which may be those between two paragraphs; one of blanks only as it is. */
function inked(source: string, {start, end}: Span): Span {
  const actual = source.slice(start, end)
  if (actual.trim() === '') return {start, end}
  return {start: end - actual.trimStart().length, end: start + actual.trimEnd().length}
}

function neighboursOf(source: string, {start, end}: Span): [before: string[], after: string[]] {
  const above = linesOf(source.slice(Math.max(0, start - REACH), start))
  const below = linesOf(source.slice(end, end + REACH))
  const ownLine = above.at(-1)! + source.slice(start, Math.min(end, start + REACH))
  return [
    lastWordsIn(afterSentenceEnd(blockEnding(above))),
    firstWordsIn(beforeSentenceEnd(blockContinuing(ownLine, below))),
  ]
}

/** Lines without what is no prose: indentation, marks of quotation, comments, tags, addresses. */
const linesOf = (text: string): string[] =>
  (isPlain(text) ? text : text.replace(NO_PROSE, ' ')).split(/\r\n?|\n/).map((line) => line.replace(/^[\s>]+/, ''))

const NO_PROSE = /<!--[\s\S]*?-->|\{\/\*[\s\S]*?\*\/\}|<\/?[A-Za-z][^<>]*>|\]\([^()\s]*\)|\b[a-z]+:\/\/[^\s<>)\]]+/g

/** Whether there is nothing that every comment, tag and address has. */
const isPlain = (text: string): boolean =>
  !(text.includes('<') || text.includes('](') || text.includes('://') || text.includes('{/*'))

/** A heading, a row of a table, a fence: no other line belongs to it. */
const ONE_LINE = /^(?:#{1,6}\s|\||`{3}|~{3})/
/** What starts a list item. Numbers of four digits are years that a wrapped line happens to start with. */
const ITEM = /^(?:[-*+•‣◦]\s+(?:\[[ xX]\]\s+)?|\d{1,3}(?:[.)]\s+|、))/
const FOOTNOTE = /^\[\^/

const startsBlock = (line: string): boolean => ONE_LINE.test(line) || ITEM.test(line) || FOOTNOTE.test(line)
/** Blank lines, rules, underlines of headings and of tables. */
const isWordless = (line: string): boolean => !/[\p{L}\p{N}]/u.test(line)

/** Of lines up to a place, those of its block; the last is the start of the line in which the place is. */
function blockEnding(lines: readonly string[]): string {
  let first = lines.length - 1
  while (
    first > 0 &&
    !startsBlock(lines[first]!) &&
    !isWordless(lines[first - 1]!) &&
    !ONE_LINE.test(lines[first - 1]!)
  )
    first--
  return [lines[first]!.replace(ITEM, ''), ...lines.slice(first + 1)].join(' ')
}

/** Of lines from a place on, those of its block; the first is the rest of the line in which the place is. */
function blockContinuing(ownLine: string, lines: readonly string[]): string {
  if (ONE_LINE.test(ownLine)) return lines[0]!
  const next = lines.findIndex((line, i) => i > 0 && (isWordless(line) || startsBlock(line)))
  return lines.slice(0, next < 0 ? lines.length : next).join(' ')
}

/** The marks that end a sentence, with what closes after them and a blank; those of Chinese need none. */
const SENTENCE_END = /[.!?…]["'”’»)\]*_]*\s|[。！？]["”’」』）》]*/g

/** A full stop right beside the finding has no blank after it here, and so ends nothing. */
function afterSentenceEnd(text: string): string {
  let end = 0
  while (SENTENCE_END.test(text)) end = SENTENCE_END.lastIndex
  return text.slice(end)
}

function beforeSentenceEnd(text: string): string {
  const end = `${text} `.search(SENTENCE_END)
  return end < 0 ? text : text.slice(0, end)
}

const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}\p{M}]+/gu

/** Between blanks and marks; of scripts without blanks, each character. No word holds a blank, so each piece has its own. */
const wordsIn = (piece: string): string[] => piece.normalize('NFC').match(WORD) ?? []

function firstWordsIn(text: string): string[] {
  const words: string[] = []
  for (let at = 0; at < text.length && words.length < NEIGHBOURS; ) {
    const blank = text.indexOf(' ', at)
    const end = blank < 0 ? text.length : blank
    words.push(...wordsIn(text.slice(at, end)))
    at = end + 1
  }
  return words.slice(0, NEIGHBOURS)
}

function lastWordsIn(text: string): string[] {
  const words: string[] = []
  for (let end = text.length; end > 0 && words.length < NEIGHBOURS; ) {
    const at = text.lastIndexOf(' ', end - 1) + 1
    words.unshift(...wordsIn(text.slice(at, end)))
    end = at - 1
  }
  return words.slice(-NEIGHBOURS)
}

/** The blank that a line break between two Chinese characters or marks becomes. */
const NO_BLANK =
  /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}，。、；：！？]) (?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/gu

/** The same however it is wrapped, indented or quoted. */
const unwrapped = (text: string): string =>
  ASCII_WORD.test(text)
    ? text
    : (text.trim() || text)
        .replace(/(?:\r\n?|\n)[\s>]*/g, ' ')
        .replace(/\s+/g, ' ')
        .replace(NO_BLANK, '')
        .normalize('NFC')

/** Without a blank there is nothing to wrap, and nothing to compose. */
const ASCII_WORD = /^[!-~]+$/
