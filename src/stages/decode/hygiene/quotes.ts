/**
 * Quotation marks that lack their other half, and pairs of two kinds. Nobody can tell how far a quotation went, so this
 * only says so, and only where it is plain: a noisy rule is worse than none.
 *
 * A quotation of several paragraphs opens each of them and closes the last, so an opening mark at the start of a
 * paragraph may stay open, and one that a later paragraph closes is closed. A second mark too many in a paragraph, or a
 * fourth in a text, is a custom of its own. Inches, Swedish (”so”) and German („so“) have other customs; apostrophes are
 * the closing marks of single quotation, which is why that is not looked at.
 */
import type {Draft, Proposal} from '../../../draft/index.js'
import {CURLY_QUOTES, OTHER_QUOTES} from './inventory.js'
import {type Paragraph, type QuoteMark, quotedParagraphs} from './quote-marks.js'

/** More in one text are a custom, not a slip. */
const MOST_SLIPS = 3

/** Closing marks that open. Looked for from the mark on, which is rare. */
const SWEDISH = /”(?<=(?:^|\s)”)\p{L}/u

/** `held` is the inventory of the text. */
export function* quoteFaults(draft: Draft, held: number): Iterable<Proposal> {
  const {text} = draft
  const isCurly = (held & CURLY_QUOTES) !== 0
  if (!(isCurly || text.includes('"')) || held & OTHER_QUOTES || (isCurly && SWEDISH.test(text))) return
  const lone: LoneMark[] = []
  for (const paragraph of quotedParagraphs(draft, isCurly)) {
    yield* mixedQuotes(paragraph, text)
    const own = loneMarks(paragraph, text)
    if (own.length === 1) lone.push(own[0]!)
  }
  const slips = withoutPairs(lone)
  if (slips.length > MOST_SLIPS) return
  for (const {at} of slips) {
    yield {start: at, end: at + 1, rule: 'decode/unbalanced-quote', expected: [], confidence: 0.7}
  }
}

type Pair = readonly [QuoteMark, QuoteMark]

/** `“so"`, and the first pair in a paragraph that follows one of the other kind in its line: `“these” and "those"`. */
function* mixedQuotes({marks}: Paragraph, text: string): Iterable<Proposal> {
  let before: Pair | undefined
  let isTold = false
  for (const pair of pairsOf(marks)) {
    const [one, two] = pair
    const isUnlike = one.isStraight !== two.isStraight
    const isOther = before !== undefined && !isTold && before[1].isStraight !== one.isStraight
    if (isUnlike || (isOther && !text.slice(before![1].at, one.at).includes('\n'))) {
      yield {start: one.at, end: two.at + 1, rule: 'decode/mixed-quotes', expected: [], confidence: 0.9}
      isTold = true
    }
    before = pair
  }
}

/** A mark that opens and one that closes, with none between them. */
function pairsOf(marks: readonly QuoteMark[]): Pair[] {
  const pairs: Pair[] = []
  for (let i = 1; i < marks.length; i++) {
    const [one, two] = [marks[i - 1]!, marks[i]!]
    if (one.side === 'open' && two.side === 'close') pairs.push([one, two])
  }
  return pairs
}

interface LoneMark extends QuoteMark {
  readonly opensParagraph: boolean
}

/** Marks of a paragraph without their other half; none where some are of unclear side, or stand for inches. */
function loneMarks({marks, start}: Paragraph, text: string): LoneMark[] {
  if (marks.some(({side, at}) => side === 'unclear' || (side === 'close' && /\d/.test(text[at - 1] ?? '')))) return []
  // Each kind may stand inside the other.
  const straight = marks.filter(({isStraight}) => isStraight)
  const curly = straight.length < marks.length ? marks.filter(({isStraight}) => !isStraight) : []
  const lone = [...withoutPartner(straight, text), ...withoutPartner(curly, text)]
  return lone.map((mark) => ({
    ...mark,
    opensParagraph: mark.side === 'open' && text.slice(start, mark.at).trim() === '',
  }))
}

function withoutPartner(marks: readonly QuoteMark[], text: string): QuoteMark[] {
  const lone: QuoteMark[] = []
  let open: QuoteMark | undefined
  for (const mark of marks) {
    if (mark.side === 'open') {
      if (open && !isLineStart(text, mark.at)) lone.push(open)
      open = mark
    } else {
      if (!open) lone.push(mark)
      open = undefined
    }
  }
  return open ? [...lone, open] : lone
}

const isLineStart = (text: string, at: number): boolean =>
  /(?:^|\n)[ \t>*-]*$/.test(text.slice(Math.max(0, at - 8), at))

/** What a later paragraph closes was closed, and what opens a paragraph may stay open. */
function withoutPairs(lone: readonly LoneMark[]): LoneMark[] {
  const slips: LoneMark[] = []
  let open: LoneMark | undefined
  for (const mark of lone) {
    if (mark.side === 'close') {
      if (!open) slips.push(mark)
      open = undefined
    } else {
      if (open && !open.opensParagraph) slips.push(open)
      open = mark
    }
  }
  if (open && !open.opensParagraph) slips.push(open)
  return slips
}
