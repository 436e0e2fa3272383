/** Where two sorts of characters meet and a house decides whether a blank stands between. */
import {BLANK, type CharacterSets, DIGIT, HAN, LATIN, LETTERS, rangesOf} from './characters.js'
import type {BlankChoice, House} from './options.js'
import {ASKED, type TypographyRule} from './rule.js'
import type {View} from './view.js'

interface Meeting {
  /** Characters one of which is always on one of its sides. */
  readonly anchors: CharacterSets
  /** Whether what ends at `left` and what begins at `right` are two such things. */
  readonly isHere: (view: View, left: number, right: number) => boolean
}

/** Dates and times (`2004年5月`), which many houses write without a blank though they put one everywhere else. */
const UNITS = new Set('年月日天号號时時分秒')

function isUnit(view: View, left: number, right: number): boolean {
  if (view.kind(left) === DIGIT) return UNITS.has(view.text[right]!)
  if (view.kind(right) !== DIGIT || !UNITS.has(view.text[left]!)) return false
  return view.kind(left - 1) === DIGIT || (view.kind(left - 1) === BLANK && view.kind(left - 2) === DIGIT)
}

const isWestern = (kind: number): boolean => kind === LATIN || kind === DIGIT

/** `T恤`, `B站`, `阿Q`: a single letter and the Han beside it are one word. */
function isMixedWord(view: View, left: number, right: number): boolean {
  if (view.kind(left) === LATIN) return !isWestern(view.kind(left - 1))
  return view.kind(right) === LATIN && !isWestern(view.kind(right + 1))
}

type Point = 'spacing' | 'units' | 'signs' | 'slashes' | 'quoteSpacing'

const MEETINGS: Readonly<Record<Point, Meeting>> = {
  spacing: {
    anchors: [...LETTERS, '0-9'],
    isHere(view, left, right) {
      const [a, b] = [view.kind(left), view.kind(right)]
      const isMixed = (a === HAN && isWestern(b)) || (b === HAN && isWestern(a))
      return isMixed && !isUnit(view, left, right) && !isMixedWord(view, left, right)
    },
  },
  units: {anchors: ['0-9'], isHere: isUnit},
  signs: {
    anchors: ['%‰℃°$¥€£￥'],
    isHere: ({text}, left, right) =>
      (/[%‰℃°]/.test(text[right]!) && /[0-9]/.test(text[left]!)) ||
      (/[$¥€£￥]/.test(text[left]!) && /[0-9]/.test(text[right]!)),
  },
  slashes: {
    anchors: ['/'],
    isHere: (view, left, right) =>
      (view.text[left] === '/' && view.kind(right) === HAN) || (view.text[right] === '/' && view.kind(left) === HAN),
  },
  quoteSpacing: {
    anchors: ['“”‘’'],
    isHere: (view, left, right) =>
      (/[”’]/.test(view.text[left]!) && view.kind(right) === HAN) ||
      (/[“‘]/.test(view.text[right]!) && view.kind(left) === HAN),
  },
}

/** The rules of a house for what it decided about blanks. */
export function meetingRules(house: House): TypographyRule[] {
  return (Object.keys(MEETINGS) as Point[]).flatMap((point) => rulesOf(MEETINGS[point], house[point]))
}

function rulesOf(meeting: Meeting, choice: BlankChoice): TypographyRule[] {
  if (choice === 'add') return [missingBefore(meeting), missingAfter(meeting)]
  return choice === 'remove' ? [surplus(meeting)] : []
}

const missingBefore = ({anchors, isHere}: Meeting): TypographyRule => ({
  looksAt: anchors,
  find: (view, at) => (isHere(view, at - 1, at) ? missingAt(at) : undefined),
})

/** Where two anchors meet, the other rule is enough. */
const missingAfter = ({anchors, isHere}: Meeting): TypographyRule => {
  const ranges = rangesOf(anchors)
  const isAnchor = (unit: number): boolean => ranges.some(([first, last]) => unit >= first && unit <= last)
  return {
    looksAt: anchors,
    find: (view, at) =>
      !isAnchor(view.text.charCodeAt(at + 1)) && isHere(view, at, at + 1) ? missingAt(at + 1) : undefined,
  }
}

const missingAt = (at: number) =>
  ({start: at, end: at, rule: 'terms/missing-blank', expected: [' '], confidence: ASKED}) as const

const surplus = ({isHere}: Meeting): TypographyRule => ({
  looksAt: [' \u00a0'],
  find(view, at) {
    if (view.kind(at - 1) === BLANK || view.kind(at + 1) === BLANK || !isHere(view, at - 1, at + 1)) return undefined
    return {start: at, end: at + 1, rule: 'terms/surplus-blank', expected: [''], confidence: ASKED}
  },
})
