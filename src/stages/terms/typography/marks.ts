/** Marks that houses write in more than one way: ellipses, dashes, the dot in names, brackets. */
import {CLOSE, HAN, OPEN, PAUSE, QUOTE} from './characters.js'
import type {House} from './options.js'
import {ASKED, type TypographyRule} from './rule.js'
import type {View} from './view.js'

/** The rules of a house for the marks it decided about. */
export function markRules({ellipsis, dashes, middleDot, brackets}: House): TypographyRule[] {
  return [
    ...(ellipsis === 'full' ? [shortEllipsis] : []),
    ...(dashes === 'full' ? [shortDash] : []),
    ...(middleDot === 'unify' ? [foreignDot] : []),
    ...(brackets === 'full' ? [halfBracket] : []),
    ...(brackets === 'half' ? [fullBracket] : []),
  ]
}

const isChinese = (kind: number): boolean =>
  kind === HAN || kind === PAUSE || kind === OPEN || kind === CLOSE || kind === QUOTE

const ELLIPSIS = /\.{3,6}|。{3,6}|…+/y

const shortEllipsis: TypographyRule = {
  looksAt: ['.。…'],
  find(view, at) {
    if (view.text[at - 1] === view.text[at]) return undefined
    ELLIPSIS.lastIndex = at
    const found = ELLIPSIS.exec(view.text)?.[0]
    if (found === undefined || found === '……' || /[.。…]/.test(view.text[at + found.length] ?? '')) return undefined
    if (!isChinese(view.kind(at - 1)) && view.kind(at + found.length) !== HAN) return undefined
    return {start: at, end: at + found.length, rule: 'terms/short-ellipsis', expected: ['……'], confidence: ASKED}
  },
}

const DASH = /-{2,3}|—/y

const shortDash: TypographyRule = {
  looksAt: ['-—'],
  find(view, at) {
    if (view.text[at - 1] === view.text[at]) return undefined
    DASH.lastIndex = at
    const found = DASH.exec(view.text)?.[0]
    if (found === undefined || /[-—]/.test(view.text[at + found.length] ?? '')) return undefined
    if (!isChinese(view.kind(at - 1)) || !isChinese(view.kind(at + found.length))) return undefined
    return {start: at, end: at + found.length, rule: 'terms/short-dash', expected: ['——'], confidence: ASKED}
  },
}

const foreignDot: TypographyRule = {
  looksAt: ['•・‧∙⋅･'],
  find(view, at) {
    if (view.kind(at - 1) !== HAN || view.kind(at + 1) !== HAN) return undefined
    return {start: at, end: at + 1, rule: 'terms/foreign-dot', expected: ['·'], confidence: ASKED}
  },
}

/** Brackets further apart than this are not looked at as a pair (UTF-16 units). */
const WIDEST = 200

const bracket = (rule: 'terms/half-width-bracket' | 'terms/full-width-bracket'): TypographyRule => {
  const isToFull = rule === 'terms/half-width-bracket'
  const [opening, closing, to] = isToFull ? ['(', ')', '（）'] : ['（', '）', '()']
  return {
    looksAt: [`${opening}${closing}`],
    find(view, at) {
      const inside = view.text[at] === opening ? insideFrom(view, at, closing) : insideTo(view, at, opening, closing)
      if (inside === undefined || /\p{Script=Han}/u.test(inside) !== isToFull) return undefined
      const expected = [view.text[at] === opening ? to[0]! : to[1]!]
      return {start: at, end: at + 1, rule, expected, confidence: ASKED}
    },
  }
}

/** What a pair encloses on one line, without another pair in it. */
function insideFrom({text, end}: View, at: number, closing: string): string | undefined {
  const close = text.slice(at + 1, Math.min(end, at + WIDEST)).search(/[()（）\r\n]/)
  if (close < 0 || text[at + 1 + close] !== closing || text[at - 1] === ']') return undefined
  return text.slice(at + 1, at + 1 + close)
}

function insideTo(view: View, at: number, opening: string, closing: string): string | undefined {
  const before = view.text.slice(Math.max(view.start, at - WIDEST), at)
  const open = before.search(/[()（）\r\n][^()（）\r\n]*$/)
  return open < 0 || before[open] !== opening ? undefined : insideFrom(view, at - before.length + open, closing)
}

const halfBracket = bracket('terms/half-width-bracket')
const fullBracket = bracket('terms/full-width-bracket')
