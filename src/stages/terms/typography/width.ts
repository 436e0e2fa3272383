/**
 * The width of marks, letters and digits. A mark is full-width where Chinese stands on both sides of it, or on its left
 * and nothing more on its right: so decimal points, times, versions, file names and all punctuation within Latin words
 * are never looked at.
 */
import type {Proposal} from '../../../draft/index.js'
import {
  BLANK,
  BRACKET,
  BREAK,
  CLOSE,
  DIGIT,
  EMPHASIS,
  HAN,
  LATIN,
  OPEN,
  PAUSE,
  QUOTE,
  SHIELD,
  WIDE,
  WIDE_LETTERS,
} from './characters.js'
import type {TypographyRule} from './rule.js'
import type {View} from './view.js'

const FULL: Readonly<Record<string, string>> = {',': '，', '.': '。', '!': '！', '?': '？', ':': '：', ';': '；'}

/** Between Han on both sides every mark read was one of Chinese prose; one Latin side leaves room for lists and data. */
const [SURE, UNSURE] = [0.9, 0.6]

/** Half-width marks in a Chinese sentence; the blank that went with one goes with it. */
export const halfWidthMark: TypographyRule = {
  looksAt: [',.!?:;'],
  find(view, at) {
    const mark = view.text[at]!
    const left = sideOf(view, at - 1, -1)
    if (left !== HAN && left !== CLOSE && left !== LATIN && left !== DIGIT) return undefined
    const blank = view.kind(at + 1) === BLANK ? 1 : 0
    const right = sideOf(view, at + 1 + blank, 1)
    const isNameDot = mark === '.' && blank === 0 && !FINAL.test(view.text[at - 1]!)
    const confidence = certainty(mark, left, right, isNameDot)
    if (confidence === 0 || view.lineAt(at).isNotation || (mark === '.' && isNumbering(view, at))) return undefined
    // A line keeps the blank at its end, which may be Markdown; elsewhere a full-width mark brings its own.
    const end = right === BREAK ? at + 1 : at + 1 + blank
    return {start: at, end, rule: 'terms/half-width-mark', expected: [FULL[mark]!], confidence}
  },
}

/** Particles that end a sentence, and no name, no word of a list and no file's name. */
const FINAL = /[了吗嗎呢]/

function certainty(mark: string, left: number, right: number, isNameDot: boolean): number {
  const isHanLeft = left === HAN || left === CLOSE
  if (right === BREAK) return isHanLeft ? SURE : 0
  if (mark === '!' || mark === '?') return isHanLeft && (right === HAN || right === OPEN || right === PAUSE) ? SURE : 0
  // `约翰.史密斯` and `文件.文档` look like a sentence without its blank.
  if (isNameDot) return 0
  if (right === HAN || right === OPEN) return isHanLeft ? SURE : mark === ',' || mark === ';' ? UNSURE : 0
  return left === HAN && right === LATIN && (mark === ',' || mark === ';') ? UNSURE : 0
}

/** How many marks of emphasis, quotes and brackets may stand between a mark and the character that decides. */
const MOST_BETWEEN = 6

/** The kind of what stands beside a mark; quotation marks, brackets, emphasis, `!` and `?` do not count. */
function sideOf(view: View, from: number, step: 1 | -1): number {
  for (let i = 0, at = from; i < MOST_BETWEEN; i++, at += step) {
    const kind = view.kind(at)
    // The brackets of a link are no brackets of the sentence.
    const isBracket = kind === BRACKET && view.text[at - 1] !== ']'
    if (kind === EMPHASIS || kind === QUOTE || isBracket || '!?！？'.includes(view.text[at] ?? ' ')) continue
    return kind === CLOSE && step === 1 ? BREAK : kind
  }
  return SHIELD
}

/** `一. 概述` is a heading's number. */
function isNumbering(view: View, at: number): boolean {
  const {start} = view.lineAt(at)
  return at - start <= 8 && /^[\s>#*-]*第?[一二三四五六七八九十百甲乙丙丁]+[章节条]?$/.test(view.text.slice(start, at))
}

const WIDE_TOKEN = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]+(?:．[\uff10-\uff19]+)*/y

/** Full-width letters and digits; the point in a number goes with its digits. */
export const wideLetter: TypographyRule = {
  looksAt: WIDE_LETTERS,
  find(view, at) {
    if (view.kind(at - 1) === WIDE || (view.text[at - 1] === '．' && view.kind(at - 2) === WIDE)) return undefined
    WIDE_TOKEN.lastIndex = at
    const token = WIDE_TOKEN.exec(view.text)![0]
    if (wouldNumber(view, at, at + token.length)) return undefined
    const expected = token.normalize('NFKC')
    return {start: at, end: at + token.length, rule: 'terms/full-width-letter', expected: [expected], confidence: SURE}
  },
}

/** Whether half-width digits would make a Markdown list of the line. */
function wouldNumber(view: View, start: number, end: number): boolean {
  if (!/^[0-9]{0,9}[.)]/.test(view.text.slice(end, end + 10))) return false
  const line = view.lineAt(start).start
  return start - line <= LONGEST_MARKERS && /^[\s>*+-]*[0-9]*$/.test(view.text.slice(line, start))
}

/** Of quotes and lists that a line may be in (UTF-16 units). */
const LONGEST_MARKERS = 20

/** A mark that was typed twice: `。。` may as well be a short ellipsis, so an editor decides. */
export const repeatedMark: TypographyRule = {
  looksAt: ['，。、；：'],
  find({text}, at): Proposal | undefined {
    const mark = text[at]!
    if (text[at + 1] !== mark || text[at + 2] === mark || text[at - 1] === mark) return undefined
    return {start: at, end: at + 2, rule: 'terms/repeated-mark', expected: [mark], confidence: 0.5}
  },
}
