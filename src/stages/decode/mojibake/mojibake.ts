/**
 * Text that was decoded with the wrong character set, line by line: Chinese, Japanese and Korean by what their bytes say
 * in another set (`misread.ts`), UTF-8 taken for a Western set by ftfy (`western.ts`). Lines that say too little wait
 * for what the others say (`habit.ts`).
 */
import {applyEdits, type Draft, type Proposal, type Span} from '../../../draft/index.js'
import {BEYOND_TYPOGRAPHY, NEIGHBOURS} from '../hygiene/inventory.js'
import type {Fault} from './fault.js'
import {Habit} from './habit.js'
import {bestHypothesis, type Hypothesis, inHabit, type Misreading} from './misread.js'
import {Pieces} from './pieces.js'
import type {Rereading} from './rereading.js'
import {asUtf8, PATIENCE, type Patience} from './western.js'

/**
 * Mojibake is made of neighbours outside ASCII; "Ã " alone is an à that lost its no-break space, and a sign before an
 * ASCII letter may be the first byte of a character.
 */
const CANDIDATE = /[^\0-\x7f](?:[^\0-\x7f]|(?<=[ÂÃ])\s|(?<=[\x80-\xbf\u0152-\u0192\u2013-\u203a\u20ac\u2122])[@-~])/g

/**
 * One proposal for each damaged stretch; `held` is the inventory of the text. Quotation marks and dashes apart from each
 * other are never one: bytes that make one character of another set with the ASCII behind them are taken for signs
 * (`misread.ts`), and ftfy looks for none of them alone.
 */
export function* mojibake(draft: Draft, held: number): Iterable<Proposal> {
  if (!(held & (BEYOND_TYPOGRAPHY | NEIGHBOURS))) return
  const {text} = draft
  let certainty: Certainty | undefined
  for (const {piece, faults} of faultsIn(candidatesOf(draft), text)) {
    const line = text.slice(piece.start, piece.end)
    for (const fault of faults) {
      certainty ??= certaintyIn(text)
      const [start, end] = [piece.start + fault.start, piece.start + fault.end]
      yield {...fault, start, end, confidence: certainty(line, fault)}
    }
  }
}

/** The pieces that a candidate stands in. */
function* candidatesOf(draft: Draft): Iterable<Span> {
  const {text} = draft
  let pieces: Pieces | undefined
  CANDIDATE.lastIndex = 0
  for (let found = CANDIDATE.exec(text); found; found = CANDIDATE.exec(text)) {
    pieces ??= new Pieces(draft.lines(), text)
    const piece = pieces.around(found.index)
    // What ends a line is no part of it.
    const isWithin = CANDIDATE.lastIndex <= piece.end
    const next = isWithin ? piece.end : found.index + 1
    if (isWithin) yield piece
    CANDIDATE.lastIndex = next
  }
}

interface Found {
  readonly piece: Span
  readonly faults: Iterable<Fault>
}

/** Lines that wait for the others, at most; what comes after them is judged by itself. */
const MOST_WAITING = 10_000

function* faultsIn(pieces: Iterable<Span>, text: string): Iterable<Found> {
  const habit = new Habit()
  const patience = {left: PATIENCE}
  const waiting: Array<{readonly piece: Span; readonly own: Hypothesis | undefined}> = []
  for (const piece of pieces) {
    const line = text.slice(piece.start, piece.end)
    const own = bestHypothesis(line)
    if (own) habit.add(own)
    if (waiting.length < MOST_WAITING) waiting.push({piece, own})
    else yield {piece, faults: faultsOf(line, own, patience)}
  }
  const {misreading} = habit
  for (const {piece, own} of waiting) {
    const line = text.slice(piece.start, piece.end)
    yield {piece, faults: faultsOf(line, misreading ? usual(line, own, misreading) : own, patience)}
  }
}

/** How much better a line must read otherwise than the rest of its document, in tenths of a nat. */
const TO_DIFFER = 150

function usual(line: string, own: Hypothesis | undefined, misreading: Misreading): Hypothesis | undefined {
  if (own?.truth === misreading.truth && own.readAs === misreading.readAs) return own
  const habitual = inHabit(line, misreading)
  return habitual && habitual.evidence + TO_DIFFER >= (own?.evidence ?? 0) ? habitual : own
}

function* faultsOf(line: string, hypothesis: Hypothesis | undefined, patience: Patience): Iterable<Fault> {
  // What is left is looked at once more when this is repaired.
  yield* hypothesis ? reread(line, hypothesis) : asUtf8(line, patience)
  yield* lostAltogether(line)
}

function* reread(line: string, {readAs, truth, rereadings}: Hypothesis): Iterable<Fault> {
  const note = `${truth} read as ${readAs}`
  const whole = rereadings.filter(({isLossy}) => !isLossy)
  for (const {start, end, text} of rereadings.filter(({isLossy}) => isLossy))
    yield {start, end, rule: 'decode/lost-bytes', expected: [], note: `${note}; what is left of it: ${text}`}
  if (whole.some(({start, end}) => line.slice(start, end).includes('`'))) yield {...together(line, whole), note}
  else for (const {start, end, text} of whole) yield {start, end, rule: 'decode/mojibake', expected: [text], note}
}

/** Second bytes may be backticks, and what stands between two of them passes for code: then the line is put right at once. */
function together(line: string, rereadings: readonly Rereading[]): Fault {
  const [start, end] = [rereadings[0]!.start, rereadings.at(-1)!.end]
  const edits = rereadings.map((one) => ({start: one.start - start, end: one.end - start, insert: one.text}))
  const expected = [applyEdits(line.slice(start, end), edits)]
  return {start, end, rule: 'decode/mojibake', expected, isNoCode: true}
}

/** U+FFFD in UTF-8, read as GBK: the best known mojibake of China, and nobody can tell what stood there. */
const REPLACED = /锟(?:斤拷锟)*斤拷/g

function* lostAltogether(line: string): Iterable<Fault> {
  if (!line.includes('锟')) return
  for (const {
    0: {length},
    index,
  } of line.matchAll(REPLACED)) {
    const note = 'replacement characters in utf-8, read as gb18030'
    yield {start: index, end: index + length, rule: 'decode/lost-bytes', expected: [], note}
  }
}

type Certainty = (line: string, fault: Fault) => number

const SURE = 0.97
/** Proposed, not applied. */
const QUOTED = 0.7

const ABOUT_MOJIBAKE =
  /mojibake|garbled|character (?:set|encoding)|charset|UTF-?8|Latin-?1|windows-125\d|\bGBK\b|GB ?2312|\bBig-?5\b|Shift[-_]?JIS|EUC-[JK][PR]|乱码|亂碼|文字化け|кракозябр/i

/** Who writes about mojibake quotes it: there a few characters among others are left to an editor. */
function certaintyIn(text: string): Certainty {
  if (!ABOUT_MOJIBAKE.test(text)) return () => SURE
  return (line, {start, end}) => ((end - start) * 2 > line.trim().length ? SURE : QUOTED)
}
