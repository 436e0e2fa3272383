/**
 * What an author may write to the program in a comment: `unspun ignore-line "phrase" rule, stage: reason`.
 *
 * One grammar for all of them. Whatever begins with `unspun` and does not follow it is said to be wrong and never
 * guessed at: a control that silently does nothing is worse than none.
 */
import type {Span} from '../draft/index.js'

export const VERBS = ['ignore-next', 'ignore-line', 'ignore-phrase', 'ignore-start', 'ignore-end'] as const
export type Verb = (typeof VERBS)[number]

/** What a comment says. */
export interface Order {
  readonly verb: Verb
  /** Only findings in or around this text; required by `ignore-phrase`. */
  readonly phrase: string | undefined
  /** Rules and stages as they were written; empty for all. */
  readonly rules: readonly string[]
  /** Undefined where none was given. */
  readonly reason: string | undefined
}

/** Says what is wrong with a comment, for a message. */
export interface Mistake {
  readonly mistake: string
}

/** Reads what stands between the marks of a comment; undefined for one that does not speak to the program. */
export function readOrder(body: string): Order | Mistake | undefined {
  if (!/^\s*unspun\s/.test(body)) return undefined
  const [, name = '', said = ''] = /^\s*unspun\s+([\w-]*)([\s\S]*)$/.exec(body) ?? []
  const verb = VERBS.find((known) => known === name)
  if (!verb) return {mistake: `no directive is called \`${name}\`, they are ${VERBS.join(', ')}`}
  const quoted = readPhrase(said.trim())
  if (!quoted) return {mistake: 'the phrase has no closing quotation mark'}
  const {phrase} = quoted
  if (verb === 'ignore-phrase' && phrase === undefined)
    return {mistake: 'ignore-phrase needs a phrase in "quotation marks"'}
  if (verb === 'ignore-end' && said.trim() !== '')
    return {mistake: 'ignore-end stands alone: its start names rules and reason'}
  if (phrase !== undefined && !isPhrase(phrase)) return {mistake: `a phrase has 1 to ${LONGEST_PHRASE} characters`}
  return {verb, phrase, ...rulesAndReason(quoted.rest)}
}

/** UTF-16 code units. A phrase is looked for around every finding. */
const LONGEST_PHRASE = 200
/** Whether a text can be the phrase of a directive. */
export const isPhrase = (text: string): boolean => text.trim() !== '' && text.length <= LONGEST_PHRASE

/** A text in quotation marks, in which a backslash keeps the mark or backslash after it. */
function readPhrase(said: string): {phrase: string | undefined; rest: string} | undefined {
  if (!said.startsWith('"')) return {phrase: undefined, rest: said}
  for (let i = 1; i < said.length; i++) {
    if (said[i] === '\\') i++
    else if (said[i] === '"') return {phrase: said.slice(1, i).replace(/\\(["\\])/g, '$1'), rest: said.slice(i + 1)}
  }
  return undefined
}

/** A text as a phrase of a directive. */
export const quoted = (phrase: string): string => `"${phrase.replace(/["\\]/g, '\\$&')}"`

/** Up to the first colon rules, from there on the reason; a full-width colon is one, too. */
function rulesAndReason(said: string): Pick<Order, 'rules' | 'reason'> {
  const colon = said.search(/[:：]/)
  const listed = colon < 0 ? said : said.slice(0, colon)
  const reason = colon < 0 ? '' : said.slice(colon + 1).trim()
  return {
    rules: listed
      .split(',')
      .map((rule) => rule.trim())
      .filter((rule) => rule !== ''),
    reason: reason || undefined,
  }
}

/** An order in a document. Coordinates: the file, that is of a page its HTML. */
export interface Directive extends Span, Omit<Order, 'verb'> {
  readonly verb: Verb | 'front-matter'
  /** Where it holds, in the file; undefined for everywhere. */
  readonly reach: Span | undefined
}
