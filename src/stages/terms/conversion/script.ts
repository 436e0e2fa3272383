/**
 * Simplified and Traditional characters on request: OpenCC's tables, and a policy around them that they do not have.
 *
 * Only what is in the other script is converted, so a text in the script that was asked for comes back as it was, and
 * nothing is converted and converted back: one sentence in nine would not survive it. Japanese and Korean never are.
 */
import {type Draft, languageAt, type Proposal, type Span} from '../../../draft/index.js'
import type {ChineseScript} from '../choices.js'
import {chineseStretches, freeParts, type Stretch} from '../stretches.js'
import {changedWords} from './changed-words.js'
import {isJapaneseOrKorean, type Script, scriptOfClause} from './clause-script.js'
import {converted, type Locale} from './conversion.js'
import {keptWords} from './kept-words.js'

const TARGETS: Readonly<Record<Exclude<ChineseScript, 'keep'>, Locale>> = {
  simplified: 'cn',
  traditional: 't',
  tw: 'tw',
  hk: 'hk',
  'tw-phrases': 'twp',
  'hk-phrases': 'hkp',
}

/** Where the script is not certain, an editor decides. */
const [SURE, UNSURE] = [0.95, 0.6]

/** Letters of one clause: what the tables' longest words may stand in. No sentence has more. */
const CLAUSE = /[\p{L}\p{N}]{1,1000}/gu
const HAN = /\p{Script=Han}/u

/**
 * One proposal for each word that the script that was asked for writes otherwise.
 *
 * @param protect Words that keep their characters, besides titles in 《》 and the family names before a form of address.
 */
export function* otherScript(
  draft: Draft,
  script: Exclude<ChineseScript, 'keep'>,
  protect: readonly string[] = [],
): Iterable<Proposal> {
  const target = TARGETS[script]
  const [from, other] = target === 'cn' ? (['t', 'Hant'] as const) : (['cn', 'Hans'] as const)
  for (const {start, end, confidence} of clausesIn(draft, other, keptWords(protect))) {
    const clause = draft.text.slice(start, end)
    for (const word of changedWords(clause, converted(clause, from, target))) {
      const place = {start: start + word.start, end: start + word.end}
      yield {...place, rule: 'terms/other-script', expected: [word.insert], confidence}
    }
  }
}

/** The clauses of a draft that are in a script, or may be. */
function* clausesIn(draft: Draft, script: Script, keep: RegExp): Iterable<Span & {readonly confidence: number}> {
  const scripts = new DocumentScripts(draft)
  for (const stretch of scripts.stretches) {
    if (stretch.language === 'foreign' || (stretch.script && stretch.script !== script)) continue
    for (const part of freeParts(draft, stretch)) {
      for (const span of clauses(draft.text, part, keep)) {
        const clause = draft.text.slice(span.start, span.end)
        const isForeign = isJapaneseOrKorean(clause) || languageAt(draft.passages, span.start)?.tag === 'ja'
        if (stretch.language !== 'zh' && isForeign) continue
        const found = stretch.script ?? scripts.scriptOf(clause)
        if (found === undefined || found === script) yield {...span, confidence: found ? SURE : UNSURE}
      }
    }
  }
}

/** The clauses of a part that hold Han, without the words that keep their characters. */
function* clauses(text: string, {start, end}: Span, keep: RegExp): Iterable<Span> {
  let at = start
  for (const kept of text.slice(start, end).matchAll(keep)) {
    yield* between(text, at, start + kept.index)
    at = start + kept.index + kept[0].length
  }
  yield* between(text, at, end)
}

function* between(text: string, start: number, end: number): Iterable<Span> {
  for (const match of text.slice(start, end).matchAll(CLAUSE)) {
    if (HAN.test(match[0])) yield {start: start + match.index, end: start + match.index + match[0].length}
  }
}

/** In which script a clause is whose paragraph does not tell: by its own characters, then by the document's. */
class DocumentScripts {
  readonly stretches: readonly Stretch[]
  readonly #draft: Draft
  #main: Script | 'unknown' | undefined

  constructor(draft: Draft) {
    this.#draft = draft
    this.stretches = chineseStretches(draft)
  }

  /** Undefined where nothing tells. */
  scriptOf(clause: string): Script | undefined {
    const own = scriptOfClause(clause)
    if (own) return own
    const main = this.#mainScript()
    return main === 'unknown' ? undefined : main
  }

  #mainScript(): Script | 'unknown' {
    this.#main ??= byLength(this.stretches) ?? scriptOfClause(hanOf(this.#draft.text)) ?? 'unknown'
    return this.#main
  }
}

function byLength(stretches: readonly Stretch[]): Script | undefined {
  let balance = 0
  for (const {start, end, script} of stretches) {
    if (script) balance += script === 'Hans' ? end - start : start - end
  }
  return balance > 0 ? 'Hans' : balance < 0 ? 'Hant' : undefined
}

/** So many characters decide as well as all of them. */
const ENOUGH = 5000

function hanOf(text: string): string {
  let han = ''
  for (const [run] of text.matchAll(/\p{Script=Han}+/gu)) {
    han += run
    if (han.length >= ENOUGH) break
  }
  return han
}
