/** Characters that show nothing themselves. Some steer the characters beside them; without those they are idle. */
import type {Proposal} from '../../../draft/index.js'
import {characterAfter, characterBefore, type Run} from './run.js'
import {NO_SPACE_SCRIPT, PICTOGRAPH, SHAPED} from './scripts.js'

/** Thai, Lao, Khmer and Burmese mark words with zero-width spaces; after a full stop one stands for a lost blank. */
export function* zeroWidthSpace({text, start, end}: Run): Iterable<Proposal> {
  const [before, after] = [characterBefore(text, start), characterAfter(text, end)]
  if (NO_SPACE_SCRIPT.test(before + after)) return
  const isLostBlank = (before === '.' && /\p{Lu}/u.test(after)) || (/[,;!?]/.test(before) && /\p{L}/u.test(after))
  yield {start, end, rule: 'decode/zero-width-space', expected: [isLostBlank ? ' ' : ''], confidence: 0.97}
}

/** Where a word may be broken; at the end of a line it was, and the word is put together. Shown alone, it is meant. */
export function* softHyphen({text, run, start, end}: Run): Iterable<Proposal> {
  if (isShownAlone(text[start - 1] ?? ' ', text[end] ?? ' ')) return
  yield {start, end, rule: 'decode/soft-hyphen', expected: [''], confidence: run.includes('\n') ? 0.9 : 0.97}
}

/** Between quotation marks or brackets: a text about the character. */
const isShownAlone = (before: string, after: string): boolean => /["'`“‘«([]/.test(before) && /["'`”’»)\]]/.test(after)

/** Joiners that stand beside nothing they could join or keep apart: Latin letters, blanks, the end of the text. */
export function* joiner({text, run, start, end, around}: Run): Iterable<Proposal> {
  const [before, after] = [characterBefore(text, start), characterAfter(text, end)]
  if (SHAPED.test(before) || SHAPED.test(after) || isShownAlone(before, after)) return
  // Whoever writes Persian types a non-joiner where a blank would do.
  if (around.isRightToLeft && !/\p{Script=Latin}/u.test(before)) return
  if (PICTOGRAPH.test(before) && PICTOGRAPH.test(after) && run.length === 1) return
  yield {start, end, rule: 'decode/idle-joiner', expected: [''], confidence: 0.95}
}

/** Word joiners, marks without effect, invisible operators; the operators belong into a formula. */
export function* invisible({text, run, start, end}: Run): Iterable<Proposal> {
  const [before, after] = [characterBefore(text, start), characterAfter(text, end)]
  if (isShownAlone(before, after)) return
  if (run.includes('\u180e') && /[\u1800-\u18af]/.test(before + after)) return
  if (run.includes('\u034f') && !/[\p{Script=Latin}\s]/u.test(before)) return
  if (run.includes('\u2060') && NO_SPACE_SCRIPT.test(before + after)) return
  if (/[\u2061-\u2064]/.test(run) && !isInWord(text, run, start, end)) return
  yield {start, end, rule: 'decode/invisible-character', expected: [''], confidence: 0.97}
}

/** Letters on both sides, three of them at least: `a⁢b` is a product, and `sin⁡x` a function of its variable. */
function isInWord(text: string, run: string, start: number, end: number): boolean {
  const before = /\p{L}{1,3}$/u.exec(text.slice(Math.max(0, start - 3), start))?.[0].length ?? 0
  const after = /^\p{L}{1,3}/u.exec(text.slice(end, end + 3))?.[0].length ?? 0
  return before > 0 && after > (run.includes('\u2061') ? 1 : 0) && before + after >= 3
}

/**
 * Marks that steer the direction of writing, in a text that has but one. What an override turned round is set down as
 * it was seen: who writes `moc.live` behind one wants `evil.com` to be read and not found.
 */
export function* directionMark({run, start, end, around}: Run): Iterable<Proposal> {
  if (around.isRightToLeft) return
  const turned = /^\u202e([^\u202c]*\p{L}[^\u202c]*)/u.exec(run)?.[1]
  if (turned === undefined) yield {start, end, rule: 'decode/idle-direction-mark', expected: [''], confidence: 0.95}
  else
    yield {
      start,
      end,
      rule: 'decode/reversed-text',
      expected: [Array.from(turned).reverse().join('')],
      confidence: 0.85,
    }
}

/** `base`, `annotation` between their three marks becomes `base (annotation)`; a mark without the others goes. */
export function* annotation({run, start, end}: Run): Iterable<Proposal> {
  const [, base, said] = /^\ufff9([^\ufffa]*)\ufffa([^\ufffb]*)\ufffb$/.exec(run) ?? []
  const expected = base === undefined ? '' : `${base}${said?.trim() ? ` (${said.trim()})` : ''}`
  yield {start, end, rule: 'decode/interlinear-annotation', expected: [expected], confidence: 0.9}
}
