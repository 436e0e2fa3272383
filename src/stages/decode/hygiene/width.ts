/** Forms for vertical or small print and full-width letters: right among Chinese and Japanese, and nowhere else. */
import type {Proposal} from '../../../draft/index.js'
import {characterAfter, characterBefore, type Run} from './run.js'
import {EAST_ASIAN} from './scripts.js'

/** What NFKC gets wrong: `︰` is two dots to Unicode and a colon to whoever types it. */
const FORMS: Readonly<Record<string, string>> = {'︰': ':', '︓': ':', '﹕': ':'}

/** Brackets, dashes and underscores that stand upright: kaomoji are made of them, and vertical print. */
const UPRIGHT = /[\ufe31-\ufe44\ufe47\ufe48]/

export function* presentationForm({text, run: form, start, end, around}: Run): Iterable<Proposal> {
  const [before, after] = [characterBefore(text, start), characterAfter(text, end)]
  // Alone in its line it is vertical print; beside no letter an upright bracket is part of a face.
  if (/^[\n\r]?$/.test(before) && /^[\n\r]?$/.test(after)) return
  if (UPRIGHT.test(form) && !(/[\p{L}\p{N}]/u.test(before) || /[\p{L}\p{N}]/u.test(after))) return
  const line = around.line(start)
  const isChinese = EAST_ASIAN.test(before + after) && line.eastAsian > line.latin
  yield {start, end, rule: 'decode/presentation-form', expected: [plainForm(form, isChinese, after)], confidence: 0.95}
}

function plainForm(form: string, isChinese: boolean, after: string): string {
  const plain = FORMS[form] ?? form.normalize('NFKC')
  const ascii = plain
    .normalize('NFKC')
    .replace(/[、，]/g, ',')
    .replace(/。/g, '.')
  if (isChinese) return ascii.length === 1 && /[!-~]/.test(ascii) ? toFullWidth(ascii) : plain
  return /[,:;!?]/.test(ascii) && /\p{L}/u.test(after) ? `${ascii} ` : ascii
}

const toFullWidth = (ascii: string): string =>
  ascii === '.' ? '。' : String.fromCharCode(ascii.charCodeAt(0) + 0xfee0)

/** In a mostly English line a Chinese term keeps its full-width punctuation, and letters beside it theirs. */
const MOSTLY_LATIN = 4

/** Full-width forms belong to lines with East Asian letters and to no other. */
export function* fullWidth({text, run, start, end, around}: Run): Iterable<Proposal> {
  const beside = characterBefore(text, start) + characterAfter(text, end)
  if (EAST_ASIAN.test(beside)) return
  const {isEastAsian, latin, eastAsian} = around.line(start)
  if (latin === 0 || (isEastAsian && !isForeign(run, latin, eastAsian))) return
  // Faces are made of full-width signs too.
  if (!/[\p{L}\p{N}]/u.test(run + beside)) return
  const plain = run.normalize('NFKC')
  const needsBlank = /[,.:;!?]$/.test(plain) && /\p{L}/u.test(text[end] ?? '')
  yield {start, end, rule: 'decode/full-width-letter', expected: [needsBlank ? `${plain} ` : plain], confidence: 0.9}
}

/** A word in full width where nearly all other letters are Latin ones of ordinary width. */
const isForeign = (run: string, latin: number, eastAsian: number): boolean =>
  /^[Ａ-Ｚａ-ｚ０-９]{2,}$/.test(run) && /[Ａ-Ｚａ-ｚ]/.test(run) && latin - run.length > MOSTLY_LATIN * eastAsian
