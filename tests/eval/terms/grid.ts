/**
 * Labelled mentions of Chinese terms: terms × forms × scripts × spellings of pinyin × glosses × quotation marks × places in
 * a sentence. What should come out is printed by the few lines below, which know how a case was made and parse nothing.
 */
import {type GridTerm, gridTerms, PINYIN_SPELLINGS, withoutTones} from './words.js'

export type GridStyle = 'hanzi-first' | 'pinyin-first' | 'gloss-first' | 'ruby'

export interface Case {
  readonly form: string
  readonly style: GridStyle
  readonly tones: boolean
  readonly isHeldOut: boolean
  readonly source: string
  readonly expected: string
  /** What stands around the mention and must stay. */
  readonly before: string
  readonly after: string
}

/** The words of one mention, as the author of a case writes them; `q` puts a gloss in the author's quotation marks. */
interface Written {
  readonly h: string
  readonly p: string
  readonly g: string
  readonly q: (text: string) => string
}

interface Form {
  readonly write: (words: Written) => string
  /** Whether the author gives a gloss, and as what. */
  readonly gloss?: 'plain' | 'literally'
  /** The second comma or dash of an appositive, where the sentence goes on. */
  readonly closer?: string
  /** What the form puts around characters or pinyin, which stays with them. */
  readonly emphasis?: {readonly hanzi?: string; readonly pinyin?: string}
}

const plain = 'plain' as const

export const FORMS: Readonly<Record<string, Form>> = {
  H: {write: ({h}) => h},
  '“H”': {write: ({h, q}) => q(h)},
  '**H**': {write: ({h}) => `**${h}**`, emphasis: {hanzi: '**'}},
  'H (P)': {write: ({h, p}) => `${h} (${p})`},
  '“H” (P)': {write: ({h, p, q}) => `${q(h)} (${p})`},
  '**H** (P)': {write: ({h, p}) => `**${h}** (${p})`, emphasis: {hanzi: '**'}},
  'H [P]': {write: ({h, p}) => `${h} [${p}]`},
  'H（P）': {write: ({h, p}) => `${h}（${p}）`},
  'H (P, “G”)': {write: ({h, p, g, q}) => `${h} (${p}, ${q(g)})`, gloss: plain},
  'H (P, G)': {write: ({h, p, g}) => `${h} (${p}, ${g})`, gloss: plain},
  'H (P; G)': {write: ({h, p, g}) => `${h} (${p}; ${g})`, gloss: plain},
  'H (P: G)': {write: ({h, p, g}) => `${h} (${p}: ${g})`, gloss: plain},
  'H (P – G)': {write: ({h, p, g}) => `${h} (${p} – ${g})`, gloss: plain},
  'H (P / G)': {write: ({h, p, g}) => `${h} (${p} / ${g})`, gloss: plain},
  'H (*P*, G)': {write: ({h, p, g}) => `${h} (*${p}*, ${g})`, gloss: plain, emphasis: {pinyin: '*'}},
  'H (P, meaning “G”)': {write: ({h, p, g, q}) => `${h} (${p}, meaning ${q(g)})`, gloss: plain},
  'H (P, literally “G”)': {write: ({h, p, g, q}) => `${h} (${p}, literally ${q(g)})`, gloss: 'literally'},
  'H（P，G）': {write: ({h, p, g}) => `${h}（${p}，${g}）`, gloss: plain},
  'H (G)': {write: ({h, g}) => `${h} (${g})`, gloss: plain},
  'H (“G”)': {write: ({h, g, q}) => `${h} (${q(g)})`, gloss: plain},
  'H (“G”, P)': {write: ({h, p, g, q}) => `${h} (${q(g)}, ${p})`, gloss: plain},
  'H (G) (P)': {write: ({h, p, g}) => `${h} (${g}) (${p})`, gloss: plain},
  'H (P) (G)': {write: ({h, p, g}) => `${h} (${p}) (${g})`, gloss: plain},
  'P (H)': {write: ({h, p}) => `${p} (${h})`},
  '“P” (H)': {write: ({h, p, q}) => `${q(p)} (${h})`},
  '*P* (H)': {write: ({h, p}) => `*${p}* (${h})`, emphasis: {pinyin: '*'}},
  'P（H）': {write: ({h, p}) => `${p}（${h}）`},
  'P (H, “G”)': {write: ({h, p, g, q}) => `${p} (${h}, ${q(g)})`, gloss: plain},
  'P (H, G)': {write: ({h, p, g}) => `${p} (${h}, ${g})`, gloss: plain},
  'P (H: G)': {write: ({h, p, g}) => `${p} (${h}: ${g})`, gloss: plain},
  'P (H, or “G”)': {write: ({h, p, g, q}) => `${p} (${h}, or ${q(g)})`, gloss: plain},
  'P (“G”; H)': {write: ({h, p, g, q}) => `${p} (${q(g)}; ${h})`, gloss: plain},
  "P (Chinese: H; lit. 'G')": {write: ({h, p, g}) => `${p} (Chinese: ${h}; lit. '${g}')`, gloss: 'literally'},
  'G (H)': {write: ({h, g}) => `${g} (${h})`, gloss: plain},
  '“G” (H)': {write: ({h, g, q}) => `${q(g)} (${h})`, gloss: plain},
  'G (H, P)': {write: ({h, p, g}) => `${g} (${h}, ${p})`, gloss: plain},
  'G (P, H)': {write: ({h, p, g}) => `${g} (${p}, ${h})`, gloss: plain},
  'G (H / P)': {write: ({h, p, g}) => `${g} (${h} / ${p})`, gloss: plain},
  'G (Chinese: H; pinyin: P)': {write: ({h, p, g}) => `${g} (Chinese: ${h}; pinyin: ${p})`, gloss: plain},
  'H/P': {write: ({h, p}) => `${h}/${p}`},
  'P/H': {write: ({h, p}) => `${p}/${h}`},
  'H / P (G)': {write: ({h, p, g}) => `${h} / ${p} (${g})`, gloss: plain},
  'H P': {write: ({h, p}) => `${h} ${p}`},
  'P H': {write: ({h, p}) => `${p} ${h}`},
  'P H (“G”)': {write: ({h, p, g, q}) => `${p} ${h} (${q(g)})`, gloss: plain},
  '“H” “G”': {write: ({h, g, q}) => `${q(h)} ${q(g)}`, gloss: plain},
  'H, or “G”,': {write: ({h, g, q}) => `${h}, or ${q(g)}`, gloss: plain, closer: ','},
  'H (P), or “G”,': {write: ({h, p, g, q}) => `${h} (${p}), or ${q(g)}`, gloss: plain, closer: ','},
  'H (P), meaning “G”,': {write: ({h, p, g, q}) => `${h} (${p}), meaning ${q(g)}`, gloss: plain, closer: ','},
  'H (P), which means “G”,': {write: ({h, p, g, q}) => `${h} (${p}), which means ${q(g)}`, gloss: plain, closer: ','},
  'H (P), literally “G”,': {write: ({h, p, g, q}) => `${h} (${p}), literally ${q(g)}`, gloss: 'literally', closer: ','},
  'P (H), or “G”,': {write: ({h, p, g, q}) => `${p} (${h}), or ${q(g)}`, gloss: plain, closer: ','},
  'H – “G” –': {write: ({h, g, q}) => `${h} – ${q(g)}`, gloss: plain, closer: ' –'},
  'H (P)—short for “G”—': {write: ({h, p, g, q}) => `${h} (${p})—short for ${q(g)}`, gloss: plain, closer: '—'},
  'G, or H (P),': {write: ({h, p, g, q}) => `${q(g)}, or ${h} (${p})`, gloss: plain, closer: ''},
}

/** Places in a sentence; `true` where the sentence goes on after the mention without a mark. */
const PLACES: ReadonlyArray<readonly [before: string, after: string, goesOn: boolean]> = [
  ['They all knew that the harbour keeper wrote of ', ' in the letter from Nairobi.', true],
  ['', ' puzzled the harbour keeper when the letter from Nairobi came.', true],
  ['In the letter from Nairobi, the harbour keeper wrote of ', '.', false],
  ['The harbour keeper wrote of ', '; they had not heard of it in Nairobi.', false],
  ['- The harbour keeper wrote of ', ' in the letter from Nairobi.\n- They then slept.', true],
  ['The harbour keeper slept. ', ' had puzzled him since the letter from Nairobi came.', true],
  ['The harbour keeper **wrote of ', '** when the letter from Nairobi came.', false],
  ['# H\n\nThe harbour keeper wrote of ', ' in the letter that came from Nairobi.', true],
  ['1. The harbour keeper did write of ', ' (in Nairobi, that is) when the letter came.', false],
  ['When the harbour keeper wrote of ', ', they had not heard of it in Nairobi.', false],
]

/** Curly, straight and single marks, as the author of a case writes them. */
const MARKS: ReadonlyArray<(text: string) => string> = [
  (t) => `“${t}”`,
  (t) => `"${t}"`,
  (t) => `‘${t}’`,
  (t) => `'${t}'`,
]

/** A small generator of random numbers (mulberry32), so that the grid is the same everywhere. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let x = Math.imul(state ^ (state >>> 15), 1 | state)
    x = (x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x
    return Math.floor((((x ^ (x >>> 14)) >>> 0) / 4294967296) * below)
  }
}

/** One case for each term and form, the rest drawn; the styles but the first take every fifth. */
export function* grid(): Iterable<Case> {
  const random = randomFrom(20)
  const pick = <T>(all: readonly T[]): T => all[random(all.length)]!
  let count = 0
  for (const term of gridTerms()) {
    for (const [form, {write, ...about}] of Object.entries(FORMS)) {
      count++
      const style = count % 5 === 0 ? pick(['pinyin-first', 'gloss-first', 'ruby'] as const) : 'hanzi-first'
      const tones = random(6) !== 0
      const h = pick([term.simplified, term.traditional])
      const house = about.gloss ? pick([term.gloss, term.gloss, ...term.alternates]) : term.gloss
      const g = random(4) === 0 ? house.replace(/^\p{L}/u, (letter) => letter.toUpperCase()) : house
      const [opening, after, goesOn] = pick(PLACES)
      const before = opening.replace('H', h)
      const q = house.includes("'") ? MARKS[0]! : pick(MARKS)
      const written = write({h, p: pick(Object.values(PINYIN_SPELLINGS))(term), g, q})
      const closer = goesOn ? (about.closer ?? '') : ''
      const source = before + written + closer + after
      const quote = source.includes('"') && !source.includes('“') ? MARKS[1]! : MARKS[0]!
      const printed = canonical(term, {h, gloss: house, about, style, tones, quote, isStart: isStart(before)})
      const isHeldOut = term.row % 2 === 0
      yield {form, style, tones, isHeldOut, source, expected: before + printed + after, before, after}
    }
  }
}

const isStart = (before: string): boolean => before === '' || before === 'The harbour keeper slept. '

interface Printed {
  readonly h: string
  readonly gloss: string
  readonly about: Omit<Form, 'write'>
  readonly style: GridStyle
  readonly tones: boolean
  readonly quote: (text: string) => string
  readonly isStart: boolean
}

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** The house form, from what the case was made of. */
function canonical(term: GridTerm, {h, gloss, about, style, tones, quote, isStart}: Printed): string {
  const {hanzi = '', pinyin = ''} = about.emphasis ?? {}
  const first = (text: string): string =>
    isStart ? text.replace(/^(\**)(.*)$/, (_, marks, rest) => marks + upper(rest)) : text
  const read = tones ? term.pinyin : withoutTones(term.pinyin)
  const H = hanzi + h + hanzi
  const P = pinyin + read + pinyin
  const G = (about.gloss === 'literally' ? 'literally ' : '') + quote(gloss)
  if (style === 'ruby') return `${hanzi}<ruby>${h}<rp>(</rp><rt>${P}</rt><rp>)</rp></ruby>${hanzi} (${G})`
  if (style === 'pinyin-first') return `${first(P)} (${H}, ${G})`
  if (style === 'gloss-first' && about.gloss !== 'literally') return `${first(gloss)} (${H}, ${P})`
  return `${H} (${P}, ${G})`
}
