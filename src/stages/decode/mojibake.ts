/**
 * Text that was decoded with the wrong character set, put right by ftfy's heuristics (R. Speer), which are conservative:
 * 0 of 729 correct Chinese sentences are touched as long as width and quotes are left out of it.
 */
import {fix_encoding, is_bad} from 'ftfy-js'
import {applyEdits, type Draft, type Edit, type Proposal} from '../../draft/index.js'
import {characterFaults} from './characters.js'

/** Mojibake is made of neighbours outside ASCII; "Ã " alone is an à that lost its no-break space. */
const CANDIDATE = /[^\0-\x7f]{2}|[ÂÃ]\s/

/** ftfy looks at a line as a whole; longer ones are cut here (UTF-16 units). */
const LONGEST_LINE = 10_000

/** One proposal for each damaged stretch. */
export function* mojibake(draft: Draft): Iterable<Proposal> {
  const {text} = draft
  if (!CANDIDATE.test(text)) return
  const lines = draft.lines()
  for (let i = 0; i < lines.count; i++) {
    for (let start = lines.starts[i]!; start < lines.ends[i]!; start += LONGEST_LINE) {
      const line = text.slice(start, Math.min(start + LONGEST_LINE, lines.ends[i]!))
      if (CANDIDATE.test(line) && is_bad(line)) yield* repairs(line, start)
    }
  }
}

function* repairs(line: string, offset: number): Iterable<Proposal> {
  const mended = fix_encoding(line)
  if (mended === line) return
  for (const {start, end, insert} of editsBetween(line, mended)) {
    const settled = withoutFaults(insert, line[start - 1] ?? '\n', line[end] ?? '\n')
    yield {start: offset + start, end: offset + end, rule: 'decode/mojibake', expected: [settled], confidence: 0.97}
  }
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
