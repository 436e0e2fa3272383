/**
 * Text that was decoded with the wrong character set, line by line: Chinese, Japanese and Korean by what their bytes say
 * in another set (`misread.ts`), UTF-8 taken for a Western set by ftfy's heuristics (R. Speer), which touch none of 729
 * correct Chinese sentences as long as width and quotes are left out of it.
 */
import {fix_encoding, is_bad} from 'ftfy-js'
import {applyEdits, type Draft, type Edit, type Proposal} from '../../../draft/index.js'
import {characterFaults} from '../hygiene/characters.js'
import {bestHypothesis, type Hypothesis, isRatherEastAsian} from './misread.js'
import {piecesOf} from './pieces.js'
import type {Rereading} from './rereading.js'

/**
 * Mojibake is made of neighbours outside ASCII; "Ã " alone is an à that lost its no-break space, and a sign before an
 * ASCII letter may be the first byte of a character.
 */
const CANDIDATE = /[^\0-\x7f](?:[^\0-\x7f]|(?<=[ÂÃ])\s|(?<=[\x80-\xbf\u0152-\u0192\u2013-\u203a\u20ac\u2122])[@-~])/

/** One proposal for each damaged stretch. */
export function* mojibake(draft: Draft): Iterable<Proposal> {
  const {text} = draft
  if (!CANDIDATE.test(text)) return
  let certainty: Certainty | undefined
  const patience = {left: PATIENCE}
  for (const {start, end} of piecesOf(draft.lines(), text)) {
    const line = text.slice(start, end)
    if (!CANDIDATE.test(line)) continue
    for (const proposal of faultsOf(line, patience)) {
      certainty ??= certaintyIn(text)
      yield {
        ...proposal,
        start: start + proposal.start,
        end: start + proposal.end,
        confidence: certainty(line, proposal),
      }
    }
  }
}

type Fault = Omit<Proposal, 'confidence'>

/**
 * How much of a document may stay bad when ftfy has been at it (UTF-16 units). What is more is noise, not text, and ftfy
 * looks for something in it for minutes a megabyte.
 */
const PATIENCE = 100_000

interface Patience {
  left: number
}

function* faultsOf(line: string, patience: Patience): Iterable<Fault> {
  const hypothesis = bestHypothesis(line)
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

/** What first bytes of UTF-8 look like in the sets that ftfy knows; Chinese has none of it, and `is_bad` takes its time. */
const FIRST_BYTES = /[\x80-\u0fff\u201a\u201e\u2020-\u2022\u2030\u2039\u203a\u20ac\u2122\u2200-\u25ff]/

function* asUtf8(line: string, patience: Patience): Iterable<Fault> {
  if (patience.left <= 0) return
  if (!FIRST_BYTES.test(line) || !is_bad(line) || isCharacterTable(line)) return
  const mended = isRuined(line) ? line : fix_encoding(line)
  if (is_bad(mended)) patience.left -= line.length
  if (mended === line) return
  const edits = editsBetween(line, mended)
  if (isInDoubt(line, edits)) return
  for (const {start, end, insert} of edits) {
    const settled = withoutFaults(insert, line[start - 1] ?? '\n', line[end] ?? '\n')
    yield {start, end, rule: 'decode/mojibake', expected: [settled]}
  }
}

/** Most of what would change reads better as Chinese, Japanese or Korean. */
const isInDoubt = (line: string, edits: readonly Edit[]): boolean =>
  edits.every(isSlight) && edits.filter((edit) => isRatherEastAsian(line, edit)).length * 2 > edits.length

/** Sequences of UTF-8 that Chinese characters in another set make by chance. */
const FEW = 3

/** An edit with few sequences, or one that leaves some of its stretch as it is: a byte of UTF-8 each is what it replaces. */
const isSlight = ({start, end, insert}: Edit): boolean =>
  new TextEncoder().encode(insert).length !== end - start || (insert.match(/[^\0-\x7f]/g)?.length ?? 0) <= FEW

/** Of a line with so many lost characters nothing can be made. */
const isRuined = (line: string): boolean => line.split('\ufffd').length > 1 + line.length / 10

/** In a table of characters each is followed by the next. */
const TABLE = 8

function isCharacterTable(line: string): boolean {
  let inOrder = 1
  for (let i = 1; i < line.length && inOrder < TABLE; i++) {
    const isNext = line.charCodeAt(i) === line.charCodeAt(i - 1) + 1 && line.charCodeAt(i) > 0x7f
    inOrder = isNext ? inOrder + 1 : 1
  }
  return inOrder >= TABLE
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

/** What comes out of the repair is looked at once more: `Â ` becomes a no-break space that has no business there. */
function withoutFaults(insert: string, before: string, after: string): string {
  const context = before + insert + after
  const edits = [...characterFaults(context)]
    .filter(
      ({expected, start, end}) => expected.length > 0 && start >= before.length && end <= context.length - after.length,
    )
    .map(({start, end, expected}) => ({start, end, insert: expected[0]!}))
  return applyEdits(context, edits).slice(before.length, after.length === 0 ? undefined : -after.length)
}

/** ftfy leaves ASCII as it is, so the runs of it line up and what stands between them was changed. */
function editsBetween(before: string, after: string): Edit[] {
  const [old, now] = [before.split(/([\0-\x7f]+)/), after.split(/([\0-\x7f]+)/)]
  const isAligned = old.length === now.length && old.every((part, i) => i % 2 === 0 || part === now[i])
  if (!isAligned) return [{start: 0, end: before.length, insert: after}]
  const edits: Edit[] = []
  let at = 0
  for (const [i, part] of old.entries()) {
    if (part !== now[i]) edits.push({start: at, end: at + part.length, insert: now[i]!})
    at += part.length
  }
  return edits
}
