/**
 * The house styles: how a mention is printed, the first in full and the later ones short.
 *
 * `hanzi-first`: 内卷 (nèijuǎn, “involution”), then 内卷 · `pinyin-first`: nèijuǎn (内卷, “involution”), then nèijuǎn ·
 * `gloss-first`: involution (内卷, nèijuǎn), then involution · `ruby`: pinyin above the characters, in Markdown ·
 * `none`: mentions stay as they are.
 */
import type {Style} from '../choices.js'
import type {Mention} from './grammar.js'
import type {Part} from './parts.js'
import {capitalised, withoutTones} from './pinyin.js'
import {inHouseCase, isAccepted} from './rendering.js'
import {isSentenceStart} from './sentence.js'

/** Everything a document's mentions have in common. */
export interface House {
  readonly style: Exclude<Style, 'none'>
  readonly tones: boolean
  readonly quote: (gloss: string) => string
}

/** What is to be printed of one mention; an empty part is not. */
export interface Wording {
  readonly hanzi: Part | string
  readonly pinyin: Part | string | undefined
  readonly glosses: readonly (Part | string)[]
}

/** A first mention in full. */
export function inFull(text: string, mention: Mention, wording: Wording, house: House): string {
  const hanzi = typeof wording.hanzi === 'string' ? wording.hanzi : worn(wording.hanzi, wording.hanzi.text)
  const pinyin = wording.pinyin === undefined ? '' : pinyinOf(mention, wording.pinyin, house)
  const glosses = wording.glosses.map((gloss) => glossOf(mention, gloss, house.quote))
  if (mention.isAside) return bracketed('', [hanzi, pinyin, ...glosses], mention.remark)
  if (mention.isRuby && typeof wording.hanzi !== 'string') {
    const {start, end} = wording.hanzi.dress
    return bracketed(text.slice(start, end), glosses, mention.remark)
  }
  const start = (said: string): string => (isSentenceStart(text, mention.start) ? capitalisedIn(said) : said)
  const plain = plainGloss(wording)
  if (house.style === 'ruby') return bracketed(ruby(wording.hanzi, pinyin), glosses, mention.remark)
  if (house.style === 'pinyin-first' && pinyin !== '')
    return bracketed(start(pinyin), [hanzi, ...glosses], mention.remark)
  if (house.style === 'gloss-first' && plain !== undefined) {
    const rest = wording.glosses.filter((gloss) => gloss !== plain).map((gloss) => glossOf(mention, gloss, house.quote))
    const head = glossOf(mention, plain, (gloss) => gloss)
    return bracketed(start(head), [hanzi, pinyin, ...rest], mention.remark)
  }
  return bracketed(hanzi, [pinyin, ...glosses], mention.remark)
}

/** The gloss that can stand for the term in a sentence: none that is called literal. */
const plainGloss = ({glosses}: Wording): Part | string | undefined =>
  glosses.find((gloss) => typeof gloss === 'string' || !isLabelled(gloss))

/** A label that says something of the gloss stays; that one of the house's own glosses is what a term is short for needs no saying. */
const isLabelled = ({label, standing}: Part): boolean =>
  label === 'literally' || (label === 'short for' && !isAccepted(standing))

/** A later mention, worn as one of its parts is; `gloss` is the one that the document uses. */
export function short(
  text: string,
  mention: Mention,
  part: Part,
  {hanzi, gloss}: {hanzi: string; gloss: string},
  house: House,
): string {
  const start = (said: string): string => (isSentenceStart(text, mention.start) ? capitalisedIn(said) : said)
  if (house.style === 'pinyin-first') return start(worn(part, pinyinOf(mention, mention.term.pinyin, house)))
  return house.style === 'gloss-first' ? start(worn(part, gloss)) : worn(part, hanzi)
}

const worn = ({dress}: Part, said: string): string => dress.open + said + dress.close

function pinyinOf({term}: Mention, written: Part | string, {tones}: House): string {
  const pinyin = tones ? term.pinyin : withoutTones(term.pinyin)
  return typeof written === 'string' ? pinyin : worn(written, pinyin)
}

function glossOf({term}: Mention, gloss: Part | string, quote: House['quote']): string {
  if (typeof gloss === 'string') return quote(gloss)
  const label = isLabelled(gloss) ? `${gloss.label} ` : ''
  return label + quote(worn(gloss, inHouseCase(gloss.text, term.renderings)))
}

function bracketed(head: string, items: readonly string[], remark: string): string {
  const said = [items.filter((item) => item !== '').join(', '), remark].filter((item) => item !== '').join('; ')
  if (said === '') return head
  return head === '' ? `(${said})` : `${head} (${said})`
}

function ruby(hanzi: Part | string, pinyin: string): string {
  const said = typeof hanzi === 'string' ? hanzi : hanzi.text
  const {open, close} = typeof hanzi === 'string' ? {open: '', close: ''} : hanzi.dress
  const above = pinyin === '' ? '' : `<rp>(</rp><rt>${escaped(pinyin)}</rt><rp>)</rp>`
  return above === '' ? open + said + close : `${open}<ruby>${escaped(said)}${above}</ruby>${close}`
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** Behind marks of emphasis and links. */
const capitalisedIn = (said: string): string =>
  said.replace(/^([*_[]*)(.*)$/s, (_, marks, rest) => marks + capitalised(rest))
