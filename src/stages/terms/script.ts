/**
 * Simplified and Traditional characters on request: OpenCC's tables, and a policy around them that they do not have.
 *
 * Only what is in the other script is converted, so a text in the script that was asked for comes back as it was, and
 * nothing is converted and converted back: one sentence in nine would not survive it. Japanese and Korean never are.
 */
import {Converter} from 'opencc-js'
import type {Draft, Proposal, Span} from '../../draft/index.js'
import {changedWords} from './changed-words.js'
import {keptWords} from './kept-words.js'
import {chineseStretches, freeParts, type Stretch} from './stretches.js'

/**
 * `traditional` is OpenCC's own standard; `tw` and `hk` add the characters of the place, and only with `-phrases` its
 * vocabulary too (软件 → 軟體), which rewords what it meets and is wrong where the word was meant otherwise.
 */
export const SCRIPTS = ['keep', 'simplified', 'traditional', 'tw', 'hk', 'tw-phrases', 'hk-phrases'] as const
export type ChineseScript = (typeof SCRIPTS)[number]

type Locale = 'cn' | 't' | 'tw' | 'hk' | 'twp' | 'hkp' | 'jp'

const TARGETS: Readonly<Record<Exclude<ChineseScript, 'keep'>, Locale>> = {
  simplified: 'cn',
  traditional: 't',
  tw: 'tw',
  hk: 'hk',
  'tw-phrases': 'twp',
  'hk-phrases': 'hkp',
}

/** Made on first use: the tables of a conversion take 50–180 ms to load. */
const converters = new Map<string, (text: string) => string>()

function converted(text: string, from: Locale, to: Locale): string {
  const key = `${from} ${to}`
  const convert = converters.get(key) ?? Converter({from, to})
  converters.set(key, convert)
  return convert(text)
}

/** Where the script is not certain, an editor decides. */
const [SURE, UNSURE] = [0.95, 0.6]

/** Letters of one clause: what the tables' longest words may stand in. */
const CLAUSE = /[\p{L}\p{N}]+/gu
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
  const scripts = new DocumentScripts(draft)
  const keep = keptWords(protect)
  for (const stretch of scripts.stretches) {
    if (stretch.language === 'foreign' || !mayBe(other, stretch)) continue
    for (const part of freeParts(draft, stretch)) {
      for (const {start, end} of clauses(draft.text, part, keep)) {
        const clause = draft.text.slice(start, end)
        const found = scripts.scriptOf(clause, stretch)
        if (found !== undefined && found !== other) continue
        const confidence = found ? SURE : UNSURE
        for (const word of changedWords(clause, converted(clause, from, target))) {
          const {start: at, end: to, insert} = word
          yield {start: start + at, end: start + to, rule: 'terms/other-script', expected: [insert], confidence}
        }
      }
    }
  }
}

const mayBe = (script: Script, stretch: Stretch): boolean => stretch.script === undefined || stretch.script === script

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

type Script = 'Hans' | 'Hant'

/** In which script a piece of a document is written, by its paragraph, by its own characters, by the document's. */
class DocumentScripts {
  readonly stretches: readonly Stretch[]
  readonly #draft: Draft
  #main: Script | 'unknown' | undefined

  constructor(draft: Draft) {
    this.#draft = draft
    this.stretches = chineseStretches(draft)
  }

  /** Undefined where nothing tells. */
  scriptOf(clause: string, stretch: Stretch): Script | undefined {
    if (stretch.script) return stretch.script
    if (stretch.language !== 'zh' && isJapanese(clause)) return undefined
    const main = this.#mainScript()
    return scriptByCharacters(clause) ?? (main === 'unknown' ? undefined : main)
  }

  #mainScript(): Script | 'unknown' {
    this.#main ??= byLength(this.stretches) ?? scriptByCharacters(hanOf(this.#draft.text)) ?? 'unknown'
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

/** Whichever conversion changes less: right for 99.4–100 % of sentences, silent about two thirds of single words. */
function scriptByCharacters(text: string): Script | undefined {
  const balance = distance(text, converted(text, 'cn', 't')) - distance(text, converted(text, 't', 'cn'))
  return balance > 0 ? 'Hans' : balance < 0 ? 'Hant' : undefined
}

function distance(a: string, b: string): number {
  let count = 0
  for (let i = 0; i < a.length; i++) if (a.charCodeAt(i) !== b.charCodeAt(i)) count++
  return count
}

/** Whether a character is one that only Japan writes so: 図, 駅, 売. */
function isJapanese(clause: string): boolean {
  const [japanese, fromHans, fromHant] = [
    converted(clause, 'jp', 't'),
    converted(clause, 'cn', 't'),
    converted(clause, 't', 'cn'),
  ]
  for (let i = 0; i < clause.length; i++) {
    if (japanese[i] !== clause[i] && fromHans[i] === clause[i] && fromHant[i] === clause[i]) return true
  }
  return false
}
