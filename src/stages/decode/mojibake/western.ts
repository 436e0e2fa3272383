/** UTF-8 that was taken for a Western set, by ftfy's heuristics (R. Speer), and where they are not to be believed. */
import {fix_encoding, is_bad} from 'ftfy-js'
import {applyEdits, type Edit} from '../../../draft/index.js'
import {characterFaults} from '../hygiene/characters.js'
import type {Fault} from './fault.js'
import {ratherEastAsian} from './misread.js'

/**
 * How much of a document may stay bad when ftfy has been at it (UTF-16 units). What is more is noise, not text, and ftfy
 * looks for something in it for minutes a megabyte.
 */
export const PATIENCE = 100_000

export interface Patience {
  left: number
}

/** What first bytes of UTF-8 look like in the sets that ftfy knows; Chinese has none of it, and `is_bad` takes its time. */
const FIRST_BYTES = /[\x80-\u0fff\u201a\u201e\u2020-\u2022\u2030\u2039\u203a\u20ac\u2122\u2200-\u25ff]/

export function* asUtf8(line: string, patience: Patience): Iterable<Fault> {
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
  edits.every(isSlight) && ratherEastAsian(line, edits) * 2 > edits.length

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
